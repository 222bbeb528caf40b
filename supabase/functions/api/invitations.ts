/**
 * Invitations to a workspace: sent, sent again, taken back, read and accepted. The token stands in the link alone; what is
 * stored is its hash, which opens nothing.
 */
import * as z from 'zod';
import { sha256 } from '../../../src/lib/hash.ts';
import {
  type AcceptAnswer,
  INVITATION_DAYS,
  INVITED_ROLES,
  type InvitationAnswer,
  type InviteAnswer,
  inviteAgainRequest,
  inviteRequest,
  revokeRequest,
  tokenRequest,
} from '../../../src/publish/people-wire.ts';
import type { Person } from '../_shared/auth.ts';
import { type Budget, takeBudget } from '../_shared/budget.ts';
import { row, run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';
import { base64url } from '../_shared/secret.ts';
import { appOrigin } from './app-origin.ts';
import { mails } from './mails/messages.ts';
import { outcome } from './people.ts';

/** E-mails to strangers: no workspace becomes a way to send many. */
const BUDGET: Budget = { name: 'invitations', most: 30, seconds: 3600 };
const SECONDS = INVITATION_DAYS * 24 * 3600;
const MAIL_MILLISECONDS = 8_000;

/** 256 bits of chance, and what is stored of them. */
async function newToken(): Promise<{ token: string; hash: string }> {
  const token = base64url(crypto.getRandomValues(new Uint8Array(32)));
  return { token, hash: await sha256(token) };
}

/** `POST /invitations` */
export async function invite(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, inviteRequest);
  if (!body.ok) return body.failure;
  const { workspaceId, email, role, language } = body.value;
  const { token, hash } = await newToken();
  const parameters = {
    workspace: workspaceId,
    person: person.id,
    address: email,
    wished: role,
    hash,
    seconds: SECONDS,
  };
  const made = z.object({ outcome }).parse(await run(deps.service.rpc('invite', parameters)));
  if (made.outcome !== 'done') return refuse(made.outcome);
  return send(request, deps, { workspace: workspaceId, token, hash, language });
}

const renewed = z.union([
  z.object({ outcome: z.literal('done'), workspace: z.string() }),
  z.object({ outcome: z.enum(['not-found', 'not-allowed']) }),
]);

/** `POST /invitations/again` */
export async function inviteAgain(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, inviteAgainRequest);
  if (!body.ok) return body.failure;
  const { token, hash } = await newToken();
  const parameters = { invitation: body.value.invitationId, person: person.id, hash, seconds: SECONDS };
  const again = renewed.parse(await run(deps.service.rpc('renew_invitation', parameters)));
  if (again.outcome !== 'done') return refuse(again.outcome);
  return send(request, deps, { workspace: again.workspace, token, hash, language: body.value.language });
}

interface Sending {
  readonly workspace: string;
  readonly token: string;
  readonly hash: string;
  readonly language: 'en' | 'fr';
}

/** Where nobody carries the e-mail, and when it did not get out, the link is told to whoever invites. */
async function send(
  request: Request,
  deps: Deps,
  { workspace, token, hash, language }: Sending,
): Promise<Response> {
  const link = `${appOrigin(request, deps)}/invitations#${token}`;
  const courier = deps.couriers.email;
  if (!courier) return answer({ delivery: 'none', link } satisfies InviteAnswer);
  const offer = await readOffer(deps, hash);
  if (!offer) return refuse('not-found');
  if (!courier.isCatcher && !(await takeBudget(deps.service, workspace, BUDGET))) return refuse('too-often');
  const words = mails[language].invitation;
  const delivery = await courier.deliver(
    {
      id: deps.newId(),
      recipient: offer.email,
      subject: words.subject(onOneLine(offer.workspace)),
      text: words.text({ ...offer, workspace: onOneLine(offer.workspace), link, days: INVITATION_DAYS }),
    },
    MAIL_MILLISECONDS,
  );
  // Caught, it reaches nobody: whoever invites passes the link on.
  if (courier.isCatcher) return answer({ delivery: 'caught', link } satisfies InviteAnswer);
  if (delivery.type === 'sent') return answer({ delivery: 'sent' } satisfies InviteAnswer);
  deps.log({ function: 'api', event: 'invitation-not-sent', code: delivery.code });
  return answer({ delivery: 'failed', link } satisfies InviteAnswer);
}

function onOneLine(name: string): string {
  return name.replaceAll(/\s+/g, ' ').trim();
}

/** `POST /invitations/revoke` */
export async function revokeInvitation(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, revokeRequest);
  if (!body.ok) return body.failure;
  const parameters = { invitation: body.value.invitationId, person: person.id };
  const result = outcome.parse(await run(deps.service.rpc('revoke_invitation', parameters)));
  return result === 'done' ? answer({}) : refuse(result);
}

const offerRow = z.object({
  workspace: z.string(),
  email: z.string(),
  role: z.enum(INVITED_ROLES),
  inviter: z.string(),
  state: z.enum(['open', 'expired', 'accepted', 'revoked']),
}) satisfies z.ZodType<InvitationAnswer>;

function readOffer({ service }: Deps, hash: string): Promise<InvitationAnswer | null> {
  return row(offerRow, service.rpc('read_invitation', { hash }));
}

/** `POST /invitations/read`: for whoever holds the link, signed in or not. */
export async function readInvitation(request: Request, deps: Deps): Promise<Response> {
  const body = await readJson(request, tokenRequest);
  if (!body.ok) return body.failure;
  const offer = await readOffer(deps, await sha256(body.value.token));
  return offer ? answer(offer) : refuse('invitation-unknown');
}

const accepted = z.object({
  outcome: z.enum([
    'done',
    'already-member',
    'invitation-unknown',
    'invitation-used',
    'invitation-revoked',
    'invitation-expired',
    'invitation-other-email',
    'email-not-confirmed',
  ]),
  workspace: z.string().optional(),
});

/** `POST /invitations/accept` */
export async function acceptInvitation(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, tokenRequest);
  if (!body.ok) return body.failure;
  const parameters = { hash: await sha256(body.value.token), person: person.id };
  const { outcome: result, workspace } = accepted.parse(
    await run(deps.service.rpc('accept_invitation', parameters)),
  );
  if (workspace === undefined) return refuse(result === 'done' ? 'unexpected' : result);
  return answer({ workspaceId: workspace, isNew: result === 'done' } satisfies AcceptAnswer);
}
