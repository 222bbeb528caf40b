/**
 * Lead qualification: calls back people who asked for it. Says first who calls, that it is a machine and why, and stops at a
 * word; what is promising goes to a salesperson by rules that are computed.
 */
import type { CallLanguage } from '../../flow/document.ts';
import { CALLING_HOURS, type Drawing, drawing, holidaysOf, items, rule, type Template } from '../template.ts';
import { callers } from './callers.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

const SPOKEN = { en: en.spoken, fr: fr.spoken };
type Words = (typeof SPOKEN)[CallLanguage];

export const leadQualification: Template = {
  id: 'lead-qualification',
  icon: 'target',
  messages: { en: en.gallery, fr: fr.gallery },
  offers: { menu: 'now', keeps: ['yes', 'no'] },
  callers,
  build: (language: CallLanguage, { name }) => {
    const words = SPOKEN[language];
    const sales = drawing(name, language)
      .collect('later_moment', 'text', words.laterMoment)
      .collect('need', 'text', words.need)
      .collect('budget', 'number', words.budget)
      .collect('months', 'number', words.months)
      .collect('decides', 'yes-no', words.decides)
      .collect('person', 'name', words.person)
      .collect('moment', 'text', words.moment)
      .collect('email', 'email', words.email)
      .open('calling', words.calling, CALLING_HOURS, holidaysOf(language));
    drawWelcome(sales, words, name);
    drawProject(sales, words);
    drawHot(sales, words);
    drawWarm(sales, words, name);
    return sales.build();
  },
};

function drawWelcome(sales: Drawing, words: Words, name: string) {
  sales
    .answer(words, name)
    .step('now', 'understand', words.nowTitle, {
      question: words.nowQuestion,
      choices: [
        { id: 'yes', label: words.nowYes, examples: words.nowYesExamples },
        { id: 'later', label: words.nowLater, examples: words.nowLaterExamples },
        { id: 'no', label: words.nowNo, examples: words.nowNoExamples },
      ],
    })
    .step('later', 'ask', words.laterTitle, {
      question: words.laterQuestion,
      items: items('later_moment'),
      readBack: false,
    })
    .step('later-noted', 'hang-up', words.laterNotedTitle, {
      closing: words.laterNotedClosing,
      outcome: words.laterNotedOutcome,
    })
    .step('declined', 'hang-up', words.declinedTitle, {
      closing: words.declinedClosing,
      outcome: words.declinedOutcome,
    })
    .step('unclear', 'hang-up', words.unclearTitle, {
      closing: words.unclearClosing,
      outcome: words.unclearOutcome,
    })
    .step('stop', 'hang-up', words.stopTitle, { closing: words.stopClosing, outcome: words.stopOutcome })
    .ways('answer', { next: 'now' })
    .ways('now', { yes: 'project', later: 'later', no: 'declined', 'something-else': 'unclear' })
    .ways('later', { 'got-it': 'later-noted', 'would-not-say': 'declined' })
    .always('wants-human', { goTo: 'open' })
    .always('angry', { goTo: 'stop', sentence: words.stopSentence, phrases: words.stopPhrases })
    .always('language');
}

function drawProject(sales: Drawing, words: Words) {
  const compare = (information: string, operator: 'less-than' | 'more-than', value: string) => ({
    type: 'compare',
    information,
    operator,
    value,
  });
  sales
    .step('project', 'ask', words.projectTitle, {
      question: words.projectQuestion,
      items: items('need', 'budget', 'months', 'decides'),
      readBack: false,
    })
    .step('value', 'decide', words.valueTitle, {
      cases: [
        {
          id: 'hot',
          name: words.hot,
          match: 'all',
          rules: [compare('budget', 'more-than', '4999'), compare('months', 'less-than', '4')],
        },
        {
          id: 'warm',
          name: words.warm,
          match: 'any',
          rules: [compare('budget', 'more-than', '999'), compare('months', 'less-than', '4')],
        },
      ],
    })
    .step('cold', 'hang-up', words.coldTitle, { closing: words.coldClosing, outcome: words.coldOutcome })
    .ways('project', { 'got-it': 'value', 'would-not-say': 'declined' })
    .ways('value', { hot: 'open', warm: 'documents', otherwise: 'cold' });
}

/** Somebody to talk to at once; else a meeting; else a promise to call back. */
function drawHot(sales: Drawing, words: Words) {
  sales
    .step('open', 'decide', words.openTitle, rule({ type: 'open', hours: 'calling', is: true }))
    .step('seller', 'transfer', words.sellerTitle, {
      message: words.sellerMessage,
      people: [{ name: words.seller, number: words.sellerNumber }],
      tellWhy: true,
    })
    .step('meeting', 'ask', words.meetingTitle, {
      question: words.meetingQuestion,
      items: items('moment', 'person'),
      readBack: false,
    })
    .step('book', 'book', words.bookTitle, {
      service: words.service,
      minutes: 30,
      hours: 'calling',
      buffer: 0,
      notice: 2,
      when: 'moment',
      name: 'person',
      phone: '',
      confirmation: words.confirmation,
    })
    .step('met', 'hang-up', words.metTitle, { closing: words.metClosing, outcome: words.metOutcome })
    .step('call-back', 'hang-up', words.callBackTitle, {
      closing: words.callBackClosing,
      outcome: words.callBackOutcome,
    })
    .ways('open', { yes: 'seller', otherwise: 'meeting' })
    .ways('seller', { 'no-answer': 'meeting' })
    .ways('meeting', { 'got-it': 'book', 'would-not-say': 'call-back' })
    .ways('book', { booked: 'met', 'no-slot': 'call-back', problem: 'call-back' });
}

function drawWarm(sales: Drawing, words: Words, name: string) {
  sales
    .step('documents', 'ask', words.documentsTitle, {
      question: words.documentsQuestion,
      items: items('email'),
      readBack: true,
    })
    .step('mail', 'send', words.mailTitle, {
      channel: 'email',
      to: 'email',
      address: '',
      subject: words.mailSubject(name),
      text: words.mailText(name),
    })
    .step('sent', 'hang-up', words.sentTitle, { closing: words.sentClosing, outcome: words.sentOutcome })
    .step('to-send', 'hang-up', words.toSendTitle, {
      closing: words.toSendClosing,
      outcome: words.toSendOutcome,
    })
    .ways('documents', { 'got-it': 'mail', 'would-not-say': 'cold' })
    .ways('mail', { sent: 'sent', problem: 'to-send' });
}
