/**
 * The day and time that a caller wishes, as a model passes it on: ISO dates, or the caller's own words in French or
 * English. What can be meant in two ways is not understood: better no appointment than a wrong one. Pure.
 */
import type { CallLanguage } from '../../flow/document.ts';
import { isTimeZone } from '../../flow/hours.ts';
import { instantsOf, localMoment } from '../../flow/local-time.ts';
import { type Days, readDays } from './wish-day.ts';
import { readTime, type TimeWindow, type WishedTime } from './wish-time.ts';
import { foldWish, UNCLEAR } from './wish-words.ts';

export interface Wish extends Days, WishedTime {}

/** Longer than anybody's wish: what else stands in it was not meant for a calendar. Characters. */
const LONGEST = 200;

/** One after the other, the liked ones first; none when it is not understood. `now` is an instant. */
export function readWishes(text: string, language: CallLanguage, timeZone: string, now: number): Wish[] {
  if (text.length > LONGEST || !isTimeZone(timeZone)) return [];
  const exact = readInstant(text.trim(), timeZone);
  if (exact !== undefined) return exact === null ? [] : [exact];
  const folded = foldWish(text, language);
  if (UNCLEAR.test(folded)) return [];
  const today = localMoment(timeZone, now).date;
  return completed(
    folded.split(/ (?:ou(?: bien| alors)?|or) /).map((part) => {
      const read = readDays(part, language, today);
      const time = readTime(read?.rest ?? part, language);
      const saysTime = time !== null && !isAny(time);
      // A part that names a day which is not understood must not take the day of its neighbour.
      const saysDay = read !== null || NAMES_DAY.test(part);
      return { days: read?.days ?? null, time, saysDay, saysTime };
    }),
  );
}

const NAMES_DAY =
  /\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\w+day|jours?|semaines?|weeks?|demain|\d+\/\d+)\b/;

interface Part {
  readonly days: Days | null;
  readonly time: WishedTime | null;
  readonly saysDay: boolean;
  readonly saysTime: boolean;
}

/** "Thursday at 10 or 11": the second has the day of the first. "Thursday or Friday morning": the first has the time of the second. */
function completed(parts: readonly Part[]): Wish[] {
  const wishes: Wish[] = [];
  let days: Days | null = null;
  for (const [index, part] of parts.entries()) {
    if (part.time === null || (part.saysDay && part.days === null)) return [];
    days = part.days ?? days;
    if (days === null || !(part.days || part.saysTime)) return [];
    const time: WishedTime = part.saysTime
      ? part.time
      : (parts.slice(index + 1).find(({ saysTime }) => saysTime)?.time ?? part.time);
    wishes.push({ ...days, ...time });
  }
  return wishes;
}

function isAny({ readings: [first] }: WishedTime): boolean {
  return first !== undefined && first.from === 0 && first.to === 1439;
}

const INSTANT =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?(?:\[[\w/+-]+\])?$/i;

/**
 * Undefined when it is no date with a time. A time zone that is another than the place's is not believed (null): models
 * write "Z" after a local time.
 */
function readInstant(text: string, timeZone: string): Wish | null | undefined {
  const match = INSTANT.exec(text);
  if (!match) return undefined;
  const [, date = '', hour, minutes, zone] = match;
  const minute = Number(hour) * 60 + Number(minutes);
  if (Number.isNaN(Date.parse(`${date}T00:00:00Z`)) || minute > 1439) return null;
  const at: TimeWindow = { from: minute, to: minute };
  if (zone !== undefined) {
    const meant = Date.parse(`${date}T${hour}:${minutes}:00${zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`);
    if (!instantsOf(timeZone, { date, minute }).includes(meant)) return null;
  }
  return { first: date, last: date, readings: [at], isSure: true };
}
