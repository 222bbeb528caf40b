/**
 * Messages on their way: written down first, handed over, and what became of it written down. One whose end is not known is
 * looked for at the provider and never just repeated. Knows no HTTP and no step.
 */
import * as z from 'zod';
import type { Channel, Delivery, Parcel } from './couriers.ts';
import { row, rows, run } from './database.ts';
import type { Deps } from './deps.ts';

export interface Outgoing {
  readonly workspace: string;
  readonly flow: string;
  /** Vapi's id of the call; empty in a rehearsal, in which nothing is sent. */
  readonly call: string;
  readonly node: string;
  readonly channel: Channel;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
}

const MINUTE = 60_000;
/** How long an attempt may take before somebody else looks after it. */
const LEASE = 2 * MINUTE;
/** A message about today is of no use tomorrow, and providers know a key for a day. */
const USEFUL = 6 * 60 * MINUTE;
const MOST_ATTEMPTS = 8;

/** Written down and, if somebody carries it, handed over: whether it is on its way now. */
export async function sendOff(deps: Deps, message: Outgoing, milliseconds: number): Promise<boolean> {
  const isRehearsal = message.call === '';
  const courier = deps.couriers[message.channel];
  if (!courier && !isRehearsal) return false;
  const id = deps.newId();
  const now = new Date(deps.clock.now()).toISOString();
  await run(
    deps.service.from('messages').insert({
      id,
      workspace_id: message.workspace,
      flow_id: message.flow,
      vapi_call_id: isRehearsal ? null : message.call,
      node_id: message.node,
      channel: message.channel,
      recipient: message.recipient,
      subject: message.subject,
      text: message.text,
      state: isRehearsal ? 'rehearsed' : 'sending',
      attempts: isRehearsal ? 0 : 1,
      ...(isRehearsal ? {} : { attempted_at: now }),
      created_at: now,
    }),
  );
  if (!courier || isRehearsal) return isRehearsal;
  const { recipient, subject, text } = message;
  const delivery = await courier.deliver({ id, recipient, subject, text }, milliseconds);
  await writeDown(deps, { id, attempts: 1, isCatcher: courier.isCatcher }, delivery);
  return delivery.type === 'sent';
}

interface Attempt {
  readonly id: string;
  readonly attempts: number;
  readonly isCatcher: boolean;
}

async function writeDown({ service, clock }: Deps, attempt: Attempt, delivery: Delivery): Promise<void> {
  const { id, attempts, isCatcher } = attempt;
  const now = clock.now();
  const next = new Date(now + MINUTE * 2 ** Math.min(attempts - 1, 6)).toISOString();
  const isLast = attempts >= MOST_ATTEMPTS;
  const change =
    delivery.type === 'sent'
      ? {
          state: isCatcher ? 'caught' : 'sent',
          provider_id: delivery.id,
          sent_at: new Date(now).toISOString(),
          error: null,
          next_attempt_at: null,
        }
      : delivery.type === 'refused' || (delivery.type === 'later' && isLast)
        ? { state: 'failed', error: delivery.code, next_attempt_at: null }
        : {
            state: delivery.type === 'later' ? 'queued' : 'sending',
            error: delivery.code,
            next_attempt_at: next,
          };
  await run(service.from('messages').update(change).eq('id', id).eq('attempts', attempts));
}

const openRow = z.object({
  id: z.string(),
  channel: z.enum(['sms', 'email']),
  recipient: z.string(),
  subject: z.string(),
  text: z.string(),
  state: z.enum(['queued', 'sending']),
  attempts: z.number(),
  attempted_at: z.string(),
  created_at: z.string(),
});
type Open = z.infer<typeof openRow>;
const COLUMNS = 'id, channel, recipient, subject, text, state, attempts, attempted_at, created_at';

/** Goes on with what is not on its way yet; gives back how many were looked after. */
export async function deliverOpen(deps: Deps, most: number, milliseconds: number): Promise<number> {
  const now = deps.clock.now();
  const ask = (state: Open['state'], column: string, before: number) =>
    rows(
      openRow,
      deps.service
        .from('messages')
        .select(COLUMNS)
        .eq('state', state)
        .lte(column, new Date(before).toISOString())
        .order('attempted_at')
        .limit(most),
    );
  const open = [
    ...(await ask('queued', 'next_attempt_at', now)),
    ...(await ask('sending', 'attempted_at', now - LEASE)),
  ];
  let done = 0;
  for (const message of open) {
    if (!(await claim(deps, message))) continue;
    await goOn(deps, message, milliseconds);
    done += 1;
  }
  return done;
}

/** What rehearsals would have sent, a day later: nobody looks for it any more. Gives back how many. */
export async function forgetRehearsed({ service, clock }: Deps): Promise<number> {
  const old = new Date(clock.now() - 24 * 60 * MINUTE).toISOString();
  const query = service.from('messages').delete().eq('state', 'rehearsed').lt('created_at', old).select('id');
  return (await rows(z.object({ id: z.string() }), query)).length;
}

/** Two who find the same message: one of them goes on. */
function claim({ service, clock }: Deps, { id, attempts, state }: Open): Promise<unknown> {
  return row(
    z.object({ id: z.string() }),
    service
      .from('messages')
      .update({
        state: 'sending',
        attempts: attempts + 1,
        attempted_at: new Date(clock.now()).toISOString(),
      })
      .eq('id', id)
      .eq('attempts', attempts)
      .eq('state', state)
      .select('id')
      .maybeSingle(),
  );
}

async function goOn(deps: Deps, message: Open, milliseconds: number): Promise<void> {
  const courier = deps.couriers[message.channel];
  const attempt: Attempt = {
    id: message.id,
    attempts: message.attempts + 1,
    isCatcher: courier?.isCatcher ?? false,
  };
  const parcel: Parcel = message;
  const isTooLate = Date.parse(message.created_at) < deps.clock.now() - USEFUL;
  if (courier && message.state === 'sending') {
    const known = await courier.lookUp(parcel, new Date(message.created_at), milliseconds);
    if (known.type === 'sent' || (known.type === 'unknown' && !isTooLate))
      return writeDown(deps, attempt, known);
  }
  if (isTooLate || !courier)
    return writeDown(deps, attempt, { type: 'refused', code: isTooLate ? 'too-late' : 'not-configured' });
  return writeDown(deps, attempt, await courier.deliver(parcel, milliseconds));
}
