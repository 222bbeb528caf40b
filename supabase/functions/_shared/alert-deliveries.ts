/**
 * Telling of alerts, from the table of deliveries: each is held while it is sent, tried again a while later when it did not get through,
 * and given up after so many attempts. Whoever is killed between sending and noting it leaves it to the next one, who sends it under the
 * same id: an e-mail provider that knows the id sends it once, and whoever runs a webhook sees the same `webhook-id`.
 */
import { messages } from '../../../src/alerts/messages.ts';
import { linkOf, originOf } from './alert-links.ts';
import { alertMails } from './alert-mails/messages.ts';
import { type AlertParcel, belongsTo, parcelRow } from './alert-parcel.ts';
import { alertLink, webhookRequest } from './alert-webhook.ts';
import type { Delivery } from './couriers.ts';
import { rows, run } from './database.ts';
import type { Deps } from './deps.ts';
import { isUnsent, type OutboundFault } from './outbound.ts';

const MINUTE = 60_000;
/** How long an attempt may take before somebody else looks after it. */
export const HELD = 2 * MINUTE;
export const PATIENCE = 8_000;
/** One, two, four … minutes apart: given up after about two hours. */
export const MOST_ATTEMPTS = 8;
const AT_ONCE = 20;

export interface Settled {
  readonly state: 'queued' | 'sent' | 'caught' | 'failed';
  readonly error: string | null;
}

/** Sends what is due; gives back how many were looked after. */
export async function deliverAlerts(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  const due = await rows(
    parcelRow,
    deps.service.rpc('claim_alert_deliveries', {
      at: new Date(now).toISOString(),
      held_until: new Date(now + HELD).toISOString(),
      most: AT_ONCE,
    }),
  );
  for (const parcel of due) await deliver(deps, parcel);
  return due.length;
}

/** Sends one that is held, and notes what became of it. A test is tried once: whoever asked waits for it. */
export async function deliver(deps: Deps, parcel: AlertParcel): Promise<Settled> {
  const isCaught = parcel.type === 'email' && deps.couriers.email?.isCatcher === true;
  const delivery = await (parcel.type === 'email' ? sendMail(deps, parcel) : callWebhook(deps, parcel));
  const isLast = parcel.attempts >= MOST_ATTEMPTS || parcel.phase === 'test';
  const settled: Settled =
    delivery.type === 'sent'
      ? { state: isCaught ? 'caught' : 'sent', error: null }
      : { state: delivery.type === 'refused' || isLast ? 'failed' : 'queued', error: delivery.code };
  await note(deps, parcel, settled);
  return settled;
}

/** Only as it was held: somebody else may have taken it over. */
async function note({ service, clock }: Deps, { id, attempts }: AlertParcel, { state, error }: Settled) {
  const now = clock.now();
  const next = state === 'queued' ? now + MINUTE * 2 ** Math.min(attempts - 1, 6) : null;
  await run(
    service
      .from('alert_deliveries')
      .update({
        state,
        error,
        next_attempt_at: next === null ? null : new Date(next).toISOString(),
        sent_at: state === 'sent' || state === 'caught' ? new Date(now).toISOString() : null,
      })
      .eq('id', id)
      .eq('attempts', attempts)
      .eq('state', 'sending'),
  );
}

async function sendMail(deps: Deps, parcel: AlertParcel): Promise<Delivery> {
  const courier = deps.couriers.email;
  if (!courier || !parcel.address) return { type: 'refused', code: 'not-configured' };
  const { id, address: recipient, attempts, created_at } = parcel;
  const letter = { id, recipient, ...(await wordsOf(deps, parcel, recipient)) };
  if (attempts > 1) {
    const known = await courier.lookUp(letter, new Date(created_at), PATIENCE);
    // Caught ones stand in a mailbox that nothing hangs on: they are put there once more.
    if (!courier.isCatcher && known.type !== 'later') return known;
  }
  return courier.deliver(letter, PATIENCE);
}

async function wordsOf(deps: Deps, parcel: AlertParcel, address: string) {
  const { phase, kind, language, workspace, member_id } = parcel;
  const words = alertMails[language];
  const name = workspace.replaceAll(/\s+/g, ' ').trim();
  const settings = `${originOf(deps.settings)}/settings/alerts`;
  const channel = { id: parcel.channel_id, workspace: parcel.workspace_id, address };
  const farewell =
    member_id === null ? words.toAddress(await linkOf(deps, 'stop', channel)) : words.toMember(settings);
  const text = words.text({ sentence: sentenceOf(parcel), link: alertLink(deps, parcel), phase });
  return {
    subject: words.subjects[phase](kind === null ? '' : messages[language].kinds[kind], name),
    text: `${text}\n${farewell}`,
  };
}

/** In the language of the channel. */
function sentenceOf({ phase, kind, told, language }: AlertParcel): string {
  const words = messages[language];
  const { reason } = told;
  if (phase === 'test' || kind === null || reason === undefined) return alertMails[language].test;
  return phase === 'ended' ? words.endings[kind](told) : words.reasons[reason](told);
}

/** What will not change by itself is not tried again. */
const HOPELESS: ReadonlySet<OutboundFault['code']> = new Set(['address', 'header', 'private', 'redirected']);
const GONE = 410;

async function callWebhook(deps: Deps, parcel: AlertParcel): Promise<Delivery> {
  const { url, sealed_secret, workspace_id, channel_id } = parcel;
  if (url === null || sealed_secret === null) return { type: 'refused', code: 'not-configured' };
  const secret = await deps.sealer.open(sealed_secret, belongsTo(workspace_id, channel_id));
  if (secret === null) return { type: 'refused', code: 'secret-unreadable' };
  const request = await webhookRequest(deps, parcel, secret, sentenceOf(parcel));
  const answer = await deps.outbound({ ...request, url, method: 'POST', milliseconds: PATIENCE });
  if (!answer.ok) {
    const { code } = answer.failure;
    if (HOPELESS.has(code)) return { type: 'refused', code };
    return { type: isUnsent(answer.failure) ? 'later' : 'unknown', code };
  }
  const { status } = answer.value;
  if (status < 300) return { type: 'sent', id: parcel.id };
  return { type: status === GONE ? 'refused' : 'later', code: String(status) };
}
