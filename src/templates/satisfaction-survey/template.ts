/**
 * Satisfaction survey: a short call to customers. Says first who calls, that it is a machine and why, and stops at a word;
 * poor marks go to the manager, very good ones get a link.
 */
import type { CallLanguage } from '../../flow/document.ts';
import { CALLING_HOURS, type Drawing, drawing, holidaysOf, items, rule, type Template } from '../template.ts';
import { callers } from './callers.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

const SPOKEN = { en: en.spoken, fr: fr.spoken };
type Words = (typeof SPOKEN)[CallLanguage];
const MANAGER = 'manager@example.com';

export const satisfactionSurvey: Template = {
  id: 'satisfaction-survey',
  icon: 'star',
  messages: { en: en.gallery, fr: fr.gallery },
  offers: { menu: 'agree', keeps: ['yes', 'no'], note: 'note' },
  callers,
  build: (language: CallLanguage, { name }) => {
    const words = SPOKEN[language];
    const survey = drawing(name, language)
      .collect('moment', 'text', words.moment)
      .collect('score', 'number', words.score)
      .collect('reason', 'text', words.reason)
      .collect('customer_name', 'name', words.customer)
      .collect('phone', 'phone', words.phone)
      .collect('idea', 'text', words.idea)
      .collect('message', 'text', words.message)
      .open('calling', words.calling, CALLING_HOURS, holidaysOf(language));
    drawConsent(survey, words, name);
    drawMark(survey, words);
    drawUnhappy(survey, words);
    drawHappy(survey, words, name);
    drawManager(survey, words);
    return survey.build();
  },
};

function drawConsent(survey: Drawing, words: Words, name: string) {
  survey
    .answer(words, name)
    .step('agree', 'understand', words.agreeTitle, {
      question: words.agreeQuestion,
      choices: [
        { id: 'yes', label: words.agreeYes, examples: words.agreeYesExamples },
        { id: 'later', label: words.agreeLater, examples: words.agreeLaterExamples },
        { id: 'no', label: words.agreeNo, examples: words.agreeNoExamples },
      ],
    })
    .step('later', 'ask', words.laterTitle, {
      question: words.laterQuestion,
      items: items('moment'),
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
    .ways('answer', { next: 'agree' })
    .ways('agree', { yes: 'mark', later: 'later', no: 'declined', 'something-else': 'unclear' })
    .ways('later', { 'got-it': 'later-noted', 'would-not-say': 'declined' })
    .always('wants-human', { goTo: 'open' })
    .always('angry', { goTo: 'stop', sentence: words.stopSentence, phrases: words.stopPhrases })
    .always('language');
}

function drawMark(survey: Drawing, words: Words) {
  survey
    .step('mark', 'ask', words.markTitle, {
      question: words.markQuestion,
      items: items('score'),
      readBack: false,
    })
    .step('level', 'decide', words.levelTitle, {
      cases: [
        {
          id: 'low',
          name: words.low,
          match: 'all',
          rules: [{ type: 'compare', information: 'score', operator: 'less-than', value: '7' }],
        },
        {
          id: 'high',
          name: words.high,
          match: 'all',
          rules: [{ type: 'compare', information: 'score', operator: 'more-than', value: '8' }],
        },
      ],
    })
    .step('idea', 'ask', words.ideaTitle, {
      question: words.ideaQuestion,
      items: items('idea'),
      readBack: false,
    })
    .step('thanked', 'hang-up', words.thankedTitle, {
      closing: words.thankedClosing,
      outcome: words.thankedOutcome,
    })
    .ways('mark', { 'got-it': 'level', 'would-not-say': 'declined' })
    .ways('level', { low: 'reason', high: 'review', otherwise: 'idea' })
    .ways('idea', { 'got-it': 'thanked', 'would-not-say': 'thanked' });
}

function drawUnhappy(survey: Drawing, words: Words) {
  survey
    .step('reason', 'ask', words.reasonTitle, {
      question: words.reasonQuestion,
      items: items('reason'),
      readBack: false,
    })
    .step('call-back', 'understand', words.callBackTitle, {
      question: words.callBackQuestion,
      choices: [
        { id: 'yes', label: words.callBackYes, examples: words.callBackYesExamples },
        { id: 'no', label: words.callBackNo, examples: words.callBackNoExamples },
      ],
    })
    .step('contact', 'ask', words.contactTitle, {
      question: words.contactQuestion,
      items: items('customer_name', 'phone'),
      readBack: false,
    })
    .step('alert', 'send', words.alertTitle, {
      channel: 'email',
      to: 'me',
      address: MANAGER,
      subject: words.alertSubject,
      text: words.alertText,
    })
    .step('alerted', 'hang-up', words.alertedTitle, {
      closing: words.alertedClosing,
      outcome: words.alertedOutcome,
    })
    .step('sorry', 'hang-up', words.sorryTitle, { closing: words.sorryClosing, outcome: words.sorryOutcome })
    .ways('reason', { 'got-it': 'call-back', 'would-not-say': 'sorry' })
    .ways('call-back', { yes: 'contact', no: 'sorry', 'something-else': 'sorry' })
    .ways('contact', { 'got-it': 'alert', 'would-not-say': 'sorry' })
    .ways('alert', { sent: 'alerted', problem: 'alerted' });
}

function drawHappy(survey: Drawing, words: Words, name: string) {
  survey
    .step('review', 'send', words.reviewTitle, {
      channel: 'sms',
      to: 'caller',
      address: '',
      subject: '',
      text: words.reviewText(name),
    })
    .step('invited', 'hang-up', words.invitedTitle, {
      closing: words.invitedClosing,
      outcome: words.invitedOutcome,
    })
    .step('delighted', 'hang-up', words.delightedTitle, {
      closing: words.delightedClosing,
      outcome: words.delightedOutcome,
    })
    .ways('review', { sent: 'invited', problem: 'delighted' });
}

function drawManager(survey: Drawing, words: Words) {
  survey
    .step('open', 'decide', words.openTitle, rule({ type: 'open', hours: 'calling', is: true }))
    .step('manager', 'transfer', words.managerTitle, {
      message: words.managerMessage,
      people: [{ name: words.manager, number: words.managerNumber }],
      tellWhy: false,
    })
    .step('note', 'ask', words.noteTitle, {
      question: words.noteQuestion,
      items: items('message'),
      readBack: false,
    })
    .step('noted', 'hang-up', words.notedTitle, { closing: words.notedClosing, outcome: words.notedOutcome })
    .ways('open', { yes: 'manager', otherwise: 'note' })
    .ways('manager', { 'no-answer': 'note' })
    .ways('note', { 'got-it': 'noted', 'would-not-say': 'noted' });
}
