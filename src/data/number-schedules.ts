/** Numbers that several flows answer by opening hours: who when, what is in service for it, and setting it over the Edge Function `api`. */
import * as z from 'zod';
import { type Result, succeed } from '../lib/result.ts';
import type { ScheduleRequest } from '../publish/numbers-wire.ts';
import { doneAnswer } from '../publish/wire.ts';
import { type ApiResult, ask } from './ask.ts';
import { client } from './client.ts';
import { type DataFailure, rows } from './failure.ts';

const storedRow = z.object({
  phone_number_id: z.string(),
  hours_id: z.string().nullable(),
  flow_id: z.string().nullable(),
  words: z.string().nullable(),
});
const liveRow = z.object({
  id: z.string(),
  phone_number_id: z.string().nullable(),
  flow_id: z.string(),
  purpose: z.enum(['flow', 'fallback', 'words']),
});

/** Of words when `flowId` is null. */
interface ScheduledAnswer {
  readonly flowId: string | null;
  readonly words: string | null;
}

export interface StoredSchedule {
  readonly numberId: string;
  /** The first row whose hours are open answers. */
  readonly rows: readonly (ScheduledAnswer & { readonly hoursId: string })[];
  /** Answers the rest of the time. */
  readonly rest: ScheduledAnswer;
}

/** Something in service on a number; `flowId` is null for the words of its schedule. */
export interface ReadyAnswer {
  readonly deploymentId: string;
  readonly numberId: string;
  readonly flowId: string | null;
  /** The flow was taken out of service: words answer in its place. */
  readonly isOut: boolean;
}

export interface Schedules {
  readonly schedules: readonly StoredSchedule[];
  readonly ready: readonly ReadyAnswer[];
}

export async function listSchedules(workspaceId: string): Promise<Result<Schedules, DataFailure>> {
  const [stored, live] = await Promise.all([
    rows(
      client()
        .from('number_schedules')
        .select('phone_number_id, hours_id, flow_id, words')
        .eq('workspace_id', workspaceId)
        .order('position'),
      z.array(storedRow),
    ),
    rows(
      client()
        .from('deployments')
        .select('id, phone_number_id, flow_id, purpose')
        .eq('workspace_id', workspaceId)
        .eq('state', 'live'),
      z.array(liveRow),
    ),
  ]);
  if (!stored.ok) return stored;
  if (!live.ok) return live;
  return succeed({ schedules: schedulesOf(stored.value), ready: live.value.flatMap(readyOf) });
}

function schedulesOf(stored: readonly z.infer<typeof storedRow>[]): StoredSchedule[] {
  return [...new Set(stored.map((row) => row.phone_number_id))].flatMap((numberId) => {
    const own = stored.filter((row) => row.phone_number_id === numberId);
    const rest = own.find((row) => row.hours_id === null);
    if (!rest) return [];
    return {
      numberId,
      rows: own.flatMap(({ hours_id, flow_id, words }) =>
        hours_id === null ? [] : [{ hoursId: hours_id, flowId: flow_id, words }],
      ),
      rest: { flowId: rest.flow_id, words: rest.words },
    };
  });
}

function readyOf({ id, phone_number_id, flow_id, purpose }: z.infer<typeof liveRow>): ReadyAnswer[] {
  if (phone_number_id === null) return [];
  return [
    {
      deploymentId: id,
      numberId: phone_number_id,
      flowId: purpose === 'words' ? null : flow_id,
      isOut: purpose === 'fallback',
    },
  ];
}

/** What is due by then answers at once, where it is in service on the number. */
export function setSchedule(numberId: string, request: ScheduleRequest): ApiResult<object> {
  return ask('POST', `/numbers/${encodeURIComponent(numberId)}/schedule`, doneAnswer, request);
}
