/** Send: an SMS or an e-mail whose words and recipient are the person's, not the model's. Pure. */
import * as z from 'zod/mini';
import { type FlowDocument, type FlowNode, type InformationId, informationIn } from '../../flow/document.ts';
import type { EffectRecipient } from '../../flow/effect.ts';
import {
  defineKind,
  type Exit,
  type Fragment,
  type LowerContext,
  type Runtime,
  type SimulationStep,
} from '../../flow/kind.ts';
import type { Problem } from '../../flow/problem.ts';
import { toLiquid } from '../../flow/text.ts';
import { runtimeRequest } from '../runtime-request.ts';
import { checks } from './checks.ts';
import { CALLER, CHANNELS, ME, type Recipient, recipientOf } from './recipient.ts';
import { SPEECH } from './speech.ts';

const schema = z.strictObject({
  channel: z.enum(CHANNELS),
  /** `caller`, `me`, or the information that holds the number or the e-mail address. */
  to: z.string().check(z.maxLength(40)),
  /** For `me`: a phone number or an e-mail address. */
  address: z.string().check(z.maxLength(254)),
  /** Of an e-mail. */
  subject: z.string().check(z.maxLength(150)),
  text: z.string().check(z.maxLength(2000)),
});
export type SendData = z.infer<typeof schema>;

const EXITS: readonly Exit[] = [
  { id: 'sent', role: 'next', because: 'tool-worked', goal: true },
  { id: 'problem', role: 'failure', because: 'tool-failed' },
];

/** The last part of our endpoint's address. */
export const ENDPOINT = 'send';

export const send = defineKind<'send', SendData>({
  id: 'send',
  family: 'act',
  needsRuntime: true,
  // The subject of an e-mail that has none.
  readsName: ({ channel, subject }) => channel === 'email' && subject.trim() === '',
  schema,
  create: () => ({ channel: 'sms', to: CALLER, address: '', subject: '', text: '' }),
  exits: () => EXITS,
  sentences: (data) => [
    ...(data.channel === 'email' ? [{ field: 'subject', text: data.subject, written: true } as const] : []),
    { field: 'text', text: data.text, written: true },
  ],
  collects: () => [],
  uses: (data) => ([CALLER, ME, ''].includes(data.to) ? [] : [data.to as InformationId]),
  checks,
  lower,
  simulate: (node, event, { document }): SimulationStep => {
    const canBe = canBeSent(node.data, document);
    if (canBe && event.type === 'enter')
      return { said: [], result: { type: 'waiting', exits: ['sent', 'problem'] } };
    const isSent = canBe && event.type === 'leave-by' && event.exit === 'sent';
    return {
      said: [],
      result: {
        type: 'left',
        exit: isSent ? 'sent' : 'problem',
        because: { code: isSent ? 'tool-worked' : 'tool-failed', params: {} },
      },
    };
  },
  examples: {
    reminder: {
      channel: 'sms',
      to: 'caller',
      address: '',
      subject: '',
      text: 'Cabinet Martin : votre rendez-vous est le {{when}}.',
    },
    message: {
      channel: 'email',
      to: 'me',
      address: 'accueil@cabinet-martin.fr',
      subject: 'Message de {{patient}}',
      text: '{{patient}} ({{phone}}) a appelé : {{reason}}',
    },
    new: { channel: 'sms', to: 'caller', address: '', subject: '', text: '' },
    'no-address': { channel: 'email', to: 'me', address: '', subject: '', text: 'Hello' },
  },
});

function canBeSent(data: SendData, document: FlowDocument): boolean {
  return data.text.trim() !== '' && recipientOf(data, document) !== null;
}

/** Without our endpoint, words or somebody to send them to, nothing is sent: the flow still answers (promise 3). */
function lower(node: FlowNode<SendData>, context: LowerContext): Fragment {
  const { document, runtime } = context;
  const recipient = recipientOf(node.data, document);
  if (!runtime || !recipient || node.data.text.trim() === '')
    return { instruction: { do: 'go', to: 'problem' }, tools: [] };
  const refused = refusedNumber(node, recipient, context);
  if (refused) return { instruction: { do: 'go', to: 'problem' }, tools: [], problems: [refused] };
  const { tool, properties } = sendRequest(node, recipient, context, runtime);
  return {
    instruction: {
      do: 'compute',
      tool: tool.name,
      uses: properties,
      outcomes: [{ outcome: 'sent', to: 'sent' }],
      failed: 'problem',
    },
    tools: [tool],
    effects: [
      {
        kind: node.data.channel === 'sms' ? 'texts' : 'mails',
        to: effectRecipient(recipient),
        sends: writtenInformation(node.data, document),
      },
    ],
  };
}

/** An own number that may not be texted; a caller's is looked at when it is known. */
function refusedNumber(
  { id, data }: FlowNode<SendData>,
  recipient: Recipient,
  { dialRefusal }: LowerContext,
): Problem | null {
  if (data.channel !== 'sms' || recipient.type !== 'address') return null;
  const refusal = dialRefusal?.(recipient.address) ?? null;
  if (refusal === null) return null;
  const at = { node: id, field: 'address' };
  return { code: `send/number-${refusal}`, severity: 'warning', at, params: { number: recipient.address } };
}

function effectRecipient(recipient: Recipient): EffectRecipient {
  if (recipient.type === 'address') return { type: 'address', value: recipient.address };
  return recipient.type === 'caller'
    ? { type: 'caller', value: '' }
    : { type: 'information', value: recipient.id };
}

function subjectOf({ channel, subject }: SendData, document: FlowDocument): string {
  return channel === 'email' ? subject.trim() || document.name : '';
}

/** Declared information in what is written. */
function writtenInformation(data: SendData, document: FlowDocument): InformationId[] {
  return informationIn(`${subjectOf(data, document)} ${data.text}`).filter((id) =>
    Object.hasOwn(document.information, id),
  );
}

function sendRequest(
  { id: node, data }: FlowNode<SendData>,
  recipient: Recipient,
  { document, language, toolName }: LowerContext,
  runtime: Runtime,
) {
  const subject = subjectOf(data, document);
  const address = recipient.type === 'information' ? [recipient.id] : [];
  const spoken = writtenInformation(data, document).filter((id) => !address.includes(id));
  return runtimeRequest({
    runtime,
    document,
    node,
    name: toolName('send'),
    endpoint: ENDPOINT,
    description: SPEECH[language].tool,
    information: [
      ...address.map((id) => ({ id, required: true })),
      ...spoken.map((id) => ({ id, required: false })),
    ],
    constants: (property) => {
      // Exact where the call already knows the value; what was said a moment ago is no variable yet (vapi-facts §11.2)
      // and comes as a property of the request, whose name then stands in square brackets.
      const written = (sentence: string) => toLiquid(sentence, document, (id) => `[${property(id)}]`);
      return [
        { key: 'channel', value: data.channel },
        { key: 'to', value: addressText(recipient, written) },
        ...(data.channel === 'email' ? [{ key: 'subject', value: written(subject) }] : []),
        { key: 'text', value: written(data.text) },
      ];
    },
    messages: messagesFor(data, language),
  });
}

function addressText(recipient: Recipient, written: (sentence: string) => string): string {
  if (recipient.type === 'address') return recipient.address;
  if (recipient.type === 'caller') return '{{ customer.number | default: "" }}';
  return written(`{{${recipient.id}}}`);
}

/** A caller hears of a message to themselves; one to somebody else is none of their business. */
function messagesFor(data: SendData, language: LowerContext['language']) {
  const { sending, failed, stillSending } = SPEECH[language];
  const said = (sentence: string) => (data.to === ME ? '' : sentence);
  return [
    { type: 'request-start' as const, content: said(sending) },
    { type: 'request-failed' as const, content: said(failed) },
    { type: 'request-response-delayed' as const, content: stillSending, timingMilliseconds: 3000 },
  ];
}
