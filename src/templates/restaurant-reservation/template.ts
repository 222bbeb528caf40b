/** Restaurant reservation: notes tables, and passes large parties to the manager by a rule that is computed. */
import type { CallLanguage } from '../../flow/document.ts';
import { at, drawing, type Template } from '../template.ts';
import { callers } from './callers.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

const SPOKEN = { en: en.spoken, fr: fr.spoken };
const DAY = [
  { from: at(12), to: at(14, 30) },
  { from: at(19), to: at(22, 30) },
];

export const restaurantReservation: Template = {
  id: 'restaurant-reservation',
  icon: 'utensils',
  messages: { en: en.gallery, fr: fr.gallery },
  offers: { menu: 'wish', note: 'note' },
  callers,
  build: (language: CallLanguage, { name }) => {
    const words = SPOKEN[language];
    return drawing(name, language)
      .collect('wished_day', 'date', words.day)
      .collect('hour', 'time', words.hour)
      .collect('guests', 'number', words.guests)
      .collect('guest', 'name', words.guest)
      .collect('phone', 'phone', words.phone)
      .collect('message', 'text', words.message)
      .open('service', words.service, [[], DAY, DAY, DAY, DAY, DAY, DAY])
      .answer(words, name)
      .step('wish', 'understand', words.wishTitle, {
        question: words.wishQuestion,
        choices: [
          { id: 'table', label: words.table, examples: words.tableExamples },
          { id: 'question', label: words.question, examples: words.questionExamples },
        ],
      })
      .step('details', 'ask', words.detailsTitle, {
        question: words.detailsQuestion,
        items: ['wished_day', 'hour', 'guests', 'guest', 'phone'].map((information) => ({
          information,
          optional: false,
        })),
        readBack: true,
      })
      .step('large', 'decide', words.largeTitle, {
        cases: [
          {
            id: 'yes',
            name: '',
            match: 'all',
            rules: [{ type: 'compare', information: 'guests', operator: 'more-than', value: '8' }],
          },
        ],
      })
      .step('manager', 'transfer', words.managerTitle, {
        message: words.managerMessage,
        people: [{ name: words.manager, number: words.managerNumber }],
        tellWhy: false,
      })
      .step('large-noted', 'hang-up', words.largeNotedTitle, {
        closing: words.largeNotedClosing,
        outcome: words.largeNotedOutcome,
      })
      .step('booked', 'hang-up', words.bookedTitle, {
        closing: words.bookedClosing,
        outcome: words.bookedOutcome,
      })
      .step('open', 'decide', words.openTitle, {
        cases: [{ id: 'yes', name: '', match: 'all', rules: [{ type: 'open', hours: 'service', is: true }] }],
      })
      .step('team', 'transfer', words.teamTitle, {
        message: words.managerMessage,
        people: [{ name: words.team, number: words.managerNumber }],
        tellWhy: false,
      })
      .step('note', 'ask', words.noteTitle, {
        question: words.noteQuestion,
        items: ['message', 'guest', 'phone'].map((information) => ({ information, optional: false })),
        readBack: false,
      })
      .step('noted', 'hang-up', words.notedTitle, {
        closing: words.notedClosing,
        outcome: words.notedOutcome,
      })
      .link('answer', 'next', 'wish')
      .link('wish', 'table', 'details')
      .link('wish', 'question', 'open')
      .link('wish', 'something-else', 'note')
      .link('details', 'got-it', 'large')
      .link('details', 'would-not-say', 'note')
      .link('large', 'yes', 'manager')
      .link('large', 'otherwise', 'booked')
      .link('manager', 'no-answer', 'large-noted')
      .link('open', 'yes', 'team')
      .link('open', 'otherwise', 'note')
      .link('team', 'no-answer', 'note')
      .link('note', 'got-it', 'noted')
      .link('note', 'would-not-say', 'noted')
      .always('wants-human', { goTo: 'open' })
      .build();
  },
};
