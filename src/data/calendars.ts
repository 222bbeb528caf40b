/** Names of the calendars of a workspace; the one that every workspace has is not among them. */
import * as z from 'zod';
import type { Result } from '../lib/result.ts';
import { client } from './client.ts';
import { type DataFailure, rows } from './failure.ts';

const ALREADY_THERE = '23505';

export function listCalendars(workspaceId: string): Promise<Result<{ name: string }[], DataFailure>> {
  const query = client().from('calendars').select('name').eq('workspace_id', workspaceId).order('name');
  return rows(query, z.array(z.object({ name: z.string() })));
}

/** False when it could not be kept. One that is there already, however it is written, is as good as made. */
export async function createCalendar(workspaceId: string, name: string): Promise<boolean> {
  const { error } = await client().from('calendars').insert({ workspace_id: workspaceId, name });
  return error === null || error.code === ALREADY_THERE;
}
