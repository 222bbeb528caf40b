/** Appointment booking: notes requests for appointments, passes urgent callers on when the office is open. */
import type { CallLanguage } from '../../flow/document.ts';
import { at, drawing, type Template, weekdays } from '../template.ts';
import { callers } from './callers.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

const SPOKEN = { en: en.spoken, fr: fr.spoken };
const DAY = [
  { from: at(9), to: at(12, 30) },
  { from: at(14), to: at(18) },
];

export const appointmentBooking: Template = {
  id: 'appointment-booking',
  icon: 'calendar-check',
  messages: { en: en.gallery, fr: fr.gallery },
  offers: { menu: 'wish', note: 'note', person: 'person' },
  callers,
  build: (language: CallLanguage, { name }) => {
    const words = SPOKEN[language];
    return drawing(name, language)
      .collect('patient', 'name', words.patient)
      .collect('phone', 'phone', words.phone)
      .collect('reason', 'text', words.reason)
      .collect('moment', 'text', words.moment)
      .collect('appointment', 'text', words.appointment)
      .collect('message', 'text', words.message)
      .open('office', words.office, weekdays(DAY))
      .answer(words, name)
      .step('wish', 'understand', words.wishTitle, {
        question: words.wishQuestion,
        choices: [
          { id: 'book', label: words.book, examples: words.bookExamples },
          { id: 'change', label: words.change, examples: words.changeExamples },
          { id: 'person', label: words.person, examples: words.personExamples },
        ],
      })
      .step('details', 'ask', words.detailsTitle, {
        question: words.detailsQuestion,
        items: ['patient', 'phone', 'reason', 'moment'].map((information) => ({
          information,
          optional: information === 'reason',
        })),
        readBack: true,
      })
      .step('booked', 'hang-up', words.bookedTitle, {
        closing: words.bookedClosing,
        outcome: words.bookedOutcome,
      })
      .step('which', 'ask', words.whichTitle, {
        question: words.whichQuestion,
        items: ['patient', 'appointment', 'phone'].map((information) => ({ information, optional: false })),
        readBack: true,
      })
      .step('changed', 'hang-up', words.changedTitle, {
        closing: words.changedClosing,
        outcome: words.changedOutcome,
      })
      .step('open', 'decide', words.openTitle, {
        cases: [{ id: 'yes', name: '', match: 'all', rules: [{ type: 'open', hours: 'office', is: true }] }],
      })
      .step('desk', 'transfer', words.deskTitle, {
        message: words.deskMessage,
        people: [{ name: words.desk, number: words.deskNumber }],
        tellWhy: false,
      })
      .step('note', 'ask', words.noteTitle, {
        question: words.noteQuestion,
        items: ['message', 'patient', 'phone'].map((information) => ({ information, optional: false })),
        readBack: false,
      })
      .step('noted', 'hang-up', words.notedTitle, {
        closing: words.notedClosing,
        outcome: words.notedOutcome,
      })
      .link('answer', 'next', 'wish')
      .link('wish', 'book', 'details')
      .link('wish', 'change', 'which')
      .link('wish', 'person', 'open')
      .link('wish', 'something-else', 'note')
      .link('details', 'got-it', 'booked')
      .link('details', 'would-not-say', 'open')
      .link('which', 'got-it', 'changed')
      .link('which', 'would-not-say', 'open')
      .link('open', 'yes', 'desk')
      .link('open', 'otherwise', 'note')
      .link('desk', 'no-answer', 'note')
      .link('note', 'got-it', 'noted')
      .link('note', 'would-not-say', 'noted')
      .always('wants-human', { goTo: 'open' })
      .always('emergency', { sentence: words.emergency })
      .build();
  },
};
