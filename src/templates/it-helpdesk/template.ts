/** IT helpdesk: helps with the usual troubles, opens a ticket for the rest, passes security on. Never asks for a password. */
import type { CallLanguage } from '../../flow/document.ts';
import { at, type Drawing, drawing, holidaysOf, items, rule, type Template, weekdays } from '../template.ts';
import { callers } from './callers.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

const SPOKEN = { en: en.spoken, fr: fr.spoken };
type Words = (typeof SPOKEN)[CallLanguage];
/** To be replaced by the owner: nothing answers there, and the step takes its failure exit. */
const TICKETS = 'https://helpdesk.example.com/api/tickets';
const TEAM = 'helpdesk@example.com';
const DAY = [{ from: at(8), to: at(18) }];

export const itHelpdesk: Template = {
  id: 'it-helpdesk',
  icon: 'life-buoy',
  messages: { en: en.gallery, fr: fr.gallery },
  offers: { menu: 'topic', note: 'note' },
  callers,
  build: (language: CallLanguage, { name }) => {
    const words = SPOKEN[language];
    const desk = drawing(name, language)
      .collect('company', 'text', words.company)
      .collect('person', 'name', words.person)
      .collect('phone', 'phone', words.phone)
      .collect('trouble', 'text', words.trouble)
      .collect('since', 'text', words.since)
      .collect('blocking', 'yes-no', words.blocking)
      .collect('ticket', 'text', words.ticket)
      .collect('message', 'text', words.message)
      .open('desk', words.hours, weekdays(DAY), holidaysOf(language));
    drawWelcome(desk, words, name);
    drawHelp(desk, words);
    drawTicket(desk, words, name);
    drawTechnician(desk, words);
    return desk.build();
  },
};

function drawWelcome(desk: Drawing, words: Words, name: string) {
  desk
    .answer(words, name)
    .step('who', 'ask', words.whoTitle, {
      question: words.whoQuestion,
      items: items('person', 'company', 'phone'),
      readBack: false,
    })
    .step('topic', 'understand', words.topicTitle, {
      question: words.topicQuestion,
      choices: [
        { id: 'password', label: words.password, examples: words.passwordExamples },
        { id: 'network', label: words.network, examples: words.networkExamples },
        { id: 'printer', label: words.printer, examples: words.printerExamples },
        { id: 'software', label: words.software, examples: words.softwareExamples },
        { id: 'security', label: words.security, examples: words.securityExamples },
      ],
    })
    .ways('answer', { next: 'who' })
    .ways('who', { 'got-it': 'topic', 'would-not-say': 'open' })
    .ways('topic', {
      password: 'password',
      network: 'network',
      printer: 'printer',
      software: 'software',
      security: 'unplug',
      'something-else': 'details',
    })
    .always('wants-human', { goTo: 'open' })
    .always('language')
    .always('angry');
}

/** One sheet of written advice for each usual trouble; what it does not solve becomes a ticket. */
function drawHelp(desk: Drawing, words: Words) {
  for (const subject of ['password', 'network', 'printer', 'software'] as const)
    desk
      .step(subject, 'inform', words.help[subject].title, {
        invitation: words.help[subject].invitation,
        facts: words.help[subject].facts,
        strictness: 'only-these',
      })
      .ways(subject, { satisfied: 'solved', 'could-not-answer': 'details' });
  desk.step('solved', 'hang-up', words.solvedTitle, {
    closing: words.solvedClosing,
    outcome: words.solvedOutcome,
  });
}

function drawTicket(desk: Drawing, words: Words, name: string) {
  desk
    .step('details', 'ask', words.detailsTitle, {
      question: words.detailsQuestion,
      items: items('trouble', 'since', 'blocking'),
      readBack: false,
    })
    .step('create', 'connect', words.createTitle, {
      label: words.createLabel,
      method: 'POST',
      url: TICKETS,
      headers: [],
      body: ['company', 'person', 'phone', 'trouble', 'since', 'blocking'].map((information) => ({
        name: information,
        information,
        value: '',
      })),
      answers: [{ path: 'ticket.number', information: 'ticket' }],
      timeoutSeconds: 8,
      say: words.creating,
    })
    .step('tell', 'say', words.tellTitle, { text: words.tellText, exactly: false })
    .step('confirm', 'send', words.confirmTitle, {
      channel: 'sms',
      to: 'phone',
      address: '',
      subject: '',
      text: words.confirmText(name),
    })
    .step('opened', 'hang-up', words.openedTitle, {
      closing: words.openedClosing,
      outcome: words.openedOutcome,
    })
    .step('by-mail', 'send', words.byMailTitle, {
      channel: 'email',
      to: 'me',
      address: TEAM,
      subject: words.byMailSubject,
      text: words.byMailText,
    })
    .step('noted', 'hang-up', words.notedTitle, { closing: words.notedClosing, outcome: words.notedOutcome })
    .ways('details', { 'got-it': 'create', 'would-not-say': 'open' })
    .ways('create', { worked: 'tell', problem: 'by-mail' })
    .ways('tell', { next: 'confirm' })
    .ways('confirm', { sent: 'opened', problem: 'opened' })
    .ways('by-mail', { sent: 'noted', problem: 'noted' });
}

function drawTechnician(desk: Drawing, words: Words) {
  const technician = { name: words.technician, number: words.technicianNumber };
  desk
    .step('unplug', 'say', words.unplugTitle, { text: words.unplugText, exactly: true })
    .step('on-call', 'transfer', words.onCallTitle, {
      message: words.onCallMessage,
      people: [{ name: words.onCall, number: words.onCallNumber }, technician],
      tellWhy: true,
    })
    .step('open', 'decide', words.openTitle, rule({ type: 'open', hours: 'desk', is: true }))
    .step('technician', 'transfer', words.technicianTitle, {
      message: words.technicianMessage,
      people: [technician],
      tellWhy: false,
    })
    .step('note', 'ask', words.noteTitle, {
      question: words.noteQuestion,
      items: items('message', 'person', 'phone'),
      readBack: false,
    })
    .ways('unplug', { next: 'on-call' })
    .ways('on-call', { 'no-answer': 'details' })
    .ways('open', { yes: 'technician', otherwise: 'note' })
    .ways('technician', { 'no-answer': 'note' })
    .ways('note', { 'got-it': 'noted', 'would-not-say': 'noted' });
}
