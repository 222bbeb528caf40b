/**
 * Drawings on which payload and drawing once differed, each as small as it could be made: what a generated drawing or a
 * template has shown stays mended.
 */
import { describe, expect, it } from 'vitest';
import { slotAt } from '../callers/circumstances.ts';
import { ANYTIME_RULES, type AnytimeRule, type FlowDocument } from '../flow/document.ts';
import { RESERVED_INFORMATION } from '../flow/reserved-information.ts';
import { templates } from '../templates/registry.ts';
import { checkFlow } from './registry.ts';
import { buildsOf, examine } from './testing/agreement/examine.ts';
import {
  answer,
  ask,
  bye,
  calendar,
  choose,
  compare,
  desk,
  draw,
  made,
} from './testing/agreement/small-drawings.ts';

/** The drawing with one rule of the lane on, and no other. */
function inLane(document: FlowDocument, rule: AnytimeRule, setting: object): FlowDocument {
  const off = ANYTIME_RULES.map((one) => [one, { ...document.anytime[one], enabled: one === rule }]);
  const anytime = Object.fromEntries(off);
  return { ...document, anytime: { ...anytime, [rule]: { ...anytime[rule], ...setting } } };
}

const MOMENT = { moment: { name: 'Moment', type: 'text' } };

const drawings: Readonly<Record<string, () => FlowDocument>> = {
  'what another system tells is known under the name of the information, whatever the answer calls it': () =>
    draw(
      {
        answer: answer('look'),
        look: made(
          'connect',
          {
            url: 'https://api.example.com/a',
            answers: [{ path: 'ticket.number', information: 'reference' }],
          },
          { worked: 'rule', problem: 'bye' },
        ),
        rule: made(
          'decide',
          { cases: [{ id: 'yes', ...compare('reference', 'A1') }] },
          { yes: 'bye', otherwise: 'say' },
        ),
        say: made('say', { text: 'It has the number {{reference}}.', exactly: false }, { next: 'bye' }),
        bye,
      },
      { reference: { name: 'Reference', type: 'text' } },
    ),
  'what was booked is said from then on, not what was wished': () =>
    draw(
      {
        answer: answer('wish'),
        wish: ask(['moment'], { 'got-it': 'book', 'would-not-say': 'bye' }),
        book: made(
          'book',
          { service: 'Visit', hours: 'main', when: 'moment', confirmation: 'Booked.' },
          { booked: 'say', 'no-slot': 'bye', problem: 'bye' },
        ),
        say: made('say', { text: 'See you {{moment}}.', exactly: true }, { next: 'bye' }),
        bye,
      },
      MOMENT,
    ),
  'what no step before obtains is said not to be given': () =>
    draw(
      {
        answer: answer('book'),
        book: made(
          'book',
          { service: 'Visit', hours: 'main', when: 'moment', confirmation: 'Booked.' },
          { booked: 'say', 'no-slot': 'say', problem: 'say' },
        ),
        say: made('say', { text: 'See you {{moment}}.', exactly: false }, { next: 'bye' }),
        bye,
      },
      MOMENT,
      ['book'],
    ),
  'rules on the calendar in a row are shown as they came out, not by the shortest way': () =>
    draw({
      answer: answer('first'),
      first: made(
        'decide',
        { cases: [{ id: 'open', ...calendar('open', 'main') }] },
        { open: 'second', otherwise: 'wish' },
      ),
      second: made(
        'decide',
        { cases: [{ id: 'open', ...calendar('open', 'evening') }] },
        { open: 'bye', otherwise: 'wish' },
      ),
      wish: choose({ a: 'bye', b: 'bye', 'something-else': 'bye' }),
      bye,
    }),
  'what was booked in one part of a call is known in the next': () =>
    draw(
      {
        answer: answer('book'),
        book: made(
          'book',
          { service: 'Visit', hours: 'main', when: 'moment', confirmation: 'Booked.' },
          { booked: 'rule', 'no-slot': 'bye', problem: 'bye' },
        ),
        rule: made(
          'decide',
          { cases: [{ id: 'yes', ...compare('moment', slotAt(1)) }] },
          { yes: 'end', otherwise: 'bye' },
        ),
        end: made('hang-up', { closing: 'See you.' }),
        bye,
      },
      MOMENT,
      ['rule'],
    ),
  'a rule with several ways inside a member lets what acts on each of them act': () =>
    draw(
      {
        answer: answer('wish'),
        wish: ask(['moment'], { 'got-it': 'rule', 'would-not-say': 'bye' }),
        rule: made(
          'decide',
          {
            cases: [
              { id: 'send', ...compare('moment', 'A1') },
              { id: 'end', ...compare('moment', 'B2') },
            ],
          },
          { send: 'send', end: 'end', otherwise: 'wish' },
        ),
        send: made('send', { text: 'Hello.' }, { sent: 'bye', problem: 'wish' }),
        end: made('hang-up', { closing: 'See you.' }),
        bye,
      },
      MOMENT,
      ['end'],
    ),
  'two steps that call one person announce it each in its own words, hours or not': () =>
    draw({
      answer: answer('first'),
      first: desk('I am trying the desk.', { hours: 'main' }, 'second'),
      second: desk('I am trying the desk once more.', {}, 'bye'),
      bye,
    }),
  'a person whom one step waits for is waited for': () =>
    draw({
      answer: answer('wish'),
      wish: made(
        'understand',
        {
          question: 'What is it?',
          choices: [
            { id: 'a', label: 'apples', examples: [] },
            { id: 'b', label: 'bread', examples: [] },
          ],
        },
        { a: 'first', b: 'second', 'something-else': 'bye' },
      ),
      first: desk('The desk.', {}, 'bye'),
      second: made(
        'transfer',
        {
          message: 'The team.',
          waitForAnswer: true,
          people: [
            { name: 'Desk', number: '+33199001234' },
            { name: 'Anna', number: '+33199005678' },
          ],
        },
        { 'no-answer': 'bye' },
      ),
      bye,
    }),
  'a way out that leads nowhere is not shown as an end that was drawn': () =>
    draw({
      answer: answer('wish'),
      wish: made(
        'understand',
        {
          question: 'What is it?',
          choices: [
            { id: 'a', label: 'apples', examples: [] },
            { id: 'b', label: 'bread', examples: [] },
          ],
        },
        { a: 'bye', b: 'bye' },
      ),
      bye,
    }),
  'whoever leaves out what is optional has refused nothing': () =>
    draw(
      {
        answer: answer('wish'),
        wish: ask(['moment'], { 'got-it': 'bye', 'would-not-say': 'sorry' }, true),
        sorry: made('hang-up', { closing: 'Sorry.' }),
        bye,
      },
      MOMENT,
    ),
  'a step that follows itself is shown as often as it was gone through': () =>
    draw({ answer: answer('wish'), wish: choose({ a: 'bye', b: 'wish', 'something-else': 'wish' }), bye }),
  'what a rule of the lane says holds what was told in the same part of the call': () =>
    inLane(
      draw(
        {
          answer: answer('wish'),
          wish: ask(['moment'], { 'got-it': 'more', 'would-not-say': 'bye' }),
          more: choose({ a: 'bye', b: 'bye', 'something-else': 'bye' }),
          bye,
        },
        MOMENT,
      ),
      'robot',
      { sentence: 'I only remember {{moment}}.' },
    ),
  'whoever is not understood twice where something is chosen comes to where the lane leads': () =>
    inLane(
      draw({
        answer: answer('wish'),
        wish: choose({ a: 'bye', b: 'bye', 'something-else': 'bye' }, { retries: 3 }),
        desk: desk('The desk.', {}, 'bye'),
        bye,
      }),
      'unclear',
      { goTo: 'desk' },
    ),
  'a transfer without words is announced in the usual ones': () =>
    draw({ answer: answer('desk'), desk: desk('', {}, 'bye'), bye }),
};

describe('once different, the same again', () => {
  it.each(Object.entries(drawings))('%s', async (_, make) => {
    const document = make();
    expect(checkFlow(document).filter(({ severity }) => severity === 'error')).toEqual([]);
    const found = await examine(document, buildsOf(document), { publishedOneIn: 1 });
    expect(found.difference).toBeNull();
    expect(found.tried).toBeGreaterThan(0);
  });
});

it('no template gives an information the name of a variable that Vapi fills itself', () => {
  const ids = templates.flatMap((template) =>
    Object.keys(template.build('en', { name: 'Test' }).information).map((id) => `${template.id} ${id}`),
  );
  expect(ids.filter((id) => RESERVED_INFORMATION.has(id.split(' ')[1]!))).toEqual([]);
});
