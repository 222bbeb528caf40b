/** Who gets a message, how long it is, and what the model can never change about it. */
import { describe, expect, it } from 'vitest';
import {
  emptyDocument,
  type FlowDocument,
  type FlowNode,
  type InformationId,
  type NodeId,
} from '../../flow/document.ts';
import type { SimulationEvent } from '../../flow/kind.ts';
import { toLiquid } from '../../flow/text.ts';
import type { ApiRequestTool } from '../../vapi/contract/tool.ts';
import { RUNTIME } from '../testing/runtime.ts';
import { type SendData, send } from './kind.ts';
import { recipientOf, toEmail } from './recipient.ts';
import { smsLength } from './sms-length.ts';

const document: FlowDocument = {
  ...emptyDocument('Cabinet {{x}}', 'fr'),
  information: Object.fromEntries(
    (['phone:phone', 'mail:email', 'reason:text', 'subject:text'] as const).map((row) => {
      const [id, type] = row.split(':');
      return [id, { id, name: `Info ${id}`, type }];
    }),
  ) as unknown as FlowDocument['information'],
};
const data = (rest: Partial<SendData>): SendData => ({
  channel: 'sms',
  to: 'caller',
  address: '',
  subject: '',
  text: 'Bonjour',
  ...rest,
});
const nodeOf = (rest: Partial<SendData>) => ({ id: 'n1', data: data(rest) }) as unknown as FlowNode<SendData>;
const lower = (rest: Partial<SendData>) =>
  send.lower(nodeOf(rest), {
    document,
    language: 'fr',
    runtime: RUNTIME,
    toolName: (purpose) => `${purpose}_n1`,
    text: (sentence) => toLiquid(sentence, document),
  });
const fixed = (rest: Partial<SendData>) =>
  Object.fromEntries(
    ((lower(rest).tools[0] as ApiRequestTool).parameters ?? []).map(({ key, value }) => [key, value]),
  );

describe('a recipient', () => {
  it.each([
    [{ to: 'caller' }, { type: 'caller' }],
    [{ to: 'caller', channel: 'email' }, null],
    [
      { to: 'me', address: '01 42 68 53 00' },
      { type: 'address', address: '+33142685300' },
    ],
    [{ to: 'me', address: 'a@b.fr' }, null],
    [
      { to: 'me', channel: 'email', address: ' a@b.fr ' },
      { type: 'address', address: 'a@b.fr' },
    ],
    [{ to: 'me', channel: 'email', address: '0142685300' }, null],
    [{ to: 'phone' }, { type: 'information', id: 'phone' }],
    [{ to: 'phone', channel: 'email' }, null],
    [
      { to: 'mail', channel: 'email' },
      { type: 'information', id: 'mail' },
    ],
    [{ to: 'gone' }, null],
    [{ to: '__proto__' }, null],
    [{ to: '' }, null],
  ] as const)('%j is %j', (rest, recipient) => {
    expect(recipientOf(data(rest), document)).toEqual(recipient);
  });

  it.each(['anna@example.com', 'jean-luc.m+rdv@mail.exemple.fr', 'é@université.fr'])(
    '%s is an address',
    (one) => expect(toEmail(one)).toBe(one),
  );
  it.each([
    '',
    'anna',
    'anna@',
    '@b.fr',
    'a@b',
    'a b@c.fr',
    'a@b..fr',
    'a@-b.fr',
    'a@b.fr, c@d.fr',
    '{{mail}}@b.fr',
  ])('%j is none', (one) => expect(toEmail(one)).toBeNull());
});

describe('the length of an SMS', () => {
  it.each([
    ['Bonjour', 7, 160],
    ['éèàù', 4, 160],
    ['12 €', 5, 160],
    ['l’heure', 7, 70],
    ['être', 4, 70],
    ['', 0, 160],
  ])('%j: %i of %i', (text, count, limit) => {
    expect(smsLength(text)).toEqual({ count, limit });
  });
});

describe('what is sent', () => {
  it('has constant words, recipient and channel; the model fills in what was said and nothing else', () => {
    const tool = lower({ to: 'phone', text: 'Motif : {{reason}} {% if x %} {{ghost}}' })
      .tools[0] as ApiRequestTool;
    expect(tool.url).toBe(RUNTIME.url('send'));
    expect(tool.credentialId).toBe(RUNTIME.credentialId);
    expect(tool.body).toEqual({
      type: 'object',
      properties: {
        phone: expect.objectContaining({ type: 'string' }),
        reason: { type: 'string', description: 'Info reason' },
      },
      required: ['phone'],
    });
    expect(tool.parameters).toEqual([
      ...RUNTIME.parameters('n1' as NodeId),
      { key: 'node', value: 'n1' },
      { key: 'language', value: 'fr' },
      { key: 'channel', value: 'sms' },
      { key: 'to', value: '{{ phone | default: "[phone]" }}' },
      { key: 'text', value: 'Motif : {{ reason | default: "[reason]" }} { % if x % } { {ghost} }' },
    ]);
  });

  it('keeps constants and information of the same name apart', () => {
    const rest = { channel: 'email', to: 'mail', subject: 'À propos', text: '{{subject}}' } as const;
    expect(fixed(rest)).toMatchObject({ subject: 'À propos', text: '{{ subject | default: "[subject_]" }}' });
    expect(lower(rest).instruction).toMatchObject({ uses: ['mail', 'subject_'] });
  });

  it('goes to the caller by the number that calls, and to me by what is written', () => {
    expect(fixed({}).to).toBe('{{ customer.number | default: "" }}');
    expect(fixed({ to: 'me', address: '0142685300' }).to).toBe('+33142685300');
  });

  it('has the name of the flow as the subject of an e-mail without one', () => {
    expect(fixed({ channel: 'email', to: 'mail' }).subject).toBe('Cabinet { {x} }');
  });

  it('is silent when it goes to somebody else', () => {
    const start = (rest: Partial<SendData>) =>
      (lower(rest).tools[0] as ApiRequestTool).messages!.find(({ type }) => type === 'request-start')!
        .content;
    expect(start({ to: 'me', address: '0142685300' })).toBe('');
    expect(start({})).not.toBe('');
  });

  it.each([{ text: ' ' }, { to: 'me' }, { to: 'gone' }, { channel: 'email' as const }])(
    'is nothing with %j: the step takes its failure exit, drawn and compiled',
    (rest) => {
      expect(lower(rest)).toEqual({ instruction: { do: 'go', to: 'problem' }, tools: [] });
      const context = { document, information: {}, now: 0, fill: (text: string) => text };
      expect(send.simulate(nodeOf(rest), { type: 'enter' }, context).result).toMatchObject({
        exit: 'problem',
      });
    },
  );
});

describe('a rehearsal of the drawing', () => {
  const context = { document, information: {}, now: 0, fill: (text: string) => text };
  it('waits to be told what comes of it', () => {
    const resultOf = (event: SimulationEvent) => send.simulate(nodeOf({}), event, context).result;
    expect(resultOf({ type: 'enter' })).toEqual({ type: 'waiting', exits: ['sent', 'problem'] });
    for (const exit of ['sent', 'problem'])
      expect(resultOf({ type: 'leave-by', exit })).toMatchObject({ type: 'left', exit });
  });
});

it('a better number than the one that calls is a hint with a fix, only where it is surely known', () => {
  const check = send.checks.find(({ code }) => code === 'send/caller-number-unknown')!;
  const known = (...ids: string[]) => ({ document, knownBefore: new Set(ids as InformationId[]) });
  expect(check.test(nodeOf({}), known())).toEqual([]);
  expect(check.test(nodeOf({}), known('phone'))).toMatchObject([
    { severity: 'hint', fix: { command: 'edit-field', args: { node: 'n1', path: 'to', value: 'phone' } } },
  ]);
});
