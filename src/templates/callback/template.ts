/** Callback: the team answers when it can; otherwise a moment is agreed at which it calls back. */
import type { CallLanguage } from '../../flow/document.ts';
import { at, type Drawing, drawing, holidaysOf, items, rule, type Template, weekdays } from '../template.ts';
import { callers } from './callers.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

const SPOKEN = { en: en.spoken, fr: fr.spoken };
type Words = (typeof SPOKEN)[CallLanguage];
const ME = 'me@example.com';
const DAY = [
  { from: at(9), to: at(12, 30) },
  { from: at(14), to: at(18) },
];

export const callback: Template = {
  id: 'callback',
  icon: 'phone-call',
  messages: { en: en.gallery, fr: fr.gallery },
  offers: {},
  callers,
  build: (language: CallLanguage, { name }) => {
    const words = SPOKEN[language];
    const team = drawing(name, language)
      .collect('contact', 'name', words.contact)
      .collect('subject', 'text', words.subject)
      .collect('phone', 'phone', words.phone)
      .collect('moment', 'text', words.moment)
      .open('team', words.hours, weekdays(DAY), holidaysOf(language));
    drawTeam(team, words, name);
    drawRequest(team, words);
    drawAgreement(team, words, name);
    return team.build();
  },
};

function drawTeam(team: Drawing, words: Words, name: string) {
  team
    .answer(words, name)
    .step('open', 'decide', words.openTitle, rule({ type: 'open', hours: 'team', is: true }))
    .step('team', 'transfer', words.teamTitle, {
      message: words.teamMessage,
      people: [
        { name: words.first, number: words.firstNumber },
        { name: words.second, number: words.secondNumber },
      ],
      tellWhy: false,
      waitForAnswer: true,
    })
    .ways('answer', { next: 'open' })
    .ways('open', { yes: 'team', otherwise: 'details' })
    .ways('team', { 'no-answer': 'details' })
    .always('wants-human', { goTo: 'open' })
    .always('language')
    .always('angry');
}

/** The number that calls is offered first: fewer digits to say and to mishear. */
function drawRequest(team: Drawing, words: Words) {
  team
    .step('details', 'ask', words.detailsTitle, {
      question: words.detailsQuestion,
      items: items('contact', 'subject'),
      readBack: false,
    })
    .step('same', 'understand', words.sameTitle, {
      question: words.sameQuestion,
      choices: [
        { id: 'same', label: words.same, examples: words.sameExamples },
        { id: 'other', label: words.other, examples: words.otherExamples },
      ],
    })
    .step('number', 'ask', words.numberTitle, {
      question: words.numberQuestion,
      items: items('phone'),
      readBack: true,
    })
    .step('declined', 'hang-up', words.declinedTitle, {
      closing: words.declinedClosing,
      outcome: words.declinedOutcome,
    })
    .ways('details', { 'got-it': 'same', 'would-not-say': 'declined' })
    .ways('same', { same: 'when', other: 'number', 'something-else': 'number' })
    .ways('number', { 'got-it': 'when', 'would-not-say': 'declined' });
}

function drawAgreement(team: Drawing, words: Words, name: string) {
  team
    .step('when', 'ask', words.whenTitle, {
      question: words.whenQuestion,
      items: items('moment'),
      readBack: false,
    })
    .step('slot', 'book', words.slotTitle, {
      service: words.service,
      minutes: 15,
      hours: 'team',
      buffer: 0,
      notice: 1,
      when: 'moment',
      name: 'contact',
      // Asked for only when it is another than the caller's own, which the endpoint knows.
      phone: '',
      confirmation: words.confirmation,
    })
    .step('confirm', 'send', words.confirmTitle, {
      channel: 'sms',
      to: 'caller',
      address: '',
      subject: '',
      text: words.confirmText(name),
    })
    .step('tell', 'send', words.tellTitle, {
      channel: 'email',
      to: 'me',
      address: ME,
      subject: words.tellSubject,
      text: words.tellText,
    })
    .step('done', 'hang-up', words.doneTitle, {
      closing: words.doneClosing,
      outcome: words.doneOutcome,
    })
    .ways('when', { 'got-it': 'slot', 'would-not-say': 'tell' })
    .ways('slot', { booked: 'confirm', 'no-slot': 'tell', problem: 'tell' })
    .ways('confirm', { sent: 'tell', problem: 'tell' })
    .ways('tell', { sent: 'done', problem: 'done' });
}
