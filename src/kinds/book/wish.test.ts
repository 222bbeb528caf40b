/** Wishes as models pass them on, in both languages, seen from a Monday morning in Paris. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallLanguage } from '../../flow/document.ts';
import { localMoment } from '../../flow/local-time.ts';
import { momentWords } from './moment.ts';
import { readWishes } from './wish.ts';

const ZONE = 'Europe/Paris';
/** A Monday, 10:20 in Paris. */
const NOW = Date.parse('2026-11-30T09:20:00Z');
const seed = Number(process.env.SEED ?? 20261130);

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** `2026-12-03 10:00`, `2026-12-03 00:00-11:59`; a second reading after `or`, a liked time after `near`. */
function shown(text: string, language: CallLanguage): string[] {
  return readWishes(text, language, ZONE, NOW).map(({ first, last, readings, isSure }) => {
    const days = first === last ? first : `${first}..${last}`;
    const times = readings.map(({ from, to, near }) => {
      if (from === 0 && to === 1439) return 'any';
      const liked = near === undefined ? '' : ` near ${clock(near)}`;
      return `${from === to ? clock(from) : `${clock(from)}-${clock(to)}`}${liked}`;
    });
    return `${days} ${isSure ? times[0] : times.join(' or ')}`;
  });
}

describe('French', () => {
  it.each([
    ['jeudi matin', '2026-12-03 00:00-11:59'],
    ['Jeudi matin de préférence.', '2026-12-03 00:00-11:59'],
    ['Demain vers 10 heures.', '2026-12-01 09:00-11:00 near 10:00'],
    ['jeudi 3 décembre à 10 h 30', '2026-12-03 10:30'],
    ['le 3 décembre à 10h30', '2026-12-03 10:30'],
    ['Le premier décembre à quinze heures trente', '2026-12-01 15:30'],
    ['le 1er mars', '2027-03-01 any'],
    ['mardi à dix heures et demie', '2026-12-01 10:30'],
    ['vendredi à onze heures moins le quart', '2026-12-04 10:45'],
    ['après-demain après 17 h', '2026-12-02 17:00-23:59'],
    ['mercredi entre 10 et 11 h', '2026-12-02 10:00-11:00'],
    ['mercredi entre midi et deux', '2026-12-02 12:00-14:00'],
    ['cet après-midi', '2026-11-30 13:00-18:00'],
    ['samedi à 3 heures de l’après-midi', '2026-12-05 15:00'],
    ['la semaine prochaine', '2026-12-07..2026-12-13 any'],
    ['jeudi de la semaine prochaine, le matin', '2026-12-10 00:00-11:59'],
    ['jeudi en huit à 9 h', '2026-12-10 09:00'],
    ['03/12/2026 14:00', '2026-12-03 14:00'],
    ['le 12 à 9 h', '2026-12-12 09:00'],
    ['dans trois jours', '2026-12-03 any'],
    ['le plus tôt possible', '2026-11-30..2027-01-29 any'],
    ['n’importe quand, l’après-midi', '2026-11-30..2027-01-29 13:00-18:00'],
    ['lundi', '2026-12-07 any'],
    ['demain avant midi', '2026-12-01 00:00-11:59'],
  ])('%s', (text, wish) => expect(shown(text, 'fr')).toEqual([wish]));
});

describe('English', () => {
  it.each([
    ['Thursday morning if possible.', '2026-12-03 00:00-11:59'],
    ['Tomorrow around 10.', '2026-12-01 09:00-11:00 near 10:00 or 21:00-23:00 near 22:00'],
    ['tomorrow at 3 pm', '2026-12-01 15:00'],
    ['Thursday, December 3 at 10:30 AM', '2026-12-03 10:30'],
    ['December 3rd, 2026 at ten thirty', '2026-12-03 10:30 or 22:30'],
    ['the third of December at half past two in the afternoon', '2026-12-03 14:30'],
    ['Friday at noon', '2026-12-04 12:00'],
    ['Friday between 2 and 4', '2026-12-04 02:00-04:00 or 14:00-16:00'],
    ['the day after tomorrow after 5 pm', '2026-12-02 17:00-23:59'],
    ['this afternoon', '2026-11-30 13:00-18:00'],
    ['today at 12:30 in the afternoon', '2026-11-30 12:30'],
    ['tonight at 8', '2026-11-30 20:00'],
    ['next week', '2026-12-07..2026-12-13 any'],
    ['Thursday next week at nine o’clock', '2026-12-10 09:00 or 21:00'],
    ['in two weeks', '2026-12-14 any'],
    ['as soon as possible', '2026-11-30..2027-01-29 any'],
    ['12/25/2026 at 9 am', '2026-12-25 09:00'],
  ])('%s', (text, wish) => expect(shown(text, 'en')).toEqual([wish]));
});

describe('as a machine writes it', () => {
  it.each([
    ['2026-12-03', '2026-12-03 any'],
    ['2026-12-03T10:00', '2026-12-03 10:00'],
    ['2026-12-03 10:00', '2026-12-03 10:00'],
    ['2026-12-03T10:00:00+01:00', '2026-12-03 10:00'],
    ['2026-12-03T10:00:00+0100', '2026-12-03 10:00'],
    ['2026-12-03 at 10:00', '2026-12-03 10:00'],
    ['2026-12-03 à 14h00', '2026-12-03 14:00'],
  ])('%s', (text, wish) => expect(shown(text, /à/.test(text) ? 'fr' : 'en')[0]).toMatch(wish));

  it('does not believe another time zone: models write one after a local time', () => {
    expect(shown('2026-12-03T10:00:00Z', 'fr')).toEqual([]);
    expect(shown('2026-12-03T10:00:00+02:00', 'fr')).toEqual([]);
  });
});

it.each([
  ['fr', 'jeudi ou vendredi matin', ['2026-12-03 00:00-11:59', '2026-12-04 00:00-11:59']],
  ['fr', 'jeudi à 10 h ou 11 h', ['2026-12-03 10:00', '2026-12-03 11:00']],
  ['en', 'Thursday at 2 pm or Friday at 3 pm', ['2026-12-03 14:00', '2026-12-04 15:00']],
] as const)('several wishes, the first one first (%s): %s', (language, text, wishes) => {
  expect(shown(text, language)).toEqual(wishes);
});

describe('what may be meant in two ways, or is no day, is not understood', () => {
  it.each([
    ['fr', ''],
    ['fr', 'bonjour'],
    ['fr', 'à 10 heures'],
    ['fr', 'jeudi prochain'],
    ['fr', 'mercredi 3 décembre'],
    ['fr', 'pas jeudi'],
    ['fr', 'tous les jours sauf lundi'],
    ['fr', 'avant jeudi'],
    ['fr', 'dans huit jours'],
    ['fr', 'jeudi vendredi'],
    ['fr', 'le 31 février'],
    ['fr', 'jeudi vers 10'],
    ['fr', 'jeudi à 25 heures'],
    ['fr', 'le mois prochain'],
    ['fr', 'le jeudi suivant'],
    ['fr', 'jeudi ou lundi prochaine semaine de mars'],
    ['fr', 'x'.repeat(300)],
    ['en', '3/4/2027'],
    ['en', 'next Thursday'],
    ['en', 'not Thursday'],
    ['en', 'a week on Thursday'],
    ['en', 'Thursday at 10 and at 12 and at 3'],
    ['en', 'the week after next'],
    ['en', 'by Thursday'],
    ['en', 'Thursday at 13 pm'],
    ['en', 'I can’t do Thursday'],
  ] as const)('%s: %s', (language, text) => expect(shown(text, language)).toEqual([]));
});

it(`reads back every moment that is said, in any zone (seed ${seed})`, () => {
  const moments = fc.record({
    now: fc.integer({ min: 0, max: 365 * 5 }).map((day) => NOW + day * 86_400_000),
    ahead: fc.integer({ min: 1, max: 360 * 24 * 12 }),
    zone: fc.constantFrom('Europe/Paris', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata'),
    language: fc.constantFrom('fr', 'en') as fc.Arbitrary<CallLanguage>,
  });
  fc.assert(
    fc.property(moments, ({ now, ahead, zone, language }) => {
      const moment = Math.floor(now / 300_000) * 300_000 + ahead * 300_000;
      const [wish, ...more] = readWishes(momentWords(moment, language, zone, now), language, zone, now);
      const { date, minute } = localMoment(zone, moment);
      // Today, a weekday and a date agree; midnight is nobody's appointment, but is read all the same.
      expect(more).toEqual([]);
      expect(wish).toMatchObject({ first: date, last: date });
      expect(wish?.readings[0]).toEqual({ from: minute, to: minute });
      expect(wish?.isSure).toBe(true);
    }),
    { seed, numRuns: 1000 },
  );
});

it(`never throws, whatever is said (seed ${seed})`, () => {
  const word = fc.constantFrom(
    ...'jeudi thursday next prochain le the 3 31 12 à at h heures pm demain tomorrow vers entre between et and ou or décembre may week matin 10:30 25/12 semaine n’importe quand pas'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 5 })), { maxLength: 9 }), (words) => {
      for (const language of ['fr', 'en'] as const)
        for (const { first, last, readings } of readWishes(words.join(' '), language, ZONE, NOW)) {
          expect(first <= last).toBe(true);
          expect(readings.length).toBeGreaterThan(0);
          for (const { from, to } of readings) expect(0 <= from && from <= to && to <= 1439).toBe(true);
        }
    }),
    { seed, numRuns: 3000 },
  );
});
