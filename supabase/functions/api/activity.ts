/**
 * `GET /activity`: who did what in a workspace, for its owners; `GET /activity/check`: whether somebody changed the log. It is written
 * by the database itself; here it is only read.
 */
import * as z from 'zod';
import { ACTIONS, type ActivityAnswer, type ActivityCheck } from '../../../src/publish/workspace-wire.ts';
import { verifyActivity } from '../_shared/activity-seal.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import { rows } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, refuse } from '../_shared/http.ts';

const PAGE = 50;
const NOT_TOLD = ['person', 'call'];

const fact = z.union([z.string(), z.number(), z.boolean()]);
const entryRow = z
  .object({
    id: z.string(),
    at: z.string(),
    person: z.string().nullable(),
    email: z.string().nullable(),
    action: z.enum(ACTIONS),
    facts: z.record(z.string(), fact),
    about: z.string().nullable(),
  })
  .transform(({ person, email, about, facts, ...entry }): ActivityAnswer['entries'][number] => ({
    ...entry,
    who: person === null ? 'nobody' : email === null ? 'gone' : 'person',
    email: email ?? '',
    about: about ?? '',
    facts: Object.fromEntries(Object.entries(facts).filter(([name]) => !NOT_TOLD.includes(name))),
  }));

export async function listActivity(request: Request, person: Person, deps: Deps): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const workspace = z.uuid().safeParse(asked.get('workspaceId'));
  if (!workspace.success) return refuse('bad-request', { field: 'workspaceId' });
  const before = z.iso.datetime({ offset: true }).nullable().safeParse(asked.get('before'));
  if (!before.success) return refuse('bad-request', { field: 'before' });
  const show = z.enum(['reads']).nullable().safeParse(asked.get('show'));
  if (!show.success) return refuse('bad-request', { field: 'show' });
  const call = z.uuid().nullable().safeParse(asked.get('call'));
  if (!call.success) return refuse('bad-request', { field: 'call' });
  const refusal = await refuseUnless(person, workspace.data, 'owner');
  if (refusal) return refusal;
  const page = { workspace: workspace.data, earlier_than: before.data, most: PAGE + 1 };
  const found = await rows(
    entryRow,
    show.data === null && call.data === null
      ? deps.service.rpc('activity_of', page)
      : deps.service.rpc('reads_of', { ...page, call: call.data }),
  );
  return answer({ entries: found.slice(0, PAGE), hasMore: found.length > PAGE } satisfies ActivityAnswer);
}

export async function checkActivity(request: Request, person: Person, deps: Deps): Promise<Response> {
  const workspace = z.uuid().safeParse(new URL(request.url).searchParams.get('workspaceId'));
  if (!workspace.success) return refuse('bad-request', { field: 'workspaceId' });
  const refusal = await refuseUnless(person, workspace.data, 'owner');
  if (refusal) return refusal;
  return answer((await verifyActivity(deps, workspace.data)) satisfies ActivityCheck);
}
