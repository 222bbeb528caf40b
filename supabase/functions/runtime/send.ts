/** The endpoint of Send: a message in the words of the published drawing, to whom the drawing says. */
import * as z from 'zod';
import { toE164, toE164Near } from '../../../src/flow/phone-number.ts';
import { PATIENCE } from '../../../src/kinds/runtime-request.ts';
import { ENDPOINT, type SendData, send } from '../../../src/kinds/send/kind.ts';
import { canGetSms, isNearby } from '../../../src/kinds/send/reachable.ts';
import { recipientOf, toEmail } from '../../../src/kinds/send/recipient.ts';
import { smsParts } from '../../../src/kinds/send/sms-length.ts';
import { writtenOut } from '../../../src/kinds/send/written.ts';
import { isEmergencyNumber, isPremiumNumber } from '../../../src/kinds/transfer/special-number.ts';
import { textList } from '../../../src/lib/text-list.ts';
import { type Budget, takeBudget } from '../_shared/budget.ts';
import type { Channel } from '../_shared/couriers.ts';
import { rows } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { diallingOf } from '../_shared/dialling.ts';
import { sendOff } from '../_shared/outbox.ts';
import { type Asked, type Done, defineEndpoint, type Endpoint } from './endpoint.ts';

const DAY = 86_400;
/** An SMS is paid by parts. */
const BUDGETS: Readonly<Record<Channel, Budget>> = {
  sms: { name: 'sms', most: 300, seconds: DAY },
  email: { name: 'email', most: 500, seconds: DAY },
};
/** Longer than this an SMS is cut: 1530 characters are ten parts, which is what networks join again. */
const LONGEST_SMS_PARTS = 10;
const MOST_OF_A_STEP = 3;
/** To one and the same person whom a caller has named. */
const MOST_A_DAY = 6;

interface Message {
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  /** Whether a caller chose the recipient. */
  readonly isNamed: boolean;
}

export const sendEndpoint: readonly [string, Endpoint] = [
  ENDPOINT,
  defineEndpoint<SendData>({
    kind: send,
    patience: () => PATIENCE * 1000,
    pretend: (_, exit) => (exit === 'sent' ? { type: 'done', answer: { outcome: 'sent' } } : null),
    prepare: (asked) => {
      const message = messageOf(asked);
      if (!message) return null;
      const { recipient, subject, text } = message;
      return {
        once: { recipient, subject, text },
        run: (deps, milliseconds) => sendMessage(deps, asked, message, milliseconds),
      };
    },
  }),
];

/** Null when the words are not the drawing's, or when nobody can or may be reached. */
function messageOf(asked: Asked<SendData>): Message | null {
  const { node, document, body } = asked;
  const { channel, subject, text } = node.data;
  const to = recipientFor(asked);
  const written = writtenOut(text, body.text, body, document);
  const title =
    channel === 'sms' ? '' : writtenOut(subject.trim() || document.name, body.subject, body, document);
  if (to === null || title === null || !written) return null;
  return {
    recipient: to.address,
    subject: title.replaceAll(/\s+/g, ' '),
    text: channel === 'sms' ? cut(written) : written,
    isNamed: to.isNamed,
  };
}

function recipientFor(asked: Asked<SendData>): { address: string; isNamed: boolean } | null {
  const { node, document, body, caller, call } = asked;
  const recipient = recipientOf(node.data, document);
  if (!recipient) return null;
  if (node.data.channel === 'email') {
    if (recipient.type === 'address') return { address: recipient.address, isNamed: false };
    if (recipient.type === 'caller') return null;
    const address = toEmail(writtenOut(`{{${recipient.id}}}`, body.to, body, document) ?? '');
    return address === null ? null : { address, isNamed: true };
  }
  if (recipient.type === 'address') return mayGetSms(recipient.address, false);
  if (recipient.type === 'caller') {
    // Nobody calls in a rehearsal.
    if (call === '') return { address: '', isNamed: false };
    return mayGetSms(toE164(caller), false);
  }
  const said = writtenOut(`{{${recipient.id}}}`, body.to, body, document) ?? '';
  const number = toE164Near(said, caller);
  if (number !== null && !isNearby(number, document.language, caller)) return null;
  return mayGetSms(number, true);
}

function mayGetSms(number: string | null, isNamed: boolean): { address: string; isNamed: boolean } | null {
  if (number === null || !canGetSms(number)) return null;
  return isEmergencyNumber(number) || isPremiumNumber(number) ? null : { address: number, isNamed };
}

function cut(text: string): string {
  if (smsParts(text) <= LONGEST_SMS_PARTS) return text;
  let short = [...text];
  while (smsParts(`${short.join('')}…`) > LONGEST_SMS_PARTS) short = short.slice(0, -20);
  return `${short.join('')}…`;
}

async function sendMessage(
  deps: Deps,
  { workspace, flow, call, node }: Asked<SendData>,
  { recipient, subject, text, isNamed }: Message,
  milliseconds: number,
): Promise<Done> {
  const { channel } = node.data;
  if (channel === 'sms' && call !== '' && (await diallingOf(deps.service, workspace))(recipient) !== null)
    return { type: 'failed', code: 'not-dialled', unsent: true };
  if (call !== '' && (await hasObjected(deps, workspace, recipient)))
    return { type: 'failed', code: 'objected', unsent: true };
  const refusal = call === '' ? null : await overLimit(deps, workspace, call, node.id, recipient, isNamed);
  if (refusal) return { type: 'failed', code: refusal, unsent: true };
  const parts = channel === 'sms' && call !== '' ? smsParts(text) : 1;
  for (let part = 0; part < parts; part++)
    if (!(await takeBudget(deps.service, workspace, BUDGETS[channel])))
      return { type: 'failed', code: 'over-budget', unsent: true };
  const isOnItsWay = await sendOff(
    deps,
    { workspace, flow, call, node: node.id, channel, recipient, subject, text },
    milliseconds,
  );
  return isOnItsWay ? { type: 'done', answer: { outcome: 'sent' } } : { type: 'failed', code: 'not-sent' };
}

/** A model that calls again and again, or a caller who has somebody else written to. */
async function overLimit(
  { service, clock }: Deps,
  workspace: string,
  call: string,
  node: string,
  recipient: string,
  isNamed: boolean,
): Promise<string | null> {
  const some = z.object({ id: z.string() });
  const mine = () => service.from('messages').select('id').eq('workspace_id', workspace);
  const ofStep = await rows(some, mine().eq('vapi_call_id', call).eq('node_id', node).limit(MOST_OF_A_STEP));
  if (ofStep.length >= MOST_OF_A_STEP) return 'too-many';
  if (!isNamed) return null;
  const since = new Date(clock.now() - DAY * 1000).toISOString();
  const today = await rows(
    some,
    mine().filter('recipient', 'in', textList(recipient)).gte('created_at', since).limit(MOST_A_DAY),
  );
  return today.length >= MOST_A_DAY ? 'too-many' : null;
}

/** Somebody who asked not to be written to. */
async function hasObjected({ service }: Deps, workspace: string, number: string): Promise<boolean> {
  const query = service
    .from('objections')
    .select('number')
    .eq('workspace_id', workspace)
    .filter('number', 'in', textList(number));
  return (await rows(z.object({ number: z.string() }), query.limit(1))).length > 0;
}
