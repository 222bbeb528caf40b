/**
 * On hosted Supabase migrations run as `postgres`, which is no superuser, and Auth writes its users as a role of its own.
 * Both are played here; what the matrix proves for the superuser's database must hold there too.
 */
import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MIGRATIONS_FOLDER, migrate } from '../../local/migrations.ts';
import { freshDatabase } from '../stack/harness.ts';

const suffix = randomBytes(4).toString('hex');
/** Roles belong to the whole server, which other tests use at the same time. */
const OWNER = `hosted_owner_${suffix}`;
const AUTH = `hosted_auth_${suffix}`;
const PERSON = '00000000-0000-4000-8000-0000000000aa';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let superuser: postgres.Sql;

beforeAll(async () => {
  database = await freshDatabase('empty');
  superuser = postgres(database.url, { max: 1, onnotice: () => {} });
  const password = randomBytes(16).toString('hex');
  await superuser
    .unsafe(`
      create role ${OWNER} login nosuperuser bypassrls createrole password '${password}';
      create role ${AUTH} nologin nosuperuser;
      alter schema public owner to ${OWNER};
      grant create on database ${new URL(database.url).pathname.slice(1)} to ${OWNER};
      grant usage on schema auth to ${OWNER}, ${AUTH};
      grant select, references, trigger on auth.users to ${OWNER};
      grant select, insert, delete on auth.users to ${AUTH};
      grant all on schema supabase_migrations to ${OWNER};
      grant all on all tables in schema supabase_migrations to ${OWNER};
      grant anon, authenticated, service_role to ${OWNER};`)
    .simple();
  const address = new URL(database.url);
  address.username = OWNER;
  address.password = password;
  const owner = postgres(address.href, { max: 1, onnotice: () => {} });
  await migrate(owner, MIGRATIONS_FOLDER).finally(() => owner.end());
});

afterAll(async () => {
  await superuser
    .unsafe(`reassign owned by ${OWNER} to postgres; drop owned by ${OWNER}; drop owned by ${AUTH}`)
    .simple();
  await superuser.unsafe(`drop role ${OWNER}; drop role ${AUTH}`).simple();
  await superuser.end();
  await database.drop();
});

async function as<Row>(role: string, statement: string): Promise<Row[]> {
  return superuser.begin(async (transaction) => {
    const claims = JSON.stringify({ role, sub: PERSON });
    await transaction`select set_config('request.jwt.claims', ${claims}, true)`;
    await transaction.unsafe(`set local role ${role}`);
    return (await transaction.unsafe(statement)) as unknown as Row[];
  }) as Promise<Row[]>;
}

test('a new person gets their workspace, may draw in it, and nobody else sees it', async () => {
  await as(AUTH, `insert into auth.users (id, email) values ('${PERSON}', 'jeanne@example.com')`);
  const workspaces = await as<{ id: string; name: string }>(
    'authenticated',
    'select id, name from workspaces',
  );
  expect(workspaces.map((each) => each.name)).toEqual(['jeanne']);
  const id = workspaces[0]?.id;
  const draw = `insert into flows (workspace_id, name, document) values ('${id}', 'Flow', '{}') returning revision`;
  expect(await as('authenticated', draw)).toMatchObject([{ revision: 1 }]);
  const save = `update flows set name = 'Saved' where revision = 1 returning revision`;
  expect(await as('authenticated', save)).toMatchObject([{ revision: 2 }]);
  await expect(as('anon', 'select id from flows')).rejects.toMatchObject({ code: '42501' });
});

test('the server writes, and the functions of publishing are its own', async () => {
  const claim = `select claim_deployment('00000000-0000-4000-8000-000000000001', 10) as claimed`;
  expect(await as('service_role', claim)).toMatchObject([{ claimed: null }]);
  await expect(as('authenticated', claim)).rejects.toMatchObject({ code: '42501' });
  const drained = await as('service_role', 'select count(*)::int as flows from flows');
  expect(drained).toMatchObject([{ flows: 1 }]);
});

test('a deleted account leaves no member and no name behind', async () => {
  await as(AUTH, `delete from auth.users where id = '${PERSON}'`);
  const [left] = await superuser`select (select count(*)::int from members) as members,
    (select count(*)::int from flows where created_by is not null) as named`;
  expect(left).toEqual({ members: 0, named: 0 });
});
