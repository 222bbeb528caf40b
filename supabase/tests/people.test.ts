/** Who owns a workspace, whatever happens at the same moment and in whatever order. On real Postgres, with several connections. */
import fc from 'fast-check';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase } from './stack/harness.ts';

const ROLES = ['owner', 'editor', 'viewer'] as const;
type Role = (typeof ROLES)[number];

let database: Awaited<ReturnType<typeof freshDatabase>>;
let sql: postgres.Sql;

beforeAll(async () => {
  database = await freshDatabase();
  sql = postgres(database.url, { max: 8, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});
beforeEach(async () => {
  await sql`delete from workspaces`;
  await sql`delete from auth.users`;
});

const PEOPLE = Array.from({ length: 5 }, (_, index) => `00000000-0000-4000-8000-00000000000${index + 1}`);
const [ANNE = '', BEN = '', CLEO = ''] = PEOPLE;

/** A workspace with the first people in it, in these roles. */
async function workspaceOf(roles: readonly Role[]): Promise<string> {
  for (const id of PEOPLE)
    await sql`insert into auth.users (id, email, email_confirmed_at)
      values (${id}, ${`${id}@example.com`}, now()) on conflict do nothing`;
  const [made] = await sql<{ id: string }[]>`insert into workspaces (name) values ('Team') returning id`;
  const id = made?.id ?? '';
  for (const [index, role] of roles.entries())
    await sql`insert into members (workspace_id, user_id, role) values (${id}, ${PEOPLE[index] ?? ''}, ${role})`;
  return id;
}

async function rolesIn(workspace: string): Promise<Record<string, Role>> {
  const rows = await sql<{ user_id: string; role: Role }[]>`
    select user_id, role from members where workspace_id = ${workspace}`;
  return Object.fromEntries(rows.map((row) => [row.user_id, row.role]));
}

const ask = async (query: postgres.PendingQuery<postgres.Row[]>) =>
  (await query)[0]?.outcome as string | undefined;
const leave = (workspace: string, person: string) =>
  ask(sql`select remove_member(${workspace}, ${person}, ${person}) as outcome`);
const change = (workspace: string, person: string, member: string, role: Role) =>
  ask(sql`select change_role(${workspace}, ${person}, ${member}, ${role}) as outcome`);

test('of two owners who leave at once, one stays: 40 times', async () => {
  for (let round = 0; round < 40; round++) {
    const team = await workspaceOf(['owner', 'owner', 'editor']);
    const outcomes = await Promise.all([leave(team, ANNE), leave(team, BEN)]);
    expect(outcomes.sort()).toEqual(['done', 'last-owner']);
    expect(Object.values(await rolesIn(team)).filter((role) => role === 'owner')).toHaveLength(1);
  }
});

test('the table itself protects the last owner, from the server too', async () => {
  for (let round = 0; round < 20; round++) {
    const team = await workspaceOf(['owner', 'owner']);
    const drop = (person: string) =>
      sql`delete from members where workspace_id = ${team} and user_id = ${person}`.then(
        () => 'done',
        (error: { message: string }) => error.message,
      );
    expect((await Promise.all([drop(ANNE), drop(BEN)])).sort()).toEqual(['done', 'last-owner']);
  }
});

test('of two owners who make each other less at once, one is an owner still', async () => {
  for (let round = 0; round < 40; round++) {
    const team = await workspaceOf(['owner', 'owner', 'viewer']);
    const outcomes = await Promise.all([
      change(team, ANNE, BEN, 'editor'),
      change(team, BEN, ANNE, 'viewer'),
    ]);
    expect(outcomes.sort()).toEqual(['done', 'not-allowed']);
  }
});

test('leaving and handing over at once leave an owner', async () => {
  for (let round = 0; round < 20; round++) {
    const team = await workspaceOf(['owner', 'editor', 'editor']);
    await Promise.all([
      ask(sql`select hand_over(${team}, ${ANNE}, ${BEN}) as outcome`),
      leave(team, ANNE),
      leave(team, BEN),
      ask(sql`select hand_over(${team}, ${ANNE}, ${CLEO}) as outcome`),
    ]);
    expect(Object.values(await rolesIn(team))).toContain('owner');
  }
});

test('an invitation that is accepted twice at once makes one member', async () => {
  const team = await workspaceOf(['owner']);
  const hash = 'a'.repeat(64);
  await sql`select invite(${team}, ${ANNE}, ${`${BEN}@example.com`}, 'editor', ${hash}, 3600)`;
  const once = async () => {
    const [row] = await sql`select accept_invitation(${hash}, ${BEN}) ->> 'outcome' as outcome`;
    return row?.outcome as string;
  };
  expect((await Promise.all([once(), once(), once()])).sort()).toEqual([
    'already-member',
    'already-member',
    'done',
  ]);
  expect(await rolesIn(team)).toEqual({ [ANNE]: 'owner', [BEN]: 'editor' });
});

interface Deed {
  readonly kind: 'role' | 'remove' | 'hand-over' | 'invite' | 'accept';
  readonly by: number;
  readonly on: number;
  readonly role: Role;
}

const deed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom('role', 'role', 'remove', 'hand-over', 'invite', 'accept'),
  by: fc.nat(4),
  on: fc.nat(4),
  role: fc.constantFrom(...ROLES),
});

/** What may become of the roles; the same map when nothing may. */
function expected(before: Record<string, Role>, { kind, by, on, role }: Deed, invited: Map<string, Role>) {
  const [actor = '', member = ''] = [PEOPLE[by], PEOPLE[on]];
  const after = { ...before };
  const isOwner = before[actor] === 'owner';
  if (kind === 'accept' && !before[actor] && invited.has(actor)) after[actor] = invited.get(actor) as Role;
  if (kind === 'role' && isOwner && before[member]) after[member] = role;
  if (kind === 'remove' && (isOwner || actor === member)) delete after[member];
  if (kind === 'hand-over' && isOwner && before[member] && actor !== member)
    Object.assign(after, { [member]: 'owner', [actor]: 'editor' });
  return Object.values(after).includes('owner') ? after : before;
}

const hashOf = (person: number) => String(person).repeat(64);

async function perform(team: string, { kind, by, on, role }: Deed): Promise<void> {
  const [actor = '', member = ''] = [PEOPLE[by], PEOPLE[on]];
  if (kind === 'role') await change(team, actor, member, role);
  if (kind === 'remove') await ask(sql`select remove_member(${team}, ${actor}, ${member}) as outcome`);
  if (kind === 'hand-over') await ask(sql`select hand_over(${team}, ${actor}, ${member}) as outcome`);
  if (kind === 'accept') await sql`select accept_invitation(${hashOf(by)}, ${actor})`;
  if (kind === 'invite' && role !== 'owner')
    await sql`select invite(${team}, ${actor}, ${`${member}@example.com`}, ${role}, ${hashOf(on)}, 3600)`;
}

test('1,000 deeds of anybody in any order do what the roles allow, and nothing else', async () => {
  let deeds = 0;
  const property = fc.asyncProperty(fc.array(deed, { minLength: 50, maxLength: 50 }), async (list) => {
    await sql`delete from workspaces`;
    const team = await workspaceOf(['owner', 'editor', 'viewer']);
    for (const one of list) {
      const before = await rolesIn(team);
      const open = await sql<{ email: string; role: Role }[]>`
        select email, role from invitations where workspace_id = ${team} and state = 'open'`;
      const invited = new Map(open.map(({ email, role }) => [email.replace('@example.com', ''), role]));
      await perform(team, one);
      expect(await rolesIn(team), JSON.stringify(one)).toEqual(expected(before, one, invited));
      deeds++;
    }
  });
  await fc.assert(property, { numRuns: 20, endOnFailure: true });
  console.log(`role deeds by anybody: ${deeds}, workspaces without an owner: 0`);
  expect(deeds).toBe(1000);
});
