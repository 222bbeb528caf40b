/** Members of a workspace: who they are, their roles, handing over, leaving; and one more workspace. Knows no invitation but to list it. */
import * as z from 'zod';
import {
  INVITED_ROLES,
  MEMBER_ROLES,
  memberRequest,
  type PeopleAnswer,
  roleRequest,
  workspaceRequest,
} from '../../../src/publish/people-wire.ts';
import type { ErrorCode } from '../../../src/publish/wire.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import { rows, run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';

/** What the functions of migration `people` answer. */
export const outcome = z.enum([
  'done',
  'not-found',
  'not-allowed',
  'last-owner',
  'already-member',
  'too-many-invitations',
] satisfies (ErrorCode | 'done')[]);

/** `POST /workspaces` */
export async function createWorkspace(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, workspaceRequest);
  if (!body.ok) return body.failure;
  const parameters = { person: person.id, workspace_name: body.value.name.trim() };
  const id = z
    .uuid()
    .nullable()
    .parse(await run(deps.service.rpc('create_workspace', parameters)));
  return id === null ? refuse('too-many-workspaces') : answer({ id });
}

const memberRow = z
  .object({ user_id: z.string(), email: z.string(), role: z.enum(MEMBER_ROLES), created_at: z.string() })
  .transform(({ user_id, created_at, ...row }) => ({ ...row, userId: user_id, since: created_at }));

const invitationRow = z
  .object({
    id: z.string(),
    email: z.string(),
    role: z.enum(INVITED_ROLES),
    sent_at: z.string(),
    expires_at: z.string(),
  })
  .transform(({ sent_at, expires_at, ...row }) => ({ ...row, sentAt: sent_at, expiresAt: expires_at }));

/** `GET /people?workspaceId=…` */
export async function listPeople(request: Request, person: Person, deps: Deps): Promise<Response> {
  const workspace = z.uuid().safeParse(new URL(request.url).searchParams.get('workspaceId'));
  if (!workspace.success) return refuse('bad-request', { field: 'workspaceId' });
  const refusal = await refuseUnless(person, workspace.data, 'viewer');
  if (refusal) return refusal;
  const members = await rows(memberRow, deps.service.rpc('members_of', { workspace: workspace.data }));
  const isOwner = members.some(({ userId, role }) => userId === person.id && role === 'owner');
  return answer({
    members,
    invitations: isOwner ? await openInvitations(deps, workspace.data) : [],
  } satisfies PeopleAnswer);
}

async function openInvitations(deps: Deps, workspace: string): Promise<PeopleAnswer['invitations']> {
  const open = await rows(
    invitationRow,
    deps.service
      .from('invitations')
      .select('id, email, role, sent_at, expires_at')
      .eq('workspace_id', workspace)
      .eq('state', 'open')
      .order('created_at'),
  );
  return open.map((one) => ({ ...one, isExpired: Date.parse(one.expiresAt) <= deps.clock.now() }));
}

/** `POST /people/role` */
export async function changeRole(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, roleRequest);
  if (!body.ok) return body.failure;
  const { workspaceId, userId, role } = body.value;
  return told(deps, 'change_role', {
    workspace: workspaceId,
    person: person.id,
    member: userId,
    new_role: role,
  });
}

/** `POST /people/remove` */
export function removeMember(request: Request, person: Person, deps: Deps): Promise<Response> {
  return onMember(request, person, deps, 'remove_member');
}

/** `POST /people/hand-over` */
export function handOver(request: Request, person: Person, deps: Deps): Promise<Response> {
  return onMember(request, person, deps, 'hand_over');
}

async function onMember(request: Request, person: Person, deps: Deps, name: string): Promise<Response> {
  const body = await readJson(request, memberRequest);
  if (!body.ok) return body.failure;
  const { workspaceId, userId } = body.value;
  return told(deps, name, { workspace: workspaceId, person: person.id, member: userId });
}

async function told(deps: Deps, name: string, parameters: object): Promise<Response> {
  const result = outcome.parse(await run(deps.service.rpc(name, parameters)));
  return result === 'done' ? answer({}) : refuse(result);
}
