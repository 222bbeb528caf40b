/** Members and invitations as browsers ask for them, with every refusal, on the real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InviteAnswer, PeopleAnswer } from '../../../src/publish/people-wire.ts';
import { hireViewer, type Office, ORIGIN, openOffice, type Worker } from '../../tests/functions/office.ts';
import type { Courier, Delivery, Parcel } from '../_shared/couriers.ts';
import { handle } from './handler.ts';

let office: Office;
let owner: Worker;

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire('owner@example.com');
});
afterAll(() => office.close());

async function told(response: Response): Promise<{ status: number; code: string }> {
  const body = (await response.json()) as { error?: { code: string } };
  return { status: response.status, code: body.error?.code ?? '' };
}

const people = async (worker: Worker, workspaceId = owner.workspace) =>
  (await (
    await office.ask(worker, 'GET', `/people?workspaceId=${workspaceId}`)
  ).json()) as unknown as PeopleAnswer;

async function inviteTo(email: string, role = 'editor', worker = owner, language = 'en'): Promise<Response> {
  return office.ask(worker, 'POST', '/invitations', { workspaceId: worker.workspace, email, role, language });
}

const tokenOf = ({ link = '' }: InviteAnswer) => new URL(link).hash.slice(1);

async function tokenFor(email: string, role = 'editor'): Promise<string> {
  return tokenOf((await (await inviteTo(email, role)).json()) as InviteAnswer);
}

const accept = (worker: Worker | null, token: string) =>
  office.ask(worker, 'POST', '/invitations/accept', { token });

describe('an invitation', () => {
  it('is a link with the token in the fragment, whose hash alone is stored', async () => {
    const answered = (await (await inviteTo(' Guest@Example.com ')).json()) as InviteAnswer;
    expect(answered.delivery).toBe('caught');
    const url = new URL(answered.link ?? '');
    expect([url.origin, url.pathname, url.search]).toEqual([ORIGIN, '/invitations', '']);
    const token = tokenOf(answered);
    expect(token).toMatch(/^[\w-]{43}$/);
    const rows = await office.stack.sql`select * from invitations where email = 'guest@example.com'`;
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(office.log)).not.toContain(token);
  });

  it('tells what it offers to whoever holds it, and lets in the person it is for, once', async () => {
    const token = await tokenFor('claire@example.com', 'viewer');
    const read = await office.ask(null, 'POST', '/invitations/read', { token });
    expect(await read.json()).toEqual({
      workspace: 'owner',
      email: 'claire@example.com',
      role: 'viewer',
      inviter: 'owner@example.com',
      state: 'open',
    });
    const claire = await office.hire('claire@example.com');
    const answered = await accept(claire, token);
    expect(await answered.json()).toEqual({ workspaceId: owner.workspace, isNew: true });
    const { members } = await people(claire);
    expect(members.map(({ email, role }) => [email, role])).toEqual([
      ['owner@example.com', 'owner'],
      ['claire@example.com', 'viewer'],
    ]);
    const again = await accept(claire, token);
    expect(await again.json()).toEqual({ workspaceId: owner.workspace, isNew: false });
    const other = await office.hire();
    expect(await told(await accept(other, token))).toEqual({ status: 410, code: 'invitation-used' });
  });

  it('opens nothing for another address, nor for nobody', async () => {
    const token = await tokenFor('pierre@example.com');
    const other = await office.hire('paul@example.com');
    expect(await told(await accept(other, token))).toEqual({ status: 403, code: 'invitation-other-email' });
    expect(await told(await accept(null, token))).toEqual({ status: 401, code: 'not-signed-in' });
    const pierre = await office.hire('pierre@example.com');
    await office.stack.sql`update auth.users set email_confirmed_at = null where id = ${pierre.userId}`;
    expect(await told(await accept(pierre, token))).toEqual({ status: 403, code: 'email-not-confirmed' });
    const [row] = await office.stack.sql`select count(*)::int as joined from members
      where workspace_id = ${owner.workspace} and user_id in (${other.userId}, ${pierre.userId})`;
    expect(row?.joined).toBe(0);
  });

  it('expires, is taken back, or is replaced when it is sent again', async () => {
    const marie = await office.hire('marie@example.com');
    const first = await tokenFor('marie@example.com');
    const id = (await people(owner)).invitations.find(({ email }) => email === 'marie@example.com')?.id ?? '';
    await office.stack.sql`update invitations set expires_at = now() where id = ${id}`;
    expect(await told(await accept(marie, first))).toEqual({ status: 410, code: 'invitation-expired' });
    expect((await people(owner)).invitations.find((one) => one.id === id)?.isExpired).toBe(true);
    const again = await office.ask(owner, 'POST', '/invitations/again', { invitationId: id, language: 'fr' });
    const second = tokenOf((await again.json()) as InviteAnswer);
    expect(await told(await accept(marie, first))).toEqual({ status: 404, code: 'invitation-unknown' });
    await office.ask(owner, 'POST', '/invitations/revoke', { invitationId: id });
    expect(await told(await accept(marie, second))).toEqual({ status: 410, code: 'invitation-revoked' });
    const late = await office.ask(owner, 'POST', '/invitations/again', { invitationId: id, language: 'fr' });
    expect(await told(late)).toEqual({ status: 404, code: 'not-found' });
  });

  it('is not made for a member, nor by anybody but an owner', async () => {
    expect(await told(await inviteTo('owner@example.com'))).toEqual({ status: 409, code: 'already-member' });
    const viewer = await hireViewer(office, owner);
    expect(await told(await inviteTo('x@example.com', 'editor', viewer))).toEqual({
      status: 403,
      code: 'not-allowed',
    });
    const stranger = { ...(await office.hire()), workspace: owner.workspace };
    expect(await told(await inviteTo('x@example.com', 'editor', stranger))).toEqual({
      status: 404,
      code: 'not-found',
    });
    expect(await told(await inviteTo('x@example.com', 'owner'))).toMatchObject({ code: 'bad-request' });
    expect(await told(await inviteTo('no address'))).toMatchObject({ code: 'bad-request' });
    expect((await people(viewer)).invitations).toEqual([]);
  });

  it('is void when whoever sent it is removed', async () => {
    const partner = await office.hire('partner@example.com');
    const { sql } = office.stack;
    await sql`insert into members (workspace_id, user_id, role)
      values (${owner.workspace}, ${partner.userId}, 'owner')`;
    const friend = await office.hire('friend@example.com');
    const made = await inviteTo('friend@example.com', 'editor', { ...partner, workspace: owner.workspace });
    const token = tokenOf((await made.json()) as InviteAnswer);
    const body = { workspaceId: owner.workspace, userId: partner.userId };
    expect((await office.ask(owner, 'POST', '/people/remove', body)).status).toBe(200);
    expect(await told(await accept(friend, token))).toEqual({ status: 410, code: 'invitation-revoked' });
  });

  it('goes out by e-mail where somebody carries it; then nobody else learns the link', async () => {
    const sent: Parcel[] = [];
    let delivery: Delivery = { type: 'sent', id: 'x' };
    const courier: Courier = {
      isCatcher: false,
      deliver: (parcel) => {
        sent.push(parcel);
        return Promise.resolve(delivery);
      },
      lookUp: () => Promise.resolve({ type: 'later', code: '' }),
    };
    const deps = { ...office.deps, couriers: { sms: null, email: courier } };
    const ask = async (email: string, language: string) => {
      const body = JSON.stringify({ workspaceId: owner.workspace, email, role: 'viewer', language });
      const headers = {
        'content-type': 'application/json',
        authorization: `Bearer ${owner.session.access_token}`,
      };
      const request = new Request(`${ORIGIN}/api/invitations`, { method: 'POST', headers, body });
      return (await (await handle(request, deps)).json()) as InviteAnswer;
    };
    expect(await ask('anna@example.com', 'fr')).toEqual({ delivery: 'sent' });
    const [mail] = sent;
    expect(mail).toMatchObject({
      recipient: 'anna@example.com',
      subject: 'Invitation à rejoindre owner sur AlloKoli',
    });
    const token = /\/invitations#([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
    expect(mail?.text).toContain('owner@example.com vous invite');
    const anna = await office.hire('anna@example.com');
    expect((await accept(anna, token)).status).toBe(200);
    delivery = { type: 'later', code: '429' };
    expect(await ask('jean@example.com', 'en')).toMatchObject({
      delivery: 'failed',
      link: expect.anything(),
    });
    const [kept] = await office.stack.sql`select count(*)::int as messages from messages`;
    expect(kept?.messages).toBe(0);
  });

  it('is forgotten a month after it could last be accepted', async () => {
    await tokenFor('old@example.com');
    await office.stack
      .sql`update invitations set expires_at = now() - interval '31 days' where email = 'old@example.com'`;
    expect(await (await office.cron()).json()).toMatchObject({ forgetInvitations: 1 });
  });
});

describe('members', () => {
  it('change roles, are removed and leave; the last owner stays', async () => {
    const boss = await office.hire();
    const guest = await hireViewer(office, boss);
    const on = (userId: string, more = {}) => ({ workspaceId: boss.workspace, userId, ...more });
    const role = (worker: Worker, userId: string, wished: string) =>
      office.ask(worker, 'POST', '/people/role', on(userId, { role: wished }));
    const remove = (worker: Worker, userId: string) =>
      office.ask(worker, 'POST', '/people/remove', on(userId));
    expect(await told(await role(guest, guest.userId, 'owner'))).toEqual({
      status: 403,
      code: 'not-allowed',
    });
    expect(await told(await remove(guest, boss.userId))).toEqual({ status: 403, code: 'not-allowed' });
    expect(await told(await role(boss, boss.userId, 'viewer'))).toEqual({ status: 409, code: 'last-owner' });
    expect(await told(await remove(boss, boss.userId))).toEqual({ status: 409, code: 'last-owner' });
    expect((await role(boss, guest.userId, 'editor')).status).toBe(200);
    expect((await remove(guest, guest.userId)).status).toBe(200);
    expect(await told(await remove(guest, guest.userId))).toEqual({ status: 404, code: 'not-found' });
    expect((await people(boss, boss.workspace)).members).toHaveLength(1);
  });

  it('hand the workspace over in one go', async () => {
    const boss = await office.hire();
    const heir = await hireViewer(office, boss);
    const handOver = (worker: Worker, userId: string) =>
      office.ask(worker, 'POST', '/people/hand-over', { workspaceId: boss.workspace, userId });
    expect(await told(await handOver(heir, heir.userId))).toEqual({ status: 403, code: 'not-allowed' });
    expect(await told(await handOver(boss, boss.userId))).toEqual({ status: 404, code: 'not-found' });
    expect((await handOver(boss, heir.userId)).status).toBe(200);
    const { members } = await people(heir, boss.workspace);
    expect(Object.fromEntries(members.map(({ userId, role }) => [userId, role]))).toEqual({
      [heir.userId]: 'owner',
      [boss.userId]: 'editor',
    });
  });

  it('make further workspaces, up to a limit', async () => {
    const busy = await office.hire();
    const made = await office.ask(busy, 'POST', '/workspaces', { name: '  Second practice ' });
    const { id } = (await made.json()) as { id: string };
    const { data } = await busy.client.from('workspaces').select('name').eq('id', id).single();
    expect(data).toEqual({ name: 'Second practice' });
    for (let count = 2; count < 20; count++)
      expect((await office.ask(busy, 'POST', '/workspaces', { name: `Number ${count}` })).status).toBe(200);
    const one = await office.ask(busy, 'POST', '/workspaces', { name: 'Too many' });
    expect(await told(one)).toEqual({ status: 409, code: 'too-many-workspaces' });
  });
});
