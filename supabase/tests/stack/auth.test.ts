/** Auth answers as hosted Supabase does, as far as we rely on it. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signToken } from '../../local/auth-tokens.ts';
import { type FreshStack, freshStack, PASSWORD, type SignedUp } from './harness.ts';

const fixture = readFileSync(new URL('./fixture.sql', import.meta.url), 'utf8');
let stack: FreshStack;
let ada: SignedUp;

beforeAll(async () => {
  stack = await freshStack({ template: 'empty', sql: fixture });
  ada = await stack.signUp('ada@example.com', { name: 'Ada', settings: { theme: 'dark' } });
});
afterAll(() => stack.close());

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

/** The link in the newest mail to this address. */
function newestLink(from: FreshStack, address: string): URL {
  const mail = from.mails.findLast(({ to }) => to === address);
  const link = /https?:\/\/\S+\/verify\S+/.exec(mail?.text ?? '');
  if (!link) throw new Error(`No link was sent to ${address}.`);
  return new URL(link[0]);
}

describe('signing up', () => {
  test('gives a session at once when addresses need no confirmation', () => {
    expect(ada.session.user.id).toBe(ada.userId);
    expect(ada.session.refresh_token).not.toBe('');
  });

  test('runs the trigger on auth.users, which can read the metadata as JSON', async () => {
    const { data, error } = await ada.client.from('profiles').select();
    expect(error).toBeNull();
    expect(data).toEqual([{ id: ada.userId, email: 'ada@example.com', display_name: 'Ada', theme: 'dark' }]);
  });

  test('refuses an address that has an account', async () => {
    const { error } = await stack.anon().auth.signUp({ email: 'ada@example.com', password: PASSWORD });
    expect(error).toMatchObject({ code: 'user_already_exists', status: 422 });
  });

  test('refuses a password shorter than config.toml asks for', async () => {
    const { error } = await stack.anon().auth.signUp({ email: 'weak@example.com', password: '1234567' });
    expect(error).toMatchObject({ code: 'weak_password', status: 422 });
  });

  test('leaves nothing behind when a trigger fails', async () => {
    await stack.sql.unsafe(
      `alter table public.profiles add constraint no_mallory check (email <> 'mallory@example.com')`,
    );
    const { error } = await stack.anon().auth.signUp({ email: 'mallory@example.com', password: PASSWORD });
    expect(error).not.toBeNull();
    expect(await stack.sql`select from auth.users where email = 'mallory@example.com'`).toHaveLength(0);
  });
});

describe('signing in', () => {
  test('takes the right password and no other', async () => {
    const wrong = await stack
      .anon()
      .auth.signInWithPassword({ email: 'ada@example.com', password: 'not it at all' });
    expect(wrong.error).toMatchObject({ code: 'invalid_credentials', status: 400 });
    const right = await stack
      .anon()
      .auth.signInWithPassword({ email: 'ada@example.com', password: PASSWORD });
    expect(right.error).toBeNull();
  });

  test('answers alike for an address without account', async () => {
    const { error } = await stack
      .anon()
      .auth.signInWithPassword({ email: 'nobody@example.com', password: PASSWORD });
    expect(error).toMatchObject({ code: 'invalid_credentials', status: 400 });
  });

  test('a refresh gives new tokens; signing out ends the session', async () => {
    const { client, session: first } = await stack.signUp();
    const second = await client.auth.refreshSession();
    expect(second.error).toBeNull();
    expect(second.data.session?.refresh_token).not.toBe(first.refresh_token);
    const last = second.data.session!;
    expect((await client.auth.signOut()).error).toBeNull();
    expect(
      (await stack.anon().auth.refreshSession({ refresh_token: last.refresh_token })).error,
    ).not.toBeNull();
    expect((await stack.anon().auth.getUser(last.access_token)).error).not.toBeNull();
  });

  test('20 people at once', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, () => stack.signUp()));
    expect(new Set(people.map(({ userId }) => userId)).size).toBe(20);
  });
});

describe('the access token', () => {
  test('carries the claims of a hosted one', () => {
    expect(claimsOf(ada.session.access_token)).toMatchObject({
      iss: `${stack.url}/auth/v1`,
      sub: ada.userId,
      aud: 'authenticated',
      role: 'authenticated',
      email: 'ada@example.com',
      phone: '',
      aal: 'aal1',
      amr: [{ method: 'password', timestamp: expect.any(Number) }],
      is_anonymous: false,
      app_metadata: { provider: 'email' },
      user_metadata: { name: 'Ada', settings: { theme: 'dark' } },
      session_id: expect.any(String),
      exp: expect.any(Number),
    });
  });

  test('carries them after a refresh too', async () => {
    const client = stack.anon();
    await client.auth.signInWithPassword({ email: 'ada@example.com', password: PASSWORD });
    const { data } = await client.auth.refreshSession();
    expect(claimsOf(data.session?.access_token ?? '')).toMatchObject({
      aal: 'aal1',
      amr: [{ method: 'password' }],
      user_metadata: { name: 'Ada' },
    });
  });

  test('is known to getUser and getClaims', async () => {
    const user = await stack.anon().auth.getUser(ada.session.access_token);
    expect(user.data.user?.id).toBe(ada.userId);
    const claims = await ada.client.auth.getClaims();
    expect(claims.data?.claims.sub).toBe(ada.userId);
  });

  const refused: [string, () => string][] = [
    ['signed by somebody else', () => signToken(claimsOf(ada.session.access_token), 'x'.repeat(64))],
    ['outdated', () => signToken({ ...claimsOf(ada.session.access_token), exp: 1 }, stack.secrets.jwtSecret)],
    ['not a token at all', () => 'aaaa.bbbb.cccc'],
  ];
  test.each(refused)('is refused when %s', async (_name, token) => {
    expect((await stack.anon().auth.getUser(token())).error).not.toBeNull();
    const answer = await stack.fetch(`${stack.url}/rest/v1/notes`, {
      headers: { apikey: stack.publishableKey, authorization: `Bearer ${token()}` },
    });
    expect(answer.status).toBe(401);
  });
});

describe('a forgotten password', () => {
  test('is replaced through the mail, whose link leads where the app asked', async () => {
    const bob = await stack.signUp('bob@example.com');
    const target = `${stack.url}/new-password?from=mail`;
    const asked = await stack.anon().auth.resetPasswordForEmail(bob.email, { redirectTo: target });
    expect(asked.error).toBeNull();
    const link = newestLink(stack, bob.email);
    expect(link.searchParams.get('redirect_to')).toBe(target);

    const visit = await stack.fetch(link.href.replace(link.origin, stack.url), { redirect: 'manual' });
    expect(visit.status).toBe(303);
    const landing = new URL(visit.headers.get('location') ?? '');
    expect(landing.href.startsWith(target)).toBe(true);
    const session = new URLSearchParams(landing.hash.slice(1));
    expect(session.get('type')).toBe('recovery');

    const client = stack.anon();
    const tokens = {
      access_token: session.get('access_token')!,
      refresh_token: session.get('refresh_token')!,
    };
    expect((await client.auth.setSession(tokens)).error).toBeNull();
    expect((await client.auth.updateUser({ password: 'a completely new one' })).error).toBeNull();
    const old = await stack.anon().auth.signInWithPassword({ email: bob.email, password: PASSWORD });
    expect(old.error?.code).toBe('invalid_credentials');
    const fresh = await stack
      .anon()
      .auth.signInWithPassword({ email: bob.email, password: 'a completely new one' });
    expect(fresh.error).toBeNull();
  });

  test('a link never leads to a stranger', async () => {
    const { email } = await stack.signUp();
    await stack.anon().auth.resetPasswordForEmail(email, { redirectTo: 'https://evil.example/steal' });
    expect(newestLink(stack, email).href).not.toContain('evil.example');
  });

  test('two mails asked for at the same time keep their own targets', async () => {
    const people = await Promise.all([stack.signUp(), stack.signUp()]);
    await Promise.all(
      people.map(({ email }, index) =>
        stack.anon().auth.resetPasswordForEmail(email, { redirectTo: `${stack.url}/person-${index}` }),
      ),
    );
    const targets = people.map(({ email }) => newestLink(stack, email).searchParams.get('redirect_to'));
    expect(targets).toEqual([`${stack.url}/person-0`, `${stack.url}/person-1`]);
  });
});

describe('with confirmed addresses', () => {
  let strict: FreshStack;
  beforeAll(async () => {
    strict = await freshStack({ template: 'empty', sql: fixture, confirmEmail: true });
  });
  afterAll(() => strict.close());

  test('a new user signs in only after opening the link', async () => {
    const email = 'carol@example.com';
    const target = `${strict.url}/welcome`;
    const { data, error } = await strict.anon().auth.signUp({
      email,
      password: PASSWORD,
      options: { emailRedirectTo: target },
    });
    expect(error).toBeNull();
    expect(data.session).toBeNull();
    const early = await strict.anon().auth.signInWithPassword({ email, password: PASSWORD });
    expect(early.error?.code).toBe('email_not_confirmed');

    const link = newestLink(strict, email);
    const visit = await strict.fetch(link.href.replace(link.origin, strict.url), { redirect: 'manual' });
    expect(visit.headers.get('location')).toMatch(new RegExp(`^${target}#access_token=`));
    const later = await strict.anon().auth.signInWithPassword({ email, password: PASSWORD });
    expect(later.error).toBeNull();
  });
});
