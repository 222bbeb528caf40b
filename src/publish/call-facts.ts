/**
 * What single events say of a call, whatever their type, and how facts are weighed against each other. Pure; knows no
 * drawing and no conversation as a whole.
 */
import * as z from 'zod';
import { stableStringify } from '../lib/json.ts';
import { type CallMessage, callMessage, callRecord, toolCall } from '../vapi/contract/call.ts';

/** A message of Vapi as it was received, or the answer of `GET /call/{id}` as `{type: 'call-record', call}`. */
export interface CallEvent {
  readonly type: string;
  readonly payload: unknown;
}

/** In their order of progress. */
export const CALL_STATUSES = [
  'scheduled',
  'queued',
  'ringing',
  'in-progress',
  'forwarding',
  'ended',
] as const;
export type CallStatus = (typeof CALL_STATUSES)[number];

/** What one event says, whatever its type. */
export interface Fact {
  /** The report is believed before the polled record, that before anything said during the call. */
  readonly weight: number;
  /** Milliseconds since the epoch; 0 when the event does not say. */
  readonly time: number;
  readonly statuses: readonly CallStatus[];
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly endedReason: string | null;
  readonly caller: string | null;
  readonly cost: number | null;
  /** The whole conversation, when the event has it. */
  readonly messages: readonly CallMessage[];
  /** A part of the conversation. */
  readonly said: CallMessage | null;
  /** The structured outputs that Vapi computed after the call. */
  readonly record: Readonly<Record<string, unknown>>;
}

const eventPayload = z.looseObject({
  timestamp: z.number().nullish().catch(null),
  status: z.string().nullish().catch(null),
  endedReason: z.string().nullish().catch(null),
  startedAt: z.string().nullish().catch(null),
  endedAt: z.string().nullish().catch(null),
  cost: z.number().nonnegative().nullish().catch(null),
  call: callRecord.partial().nullish().catch(null),
  customer: z.looseObject({ number: z.string().nullish() }).nullish().catch(null),
  artifact: z
    .looseObject({
      messages: z.array(z.unknown()).nullish().catch(null),
      structuredOutputs: z.record(z.string(), z.unknown()).nullish().catch(null),
    })
    .nullish()
    .catch(null),
  role: z.string().nullish().catch(null),
  transcriptType: z.string().nullish().catch(null),
  transcript: z.string().nullish().catch(null),
  toolCallList: z.array(z.unknown()).nullish().catch(null),
});
type EventPayload = z.infer<typeof eventPayload>;

const WEIGHTS: Readonly<Record<string, number>> = { 'end-of-call-report': 2, 'call-record': 1 };

export function readEvent({ type, payload }: CallEvent): Fact | null {
  const read = eventPayload.safeParse(payload);
  if (!read.success) return null;
  const { data } = read;
  const call = data.call;
  // The call inside a message is as old as the message; a polled record is the call itself.
  const messages =
    data.artifact?.messages ?? (type === 'call-record' ? call?.artifact?.messages : null) ?? [];
  return {
    weight: WEIGHTS[type] ?? 0,
    time: data.timestamp ?? 0,
    statuses: [
      type === 'status-update' ? data.status : null,
      type === 'end-of-call-report' ? 'ended' : null,
      call?.status,
    ]
      .map(asStatus)
      .filter((status) => status !== null),
    startedAt: isoText(data.startedAt) ?? isoText(call?.startedAt),
    endedAt: isoText(data.endedAt) ?? isoText(call?.endedAt),
    endedReason: data.endedReason ?? call?.endedReason ?? null,
    caller: data.customer?.number ?? call?.customer?.number ?? null,
    cost: data.cost ?? (type === 'call-record' ? (call?.cost ?? null) : null),
    messages: WEIGHTS[type] === undefined ? [] : readMessages(messages),
    said: saidIn(type, data),
    record: readRecord(data.artifact?.structuredOutputs ?? call?.artifact?.structuredOutputs ?? {}),
  };
}

const structuredOutput = z.object({ result: z.record(z.string(), z.unknown()) });

/** All outputs as one: their names are Vapi's ids. */
function readRecord(outputs: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const results = Object.values(outputs).map(
    (output) => structuredOutput.safeParse(output).data?.result ?? {},
  );
  return Object.assign({}, ...results);
}

function readMessages(messages: readonly unknown[]): CallMessage[] {
  return messages.flatMap((message) => callMessage.safeParse(message).data ?? []);
}

/** What is heard of a conversation while it goes on: final transcripts and tool calls. */
function saidIn(type: string, data: EventPayload): CallMessage | null {
  const time = data.timestamp ?? null;
  if (type.startsWith('transcript') && data.transcriptType !== 'partial' && data.transcript) {
    return { role: data.role === 'user' ? 'user' : 'bot', message: data.transcript, time };
  }
  if (type !== 'tool-calls') return null;
  const toolCalls = (data.toolCallList ?? []).flatMap((each) => toolCall.safeParse(each).data ?? []);
  return toolCalls.length === 0 ? null : { role: 'tool_calls', toolCalls, time };
}

/** Each fact once, in an order that is the same for the same set: weight, then time, then content. */
export function distinct(facts: readonly Fact[]): Fact[] {
  const byContent = new Map(facts.map((fact) => [stableStringify(fact), fact]));
  const entries = [...byContent.entries()];
  entries.sort(
    ([a, first], [b, second]) => second.weight - first.weight || first.time - second.time || (a < b ? -1 : 1),
  );
  return entries.map(([, fact]) => fact);
}

/** The value of the most believed fact; among equals, of the latest one. */
export function strongest<Value>(facts: readonly Fact[], pick: (fact: Fact) => Value | null): Value | null {
  let found: { value: Value; fact: Fact } | null = null;
  for (const fact of facts) {
    const value = pick(fact);
    if (value !== null && (!found || fact.weight === found.fact.weight)) found = { value, fact };
  }
  return found?.value ?? null;
}

export function furthest(statuses: readonly CallStatus[]): CallStatus {
  return CALL_STATUSES.reduce(
    (best, status) => (statuses.includes(status) ? status : best),
    'queued' as CallStatus,
  );
}

function asStatus(status: string | null | undefined): CallStatus | null {
  return CALL_STATUSES.find((each) => each === status) ?? null;
}

export function earliest(times: readonly (string | null)[]): string | null {
  return times.filter((time) => time !== null).sort()[0] ?? null;
}

export function firstTime(facts: readonly Fact[], status: CallStatus): number {
  const times = facts
    .filter((fact) => fact.time > 0 && fact.statuses.includes(status))
    .map((fact) => fact.time);
  return times.length === 0 ? 0 : Math.min(...times);
}

/** The last year that four digits can write; beyond it a time is nonsense. */
const LATEST_TIME = Date.UTC(9999, 11, 31);

export function isoOf(time: number): string | null {
  return time > 0 && time < LATEST_TIME ? new Date(time).toISOString() : null;
}

function isoText(text: string | null | undefined): string | null {
  return typeof text === 'string' ? isoOf(Date.parse(text)) : null;
}
