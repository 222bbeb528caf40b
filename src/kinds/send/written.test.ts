/** Messages in the words of the drawing: what comes with a request fills gaps, and nothing else. */
import { describe, expect, it } from 'vitest';
import { emptyDocument, type FlowDocument, type InformationId } from '../../flow/document.ts';
import { toLiquid } from '../../flow/text.ts';
import { canGetSms, isNearby } from './reachable.ts';
import { smsParts } from './sms-length.ts';
import { writtenOut } from './written.ts';

const document = {
  ...emptyDocument('X', 'fr'),
  information: {
    who: { id: 'who', name: 'Nom', type: 'name' },
    when: { id: 'when', name: 'Moment', type: 'text' },
    room: { id: 'room', name: 'Salle', type: 'choice', choices: ['bleue', 'rouge'] },
  },
} as unknown as FlowDocument;

const compiled = (sentence: string, known: Record<string, string> = {}) =>
  toLiquid(sentence, document, (id) => `[${id}]`).replaceAll(
    /\{\{ (\w+) \| default: "([^"]*)" \}\}/g,
    (_, id: InformationId, mark: string) => known[id] ?? mark,
  );

describe('a sentence', () => {
  it.each([
    ['Bonjour.', {}, {}, 'Bonjour.'],
    ['{{who}} : {{when}}.', { when: 'jeudi à 9 h' }, { who: 'Zoé' }, 'Zoé : jeudi à 9 h.'],
    ['{{who}}{{when}}', { who: 'A', when: 'B' }, {}, 'AB'],
    ['Pour {{who}}', {}, {}, 'Pour non précisé'],
    ['{{who}} {{when}}', {}, { who: 'Zoé Durand', when: 'jeudi matin' }, 'Zoé Durand jeudi matin'],
    ['{{who}} {{when}}', { who: 'Zoé Durand' }, { when: 'jeudi matin' }, 'Zoé Durand jeudi matin'],
    ['{{who}}{{when}}', {}, { who: 'A', when: 'B' }, 'AB'],
    ['{{who}}, {{nobody}}', {}, { who: 'A' }, 'A, {{nobody}}'],
    ['Salle {{room}}', {}, { room: 'rouge' }, 'Salle rouge'],
    ['{{who}}\nÀ bientôt', {}, { who: 'Zoé' }, 'Zoé\nÀ bientôt'],
    [
      'À {{who}}, à {{when}}, à demain',
      { who: 'Zoé, à Pau', when: 'jeudi' },
      {},
      'À Zoé, à Pau, à jeudi, à demain',
    ],
    ['Pour {{who}}.', {}, { who: 'Zoé\r\nCc: x\u0000\u202e' }, 'Pour Zoé Cc: x.'],
    ['Pour {{who}}.', {}, { who: '{{when}}' }, 'Pour {{when}}.'],
  ])('%j', (sentence, known, body, text) => {
    expect(writtenOut(sentence, compiled(sentence, known), body, document)).toBe(text);
  });

  it('is cut where a value is long', () => {
    const written = writtenOut('Pour {{who}}.', 'Pour [who].', { who: 'x'.repeat(900) }, document);
    expect(written?.length).toBeLessThan(320);
  });

  it.each([
    ['other words', 'Pour {{who}}.', 'Gagnez Zoé.', {}],
    ['words after it', 'Pour {{who}}.', 'Pour Zoé. Et cliquez', {}],
    ['no words', 'Pour {{who}}.', undefined, {}],
    ['a value outside its list', 'Salle {{room}}', 'Salle [room]', { room: 'verte' }],
    ['a value that is no text', 'Pour {{who}}.', 'Pour [who].', { who: ['Zoé'] }],
    ['fixed words that overlap', 'aa{{who}}aa', 'aaa', {}],
  ])('with %s is none of ours', (_, sentence, received, body) => {
    expect(writtenOut(sentence, received, body, document)).toBeNull();
  });
});

it.each([
  ['x'.repeat(160), 1],
  ['x'.repeat(161), 2],
  ['x'.repeat(307), 3],
  ['ê'.repeat(70), 1],
  ['ê'.repeat(71), 2],
])('counts parts of an SMS (%#)', (text, parts) => expect(smsParts(text)).toBe(parts));

it.each([
  ['+33612345678', true],
  ['+33142685300', false],
  ['+3312', false],
  ['+447700900123', true],
])('%s can get an SMS: %s', (number, can) => expect(canGetSms(number)).toBe(can));

it.each([
  ['+33612345678', 'fr', '', true],
  ['+2250700000000', 'fr', '+33612345678', false],
  ['+2250700000000', 'fr', '+2250711111111', true],
  ['+8801700000000', 'en', '', false],
] as const)('%s is near a line in %s called from %s: %s', (number, language, caller, near) => {
  expect(isNearby(number, language, caller)).toBe(near);
});
