/** Who is asking: the person whose token came with the request, confirmed by Supabase Auth. */
import type { SupabaseClient } from '@supabase/supabase-js';
import * as z from 'zod';
import { fail, type Result, succeed } from '../../../src/lib/result.ts';
import { row } from './database.ts';
import type { Deps } from './deps.ts';
import { refuse } from './http.ts';

export interface Person {
  readonly id: string;
  /** Acts as this person. */
  readonly client: SupabaseClient;
}

/** The person, or the refusal to send. */
export async function identify(request: Request, deps: Deps): Promise<Result<Person, Response>> {
  const token = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  // A project key in the place of a token is nobody.
  if (token === undefined || token.startsWith('sb_')) return fail(refuse('not-signed-in'));
  const client = deps.userClient(token);
  const { data, error } = await client.auth.getUser(token);
  if (error && (error.status === undefined || error.status === 0 || error.status >= 500)) {
    return fail(refuse('unexpected', {}, 503));
  }
  if (error || data.user.role !== 'authenticated') return fail(refuse('not-signed-in'));
  return succeed({ id: data.user.id, client });
}

const ROLES = ['owner', 'editor', 'viewer'] as const;
export type Role = (typeof ROLES)[number];
const memberRow = z.object({ role: z.enum(ROLES) });

/** Null, or the refusal: strangers learn nothing of the workspace, members that they may not. */
export async function refuseUnless(person: Person, workspace: string, least: Role): Promise<Response | null> {
  const member = await row(
    memberRow,
    person.client
      .from('members')
      .select('role')
      .eq('workspace_id', workspace)
      .eq('user_id', person.id)
      .maybeSingle(),
  );
  if (!member) return refuse('not-found');
  return ROLES.indexOf(member.role) <= ROLES.indexOf(least) ? null : refuse('not-allowed');
}
