/** What “Book” says by itself, and how its tool is described to the model, per language of the call. Pure. */
import type { CallLanguage } from '../../flow/document.ts';

/** A moment on a calendar and a clock of 24 hours; the year only where it is not plain. */
export interface SpokenMoment {
  readonly weekday: string;
  readonly day: number;
  readonly month: string;
  readonly year: number | null;
  readonly hour: number;
  readonly minutes: number;
}

const twoDigits = (number: number) => String(number).padStart(2, '0');

const listed = (moments: readonly string[], language: CallLanguage) =>
  new Intl.ListFormat(language, { type: 'disjunction' }).format(moments);

export interface BookSpeech {
  readonly confirmation: string;
  /** Added to a confirmation that does not name the moment; `when` stands for it. */
  readonly moment: (when: string) => string;
  readonly looking: string;
  readonly stillLooking: string;
  readonly unreachable: string;
  /** When the wished time could not be had, whatever the reason. */
  readonly notFree: string;
  /** What may be had instead, soonest first; there is at least one. */
  readonly offer: (moments: readonly string[]) => string;
  readonly tool: (service: string) => string;
  /** What stands in the answer for what was booked. */
  readonly slot: (moment: SpokenMoment) => string;
}

export const SPEECH: Readonly<Record<CallLanguage, BookSpeech>> = {
  en: {
    confirmation: 'Your appointment is booked.',
    moment: (when) => `It is on: ${when}.`,
    looking: 'One moment, I am looking at the calendar.',
    stillLooking: 'Just a little longer.',
    unreachable: 'I cannot reach the calendar right now.',
    notFree: 'I could not book that time.',
    offer: (moments) =>
      moments.length === 1
        ? `The next free time is ${moments[0]}.`
        : `The next free times are ${listed(moments, 'en')}.`,
    tool: (service) =>
      `Books: ${service}. It alone knows what is free, and answers whether it was booked and for when. Give what the caller said; never announce a day or a time yourself.`,
    slot: ({ weekday, day, month, year, hour, minutes }) =>
      `${weekday}, ${month} ${day}${year === null ? '' : `, ${year}`} at ${hour % 12 || 12}${minutes === 0 ? '' : `:${twoDigits(minutes)}`} ${hour < 12 ? 'AM' : 'PM'}`,
  },
  fr: {
    confirmation: 'Votre rendez-vous est pris.',
    moment: (when) => `C’est pour : ${when}.`,
    looking: 'Un instant, je consulte l’agenda.',
    stillLooking: 'Encore un petit instant.',
    unreachable: 'Je n’arrive pas à consulter l’agenda pour le moment.',
    notFree: 'Je n’ai pas pu réserver à ce moment-là.',
    offer: (moments) =>
      moments.length === 1
        ? `Le prochain créneau libre est ${moments[0]}.`
        : `Les prochains créneaux libres sont ${listed(moments, 'fr')}.`,
    tool: (service) =>
      `Réserve : ${service}. Lui seul sait ce qui est libre, et répond si c’est réservé et pour quand. Donne ce que la personne a dit ; n’annonce jamais toi-même un jour ou une heure.`,
    slot: ({ weekday, day, month, year, hour, minutes }) =>
      `${weekday} ${day === 1 ? '1er' : day} ${month}${year === null ? '' : ` ${year}`} à ${hour} h${minutes === 0 ? '' : ` ${twoDigits(minutes)}`}`,
  },
};
