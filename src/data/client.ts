/**
 * The one Supabase client of the browser: Auth and the tables, without the parts that nobody here uses
 * (realtime, storage, functions are half of its bytes). Knows no table.
 */
import { AuthClient, type AuthError, isAuthApiError, type Session } from '@supabase/auth-js';
import { PostgrestClient } from '@supabase/postgrest-js';
import { deviceStorage } from './device-storage.ts';
import { isNetworkError } from './failure.ts';

/** Where Supabase is. On this machine it shares the origin of the app. */
export const SUPABASE_URL: string =
  import.meta.env.VITE_SUPABASE_URL || globalThis.location?.origin || 'http://127.0.0.1:5173';
/** A public key: what it may do is decided by row-level security. */
export const SUPABASE_KEY: string = import.meta.env.VITE_SUPABASE_PUBLISHABLE_KEY || 'sb_publishable_local';

/** True when the app talks to the stack on this machine: the demo account is offered. */
export const isLocalStack: boolean = /^https?:\/\/(127\.0\.0\.1|localhost)(:|\/|$)/.test(SUPABASE_URL);

export interface StoredSession {
  readonly session: Session | null;
  readonly error: AuthError | null;
}

export interface Client {
  readonly auth: InstanceType<typeof AuthClient>;
  /** Whose session is in this browser. */
  session(): Promise<StoredSession>;
  /** From now on nobody's, also where no server can be told. */
  forget(): Promise<void>;
  /** A query of one table. */
  from(table: string): ReturnType<PostgrestClient['from']>;
}

const STORED = 'allokoli.session';

let made: Client | undefined;

export function client(): Client {
  made ??= createClient();
  return made;
}

function createClient(): Client {
  // Read at each call, so that tests can put their own in its place.
  const ask: typeof fetch = (input, init) => globalThis.fetch(input, init);
  const auth = new AuthClient({
    url: `${SUPABASE_URL}/auth/v1`,
    // In this spelling: auth-js puts the person's token in its place. In any other, both are sent, and refused.
    headers: { apikey: SUPABASE_KEY, Authorization: `Bearer ${SUPABASE_KEY}` },
    persistSession: true,
    autoRefreshToken: true,
    detectSessionInUrl: true,
    storageKey: STORED,
    fetch: (input, init) => asBusy(input, ask(input, init)),
  });
  const tables = new PostgrestClient(`${SUPABASE_URL}/rest/v1`, {
    headers: { apikey: SUPABASE_KEY },
    /** As the person who is signed in; as nobody otherwise. */
    fetch: async (input, init) => {
      const { session } = await readSession(auth);
      const headers = new Headers(init?.headers);
      headers.set('authorization', `Bearer ${session?.access_token ?? SUPABASE_KEY}`);
      return ask(input, { ...init, headers });
    },
  });
  return {
    auth,
    session: () => readSession(auth),
    forget: () => forgetSession(auth),
    from: (table) => tables.from(table),
  };
}

/** For auth-js a session is over when its renewal is put off (429), and not when the server has trouble of its own. */
async function asBusy(input: Parameters<typeof fetch>[0], asked: Promise<Response>): Promise<Response> {
  const answer = await asked;
  const isPutOff = answer.status === 429 && String(input).includes('grant_type=refresh_token');
  return isPutOff ? new Response(answer.body, { status: 503 }) : answer;
}

/**
 * Another tab may have signed in while this one asked in vain for a new token: then that session is meant. One that the server
 * refuses to renew is over, and everybody is told: auth-js says so when it asks, but not while it remembers the answer.
 */
async function readSession(auth: Client['auth']): Promise<StoredSession> {
  const first = await auth.getSession();
  if (first.error === null || isNetworkError(first.error)) return told(first);
  const stored = deviceStorage.getItem(STORED);
  const second = await auth.getSession();
  const isOver = isAuthApiError(second.error) && second.data.session === null;
  if (isOver && stored !== null && stored === deviceStorage.getItem(STORED)) await forgetSession(auth);
  return told(second);
}

function told({ data, error }: Awaited<ReturnType<Client['auth']['getSession']>>): StoredSession {
  return { session: data.session, error };
}

/** auth-js forgets nothing before it has asked the server, or when the token is too old to ask with. */
async function forgetSession(auth: Client['auth']): Promise<void> {
  const { error } = await auth.signOut({ scope: 'local' });
  if (error === null) return;
  deviceStorage.removeItem(STORED);
  await auth.signOut({ scope: 'local' });
}
