/**
 * Who carries messages: an SMS provider and an e-mail provider over HTTPS, or a catcher on a local stack. Knows no table.
 * Twilio: https://www.twilio.com/docs/messaging/api/message-resource. Resend: https://resend.com/docs/api-reference/emails/send-email.
 */
import * as z from 'zod';
import type { EnvironmentOf } from '../../../src/environment/faults.ts';
import { isUnsent, type Outbound, type OutboundAnswer } from './outbound.ts';

export type Channel = 'sms' | 'email';

export interface Parcel {
  /** Ours; the same for each attempt. */
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * `sent`: accepted. `refused`: it never will be. `later`: it has certainly not been accepted, and may be tried again.
 * `unknown`: it may have been. `code` is for the log and the screen.
 */
export type Delivery =
  | { readonly type: 'sent'; readonly id: string }
  | { readonly type: 'refused' | 'later' | 'unknown'; readonly code: string };

export interface Courier {
  readonly isCatcher: boolean;
  deliver(parcel: Parcel, milliseconds: number): Promise<Delivery>;
  /** What became of an attempt with an unknown end; it may be made again after `later`. */
  lookUp(parcel: Parcel, since: Date, milliseconds: number): Promise<Delivery>;
}

export type Couriers = Readonly<Record<Channel, Courier | null>>;
type Environment = EnvironmentOf<'functions'>;

/** Where nothing is configured, a stack of this machine catches messages; any other sends none. */
export function couriersOf(environment: Environment, isLocal: boolean, outbound: Outbound): Couriers {
  return {
    sms: twilioOf(environment, outbound) ?? (isLocal ? CATCHER : null),
    email: resendOf(environment, outbound) ?? (isLocal ? mailCatcher(environment('MAIL_CATCHER_URL')) : null),
  };
}

/** The message stays in its table, where it can be read. */
const CATCHER: Courier = {
  isCatcher: true,
  deliver: ({ id }) => Promise.resolve({ type: 'sent', id }),
  lookUp: ({ id }) => Promise.resolve({ type: 'sent', id }),
};

/** Shows e-mails in the mailbox of the local stack as well, where there is one: a link in them is to be opened like a real one. */
function mailCatcher(mailbox: string | undefined): Courier {
  if (!mailbox) return CATCHER;
  return {
    ...CATCHER,
    deliver: async ({ id, recipient, subject, text }, milliseconds) => {
      await fetch(mailbox, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ to: recipient, subject, text }),
        signal: AbortSignal.timeout(milliseconds),
        // The mailbox is not what anything hangs on.
      }).catch(() => null);
      return { type: 'sent', id };
    },
  };
}

type Ask = (
  method: 'GET' | 'POST',
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string | undefined,
  milliseconds: number,
) => Promise<OutboundAnswer | Extract<Delivery, { code: string }>>;

function askThrough(outbound: Outbound): Ask {
  return async (method, url, headers, body, milliseconds) => {
    const answer = await outbound({
      method,
      url,
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
      ...(body === undefined ? {} : { body }),
      milliseconds,
    });
    if (answer.ok) return answer.value;
    const { code } = answer.failure;
    return { type: isUnsent(answer.failure) ? 'later' : 'unknown', code };
  };
}

/** After 5xx nobody knows how far it got; 429 and other refusals of the moment say that nothing was taken. */
function deliveryOf({ status, body }: OutboundAnswer, idField: 'sid' | 'id'): Delivery {
  const json = parsed(body);
  const id = json?.[idField];
  if (status < 300) return typeof id === 'string' ? { type: 'sent', id } : { type: 'unknown', code: 'no-id' };
  const reason = json?.code ?? json?.name ?? '';
  const code = /^[\w-]{1,60}$/.test(String(reason)) ? `${status} ${reason}` : String(status);
  if (status >= 500 || status === 408) return { type: 'unknown', code };
  return { type: status === 429 || status === 409 ? 'later' : 'refused', code };
}

function parsed(body: string): Record<string, unknown> | null {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(body));
  } catch {
    return null;
  }
}

const TWILIO_REGIONS = /^[a-z0-9]{2,20}\.[a-z0-9]{2,10}$/;

function twilioOf(environment: Environment, outbound: Outbound): Courier | null {
  const account = environment('TWILIO_ACCOUNT_SID');
  const user = environment('TWILIO_API_KEY') || account;
  const password = environment('TWILIO_API_SECRET') || environment('TWILIO_AUTH_TOKEN');
  const from = environment('TWILIO_FROM');
  if (!account || !user || !password || !from) return null;
  const ask = askThrough(outbound);
  // `dublin.ie1` keeps messages in the European Union.
  const region = environment('TWILIO_REGION') ?? '';
  const host = TWILIO_REGIONS.test(region) ? `api.${region}.twilio.com` : 'api.twilio.com';
  const url = `https://${host}/2010-04-01/Accounts/${encodeURIComponent(account)}/Messages.json`;
  const authorization = `Basic ${btoa(`${user}:${password}`)}`;
  const sender = from.startsWith('MG') ? { MessagingServiceSid: from } : { From: from };
  return {
    isCatcher: false,
    deliver: async ({ recipient, text }, milliseconds) => {
      const form = new URLSearchParams({ To: recipient, Body: text, ...sender }).toString();
      const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await ask('POST', url, headers, form, milliseconds);
      return 'status' in answer ? deliveryOf(answer, 'sid') : answer;
    },
    lookUp: async ({ recipient, text }, since, milliseconds) => {
      const day = since.toISOString().slice(0, 10);
      const query = new URLSearchParams({ To: recipient, 'DateSent>': day, PageSize: '100' });
      const answer = await ask('GET', `${url}?${query}`, { authorization }, undefined, milliseconds);
      if (!('status' in answer)) return { type: 'unknown', code: answer.code };
      const listed = messageList.safeParse(parsed(answer.body));
      if (answer.status !== 200 || !listed.success) return { type: 'unknown', code: String(answer.status) };
      // Its clock and ours may be apart by some seconds.
      const earliest = since.getTime() - 60_000;
      const found = listed.data.messages.find(
        (one) => one.body === text && Date.parse(one.date_created) >= earliest,
      );
      return found ? { type: 'sent', id: found.sid } : { type: 'later', code: 'not-taken' };
    },
  };
}

const messageList = z.object({
  messages: z.array(z.object({ sid: z.string(), body: z.string(), date_created: z.string() })),
});

function resendOf(environment: Environment, outbound: Outbound): Courier | null {
  const key = environment('RESEND_API_KEY');
  const from = environment('EMAIL_FROM');
  if (!key || !from) return null;
  const ask = askThrough(outbound);
  const deliver = async (
    { id, recipient, subject, text }: Parcel,
    milliseconds: number,
  ): Promise<Delivery> => {
    const headers = {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': id,
    };
    const body = JSON.stringify({ from, to: [recipient], subject, text });
    const answer = await ask('POST', 'https://api.resend.com/emails', headers, body, milliseconds);
    return 'status' in answer ? deliveryOf(answer, 'id') : answer;
  };
  return {
    isCatcher: false,
    deliver,
    // The provider knows the key for a day: whatever became of the attempt, the next one does not repeat it.
    lookUp: () => Promise.resolve({ type: 'later', code: 'same-key' }),
  };
}
