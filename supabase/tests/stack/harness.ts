/**
 * What tests against the real stack use: a fresh migrated database with Auth and REST on it, one per test file.
 *
 *     const stack = await freshStack();            // in beforeAll
 *     const { client, userId } = await stack.signUp('a@example.com');
 *     afterAll(() => stack.close());
 *
 * Only in `supabase/tests/**` and `*.db.test.ts`, where the run's Postgres is there.
 */
import { randomUUID } from 'node:crypto';
import { createClient, type Session, type SupabaseClient } from '@supabase/supabase-js';
import postgres from 'postgres';
import { inject } from 'vitest';
import WebSocket from 'ws';
import type { Mail } from '../../local/mailbox.ts';
import { type LocalSecrets, makeSecrets, PUBLISHABLE_KEY } from '../../local/secrets.ts';
import { createStack } from '../../local/stack.ts';
import { EMPTY_TEMPLATE, TEMPLATE } from './global-setup.ts';

// supabase-js looks for it when a client is made; Node has had one since version 22.
Object.assign(globalThis, { WebSocket: globalThis.WebSocket ?? WebSocket });

export const PASSWORD = 'correct horse battery';

export interface SignedUp {
  readonly client: SupabaseClient;
  readonly userId: string;
  readonly email: string;
  readonly session: Session;
}

export interface FreshStack {
  /** Address for clients; it is reached through `fetch` only, nothing listens there. */
  readonly url: string;
  readonly publishableKey: string;
  readonly secrets: LocalSecrets;
  /** Superuser's address of this database. */
  readonly databaseUrl: string;
  /** Superuser: row-level security and grants do not apply. */
  readonly sql: postgres.Sql;
  readonly fetch: typeof globalThis.fetch;
  readonly mails: readonly Mail[];
  anon(): SupabaseClient;
  service(): SupabaseClient;
  /** Without an address, one is made up. The password is `PASSWORD`. */
  signUp(email?: string, metadata?: object): Promise<SignedUp>;
  /** To be called after the test made tables of its own. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

export interface FreshOptions {
  readonly confirmEmail?: boolean;
  /** `empty`: without our migrations. */
  readonly template?: 'migrated' | 'empty';
  /** Further statements for this database, run before the stack looks at it. */
  readonly sql?: string;
}

export async function freshStack(options: FreshOptions = {}): Promise<FreshStack> {
  const database = await freshDatabase(options.template ?? 'migrated');
  const sql = postgres(database.url, { max: 4, onnotice: () => {} });
  if (options.sql !== undefined) await sql.unsafe(options.sql).simple();
  const secrets = makeSecrets();
  const url = 'http://stack.local';
  const stack = await createStack({
    databaseUrl: database.url,
    secrets,
    siteUrl: url,
    ...(options.confirmEmail === undefined ? {} : { confirmEmail: options.confirmEmail }),
  });
  const fetch: typeof globalThis.fetch = (input, init) => stack.fetch(new Request(input, init));
  const client = (key: string) =>
    createClient(url, key, { auth: { persistSession: false, autoRefreshToken: false }, global: { fetch } });
  const anon = () => client(PUBLISHABLE_KEY);
  return {
    url,
    publishableKey: PUBLISHABLE_KEY,
    secrets,
    databaseUrl: database.url,
    sql,
    fetch,
    mails: stack.mails,
    anon,
    service: () => client(secrets.secretKey),
    signUp: (email = `${randomUUID()}@example.com`, metadata = {}) => signUp(anon(), email, metadata),
    reload: stack.reload,
    close: async () => {
      await stack.close();
      await sql.end();
      await database.drop();
    },
  };
}

async function signUp(client: SupabaseClient, email: string, metadata: object): Promise<SignedUp> {
  const { data, error } = await client.auth.signUp({
    email,
    password: PASSWORD,
    options: { data: metadata },
  });
  if (error) throw error;
  if (!data.user || !data.session)
    throw new Error('signUp: no session; this stack asks for a confirmed address');
  return { client, userId: data.user.id, email, session: data.session };
}

/** A copy of the template alone, without Auth and REST. */
export async function freshDatabase(template: 'migrated' | 'empty' = 'migrated') {
  const server = inject('postgresUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = postgres(server, { max: 1, onnotice: () => {}, idle_timeout: 5 });
  const source = template === 'empty' ? EMPTY_TEMPLATE : TEMPLATE;
  await admin.unsafe(`create database ${name} template ${source} strategy = file_copy`);
  return {
    url: new URL(`/${name}`, server).href,
    drop: async () => {
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}
