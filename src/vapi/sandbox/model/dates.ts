/** Dates and times of day as they are spoken in English and French. Pure; "today" is an argument. */
import type { ScriptLanguage } from '../../script/script.ts';
import { numbersIn } from './numbers.ts';
import { fold } from './words.ts';

const WEEKDAYS: readonly (readonly string[])[] = [
  ['sunday', 'dimanche'],
  ['monday', 'lundi'],
  ['tuesday', 'mardi'],
  ['wednesday', 'mercredi'],
  ['thursday', 'jeudi'],
  ['friday', 'vendredi'],
  ['saturday', 'samedi'],
];
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvier'],
  ['february', 'feb', 'fevrier'],
  ['march', 'mars'],
  ['april', 'apr', 'avril'],
  ['may', 'mai'],
  ['june', 'jun', 'juin'],
  ['july', 'jul', 'juillet'],
  ['august', 'aug', 'aout'],
  ['september', 'septembre'],
  ['october', 'oct', 'octobre'],
  ['november', 'nov', 'novembre'],
  ['december', 'dec', 'decembre'],
];
const DAY = 86_400_000;

/** The date as `YYYY-MM-DD`; without a year the next such day from `today` (milliseconds since the epoch, read as UTC). */
export function readDate(text: string, language: ScriptLanguage, today: number): string | null {
  const folded = fold(text);
  const iso = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/.exec(folded);
  if (iso) return dateText(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashed = /(?<![\d./])(\d{1,2})[/.](\d{1,2})(?:[/.](\d{2,4}))?\b(?![/.]?\d)/.exec(folded);
  if (slashed) {
    const [first, second] = [Number(slashed[1]), Number(slashed[2])];
    const dayFirst = language === 'fr' || first > 12;
    const year = slashed[3] ? Number(slashed[3].length === 2 ? `20${slashed[3]}` : slashed[3]) : null;
    return dayFirst ? onYear(year, second, first, today) : onYear(year, first, second, today);
  }
  return relativeDate(folded, today) ?? namedMonth(folded, today) ?? weekday(folded, today);
}

function relativeDate(folded: string, today: number): string | null {
  if (/apres[- ]demain|day after tomorrow/.test(folded)) return dateAt(today + 2 * DAY);
  if (/\bdemain\b|\btomorrow\b/.test(folded)) return dateAt(today + DAY);
  if (/aujourd'?hui|\btoday\b|ce (matin|soir)|cet apres-midi|\btonight\b/.test(folded)) return dateAt(today);
  return null;
}

function namedMonth(folded: string, today: number): string | null {
  const words: readonly string[] = folded.match(/[a-z]+/g) ?? [];
  const month = MONTHS.findIndex((names) => names.some((name) => words.includes(name)));
  if (month < 0) return null;
  const numbers = numbersIn(
    folded.replaceAll(/(\d)(st|nd|rd|th|er)\b/g, '$1').replaceAll(/\bpremier\b|\bfirst\b/g, '1'),
  );
  const day = numbers.find(({ value }) => value >= 1 && value <= 31)?.value;
  const year = numbers.find(({ value }) => value >= 2000 && value <= 2200)?.value ?? null;
  return day === undefined ? null : onYear(year, month + 1, day, today);
}

function weekday(folded: string, today: number): string | null {
  const wanted = WEEKDAYS.findIndex((names) =>
    names.some((name) => new RegExp(`\\b${name}\\b`).test(folded)),
  );
  if (wanted < 0) return null;
  const ahead = (wanted - new Date(today).getUTCDay() + 7) % 7;
  return dateAt(today + (ahead === 0 ? 7 : ahead) * DAY);
}

function onYear(year: number | null, month: number, day: number, today: number): string | null {
  if (year !== null) return dateText(year, month, day);
  const current = new Date(today).getUTCFullYear();
  const thisYear = dateText(current, month, day);
  return thisYear !== null && thisYear < dateAt(today) ? dateText(current + 1, month, day) : thisYear;
}

function dateText(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null;
}

function dateAt(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The time of day as `HH:MM`. */
export function readTime(text: string): string | null {
  const folded = fold(text);
  const noon = /(?<!apres[- ])\bmidi\b|\bnoon\b/;
  if (noon.test(folded)) return withMinutes(12, folded.split(noon)[1] ?? '');
  if (/\bminuit\b|\bmidnight\b/.test(folded)) return '00:00';
  const clock = /\b(\d{1,2})\s*(?::|h|heures?)\s*(\d{2})?\b/.exec(folded);
  const half = /\b(half|quarter) (past|to) (\w+)/.exec(folded);
  if (clock) {
    const rest = folded.slice(clock.index + clock[0].length);
    return clock[2]
      ? timeText(afternoon(Number(clock[1]), folded), Number(clock[2]))
      : withMinutes(afternoon(Number(clock[1]), folded), rest);
  }
  if (half) return halfPast(half, folded);
  if (!/\bheures?\b|\bh\b|\bo'?clock\b|\b[ap]\.?m\b|\bat\b/.test(folded)) return null;
  const [hour, minute] = numbersIn(folded);
  if (!hour) return null;
  return minute && minute.value < 60
    ? timeText(afternoon(hour.value, folded), minute.value)
    : withMinutes(afternoon(hour.value, folded), folded);
}

function halfPast(match: RegExpExecArray, folded: string): string | null {
  const hour = numbersIn(match[3] ?? '')[0]?.value;
  if (hour === undefined) return null;
  const minutes = match[1] === 'half' ? 30 : 15;
  const whole = afternoon(hour, folded);
  return match[2] === 'to' ? timeText((whole + 23) % 24, 60 - minutes) : timeText(whole, minutes);
}

/** « et demie », « et quart », « moins le quart », or minutes as words. */
function withMinutes(hour: number, rest: string): string | null {
  if (/et demie?/.test(rest)) return timeText(hour, 30);
  if (/moins (le |un )?quart/.test(rest)) return timeText((hour + 23) % 24, 45);
  if (/et quart/.test(rest)) return timeText(hour, 15);
  const minutes = /^\s/.test(rest) ? numbersIn(rest)[0]?.value : undefined;
  return timeText(hour, minutes !== undefined && minutes < 60 && Number.isInteger(minutes) ? minutes : 0);
}

function afternoon(hour: number, folded: string): number {
  if (/\bp\.?m\b|apres-midi|\bafternoon\b|\bevening\b|du soir/.test(folded) && hour < 12) return hour + 12;
  return /\ba\.?m\b/.test(folded) && hour === 12 ? 0 : hour;
}

function timeText(hour: number, minute: number): string | null {
  if (!Number.isInteger(hour) || hour < 0 || hour > 23 || minute < 0 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
