/** Calls shown on the drawing: what is known, what is inferred, why each step was left. */
import { describe, expect, it } from 'vitest';
import { compileFlow, registry, traceCall } from '../kinds/registry.ts';
import { drawFlow } from '../kinds/testing/play-flow.ts';
import { templates } from '../templates/registry.ts';
import type { FlowDocument } from './document.ts';
import type { CallMessage, Trace, Visit } from './trace.ts';

const booking = templates
  .find((template) => template.id === 'appointment-booking')!
  .build('fr', { name: 'Cabinet Martin' });
const restaurant = templates
  .find((template) => template.id === 'restaurant-reservation')!
  .build('en', { name: 'The Green Table' });

const says = (text: string, at?: number): CallMessage => ({
  role: 'assistant',
  text,
  ...(at === undefined ? {} : { at }),
});
const caller = (text: string): CallMessage => ({ role: 'caller', text });
const path = (visits: readonly Visit[]) =>
  visits.map(
    (visit) =>
      `${visit.node}${visit.confidence === 'known' ? '' : '?'}${visit.because ? ` (${visit.because.code})` : ''}`,
  );

describe('a published call, from words and tools alone', () => {
  const { manifest } = compileFlow(booking, { mode: 'publish' });

  it('recognises steps by their sentences and says why they were left', () => {
    const trace = traceCall(booking, manifest, [
      says('Cabinet Martin, bonjour. Je suis l’assistant vocal automatisé. Que puis-je faire pour vous ?', 0),
      caller('Je voudrais un rendez-vous'),
      says('Très bien. À quel nom, s’il vous plaît ?', 4000),
      caller('Zoé Durand'),
      says('Merci, votre demande est notée. Nous vous rappelons pour confirmer. Au revoir.', 20000),
      { role: 'tool-call', tool: 'endCall', arguments: {}, at: 21000 },
    ]);
    expect(path(trace.visits)).toEqual([
      'answer (went-on)',
      'wish (caller-chose)',
      'details? (caller-gave)',
      'booked',
    ]);
    expect(trace.visits[1]!.because!.params).toEqual({ choice: 'prendre un rendez-vous' });
    expect(trace.steps).toEqual(['wish', 'wish', 'details', 'details', 'booked', 'booked']);
    expect(trace.visits[2]!.at).toBe(4000);
  });

  it('does not take the words of a message that is sent for words that were said', () => {
    const document = templates.find(({ id }) => id === 'callback')!.build('fr', { name: 'Bernard' });
    const compiled = compileFlow(document, { mode: 'publish' });
    const trace = traceCall(document, compiled.manifest, [
      says('Bernard, bonjour. Je suis l’assistant vocal automatisé.'),
      says('Personne n’est libre à l’instant, convenons d’un rappel. Quel est votre nom ?'),
      caller('Zoé Durand'),
      // The subject of the e-mail, « Rappeler {{contact}} », stands in it.
      says('Peut-on vous rappeler au numéro d’où vous appelez ?'),
    ]);
    expect(trace.visits.map(({ node }) => node)).toEqual(['answer', 'open', 'details', 'same']);
  });

  it('fills silent steps in by the shortest way', () => {
    const trace = traceCall(booking, manifest, [
      says('Cabinet Martin, bonjour. Je suis l’assistant vocal automatisé. Que puis-je faire pour vous ?'),
      caller('Le secrétariat'),
      { role: 'tool-call', tool: 'transferCall', arguments: { destination: '+33199001234' } },
    ]);
    expect(path(trace.visits)).toEqual([
      'answer (went-on)',
      'wish (caller-chose)',
      'open? (rule-held)',
      'desk',
    ]);
  });

  it('follows a rule valid at any time to its step', () => {
    const trace = traceCall(booking, manifest, [
      says('Cabinet Martin, bonjour. Je suis l’assistant vocal automatisé. Que puis-je faire pour vous ?'),
      caller('Je voudrais un rendez-vous'),
      says('Très bien. À quel nom, s’il vous plaît ?'),
      caller('Vous êtes un robot ?'),
      says('Oui, je suis un assistant vocal automatisé. Très bien. À quel nom, s’il vous plaît ?'),
      caller('Je voudrais parler à quelqu’un'),
      says('Je comprends, vous souhaitez parler à quelqu’un.'),
      { role: 'tool-call', tool: 'transferCall', arguments: { destination: '+33199001234' } },
    ]);
    expect(path(trace.visits)).toEqual([
      'answer (went-on)',
      'wish (caller-chose)',
      'details? (anytime-rule)',
      'open? (rule-held)',
      'desk',
    ]);
    expect(trace.visits[2]!.because!.params).toEqual({ rule: 'wants-human' });
  });

  it('makes nothing of nothing', () => {
    expect(traceCall(booking, manifest, [])).toEqual({
      visits: [],
      information: {},
      steps: [],
      leavings: [],
    });
    expect(
      traceCall(booking, manifest, [{ role: 'tool-call', tool: 'nobody', arguments: {} }]).visits,
    ).toEqual([]);
  });
});

it('a squad: the rule and the handoff are known, arguments become information', () => {
  const { manifest } = compileFlow(restaurant, { mode: 'publish' });
  const trace = traceCall(restaurant, manifest, [
    says(
      'The Green Table, hello. I am the automated assistant. Would you like to book a table, or do you have a question?',
    ),
    caller('A table for nine'),
    says('With pleasure. For which day?'),
    { role: 'tool-call', tool: 'rule_large', arguments: { guests: '9' } },
    { role: 'tool-result', tool: 'rule_large', text: '{"outcome":"yes"}' },
    {
      role: 'tool-call',
      tool: 'go_large_yes',
      arguments: { destination: manifest.members[1]!.name, guests: '9', wished_day: '2026-12-24' },
    },
    { role: 'tool-call', tool: 'transferCall', arguments: { destination: '+33199005678' } },
  ]);
  expect(path(trace.visits)).toEqual([
    'answer (went-on)',
    'wish (caller-chose)',
    'details? (caller-gave)',
    'large (rule-held)',
    'manager',
  ]);
  expect(trace.information).toEqual({ guests: '9', wished_day: '2026-12-24' });
});

it('a preview reports its steps', () => {
  const { manifest } = compileFlow(booking, { mode: 'preview' });
  const number = (node: string) =>
    String(manifest.members[0]!.steps.find((step) => step.node === node)!.number);
  const trace = traceCall(booking, manifest, [
    says('…'),
    { role: 'tool-call', tool: 'note_step', arguments: { step: number('which') } },
    { role: 'tool-call', tool: 'note_step', arguments: { step: number('changed'), patient: 'Zoé' } },
  ]);
  expect(path(trace.visits)).toEqual([
    'answer (went-on)',
    'wish (caller-chose)',
    'which (caller-gave)',
    'changed',
  ]);
  expect(trace.information).toEqual({ patient: 'Zoé' });
});

describe('rounds and rules that show nothing, on a published call', () => {
  const create = (kind: string, data: object) => ({
    kind,
    data: { ...(registry.get(kind)!.create({ language: 'en' }) as object), ...data },
  });
  const never = {
    cases: [{ id: 'yes', name: '', match: 'all', rules: [{ type: 'open', hours: 'shut', is: true }] }],
  };
  const shut = {
    id: 'shut',
    name: 'Shut',
    timeZone: 'Europe/Paris',
    week: [[], [], [], [], [], [], []],
    holidays: 'none',
    exceptions: [],
    shared: null,
  };
  const drawn = (steps: Parameters<typeof drawFlow>[1]) =>
    ({ ...drawFlow('en', steps), hours: { shut } }) as unknown as FlowDocument;
  const traced = (document: FlowDocument, messages: readonly CallMessage[]) => {
    const { manifest } = compileFlow(document, { mode: 'publish' });
    const start = says('The shop, hello. I am an automated assistant.');
    return traceCall(document, manifest, [start, ...messages], Date.parse('2026-11-24T11:00:00Z'));
  };
  const way = (trace: Trace) => trace.visits.map(({ node }) => node).join(' ');

  it('comes to steps again that the caller has answered, and not to words that are repeated', () => {
    const document = drawn({
      answer: { ...create('answer', { greeting: 'The shop, hello.' }), to: { next: 'colour' } },
      colour: {
        ...create('understand', {
          question: 'Which colour would you like?',
          choices: [
            { id: 'a', label: 'blue', examples: [] },
            { id: 'b', label: 'another one', examples: [] },
          ],
        }),
        to: { a: 'praise', b: 'colour', 'something-else': 'bye' },
      },
      praise: { ...create('say', { text: 'A fine choice for winter.' }), to: { next: 'size' } },
      size: {
        ...create('understand', {
          question: 'Would you like a large one?',
          choices: [
            { id: 'a', label: 'yes', examples: [] },
            { id: 'b', label: 'no', examples: [] },
          ],
        }),
        to: { a: 'bye', b: 'colour', 'something-else': 'bye' },
      },
      bye: create('hang-up', { closing: 'See you in the shop.' }),
    });
    const ask = says('Which colour would you like?');
    const praise = says('A fine choice for winter. Would you like a large one?');
    expect(
      way(traced(document, [ask, caller('blue'), praise, caller('no'), ask, caller('blue'), praise])),
    ).toBe('answer colour praise size colour praise size');
    // What names no choice is asked about again; a choice that leads back is another visit.
    expect(way(traced(document, [ask, caller('what?'), ask]))).toBe('answer colour');
    expect(way(traced(document, [ask, caller('another one'), ask]))).toBe('answer colour colour');
  });

  it('passes a rule on the calendar where what was said speaks for it, and claims no more than it knows', () => {
    const document = drawn({
      answer: { ...create('answer', { greeting: 'The shop, hello.' }), to: { next: 'faq' } },
      faq: {
        ...create('inform', {
          invitation: 'A question about our wares?',
          facts: [{ id: 'f', question: 'Where are you?', answer: 'Behind the church.' }],
        }),
        to: { satisfied: 'bye', 'could-not-answer': 'rule' },
      },
      rule: { kind: 'decide', data: never, to: { yes: 'bye', otherwise: 'bye' } },
      bye: create('hang-up', { closing: 'See you in the shop.' }),
    });
    const end = { role: 'tool-call', tool: 'endCall', arguments: {} } as const;
    const invite = says('A question about our wares?');
    const answered = traced(document, [
      invite,
      caller('Where?'),
      says('Behind the church.'),
      caller('Thanks'),
      end,
    ]);
    const unanswered = traced(document, [
      invite,
      caller('Bats?'),
      says('What do you mean?'),
      caller('Bats!'),
      end,
    ]);
    expect(way(answered)).toBe('answer faq bye');
    expect(way(unanswered)).toBe('answer faq rule bye');
    const leavings = ({ leavings }: Trace) => leavings.map((one) => one && `${one.exit} ${one.confidence}`);
    expect(leavings(answered)[1]).toBe('satisfied inferred');
    expect(leavings(unanswered).slice(1)).toEqual(['could-not-answer inferred', 'otherwise inferred', null]);
  });
});
