/** Law-firm intake: clients reach the firm, new matters a consultation, and what cannot wait the lawyer on call. */
import type { CallLanguage } from '../../flow/document.ts';
import { at, type Drawing, drawing, holidaysOf, items, rule, type Template, weekdays } from '../template.ts';
import { callers } from './callers.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

const SPOKEN = { en: en.spoken, fr: fr.spoken };
type Words = (typeof SPOKEN)[CallLanguage];
const FIRM = 'office@example.com';
const DAY = [
  { from: at(9), to: at(12, 30) },
  { from: at(14), to: at(18, 30) },
];

export const lawFirm: Template = {
  id: 'law-firm',
  icon: 'scale',
  messages: { en: en.gallery, fr: fr.gallery },
  offers: { menu: 'wish', note: 'note' },
  callers,
  build: (language: CallLanguage, { name }) => {
    const words = SPOKEN[language];
    const firm = drawing(name, language)
      .collect('client', 'name', words.client)
      .collect('phone', 'phone', words.phone)
      .collect('email', 'email', words.email)
      .collect('reference', 'text', words.reference)
      .collect('field', 'choice', words.field, words.fields)
      .collect('opponent', 'text', words.opponent)
      .collect('deadline', 'date', words.deadline)
      .collect('pressing', 'yes-no', words.pressing)
      .collect('moment', 'text', words.moment)
      .collect('caller', 'text', words.caller)
      .collect('message', 'text', words.message)
      .open('office', words.hours, weekdays(DAY), holidaysOf(language));
    drawReception(firm, words, name);
    drawClients(firm, words);
    drawNewMatter(firm, words);
    drawConsultation(firm, words, name);
    drawMessages(firm, words);
    return firm.build();
  },
};

function drawReception(firm: Drawing, words: Words, name: string) {
  firm
    .answer(words, name)
    .step('wish', 'understand', words.wishTitle, {
      question: words.wishQuestion,
      choices: [
        { id: 'existing', label: words.existing, examples: words.existingExamples },
        { id: 'new', label: words.fresh, examples: words.freshExamples },
        { id: 'court', label: words.court, examples: words.courtExamples },
      ],
    })
    .ways('answer', { next: 'wish' })
    .ways('wish', { existing: 'file', new: 'contact', court: 'court', 'something-else': 'note' })
    .always('wants-human', { goTo: 'open' })
    .always('language')
    .always('angry');
}

function drawClients(firm: Drawing, words: Words) {
  firm
    .step('file', 'ask', words.fileTitle, {
      question: words.fileQuestion,
      items: items('client', 'reference?'),
      readBack: false,
    })
    .step('open', 'decide', words.openTitle, rule({ type: 'open', hours: 'office', is: true }))
    .step('assistant', 'transfer', words.assistantTitle, {
      message: words.assistantMessage,
      people: [{ name: words.assistant, number: words.assistantNumber }],
      tellWhy: true,
    })
    .step('client-note', 'ask', words.clientNoteTitle, {
      question: words.clientNoteQuestion,
      items: items('message', 'client', 'phone'),
      readBack: false,
    })
    .ways('file', { 'got-it': 'open', 'would-not-say': 'open' })
    .ways('open', { yes: 'assistant', otherwise: 'client-note' })
    .ways('assistant', { 'no-answer': 'client-note' })
    .ways('client-note', { 'got-it': 'notify', 'would-not-say': 'noted' });
}

/** The opposing party is asked for, to find conflicts of interest, in a step that is not read back. */
function drawNewMatter(firm: Drawing, words: Words) {
  firm
    .step('contact', 'ask', words.contactTitle, {
      question: words.contactQuestion,
      items: items('client', 'phone', 'email'),
      readBack: true,
    })
    .step('matter', 'ask', words.matterTitle, {
      question: words.matterQuestion,
      items: items('field', 'opponent?', 'deadline?', 'pressing'),
      readBack: false,
    })
    .step(
      'pressing',
      'decide',
      words.pressingTitle,
      rule({ type: 'compare', information: 'pressing', operator: 'is', value: 'yes' }),
    )
    .step('on-call', 'transfer', words.onCallTitle, {
      message: words.onCallMessage,
      people: [{ name: words.onCall, number: words.onCallNumber }],
      tellWhy: true,
    })
    .step('alert', 'send', words.alertTitle, {
      channel: 'sms',
      to: 'me',
      address: words.onCallNumber,
      subject: '',
      text: words.alertText,
    })
    .step('alerted', 'hang-up', words.alertedTitle, {
      closing: words.alertedClosing,
      outcome: words.alertedOutcome,
    })
    .ways('contact', { 'got-it': 'matter', 'would-not-say': 'note' })
    .ways('matter', { 'got-it': 'pressing', 'would-not-say': 'note' })
    .ways('pressing', { yes: 'on-call', otherwise: 'slot' })
    .ways('on-call', { 'no-answer': 'alert' })
    .ways('alert', { sent: 'alerted', problem: 'alerted' });
}

function drawConsultation(firm: Drawing, words: Words, name: string) {
  firm
    .step('slot', 'ask', words.slotTitle, {
      question: words.slotQuestion,
      items: items('moment'),
      readBack: false,
    })
    .step('consultation', 'book', words.consultationTitle, {
      service: words.service,
      minutes: 45,
      hours: 'office',
      buffer: 15,
      notice: 24,
      when: 'moment',
      name: 'client',
      phone: 'phone',
      confirmation: words.confirmation,
    })
    .step('recap', 'send', words.recapTitle, {
      channel: 'email',
      to: 'email',
      address: '',
      subject: words.recapSubject(name),
      text: words.recapText(name),
    })
    .step('booked', 'hang-up', words.bookedTitle, {
      closing: words.bookedClosing,
      outcome: words.bookedOutcome,
    })
    .ways('slot', { 'got-it': 'consultation', 'would-not-say': 'notify' })
    .ways('consultation', { booked: 'recap', 'no-slot': 'notify', problem: 'notify' })
    .ways('recap', { sent: 'booked', problem: 'booked' });
}

function drawMessages(firm: Drawing, words: Words) {
  firm
    .step('court', 'ask', words.courtTitle, {
      question: words.courtQuestion,
      items: items('caller', 'client', 'phone', 'reference?', 'message'),
      readBack: false,
    })
    .step('note', 'ask', words.noteTitle, {
      question: words.noteQuestion,
      items: items('message', 'client', 'phone'),
      readBack: false,
    })
    .step('notify', 'send', words.notifyTitle, {
      channel: 'email',
      to: 'me',
      address: FIRM,
      subject: words.notifySubject,
      text: words.notifyText,
    })
    .step('noted', 'hang-up', words.notedTitle, {
      closing: words.notedClosing,
      outcome: words.notedOutcome,
    })
    .ways('court', { 'got-it': 'notify', 'would-not-say': 'note' })
    .ways('note', { 'got-it': 'notify', 'would-not-say': 'noted' })
    .ways('notify', { sent: 'noted', problem: 'noted' });
}
