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

export interface BookSpeech {
  readonly confirmation: string;
  /** Added to a confirmation that does not name the moment; `when` stands for it. */
  readonly moment: (when: string) => string;
  readonly looking: string;
  readonly stillLooking: string;
  readonly unreachable: string;
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
    tool: (service) =>
      `Réserve : ${service}. Lui seul sait ce qui est libre, et répond si c’est réservé et pour quand. Donne ce que la personne a dit ; n’annonce jamais toi-même un jour ou une heure.`,
    slot: ({ weekday, day, month, year, hour, minutes }) =>
      `${weekday} ${day === 1 ? '1er' : day} ${month}${year === null ? '' : ` ${year}`} à ${hour} h${minutes === 0 ? '' : ` ${twoDigits(minutes)}`}`,
  },
};
