/** Passing calls on, on the telephone: in order, within hours, and honest about what a line can do. */
import { describe, expect, it } from 'vitest';
import type { CallLanguage, FlowDocument } from '../../flow/document.ts';
import { newSimulation } from '../../flow/simulate.ts';
import type { TransferDestination, VapiTool } from '../../vapi/contract/tool.ts';
import { checkFlow, compileFlow, simulateFlow } from '../registry.ts';
import { callLine } from '../testing/call-line.ts';
import { drawFlow } from '../testing/play-flow.ts';
import type { TransferData } from './kind.ts';

const TUESDAY_NOON = Date.parse('2026-11-24T11:00:00Z');
const TUESDAY_NIGHT = Date.parse('2026-11-24T22:00:00Z');
const [DESK, ANNA, BEN] = ['+33199001234', '+33199005678', '+33199009999'] as const;
const OPEN = [{ from: 540, to: 1080 }];

const PEOPLE: TransferData['people'] = [
  { name: 'Accueil', number: '01 99 00 12 34', hours: 'main' },
  { name: 'Anna', number: '01 99 00 56 78' },
  { name: 'Ben', number: '01 99 00 99 99' },
];

function drawn(data: Partial<TransferData>, language: CallLanguage = 'fr'): FlowDocument {
  const document = drawFlow(language, {
    answer: {
      kind: 'answer',
      data: { greeting: 'Bonjour.', disclosure: 'Je suis un assistant automatique.', assistantName: '' },
      to: { next: 'ask' },
    },
    ask: {
      kind: 'understand',
      data: {
        question: 'Oui ?',
        choices: [
          { id: 'a', label: 'parler à quelqu’un', examples: [] },
          { id: 'b', label: 'raccrocher', examples: [] },
        ],
      },
      to: { a: 'pass', b: 'bye', 'something-else': 'bye' },
    },
    pass: {
      kind: 'transfer',
      data: { message: 'Un instant.', people: PEOPLE, tellWhy: false, ...data },
      to: { 'no-answer': 'bye' },
    },
    bye: { kind: 'hang-up', data: { closing: 'Personne ne peut vous répondre, au revoir.', outcome: '' } },
  });
  const main = {
    id: 'main',
    name: 'Accueil',
    timeZone: 'Europe/Paris',
    week: [OPEN, OPEN, OPEN, OPEN, OPEN, [], []],
    holidays: 'none',
    exceptions: [],
    shared: null,
  };
  return { ...document, hours: { main } } as unknown as FlowDocument;
}

const LINES = ['Parler à quelqu’un'];
const waiting = drawn({ waitForAnswer: true });
const twilio = { provider: 'twilio', now: TUESDAY_NOON };

function destinationsOf(document: FlowDocument, provider?: string): TransferDestination[] {
  const { payload } = compileFlow(document, { mode: 'publish', ...(provider ? { provider } : {}) });
  const tools = payload?.type === 'assistant' ? payload.assistant.model.tools : [];
  const tool = (tools as VapiTool[]).find((one) => one.type === 'transferCall');
  return tool?.type === 'transferCall' ? tool.destinations : [];
}

describe('on a line that can wait', () => {
  it('calls one after the other until somebody answers', async () => {
    const called = await callLine(waiting, LINES, { ...twilio, silentNumbers: [DESK] });
    expect(called.dialled).toEqual([DESK, ANNA]);
    expect(called.turns[1]).toEqual([
      'Un instant.',
      'Cette personne ne répond pas, je reste avec vous.',
      'Un instant.',
    ]);
    expect(called.endedReason).toBe('assistant-forwarded-call');
  });

  it('leaves by “nobody answers” when nobody does', async () => {
    const called = await callLine(waiting, LINES, { ...twilio, silentNumbers: [DESK, ANNA, BEN] });
    expect(called.dialled).toEqual([DESK, ANNA, BEN]);
    expect(called.turns[1]!.at(-1)).toBe('Personne ne peut vous répondre, au revoir.');
    expect(called.endedReason).toBe('assistant-ended-call');
  });

  it('leaves out whoever is outside their hours', async () => {
    const called = await callLine(waiting, LINES, { ...twilio, now: TUESDAY_NIGHT });
    expect(called.dialled).toEqual([ANNA]);
  });

  it('calls nobody, and promises nothing, when everybody is outside their hours', async () => {
    const people = PEOPLE.slice(0, 1);
    const called = await callLine(drawn({ people, waitForAnswer: true }), LINES, {
      ...twilio,
      now: TUESDAY_NIGHT,
    });
    expect(called.dialled).toEqual([]);
    expect(called.turns[1]).toEqual(['Personne ne peut vous répondre, au revoir.']);
  });

  it.each(['fr', 'en'] as const)('tells the person why, in the language of the call: %s', (language) => {
    const [first] = destinationsOf(drawn({ tellWhy: true }, language), 'twilio');
    expect(first?.transferPlan).toMatchObject({
      mode: 'warm-transfer-experimental',
      fallbackPlan: { endCallEnabled: false },
    });
    const summary = first?.transferPlan?.summaryPlan?.messages?.[0]?.content;
    expect(summary).toContain(language === 'fr' ? 'en français' : 'in English');
    expect(destinationsOf(waiting, 'twilio')[0]?.transferPlan?.summaryPlan).toBeUndefined();
  });
});

describe('on any other line', () => {
  it.each([undefined, 'vapi', 'telnyx', 'vonage', 'byo-phone-number'])(
    'is gone at once, to the first: %s',
    async (provider) => {
      const people = [{ ...PEOPLE[1]!, ringSeconds: 20 }, PEOPLE[2]!];
      const document = drawn({ people, tellWhy: true });
      const modes = destinationsOf(document, provider).map(({ transferPlan }) => transferPlan?.mode);
      expect(modes).toEqual(['blind-transfer', 'blind-transfer']);
      const [plan] = destinationsOf(document, provider).map(({ transferPlan }) => transferPlan);
      // Only SIP lines can choose how long it rings.
      expect(plan?.dialTimeout).toBe(provider === 'byo-phone-number' ? 20 : undefined);
      const options = { now: TUESDAY_NOON, silentNumbers: [ANNA], ...(provider ? { provider } : {}) };
      const called = await callLine(document, LINES, options);
      expect(called.dialled).toEqual([ANNA]);
      expect(called.endedReason).toBe('assistant-forwarded-call');
    },
  );

  it('says so once the line is known', () => {
    const codes = (document: FlowDocument, provider?: string) =>
      compileFlow(document, { mode: 'publish', ...(provider ? { provider } : {}) }).problems.map(
        ({ code }) => code,
      );
    expect(codes(waiting, 'telnyx')).toContain('transfer/line-cannot-wait');
    expect(codes(waiting, 'twilio')).not.toContain('transfer/line-cannot-wait');
    expect(codes(waiting)).not.toContain('transfer/line-cannot-wait');
    expect(codes(drawn({}), 'telnyx')).not.toContain('transfer/line-cannot-wait');
  });
});

describe('the drawing', () => {
  it('agrees about who is there', () => {
    const leave = (document: FlowDocument, now: number) => {
      const asked = simulateFlow(document, newSimulation(now), { type: 'call' }).simulation;
      return simulateFlow(document, asked, { type: 'answer', exit: 'a' });
    };
    expect(leave(waiting, TUESDAY_NOON).simulation.waitsAt).toBe('pass');
    const alone = drawn({ people: PEOPLE.slice(0, 1) });
    expect(leave(alone, TUESDAY_NOON).simulation.waitsAt).toBe('pass');
    expect(leave(alone, TUESDAY_NIGHT).said.map(({ text }) => text)).toEqual([
      'Personne ne peut vous répondre, au revoir.',
    ]);
  });

  it('hints that the others are never called, and mends it', () => {
    const hint = checkFlow(drawn({})).find(({ code }) => code === 'transfer/only-first-called');
    expect(hint?.fix).toEqual({
      command: 'edit-field',
      args: { node: 'pass', path: 'waitForAnswer', value: true },
    });
    expect(checkFlow(waiting).map(({ code }) => code)).not.toContain('transfer/only-first-called');
  });
});
