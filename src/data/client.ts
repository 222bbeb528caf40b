/** The one Supabase client of the browser. Knows no table. */
import { createClient, type SupabaseClient } from '@supabase/supabase-js';

/** Where Supabase is. On this machine it shares the origin of the app. */
export const SUPABASE_URL: string =
  import.meta.env.VITE_SUPABASE_URL || globalThis.location?.origin || 'http://127.0.0.1:5173';
/** A public key: what it may do is decided by row-level security. */
export const SUPABASE_KEY: string = import.meta.env.VITE_SUPABASE_PUBLISHABLE_KEY || 'sb_publishable_local';

/** True when the app talks to the stack on this machine: the demo account is offered. */
export const isLocalStack: boolean = /^https?:\/\/(127\.0\.0\.1|localhost)(:|\/|$)/.test(SUPABASE_URL);

let made: SupabaseClient | undefined;

export function client(): SupabaseClient {
  made ??= createClient(SUPABASE_URL, SUPABASE_KEY, {
    auth: {
      persistSession: true,
      autoRefreshToken: true,
      detectSessionInUrl: true,
      storageKey: 'allokoli.session',
    },
    // read at each call, so that tests can put their own in its place
    global: { fetch: (input, init) => globalThis.fetch(input, init) },
  });
  return made;
}
