/** Order status: asks the shop's own system, tells the state of the order, and notes what it could not find. */
import type { CallLanguage } from '../../flow/document.ts';
import { at, type Drawing, drawing, holidaysOf, items, rule, type Template, weekdays } from '../template.ts';
import { callers } from './callers.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';

const SPOKEN = { en: en.spoken, fr: fr.spoken };
type Words = (typeof SPOKEN)[CallLanguage];
/** To be replaced by the owner: nothing answers there, and the step takes its failure exit. */
const SHOP = 'https://shop.example.com/api/orders';
const TEAM = 'orders@example.com';
const DAY = [{ from: at(9), to: at(18) }];

export const orderStatus: Template = {
  id: 'order-status',
  icon: 'package-search',
  messages: { en: en.gallery, fr: fr.gallery },
  offers: {
    menu: 'wish',
    note: 'note',
    again: { more: { wishes: ['trouble', 'question'], instead: 'bye' } },
  },
  callers,
  build: (language: CallLanguage, { name }) => {
    const words = SPOKEN[language];
    const shop = drawing(name, language)
      .collect('order', 'text', words.order)
      .collect('phone', 'phone', words.phone)
      .collect('status', 'text', words.status)
      .collect('delivery', 'text', words.delivery)
      .collect('article', 'text', words.article)
      .collect('reason', 'text', words.reason)
      .collect('customer_name', 'name', words.customer)
      .collect('message', 'text', words.message)
      .open('service', words.service, weekdays(DAY), holidaysOf(language));
    drawWelcome(shop, words, name);
    drawSearch(shop, words);
    drawReturn(shop, words);
    drawTeam(shop, words);
    return shop.build();
  },
};

function drawWelcome(shop: Drawing, words: Words, name: string) {
  shop
    .answer(words, name)
    .step('wish', 'understand', words.wishTitle, {
      question: words.wishQuestion,
      choices: [
        { id: 'track', label: words.track, examples: words.trackExamples },
        { id: 'return', label: words.return, examples: words.returnExamples },
        { id: 'trouble', label: words.trouble, examples: words.troubleExamples },
        { id: 'question', label: words.question, examples: words.questionExamples },
      ],
    })
    .step('questions', 'inform', words.questionsTitle, {
      invitation: words.invitation,
      facts: words.facts,
      strictness: 'only-these',
    })
    .step('bye', 'hang-up', words.byeTitle, { closing: words.byeClosing, outcome: words.byeOutcome })
    .ways('answer', { next: 'wish' })
    .ways('wish', {
      track: 'number',
      return: 'return',
      trouble: 'open',
      question: 'questions',
      'something-else': 'note',
    })
    .ways('questions', { satisfied: 'bye', 'could-not-answer': 'open' })
    .always('wants-human', { goTo: 'open' })
    .always('language')
    .always('angry');
}

/** First by the number of the order, then by the telephone number. */
function drawSearch(shop: Drawing, words: Words) {
  const look = (label: string, query: string, say: string) => ({
    label,
    method: 'GET',
    url: `${SHOP}?${query}`,
    headers: [],
    body: [],
    answers: [
      { path: 'order.status', information: 'status' },
      { path: 'order.delivery', information: 'delivery' },
    ],
    timeoutSeconds: 8,
    say,
  });
  shop
    .step('number', 'ask', words.numberTitle, {
      question: words.numberQuestion,
      items: items('order'),
      readBack: true,
    })
    .step(
      'by-number',
      'connect',
      words.byNumberTitle,
      look(words.byNumberLabel, 'number={{order}}', words.looking),
    )
    .step('telephone', 'ask', words.telephoneTitle, {
      question: words.telephoneQuestion,
      items: items('phone'),
      readBack: false,
    })
    .step(
      'by-phone',
      'connect',
      words.byPhoneTitle,
      look(words.byPhoneLabel, 'phone={{phone}}', words.lookingAgain),
    )
    .step('tell', 'say', words.tellTitle, { text: words.tellText, exactly: false })
    .step('more', 'understand', words.moreTitle, {
      question: words.moreQuestion,
      choices: [
        { id: 'nothing', label: words.nothing, examples: words.nothingExamples },
        { id: 'trouble', label: words.trouble, examples: words.troubleExamples },
      ],
    })
    .step('no-access', 'say', words.noAccessTitle, { text: words.noAccessText, exactly: true })
    .ways('number', { 'got-it': 'by-number', 'would-not-say': 'telephone' })
    .ways('by-number', { worked: 'tell', problem: 'telephone' })
    .ways('telephone', { 'got-it': 'by-phone', 'would-not-say': 'no-access' })
    .ways('by-phone', { worked: 'tell', problem: 'no-access' })
    .ways('tell', { next: 'more' })
    .ways('more', { nothing: 'bye', trouble: 'open', 'something-else': 'questions' })
    .ways('no-access', { next: 'note' });
}

function drawReturn(shop: Drawing, words: Words) {
  shop
    .step('return', 'ask', words.returnTitle, {
      question: words.returnQuestion,
      items: items('article', 'reason', 'customer_name', 'phone'),
      readBack: true,
    })
    .step('return-mail', 'send', words.returnMailTitle, {
      channel: 'email',
      to: 'me',
      address: TEAM,
      subject: words.returnMailSubject,
      text: words.returnMailText,
    })
    .step('return-noted', 'hang-up', words.returnNotedTitle, {
      closing: words.returnNotedClosing,
      outcome: words.returnNotedOutcome,
    })
    .ways('return', { 'got-it': 'return-mail', 'would-not-say': 'open' })
    .ways('return-mail', { sent: 'return-noted', problem: 'return-noted' });
}

function drawTeam(shop: Drawing, words: Words) {
  shop
    .step('open', 'decide', words.openTitle, rule({ type: 'open', hours: 'service', is: true }))
    .step('team', 'transfer', words.teamTitle, {
      message: words.teamMessage,
      people: [{ name: words.team, number: words.teamNumber }],
      tellWhy: false,
    })
    .step('note', 'ask', words.noteTitle, {
      question: words.noteQuestion,
      items: items('message', 'customer_name', 'phone'),
      readBack: false,
    })
    .step('note-mail', 'send', words.noteMailTitle, {
      channel: 'email',
      to: 'me',
      address: TEAM,
      subject: words.noteMailSubject,
      text: words.noteMailText,
    })
    .step('noted', 'hang-up', words.notedTitle, { closing: words.notedClosing, outcome: words.notedOutcome })
    .ways('open', { yes: 'team', otherwise: 'note' })
    .ways('team', { 'no-answer': 'note' })
    .ways('note', { 'got-it': 'note-mail', 'would-not-say': 'noted' })
    .ways('note-mail', { sent: 'noted', problem: 'noted' });
}
