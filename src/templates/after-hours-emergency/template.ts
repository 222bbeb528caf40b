/** After-hours emergencies: danger goes to the emergency services, urgent callers to whoever is on call, the rest is noted. */
import type { CallLanguage } from '../../flow/document.ts';
import { type Drawing, drawing, items, rule, type Template } from '../template.ts';
import { callers } from './callers.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

const SPOKEN = { en: en.spoken, fr: fr.spoken };
type Words = (typeof SPOKEN)[CallLanguage];
const OFFICE = 'office@example.com';

export const afterHoursEmergency: Template = {
  id: 'after-hours-emergency',
  icon: 'siren',
  messages: { en: en.gallery, fr: fr.gallery },
  offers: { menu: 'need', note: 'note', message: 'later' },
  callers,
  build: (language: CallLanguage, { name }) => {
    const words = SPOKEN[language];
    const line = drawing(name, language)
      .collect('danger', 'yes-no', words.danger)
      .collect('phone', 'phone', words.phone)
      .collect('address', 'address', words.address)
      .collect('problem', 'text', words.problem)
      .collect('worse', 'yes-no', words.worse)
      .collect('caller', 'name', words.caller)
      .collect('message', 'text', words.message);
    drawDanger(line, words, name);
    drawNeed(line, words);
    drawOnCall(line, words);
    drawMorning(line, words);
    return line.build();
  },
};

function drawDanger(line: Drawing, words: Words, name: string) {
  line
    .answer(words, name)
    .step('safety', 'ask', words.safetyTitle, {
      question: words.safetyQuestion,
      items: items('danger'),
      readBack: false,
    })
    .step(
      'danger',
      'decide',
      words.dangerTitle,
      rule({ type: 'compare', information: 'danger', operator: 'is', value: 'yes' }),
    )
    .step('call-112', 'say', words.callTitle, { text: words.callText, exactly: true })
    .step('danger-end', 'hang-up', words.dangerEndTitle, {
      closing: words.dangerEndClosing,
      outcome: words.dangerEndOutcome,
    })
    .ways('answer', { next: 'safety' })
    .ways('safety', { 'got-it': 'danger', 'would-not-say': 'need' })
    .ways('danger', { yes: 'call-112', otherwise: 'need' })
    .ways('call-112', { next: 'danger-end' })
    .always('wants-human', { goTo: 'person' })
    // Here every other caller says "emergency": the warning is given, the call goes on, and the rule above decides.
    .always('emergency', { sentence: words.emergency, phrases: words.emergencyPhrases })
    .always('language')
    .always('angry');
}

function drawNeed(line: Drawing, words: Words) {
  line
    .step('need', 'understand', words.needTitle, {
      question: words.needQuestion,
      choices: [
        { id: 'urgent', label: words.urgent, examples: words.urgentExamples },
        { id: 'later', label: words.later, examples: words.laterExamples },
      ],
    })
    .step('details', 'ask', words.detailsTitle, {
      question: words.detailsQuestion,
      items: items('phone', 'address', 'problem', 'worse'),
      readBack: true,
    })
    .step('person', 'transfer', words.personTitle, {
      message: words.personMessage,
      people: onCall(words),
      tellWhy: true,
      waitForAnswer: true,
    })
    .ways('need', { urgent: 'details', later: 'note', 'something-else': 'note' })
    .ways('details', { 'got-it': 'on-call', 'would-not-say': 'person' })
    .ways('person', { 'no-answer': 'note' });
}

function drawOnCall(line: Drawing, words: Words) {
  const text = (address: string) => ({
    channel: 'sms',
    to: 'me',
    address,
    subject: '',
    text: words.alertText,
  });
  line
    .step('on-call', 'transfer', words.onCallTitle, {
      message: words.onCallMessage,
      people: onCall(words),
      tellWhy: true,
      waitForAnswer: true,
    })
    .step('alert', 'send', words.alertTitle, text(words.firstNumber))
    .step('backup', 'send', words.backupTitle, text(words.secondNumber))
    .step('promised', 'hang-up', words.promisedTitle, {
      closing: words.promisedClosing,
      outcome: words.promisedOutcome,
    })
    .step('logged', 'hang-up', words.loggedTitle, {
      closing: words.loggedClosing,
      outcome: words.loggedOutcome,
    })
    .ways('on-call', { 'no-answer': 'alert' })
    .ways('alert', { sent: 'promised', problem: 'backup' })
    .ways('backup', { sent: 'promised', problem: 'logged' });
}

function drawMorning(line: Drawing, words: Words) {
  line
    .step('note', 'ask', words.noteTitle, {
      question: words.noteQuestion,
      items: items('message', 'caller', 'phone'),
      readBack: false,
    })
    .step('notify', 'send', words.notifyTitle, {
      channel: 'email',
      to: 'me',
      address: OFFICE,
      subject: words.notifySubject,
      text: words.notifyText,
    })
    .step('noted', 'hang-up', words.notedTitle, {
      closing: words.notedClosing,
      outcome: words.notedOutcome,
    })
    .ways('note', { 'got-it': 'notify', 'would-not-say': 'noted' })
    .ways('notify', { sent: 'noted', problem: 'noted' });
}

/** In the order in which they are called. */
function onCall(words: Words) {
  return [
    { name: words.first, number: words.firstNumber },
    { name: words.second, number: words.secondNumber },
    { name: words.third, number: words.thirdNumber },
  ];
}
