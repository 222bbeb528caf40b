/** Messages that calls have sent. */
import * as z from 'zod';
import type { Result } from '../lib/result.ts';
import { client } from './client.ts';
import { type DataFailure, rows } from './failure.ts';

/** `caught`: kept on this machine instead of being sent. `rehearsed`: what a rehearsal would have sent. */
export const MESSAGE_STATES = ['queued', 'sending', 'sent', 'caught', 'rehearsed', 'failed'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

const COLUMNS = 'id, flow_id, call_id, channel, recipient, subject, text, state, created_at';
const messageRow = z
  .object({
    id: z.string(),
    flow_id: z.string().nullable(),
    call_id: z.string().nullable(),
    channel: z.enum(['sms', 'email']),
    recipient: z.string(),
    subject: z.string(),
    text: z.string(),
    state: z.enum(MESSAGE_STATES),
    created_at: z.string(),
  })
  .transform(({ flow_id, call_id, created_at, ...row }) => ({
    ...row,
    flowId: flow_id,
    callId: call_id,
    at: created_at,
  }));
export type SentMessage = z.infer<typeof messageRow>;

const PAGE = 200;

/** Newest first, at most 200. */
export function listMessages(workspaceId: string): Promise<Result<SentMessage[], DataFailure>> {
  const query = client().from('messages').select(COLUMNS).eq('workspace_id', workspaceId);
  return rows(query.order('created_at', { ascending: false }).limit(PAGE), z.array(messageRow));
}

export function listMessagesOfCall(callId: string): Promise<Result<SentMessage[], DataFailure>> {
  const query = client().from('messages').select(COLUMNS).eq('call_id', callId);
  return rows(query.order('created_at'), z.array(messageRow));
}
