/** Members of a workspace and invitations, over the Edge Function `api`. */
import type { z } from 'zod';
import {
  type AcceptAnswer,
  acceptAnswer,
  type InvitationAnswer,
  type InviteAnswer,
  invitationAnswer,
  inviteAnswer,
  type inviteRequest,
  type MemberRole,
  type PeopleAnswer,
  peopleAnswer,
  workspaceAnswer,
} from '../publish/people-wire.ts';
import { doneAnswer } from '../publish/wire.ts';
import { type ApiResult, ask } from './ask.ts';

/** One more workspace, of which the person is the owner. */
export function createWorkspace(name: string): ApiResult<{ id: string }> {
  return ask('POST', '/workspaces', workspaceAnswer, { name });
}

/** Members with their addresses; for owners the open invitations too. */
export function listPeople(workspaceId: string): ApiResult<PeopleAnswer> {
  return ask('GET', `/people?workspaceId=${encodeURIComponent(workspaceId)}`, peopleAnswer);
}

export function changeRole(workspaceId: string, userId: string, role: MemberRole): ApiResult<object> {
  return ask('POST', '/people/role', doneAnswer, { workspaceId, userId, role });
}

/** Oneself: leaving. */
export function removeMember(workspaceId: string, userId: string): ApiResult<object> {
  return ask('POST', '/people/remove', doneAnswer, { workspaceId, userId });
}

/** The other becomes an owner, oneself an editor. */
export function handOver(workspaceId: string, userId: string): ApiResult<object> {
  return ask('POST', '/people/hand-over', doneAnswer, { workspaceId, userId });
}

export function invite(invitation: z.input<typeof inviteRequest>): ApiResult<InviteAnswer> {
  return ask('POST', '/invitations', inviteAnswer, invitation);
}

/** With a new link; the earlier one opens nothing any more. */
export function inviteAgain(invitationId: string, language: 'en' | 'fr'): ApiResult<InviteAnswer> {
  return ask('POST', '/invitations/again', inviteAnswer, { invitationId, language });
}

export function revokeInvitation(invitationId: string): ApiResult<object> {
  return ask('POST', '/invitations/revoke', doneAnswer, { invitationId });
}

/** What an invitation offers, signed in or not. */
export function readInvitation(token: string): ApiResult<InvitationAnswer> {
  return ask('POST', '/invitations/read', invitationAnswer, { token });
}

export function acceptInvitation(token: string): ApiResult<AcceptAnswer> {
  return ask('POST', '/invitations/accept', acceptAnswer, { token });
}
