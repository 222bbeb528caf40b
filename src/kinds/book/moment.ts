/** A moment in words, as it is said on a call and read back by `readWishes`. Pure. */
import type { CallLanguage } from '../../flow/document.ts';
import { localMoment } from '../../flow/local-time.ts';
import { SPEECH } from './speech.ts';

const DAY = 86_400_000;
/** Further away than this, the year is said. */
const NEAR_DAYS = 300;

/** What may be had instead of a wish, in one sentence; empty when there is nothing. `moments` and `now` are instants. */
export function offerWords(
  moments: readonly number[],
  language: CallLanguage,
  timeZone: string,
  now: number,
): string {
  if (moments.length === 0) return '';
  const soonestFirst = [...moments].sort((one, other) => one - other);
  return SPEECH[language].offer(soonestFirst.map((moment) => momentWords(moment, language, timeZone, now)));
}

/** `moment` and `now` are instants. */
export function momentWords(moment: number, language: CallLanguage, timeZone: string, now: number): string {
  const { date, minute } = localMoment(timeZone, moment);
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const names = new Intl.DateTimeFormat(language, { weekday: 'long', month: 'long', timeZone: 'UTC' });
  const parts = names.formatToParts(Date.UTC(year, month - 1, day));
  const named = (type: 'weekday' | 'month') => parts.find((part) => part.type === type)?.value ?? '';
  return SPEECH[language].slot({
    weekday: named('weekday'),
    day,
    month: named('month'),
    year: moment - now > NEAR_DAYS * DAY ? year : null,
    hour: Math.floor(minute / 60),
    minutes: minute % 60,
  });
}
