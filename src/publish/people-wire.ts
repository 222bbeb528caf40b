/**
 * What the browser and the Edge Function `api` say to each other about the people of a workspace. Knows neither side. All
 * routes but `POST /invitations/read` need the user's token.
 */
import * as z from 'zod';

const uuid = z.uuid();

/** Strongest first, as the database has them. */
export const MEMBER_ROLES = ['owner', 'editor', 'viewer'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];
/** Owners are made among members. */
export const INVITED_ROLES = ['editor', 'viewer'] as const;
export type InvitedRole = (typeof INVITED_ROLES)[number];

/** How long an invitation may be accepted. */
export const INVITATION_DAYS = 7;

const memberRole = z.enum(MEMBER_ROLES);
const invitedRole = z.enum(INVITED_ROLES);
const email = z
  .string()
  .max(254)
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email());
const language = z.enum(['en', 'fr']);

/** `POST /workspaces`: one more, of which the person is the owner. */
export const workspaceRequest = z.strictObject({
  name: z
    .string()
    .max(80)
    .refine((name) => name.trim() !== ''),
});
export const workspaceAnswer = z.strictObject({ id: uuid });

/** `GET /people?workspaceId=…`. Invitations are for owners; others get none. */
export const peopleAnswer = z.strictObject({
  members: z.array(z.strictObject({ userId: uuid, email: z.string(), role: memberRole, since: z.string() })),
  invitations: z.array(
    z.strictObject({
      id: uuid,
      email: z.string(),
      role: invitedRole,
      sentAt: z.string(),
      expiresAt: z.string(),
      isExpired: z.boolean(),
    }),
  ),
});
export type PeopleAnswer = z.infer<typeof peopleAnswer>;

/** `POST /people/role` */
export const roleRequest = z.strictObject({ workspaceId: uuid, userId: uuid, role: memberRole });
/** `POST /people/remove` (oneself: leaving) and `POST /people/hand-over` (the other becomes an owner, oneself an editor). */
export const memberRequest = z.strictObject({ workspaceId: uuid, userId: uuid });

/** `POST /invitations`. The e-mail is written in `language`. */
export const inviteRequest = z.strictObject({ workspaceId: uuid, email, role: invitedRole, language });
/** `POST /invitations/again`: a new link, for as long again; the earlier one opens nothing any more. */
export const inviteAgainRequest = z.strictObject({ invitationId: uuid, language });
/** `link`: absent once the e-mail is on its way; otherwise whoever invites passes it on, and it is told this once. */
export const inviteAnswer = z.strictObject({
  delivery: z.enum(['sent', 'caught', 'none', 'failed']),
  link: z.string().optional(),
});
export type InviteAnswer = z.infer<typeof inviteAnswer>;
/** `POST /invitations/revoke` */
export const revokeRequest = z.strictObject({ invitationId: uuid });

/** `POST /invitations/read` and `POST /invitations/accept` */
export const tokenRequest = z.strictObject({ token: z.string().min(1).max(100) });
export const invitationAnswer = z.strictObject({
  workspace: z.string(),
  email: z.string(),
  role: invitedRole,
  /** Empty when that account is gone. */
  inviter: z.string(),
  state: z.enum(['open', 'expired', 'accepted', 'revoked']),
});
export type InvitationAnswer = z.infer<typeof invitationAnswer>;
/** `isNew` is false when the person was a member before. */
export const acceptAnswer = z.strictObject({ workspaceId: uuid, isNew: z.boolean() });
export type AcceptAnswer = z.infer<typeof acceptAnswer>;
