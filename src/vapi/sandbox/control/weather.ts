/** What becomes of webhooks on their way: doubled, late, out of order, dropped, forged; by a seed. Knows no message. */
import * as z from 'zod';
import { seededRandom } from '../ports.ts';

const share = z.number().min(0).max(1).default(0);

/** `PUT /sandbox/control/webhooks`. Each is the share of messages it befalls. */
export const weatherSettings = z.strictObject({
  seed: z.number().int().default(0),
  /** Sent twice. */
  duplicate: share,
  /** Held back until three more of any call were sent, or none is on its way. */
  late: share,
  /** Never sent. */
  drop: share,
  /** Sent once more by somebody who does not know the secret. */
  forge: share,
  /** Messages of one call overtake each other. */
  shuffle: z.boolean().default(false),
});
export type WeatherSettings = z.infer<typeof weatherSettings>;

/** What a message meets. */
export interface Fate {
  readonly copies: number;
  readonly isLate: boolean;
  readonly isForged: boolean;
}

export interface Weather {
  set(settings: WeatherSettings): void;
  next(): Fate;
  /** Whether messages wait to be sent in a random order. */
  readonly shuffles: boolean;
  /** The items in a random order. */
  shuffled<Item>(items: readonly Item[]): Item[];
}

export function createWeather(): Weather {
  let settings: WeatherSettings = weatherSettings.parse({});
  let random = seededRandom(0);
  return {
    set: (next) => {
      settings = next;
      random = seededRandom(next.seed);
    },
    next: () => {
      // Always the same number of draws, so that one switch does not change what another befalls.
      const [duplicate, late, drop, forge] = [random(), random(), random(), random()] as const;
      return {
        copies: drop < settings.drop ? 0 : duplicate < settings.duplicate ? 2 : 1,
        isLate: late < settings.late,
        isForged: forge < settings.forge,
      };
    },
    get shuffles() {
      return settings.shuffle;
    },
    shuffled: (items) => {
      const drawn = items.map((item) => ({ item, at: random() }));
      return drawn.sort((a, b) => a.at - b.at).map(({ item }) => item);
    },
  };
}
