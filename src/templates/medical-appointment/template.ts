/** Medical appointment: books in the calendar, notes the rest, says at any moment whom to call in an emergency. */
import type { CallLanguage } from '../../flow/document.ts';
import { at, type Drawing, drawing, holidaysOf, items, rule, type Template, weekdays } from '../template.ts';
import { callers } from './callers.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

const SPOKEN = { en: en.spoken, fr: fr.spoken };
type Words = (typeof SPOKEN)[CallLanguage];
const SECRETARY = 'secretary@example.com';
const DAY = [
  { from: at(9), to: at(12, 30) },
  { from: at(14), to: at(18) },
];

export const medicalAppointment: Template = {
  id: 'medical-appointment',
  icon: 'stethoscope',
  messages: { en: en.gallery, fr: fr.gallery },
  offers: { menu: 'wish', note: 'note' },
  callers,
  build: (language: CallLanguage, { name }) => {
    const words = SPOKEN[language];
    const practice = drawing(name, language)
      .collect('patient', 'name', words.patient)
      .collect('birth_date', 'date', words.birthDate)
      .collect('phone', 'phone', words.phone)
      .collect('reason', 'text', words.reason)
      .collect('practitioner', 'text', words.practitioner)
      .collect('moment', 'text', words.moment)
      .collect('other_moments', 'text', words.otherMoments)
      .collect('appointment', 'text', words.appointment)
      .collect('papers', 'text', words.papers)
      .collect('message', 'text', words.message)
      .open('office', words.office, weekdays(DAY), holidaysOf(language));
    drawReception(practice, words, name);
    drawBooking(practice, words, name);
    drawRequests(practice, words);
    drawSecretary(practice, words);
    return practice.build();
  },
};

function drawReception(practice: Drawing, words: Words, name: string) {
  practice
    .answer(words, name)
    .step('wish', 'understand', words.wishTitle, {
      question: words.wishQuestion,
      choices: [
        { id: 'book', label: words.book, examples: words.bookExamples },
        { id: 'move', label: words.move, examples: words.moveExamples },
        { id: 'cancel', label: words.cancel, examples: words.cancelExamples },
        { id: 'papers', label: words.paperwork, examples: words.papersExamples },
        { id: 'question', label: words.question, examples: words.questionExamples },
      ],
    })
    .step('urgent', 'hang-up', words.urgentTitle, {
      closing: words.urgentClosing,
      outcome: words.urgentOutcome,
    })
    .ways('answer', { next: 'wish' })
    .ways('wish', {
      book: 'details',
      move: 'move',
      cancel: 'cancel',
      papers: 'papers',
      question: 'questions',
      'something-else': 'note',
    })
    .always('wants-human', { goTo: 'open' })
    .always('emergency', {
      sentence: words.emergency,
      goTo: 'urgent',
      phrases: words.emergencyPhrases,
    })
    .always('language')
    .always('angry');
}

function drawBooking(practice: Drawing, words: Words, name: string) {
  practice
    .step('details', 'ask', words.detailsTitle, {
      question: words.detailsQuestion,
      items: items('patient', 'birth_date', 'phone', 'reason?', 'practitioner?', 'moment'),
      readBack: true,
    })
    .step('booking', 'book', words.bookingTitle, {
      service: words.service,
      minutes: 20,
      hours: 'office',
      buffer: 0,
      notice: 2,
      when: 'moment',
      name: 'patient',
      phone: 'phone',
      confirmation: words.confirmation,
    })
    .step('other', 'ask', words.otherTitle, {
      question: words.otherQuestion,
      items: items('other_moments'),
      readBack: false,
    })
    .step('recap', 'send', words.recapTitle, {
      channel: 'sms',
      to: 'phone',
      address: '',
      subject: '',
      text: words.recapText(name),
    })
    .step('booked', 'hang-up', words.bookedTitle, {
      closing: words.bookedClosing,
      outcome: words.bookedOutcome,
    })
    .ways('details', { 'got-it': 'booking', 'would-not-say': 'open' })
    .ways('booking', { booked: 'recap', 'no-slot': 'other', problem: 'notify' })
    .ways('other', { 'got-it': 'notify', 'would-not-say': 'notify' })
    .ways('recap', { sent: 'booked', problem: 'booked' });
}

function drawRequests(practice: Drawing, words: Words) {
  practice
    .step('move', 'ask', words.moveTitle, {
      question: words.moveQuestion,
      items: items('patient', 'birth_date', 'appointment', 'moment', 'phone'),
      readBack: true,
    })
    .step('cancel', 'ask', words.cancelTitle, {
      question: words.cancelQuestion,
      items: items('patient', 'birth_date', 'appointment', 'phone'),
      readBack: true,
    })
    .step('papers', 'ask', words.papersTitle, {
      question: words.papersQuestion,
      items: items('papers', 'patient', 'birth_date', 'phone'),
      readBack: false,
    })
    .step('questions', 'inform', words.questionsTitle, {
      invitation: words.invitation,
      facts: words.facts,
      strictness: 'only-these',
    })
    .step('answered', 'hang-up', words.answeredTitle, {
      closing: words.answeredClosing,
      outcome: words.answeredOutcome,
    })
    .ways('move', { 'got-it': 'notify', 'would-not-say': 'open' })
    .ways('cancel', { 'got-it': 'notify', 'would-not-say': 'open' })
    .ways('papers', { 'got-it': 'notify', 'would-not-say': 'open' })
    .ways('questions', { satisfied: 'answered', 'could-not-answer': 'open' });
}

function drawSecretary(practice: Drawing, words: Words) {
  practice
    .step('open', 'decide', words.openTitle, rule({ type: 'open', hours: 'office', is: true }))
    .step('desk', 'transfer', words.deskTitle, {
      message: words.deskMessage,
      people: [{ name: words.desk, number: words.deskNumber }],
      tellWhy: false,
    })
    .step('note', 'ask', words.noteTitle, {
      question: words.noteQuestion,
      items: items('message', 'patient', 'phone'),
      readBack: false,
    })
    .step('notify', 'send', words.notifyTitle, {
      channel: 'email',
      to: 'me',
      address: SECRETARY,
      subject: words.notifySubject,
      text: words.notifyText,
    })
    .step('noted', 'hang-up', words.notedTitle, {
      closing: words.notedClosing,
      outcome: words.notedOutcome,
    })
    .ways('open', { yes: 'desk', otherwise: 'note' })
    .ways('desk', { 'no-answer': 'note' })
    .ways('note', { 'got-it': 'notify', 'would-not-say': 'noted' })
    .ways('notify', { sent: 'noted', problem: 'noted' });
}
