/** Sessions that several tabs share: what one tab asks in vain must not cost another tab its session. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  observeSession,
  renewSession,
  type SessionState,
  setPassword,
  signOut,
  whoIsSignedIn,
} from './session.ts';
import { type FakeBackend, keepSession, PERSON, startFakeBackend } from './testing/fake-backend.ts';

const KEPT = 'allokoli.session';
let backend: FakeBackend;
/** What another tab does while the server is refusing this one a new token. */
let meanwhile: () => void;

beforeEach(async () => {
  localStorage.clear();
  keepSession();
  meanwhile = () => undefined;
  backend = startFakeBackend({});
  backend.answer(({ path, query }) => {
    if (!path.startsWith('/auth/') || query.get('grant_type') !== 'refresh_token') return undefined;
    meanwhile();
    return { status: 400, json: { error_code: 'refresh_token_not_found', msg: 'no' } };
  });
  // The client reads what is stored when it is first asked: that is over before the test begins.
  await whoIsSignedIn();
});
afterEach(() => {
  backend.stop();
  localStorage.clear();
});

const kept = () => JSON.parse(localStorage.getItem(KEPT) ?? 'null');
function keep(changes: object) {
  keepSession();
  localStorage.setItem(KEPT, JSON.stringify({ ...kept(), ...changes }));
}

describe('a session that ended in this tab', () => {
  test('is that of the tab where the person signed in again while this one asked in vain', async () => {
    keep({ expires_at: 1, refresh_token: 'revoked' });
    meanwhile = () => keep({ access_token: 'of.the.other' });
    expect(await whoIsSignedIn()).toEqual({ ok: true, value: PERSON.id });
    expect(kept().access_token).toBe('of.the.other');
  });

  test("is nobody's when nobody signed in", async () => {
    keep({ expires_at: 1, refresh_token: 'also-revoked' });
    expect(await whoIsSignedIn()).toEqual({ ok: true, value: null });
    expect(kept()).toBeNull();
  });
});

describe('a server that has too much to do', () => {
  test.each([429, 500, 503])('ends no session (%d)', async (status) => {
    const states: SessionState['status'][] = [];
    keep({ expires_at: 1, refresh_token: `put-off-${status}` });
    const stop = observeSession((state) => states.push(state.status));
    backend.answer(({ path }) =>
      path.startsWith('/auth/')
        ? { status, json: { error_code: 'over_request_rate_limit', msg: 'no' } }
        : undefined,
    );
    // Renewing is tried again and again for half a minute.
    vi.useFakeTimers({ toFake: ['setTimeout', 'Date'] });
    try {
      const asked = whoIsSignedIn();
      await vi.advanceTimersByTimeAsync(40_000);
      expect(await asked).toEqual({ ok: false, failure: 'busy' });
    } finally {
      vi.useRealTimers();
      stop();
    }
    expect(kept().refresh_token).toBe(`put-off-${status}`);
    expect(states).not.toContain('expired');
  });
});

describe('a token that cannot be renewed', () => {
  test('ends the session here, but not the new one of another tab', async () => {
    keep({ refresh_token: 'revoked-too' });
    meanwhile = () => keep({ access_token: 'of.the.other' });
    expect(await renewSession()).toBe(true);
    expect(kept().access_token).toBe('of.the.other');
    meanwhile = () => undefined;
    keep({ refresh_token: 'revoked-as-well' });
    expect(await renewSession()).toBe(false);
    expect(kept()).toBeNull();
  });
});

describe('a refusal that is remembered for a minute', () => {
  const seconds = (from: number) => Math.floor(Date.now() / 1000) + from;

  test('ends the session once its token is too old, and whoever is there is told', async () => {
    const states: SessionState['status'][] = [];
    keep({ expires_at: seconds(30), refresh_token: 'ends-soon' });
    const stop = observeSession(({ status }) => states.push(status));
    // Half a minute is left: the refusal costs nothing yet.
    expect(await whoIsSignedIn()).toEqual({ ok: true, value: PERSON.id });
    await vi.waitFor(() => expect(states).toContain('signed-in'));
    keep({ expires_at: seconds(-1), refresh_token: 'ends-soon' });
    expect(await whoIsSignedIn()).toEqual({ ok: true, value: null });
    expect(states.at(-1)).toBe('expired');
    expect(kept()).toBeNull();
    stop();
  });

  test('or that is gone without a word is told too, once', async () => {
    const states: SessionState['status'][] = [];
    keep({});
    const stop = observeSession(({ status }) => states.push(status));
    await vi.waitFor(() => expect(states).toContain('signed-in'));
    localStorage.removeItem(KEPT);
    for (const _ of [1, 2]) expect(await whoIsSignedIn()).toEqual({ ok: true, value: null });
    expect(states.slice(-2)).toEqual(['signed-in', 'expired']);
    stop();
  });

  test('keeps nobody from leaving', async () => {
    keep({ expires_at: seconds(30), refresh_token: 'leaves' });
    await whoIsSignedIn();
    keep({ expires_at: seconds(-1), refresh_token: 'leaves' });
    await signOut();
    expect(kept()).toBeNull();
  });
});

describe('without a network', () => {
  test('one can leave', async () => {
    backend.answer(() => 'offline');
    keep({});
    await signOut();
    expect(kept()).toBeNull();
  });

  test('or with a server that has too much to do, a token that cannot be renewed ends nothing', async () => {
    keep({ refresh_token: 'overloaded' });
    backend.answer(({ path }) => (path.startsWith('/auth/') ? { status: 503, json: {} } : undefined));
    vi.useFakeTimers();
    // It asks again and again for half a minute.
    const renewed = renewSession();
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    expect(await renewed).toBe(false);
    expect(kept().refresh_token).toBe('overloaded');
  });
});

test('Auth is asked with the token of the person, and with no other', async () => {
  const sent: (string | null)[] = [];
  const faked = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    if (String(input).includes('/auth/v1/user')) sent.push(new Headers(init?.headers).get('authorization'));
    return faked(input, init);
  };
  keep({ access_token: 'of.the.person' });
  await setPassword('another-long-password');
  expect(sent).toEqual(['Bearer of.the.person']);
});
