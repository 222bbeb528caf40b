/** The time of day of a wish. Knows no day and no opening hours. Pure. */
import type { CallLanguage } from '../../flow/document.ts';

/** Minutes from local midnight, both included. An exact time has `from` and `to` alike; `near` is liked best. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
  readonly near?: number;
}

/** `isSure`: where several readings are possible, the first one is meant. */
export interface WishedTime {
  readonly readings: readonly TimeWindow[];
  readonly isSure: boolean;
}

const NOON = 720;
const LAST = 1439;
const ANY: TimeWindow = { from: 0, to: LAST };
const AROUND = 60;

const PERIODS: readonly (readonly [RegExp, TimeWindow])[] = [
  [/\bentre midi et (?:2|deux)(?: (?:h|heures?))?\b|\b(?:at )?lunch ?time\b/, { from: NOON, to: 840 }],
  [/\bapres midi\b|\bafternoon\b/, { from: 780, to: 1080 }],
  [/\bmatin(?:ee)?\b|\bmorning\b/, { from: 0, to: NOON - 1 }],
  [/\bsoir(?:ee)?\b|\bevening\b|\btonight\b/, { from: 1020, to: LAST }],
];

/** A time on the clock, and whether it can only be meant as it stands. */
interface Clock {
  readonly index: number;
  readonly end: number;
  readonly minute: number;
  readonly isSure: boolean;
}

const CLOCKS: readonly {
  readonly at: RegExp;
  readonly read: (groups: readonly (string | undefined)[]) => Omit<Clock, 'index' | 'end'> | null;
}[] = [
  {
    at: /\b(?:half|quarter) (past|to) (\d{1,2})( ?[ap]\.?m\b\.?)?/g,
    read: ([whole, side, hour, half]) =>
      clock(hour, side === 'to' ? -15 : whole!.startsWith('half') ? 30 : 15, half),
  },
  {
    at: /\b(\d{1,2})(?:[:.](\d{2}))? ?([ap]\.?m)\b\.?/g,
    read: ([, hour, minutes, half]) => clock(hour, Number(minutes ?? 0), half),
  },
  {
    at: /\b(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\b/g,
    read: ([, hour, minutes]) => clock(hour, Number(minutes), undefined),
  },
  {
    at: /\b(\d{1,2}) ?(?:h|heures?)\b ?(?:(\d{1,2})\b(?: minutes)?|et (demie?|quart)\b|(moins) (?:le |un )?quart\b|(moins) (\d{1,2})\b)?/g,
    read: ([, hour, minutes, more, quarterTo, less, by]) =>
      clock(
        hour,
        more ? (more === 'quart' ? 15 : 30) : quarterTo ? -15 : less ? -Number(by) : Number(minutes ?? 0),
        undefined,
      ),
  },
  {
    at: /\b(\d{1,2})h(\d{2})\b/g,
    read: ([, hour, minutes]) => clock(hour, Number(minutes), undefined),
  },
  {
    at: /\b(\d{1,2})(?: (\d{2}))? o'clock\b/g,
    read: ([, hour, minutes]) => clock(hour, Number(minutes ?? 0), undefined),
  },
  {
    at: /\b(?:midi|noon)\b(?: et (demie?|quart)\b)?/g,
    read: ([, more]) => ({ minute: NOON + (more ? (more === 'quart' ? 15 : 30) : 0), isSure: true }),
  },
  {
    at: /(?<=\b(?:at|around|about|after|before|from|between|by|and|to|until|till) )(\d{1,2})(?: (\d{2}))?\b(?! ?(?:days?|weeks?|minutes?|hours?|people|persons?|#))/g,
    read: ([, hour, minutes]) => clock(hour, Number(minutes ?? 0), undefined),
  },
];

function clock(
  hour: string | undefined,
  minutes: number,
  half: string | undefined,
): Omit<Clock, 'index' | 'end'> | null {
  const said = Number(hour);
  const isAfternoon = half?.trim().startsWith('p') ?? false;
  if (said > 23 || minutes > 59 || (half !== undefined && (said > 12 || said === 0))) return null;
  const whole = half === undefined ? said : (said % 12) + (isAfternoon ? 12 : 0);
  const minute = whole * 60 + minutes;
  if (minute < 0) return null;
  return { minute, isSure: half !== undefined || said > 12 || said === 0 || /^0/.test(hour ?? '') };
}

/** Null when what is said of the time is not understood; any time when nothing is said of it. */
export function readTime(rest: string, language: CallLanguage): WishedTime | null {
  const periods = PERIODS.filter(([pattern]) => pattern.test(rest));
  const [period] = periods;
  if (periods.length > 1) return null;
  const text = period ? rest.replace(period[0], ' ~ ') : rest;
  const clocks = clocksIn(spelledOut(text));
  if (clocks === null) return null;
  if (clocks.length === 0) return period ? sure(period[1]) : sure(ANY);
  const window = windowOf(clocks, spelledOut(text));
  if (window === null) return null;
  const isSure = clocks.every((each) => each.isSure);
  const readings = [window, ...(isSure ? [] : [shifted(window)].filter((each) => each.to <= LAST))];
  if (!period) return { readings, isSure: isSure || language === 'fr' };
  const within = readings.filter(
    ({ from, to, near }) =>
      (near ?? from) >= period[1].from - AROUND && Math.min(near ?? to, to) <= period[1].to + 1,
  );
  return within.length === 0 ? null : { readings: within, isSure: true };
}

const sure = (reading: TimeWindow): WishedTime => ({ readings: [reading], isSure: true });

function shifted({ from, to, near }: TimeWindow): TimeWindow {
  return {
    from: from + NOON,
    to: to === LAST ? LAST : to + NOON,
    ...(near === undefined ? {} : { near: near + NOON }),
  };
}

/** "Entre 10 et 11 h" names the hour once. */
function spelledOut(text: string): string {
  return text.replaceAll(/\b(entre|de) (\d{1,2}) (et|a) (?=\d{1,2} ?h)/g, '$1 $2 h $3 ');
}

function clocksIn(text: string): Clock[] | null {
  let rest = text;
  const clocks: Clock[] = [];
  for (const { at, read } of CLOCKS) {
    for (const match of rest.matchAll(at)) {
      const shown = read([...match]);
      if (shown === null) return null;
      clocks.push({ index: match.index, end: match.index + match[0].length, ...shown });
    }
    // Blotted out in place, so that positions stay.
    rest = rest.replaceAll(at, (found) => '~'.repeat(found.length));
  }
  // A number that was not read may be the time that is meant.
  return /\d/.test(rest) ? null : clocks.sort((a, b) => a.index - b.index);
}

const AFTER = /\b(?:apres|after|a partir d[e']|from|des|passe|not before)\s*$/;
const BEFORE = /\b(?:avant|before|by|until|till|jusqu'a|au plus tard)\s*$/;
const NEAR =
  /\b(?:vers|around|about|environ|autour d[e']|aux alentours d[e']|approximately|near)\s*(?:les )?$/;

function windowOf([first, second, ...more]: readonly Clock[], text: string): TimeWindow | null {
  if (!first || more.length > 0) return null;
  const before = text.slice(0, first.index);
  if (second) {
    const between = text.slice(first.end, second.index).trim();
    const isRange = /\b(?:entre|de|between|from)\s*$/.test(before) || between === '-';
    const joins = /^(?:et|a|and|to|until|till|-|jusqu'a)$/.test(between);
    if (!isRange || !joins || second.minute <= first.minute) return null;
    return { from: first.minute, to: second.minute };
  }
  if (AFTER.test(before)) return { from: first.minute, to: LAST };
  if (BEFORE.test(before)) return { from: 0, to: first.minute - 1 };
  if (NEAR.test(before) || /^ ?ish\b/.test(text.slice(first.end)))
    return {
      from: Math.max(0, first.minute - AROUND),
      to: Math.min(LAST, first.minute + AROUND),
      near: first.minute,
    };
  return { from: first.minute, to: first.minute };
}
