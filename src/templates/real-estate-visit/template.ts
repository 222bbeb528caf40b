/** Real-estate visit: visits of what is still for sale, sellers to a negotiator, the rest to the agency or noted. */
import type { CallLanguage } from '../../flow/document.ts';
import { at, type Drawing, drawing, holidaysOf, items, rule, type Template } from '../template.ts';
import { callers } from './callers.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

const SPOKEN = { en: en.spoken, fr: fr.spoken };
type Words = (typeof SPOKEN)[CallLanguage];
const AGENCY = 'agency@example.com';
/** A placeholder, like the secret: until somebody fills both in, the step takes its failure exit and the visit is noted. */
const SOFTWARE = 'https://api.example.com/properties/{{reference}}';
const DAY = [
  { from: at(9, 30), to: at(12, 30) },
  { from: at(14), to: at(19) },
];
const SATURDAY = [{ from: at(10), to: at(17) }];

export const realEstateVisit: Template = {
  id: 'real-estate-visit',
  icon: 'house',
  messages: { en: en.gallery, fr: fr.gallery },
  offers: { menu: 'wish', note: 'note', remarks: { setup: 'lookup' } },
  callers,
  build: (language: CallLanguage, { name }) => {
    const words = SPOKEN[language];
    const week = [DAY, DAY, DAY, DAY, DAY, SATURDAY, []];
    const agency = drawing(name, language)
      .collect('reference', 'text', words.reference)
      .collect('city', 'text', words.city)
      .collect('property', 'choice', words.property, words.properties)
      .collect('contact', 'name', words.contact)
      .collect('phone', 'phone', words.phone)
      .collect('financing', 'choice', words.financing, words.ways)
      .collect('moment', 'text', words.moment)
      .collect('status', 'text', words.status)
      .collect('address', 'address', words.address)
      .collect('surface', 'number', words.surface)
      .collect('delay', 'text', words.delay)
      .collect('message', 'text', words.message)
      .open('agency', words.hours, week, holidaysOf(language));
    drawReception(agency, words, name);
    drawProperty(agency, words);
    drawVisit(agency, words, name);
    drawSellers(agency, words);
    drawAgency(agency, words);
    return agency.build();
  },
};

function drawReception(agency: Drawing, words: Words, name: string) {
  agency
    .answer(words, name)
    .step('wish', 'understand', words.wishTitle, {
      question: words.wishQuestion,
      choices: [
        { id: 'visit', label: words.visit, examples: words.visitExamples },
        { id: 'sell', label: words.sell, examples: words.sellExamples },
        { id: 'rent', label: words.rent, examples: words.rentExamples },
      ],
    })
    .ways('answer', { next: 'wish' })
    .ways('wish', { visit: 'which', sell: 'seller', rent: 'tenant', 'something-else': 'note' })
    .always('wants-human', { goTo: 'open' })
    .always('language')
    .always('angry');
}

/** By its reference a property can be looked up; whoever has none is called back with proposals. */
function drawProperty(agency: Drawing, words: Words) {
  agency
    .step('which', 'ask', words.propertyTitle, {
      question: words.propertyQuestion,
      items: items('reference'),
      readBack: false,
    })
    .step('lookup', 'connect', words.lookupTitle, {
      label: words.lookupLabel,
      method: 'GET',
      url: SOFTWARE,
      headers: [{ name: 'Authorization', value: 'secret:agency-software' }],
      body: [],
      answers: [{ path: 'status', information: 'status' }],
      timeoutSeconds: 5,
      say: words.lookupSay,
    })
    .step(
      'sold',
      'decide',
      words.soldTitle,
      rule({ type: 'compare', information: 'status', operator: 'is', value: words.sold }),
    )
    .step('setup', 'note', words.setupTitle, { text: words.setup, color: 'yellow' })
    .step('gone', 'say', words.goneTitle, { text: words.goneText, exactly: true })
    .step('search', 'ask', words.searchTitle, {
      question: words.searchQuestion,
      items: items('city', 'property', 'contact', 'phone'),
      readBack: false,
    })
    .ways('which', { 'got-it': 'lookup', 'would-not-say': 'search' })
    .ways('lookup', { worked: 'sold', problem: 'visitor' })
    .ways('sold', { yes: 'gone', otherwise: 'visitor' })
    .ways('gone', { next: 'search' })
    .ways('search', { 'got-it': 'notify', 'would-not-say': 'open' });
}

function drawVisit(agency: Drawing, words: Words, name: string) {
  agency
    .step('visitor', 'ask', words.visitorTitle, {
      question: words.visitorQuestion,
      items: items('contact', 'phone', 'financing?', 'moment'),
      readBack: true,
    })
    .step('visit', 'book', words.bookingTitle, {
      service: words.service,
      minutes: 45,
      hours: 'agency',
      buffer: 15,
      notice: 24,
      when: 'moment',
      name: 'contact',
      phone: 'phone',
      confirmation: words.confirmation,
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
    .ways('visitor', { 'got-it': 'visit', 'would-not-say': 'open' })
    .ways('visit', { booked: 'recap', 'no-slot': 'notify', problem: 'notify' })
    .ways('recap', { sent: 'booked', problem: 'booked' });
}

function drawSellers(agency: Drawing, words: Words) {
  agency
    .step('seller', 'ask', words.sellerTitle, {
      question: words.sellerQuestion,
      items: items('address', 'surface?', 'delay?', 'contact', 'phone'),
      readBack: false,
    })
    .step('seller-open', 'decide', words.sellerOpenTitle, rule({ type: 'open', hours: 'agency', is: true }))
    .step('negotiator', 'transfer', words.negotiatorTitle, {
      message: words.negotiatorMessage,
      people: [{ name: words.negotiator, number: words.negotiatorNumber }],
      tellWhy: true,
    })
    .step('tenant', 'ask', words.tenantTitle, {
      question: words.tenantQuestion,
      items: items('message', 'reference?', 'contact', 'phone'),
      readBack: false,
    })
    .ways('seller', { 'got-it': 'seller-open', 'would-not-say': 'open' })
    .ways('seller-open', { yes: 'negotiator', otherwise: 'notify' })
    .ways('negotiator', { 'no-answer': 'notify' })
    .ways('tenant', { 'got-it': 'notify', 'would-not-say': 'open' });
}

function drawAgency(agency: Drawing, words: Words) {
  agency
    .step('open', 'decide', words.openTitle, rule({ type: 'open', hours: 'agency', is: true }))
    .step('agency', 'transfer', words.agencyTitle, {
      message: words.agencyMessage,
      people: [{ name: words.agency, number: words.agencyNumber }],
      tellWhy: false,
    })
    .step('note', 'ask', words.noteTitle, {
      question: words.noteQuestion,
      items: items('message', 'contact', 'phone'),
      readBack: false,
    })
    .step('notify', 'send', words.notifyTitle, {
      channel: 'email',
      to: 'me',
      address: AGENCY,
      subject: words.notifySubject,
      text: words.notifyText,
    })
    .step('noted', 'hang-up', words.notedTitle, {
      closing: words.notedClosing,
      outcome: words.notedOutcome,
    })
    .ways('open', { yes: 'agency', otherwise: 'note' })
    .ways('agency', { 'no-answer': 'note' })
    .ways('note', { 'got-it': 'notify', 'would-not-say': 'noted' })
    .ways('notify', { sent: 'noted', problem: 'noted' });
}
