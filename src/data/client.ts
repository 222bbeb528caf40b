/**
 * The one Supabase client of the browser: Auth and the tables, without the parts that nobody here uses
 * (realtime, storage, functions are half of its bytes). Knows no table.
 */
import { AuthClient, type AuthError, type Session } from '@supabase/auth-js';
import { PostgrestClient } from '@supabase/postgrest-js';
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
  /** A query of one table. */
  from(table: string): ReturnType<PostgrestClient['from']>;
}

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
    headers: { apikey: SUPABASE_KEY, authorization: `Bearer ${SUPABASE_KEY}` },
    persistSession: true,
    autoRefreshToken: true,
    detectSessionInUrl: true,
    storageKey: 'allokoli.session',
    fetch: ask,
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
  return { auth, session: () => readSession(auth), from: (table) => tables.from(table) };
}

/** Another tab may have signed in while this one asked in vain for a new token: then that session is meant. */
async function readSession(auth: Client['auth']): Promise<StoredSession> {
  const first = await auth.getSession();
  const isInVain = first.error !== null && !isNetworkError(first.error);
  const { data, error } = isInVain ? await auth.getSession() : first;
  return { session: data.session, error };
}
