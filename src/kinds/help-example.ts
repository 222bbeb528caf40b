/** The step that a kind's help shows, drawn and heard (`example.ts` in the folder of every kind). Knows no kind. Pure. */
import type { CallLanguage, ExitId, Information, OpeningHours, TimeSpan } from '../flow/document.ts';
import type { JsonObject } from '../lib/json.ts';

/** What is said around the step, so that one hears what it does. */
export interface HelpLine {
  readonly by: 'assistant' | 'caller';
  readonly text: string;
}

export interface HelpExample {
  /** Data of the kind, sound, in the language of the call. */
  readonly data: JsonObject;
  /** What the step speaks of. */
  readonly information?: readonly Information[];
  readonly hours?: readonly OpeningHours[];
  /** The way out by which it is left in what is heard; without one the call ends at the step. */
  readonly exit?: ExitId;
  readonly before?: readonly HelpLine[];
  readonly after?: readonly HelpLine[];
  /** Callers hear nothing of the kind: its example is only seen. */
  readonly isSilent?: true;
}

export type HelpExampleIn = (language: CallLanguage) => HelpExample;

const DAY: readonly TimeSpan[] = [{ from: 540, to: 1080 }];

/** Open from Monday to Friday, nine to six. */
export function weekdayHours(id: string, name: string): OpeningHours {
  return {
    id: id as OpeningHours['id'],
    name,
    timeZone: 'Europe/Paris',
    week: [DAY, DAY, DAY, DAY, DAY, [], []],
    holidays: 'none',
    exceptions: [],
    shared: null,
  };
}

export function informationNamed(id: string, type: Information['type'], name: string): Information {
  return { id: id as Information['id'], name, type };
}
