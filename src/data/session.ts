/** Who is signed in, and getting in and out. Knows no page. */
import {
  type AuthError,
  isAuthRetryableFetchError,
  type Session as SupabaseSession,
} from '@supabase/auth-js';
import { fail, type Result, succeed } from '../lib/result.ts';
import { client } from './client.ts';
import { deviceStorage } from './device-storage.ts';
import { isNetworkError } from './failure.ts';

export interface Person {
  readonly id: string;
  readonly email: string;
}

/**
 * `unknown` until the stored session was read. `recovering`: came by a link to choose a new password. `expired`: the session
 * ended by itself while the person was here; nobody chose to leave.
 */
export type SessionState =
  | { readonly status: 'unknown' }
  | { readonly status: 'signed-out' }
  | { readonly status: 'signed-in' | 'recovering' | 'expired'; readonly person: Person };

export type SignInFailure =
  | 'wrong-password'
  | 'weak-password'
  | 'already-registered'
  | 'invalid-email'
  | 'not-confirmed'
  | 'same-password'
  | 'link-expired'
  | 'too-many'
  | 'offline'
  | 'unexpected';

const CODES: Readonly<Record<string, SignInFailure>> = {
  invalid_credentials: 'wrong-password',
  weak_password: 'weak-password',
  user_already_exists: 'already-registered',
  email_exists: 'already-registered',
  email_address_invalid: 'invalid-email',
  validation_failed: 'invalid-email',
  email_not_confirmed: 'not-confirmed',
  same_password: 'same-password',
  otp_expired: 'link-expired',
  over_request_rate_limit: 'too-many',
  over_email_send_rate_limit: 'too-many',
};

/** Why Auth refused. Pure. */
export function signInFailure(error: AuthError): SignInFailure {
  if (isNetworkError(error)) return 'offline';
  const known = error.code === undefined ? undefined : CODES[error.code];
  if (known !== undefined) return known;
  return error.status === 429 ? 'too-many' : 'unexpected';
}

export async function signIn(email: string, password: string): Promise<Result<null, SignInFailure>> {
  const { error } = await client().auth.signInWithPassword({ email, password });
  return error === null ? succeed(null) : fail(signInFailure(error));
}

/** `confirm-mail`: the account exists once the person follows the link that was sent. */
export async function signUp(
  email: string,
  password: string,
  workspaceName?: string,
): Promise<Result<'signed-in' | 'confirm-mail', SignInFailure>> {
  const { data, error } = await client().auth.signUp({
    email,
    password,
    options: {
      emailRedirectTo: location.origin,
      ...(workspaceName === undefined ? {} : { data: { workspace_name: workspaceName } }),
    },
  });
  if (error !== null) return fail(signInFailure(error));
  if (data.session !== null) return succeed('signed-in');
  // Auth does not tell strangers who has an account: a known address comes back without identities
  return data.user?.identities?.length === 0 ? fail('already-registered') : succeed('confirm-mail');
}

/** Sends a link that signs in without a password. */
export async function sendLink(email: string): Promise<Result<null, SignInFailure>> {
  const { error } = await client().auth.signInWithOtp({
    email,
    options: { emailRedirectTo: location.origin },
  });
  return error === null ? succeed(null) : fail(signInFailure(error));
}

/** Sends a link that leads to choosing a new password. */
export async function sendRecovery(email: string): Promise<Result<null, SignInFailure>> {
  const { error } = await client().auth.resetPasswordForEmail(email, { redirectTo: location.origin });
  return error === null ? succeed(null) : fail(signInFailure(error));
}

export async function setPassword(password: string): Promise<Result<null, SignInFailure>> {
  const { error } = await client().auth.updateUser({ password });
  return error === null ? succeed(null) : fail(signInFailure(error));
}

const DEMO = { email: 'demo@allokoli.example', password: 'Demo-account-2026!' } as const;

/** Signs in to the demo account of the stack on this machine; makes it the first time. */
export async function signInToDemo(workspaceName: string): Promise<Result<null, SignInFailure>> {
  const known = await signIn(DEMO.email, DEMO.password);
  if (known.ok || known.failure !== 'wrong-password') return known;
  const made = await signUp(DEMO.email, DEMO.password, workspaceName);
  return made.ok ? succeed(null) : made;
}

/** Why the link of a mail did not sign in, from the address it led to; null when no link was followed, or it worked. */
export function linkFailure(): SignInFailure | null {
  const code = new URLSearchParams(location.hash.slice(1)).get('error_code');
  return code === null ? null : (CODES[code] ?? 'unexpected');
}

/** Forgets the session on this device; works offline too. */
export async function signOut(): Promise<void> {
  markLeaving();
  await client().forget();
}

/** The token that Edge Functions ask for; null when nobody is signed in. */
export async function accessToken(): Promise<string | null> {
  const { session } = await client().session();
  return session?.access_token ?? null;
}

/** Whose session is in this browser; null when nobody's. One that must be renewed tells nothing while nobody answers, or the server cannot. */
export async function whoIsSignedIn(): Promise<Result<string | null, 'offline' | 'busy'>> {
  const { session, error } = await client().session();
  if (isAuthRetryableFetchError(error)) return fail(isNetworkError(error) ? 'offline' : 'busy');
  // Two tabs that end and begin a session at the same time may each miss what the other one did.
  if (session === null) for (const tell of watchers) tell();
  return succeed(session?.user.id ?? null);
}

/** Asks for a new token; false when there is none. A session that the server no longer knows is over here too. */
export async function renewSession(): Promise<boolean> {
  const before = await accessToken();
  const { error } = await client().auth.refreshSession();
  if (error === null) return true;
  // Nobody answered, or only to say that it is too much just now: nothing is known of the session.
  if (isAuthRetryableFetchError(error)) return false;
  const now = await accessToken();
  // Another tab signed in meanwhile: its session is not to be thrown away with ours.
  if (now !== null && now !== before) return true;
  await client().forget();
  return false;
}

const LEAVING = 'allokoli.leaving';
/** Other tabs hear of a farewell well within this. */
const FAREWELL = 10_000;

/** The person chose to leave: no tab asks them to come back. */
function markLeaving(): void {
  deviceStorage.setItem(LEAVING, String(Date.now()));
}

function isLeaving(): boolean {
  return Date.now() - Number(deviceStorage.getItem(LEAVING) ?? 0) < FAREWELL;
}

function stateOf(session: SupabaseSession | null, recovering: boolean): SessionState {
  if (session === null) return { status: 'signed-out' };
  const person = { id: session.user.id, email: session.user.email ?? '' };
  return { status: recovering ? 'recovering' : 'signed-in', person };
}

/** Everybody who believes that somebody is signed in is told that it is not so. */
const watchers = new Set<() => void>();

/** Tells the state now and at each change; returns how to stop. */
export function observeSession(listener: (state: SessionState) => void): () => void {
  let recovering = false;
  let last: Person | undefined;
  let isSignedIn = false;
  const tellOver = () => {
    if (!isSignedIn || !last || isLeaving()) return;
    isSignedIn = false;
    listener({ status: 'expired', person: last });
  };
  watchers.add(tellOver);
  const { data } = client().auth.onAuthStateChange((event, session) => {
    if (event === 'PASSWORD_RECOVERY') recovering = true;
    if (event === 'USER_UPDATED' || event === 'SIGNED_OUT') recovering = false;
    const state = stateOf(session, recovering);
    if ('person' in state) last = state.person;
    isSignedIn = state.status === 'signed-in';
    const isOver = event === 'SIGNED_OUT' && last !== undefined && !isLeaving();
    listener(isOver && last ? { status: 'expired', person: last } : state);
  });
  return () => {
    watchers.delete(tellOver);
    data.subscription.unsubscribe();
  };
}
