/** Sessions that several tabs share: what one tab asks in vain must not cost another tab its session. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renewSession, whoIsSignedIn } from './session.ts';
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
