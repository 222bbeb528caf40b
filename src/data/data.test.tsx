import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyDocument } from '../flow/document.ts';
import { getTestNumber, rehearse } from './api.ts';
import { getCall, listCalls } from './calls.ts';
import { createFlow, deleteFlow, duplicateFlow, getFlow, listFlows, renameFlow, saveFlow } from './flows.ts';
import { hangUpCall, placeCall, sayOnCall } from './line.ts';
import { sendLink, signIn, signInToDemo, signUp } from './session.ts';
import { type FakeBackend, keepSession, startFakeBackend } from './testing/fake-backend.ts';

const document = emptyDocument('Cabinet', 'fr');
const ID = '00000000-0000-4000-8000-000000000001';
let backend: FakeBackend;

beforeEach(() => {
  keepSession();
  backend = startFakeBackend({
    flows: [
      {
        id: ID,
        workspace_id: 'w',
        name: 'Cabinet',
        document,
        revision: 4,
        updated_at: '2026-03-14T12:00:00Z',
      },
    ],
    phone_numbers: [],
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  backend.stop();
});

/** Refuses everything below a path with what PostgREST would say. */
function refuse(path: string, status: number, code: string) {
  backend.answer((request) =>
    request.path.startsWith(path) ? { status, json: { code, message: 'no' } } : undefined,
  );
}

describe('saving a flow', () => {
  const named = { ...document, name: 'Cabinet Martin' };

  test('stores document and name, and answers the raised revision', async () => {
    expect(await saveFlow(ID, 4, named)).toEqual({ ok: true, revision: 5 });
    expect(backend.tables.flows?.[0]).toMatchObject({ name: 'Cabinet Martin', document: named });
  });

  test('is a conflict when another revision is stored', async () => {
    expect(await saveFlow(ID, 3, named)).toEqual({ ok: false, reason: 'conflict' });
    expect(backend.tables.flows?.[0]).toMatchObject({ name: 'Cabinet', revision: 4 });
  });

  test('tells when the flow was deleted', async () => {
    backend.tables.flows = [];
    expect(await saveFlow(ID, 4, named)).toEqual({ ok: false, reason: 'gone' });
  });

  test('is refused when no row may be changed though the revision is the stored one', async () => {
    backend.answer((request) => (request.method === 'PATCH' ? { json: [] } : undefined));
    expect(await saveFlow(ID, 4, named)).toEqual({ ok: false, reason: 'refused' });
  });

  test.each([
    [401, 'PGRST303', 'signed-out'],
    [403, '42501', 'refused'],
    [400, '23514', 'refused'],
    [500, '57014', 'busy'],
    [500, 'XX000', 'busy'],
    [503, 'PGRST002', 'busy'],
    [504, 'PGRST003', 'busy'],
    [429, '', 'busy'],
  ] as const)('%d %s means %s', async (status, code, reason) => {
    refuse('/rest/v1/flows', status, code);
    expect(await saveFlow(ID, 4, named)).toEqual({ ok: false, reason });
  });

  test('tells nothing of the flow while it cannot be asked why no row was changed', async () => {
    backend.answer(({ method }) =>
      method === 'PATCH' ? { json: [] } : { status: 500, json: { code: '57014', message: 'no' } },
    );
    expect(await saveFlow(ID, 4, named)).toEqual({ ok: false, reason: 'busy' });
  });

  test.each([
    [true, 'busy'],
    [false, 'offline'],
  ] as const)(
    'is given up when no answer comes in time (a network is there: %s)',
    async (isOnline, reason) => {
      const patience = new AbortController();
      const asked = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal);
      vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline);
      vi.spyOn(globalThis, 'fetch').mockImplementation(
        (_, init) =>
          new Promise((_answer, give) => {
            init?.signal?.addEventListener('abort', () => give(init.signal?.reason));
            patience.abort(new DOMException('too long', 'TimeoutError'));
          }),
      );
      expect(await saveFlow(ID, 4, named)).toEqual({ ok: false, reason });
      expect(asked).toHaveBeenCalledWith(60_000);
    },
  );

  test('tells when there is no network', async () => {
    backend.answer((request) => (request.method === 'PATCH' ? 'offline' : undefined));
    expect(await saveFlow(ID, 4, named)).toEqual({ ok: false, reason: 'offline' });
  });
});

describe('flows', () => {
  test('are drafts until a number is answered by them', async () => {
    const before = await listFlows('w');
    expect(before.ok && before.value.map(({ service }) => service)).toEqual([null]);
    backend.tables.phone_numbers = [{ id: 'n', workspace_id: 'w', number: '+331' }];
    backend.tables.deployments = [
      {
        id: 'd',
        workspace_id: 'w',
        flow_id: ID,
        phone_number_id: 'n',
        state: 'live',
        purpose: 'flow',
        version_id: 'v',
      },
    ];
    backend.tables.flow_versions = [{ id: 'v', number: 3 }];
    const after = await listFlows('w');
    expect(after.ok && after.value[0]?.service).toEqual({ number: '+331', version: 3 });
  });

  test('are renamed inside and outside', async () => {
    expect(await renameFlow(ID, 'Zinc')).toEqual({ ok: true, revision: 5 });
    expect(backend.tables.flows?.[0]).toMatchObject({
      name: 'Zinc',
      document: { ...document, name: 'Zinc' },
    });
  });

  test('are duplicated and created in their workspace', async () => {
    const copy = await duplicateFlow('w', ID, 'Copy');
    expect(copy).toMatchObject({ ok: true, value: { name: 'Copy', workspaceId: 'w' } });
    expect(await createFlow('w', document)).toMatchObject({
      ok: true,
      value: { name: 'Cabinet', revision: 1 },
    });
  });

  test('that answer a number are not deleted', async () => {
    refuse('/rest/v1/flows', 409, '23503');
    expect(await deleteFlow(ID)).toEqual({ ok: false, failure: { code: 'in-use' } });
  });

  test('that do not exist are not found', async () => {
    expect(await getFlow('x')).toEqual({ ok: false, failure: { code: 'not-found' } });
  });

  test('of an unexpected shape are a failure, not an exception', async () => {
    backend.tables.flows = [{ id: ID }];
    expect(await getFlow(ID)).toMatchObject({ ok: false, failure: { code: 'unexpected' } });
  });
});

describe('signing in', () => {
  test.each([
    [400, 'invalid_credentials', 'wrong-password'],
    [422, 'weak_password', 'weak-password'],
    [422, 'user_already_exists', 'already-registered'],
    [429, 'over_request_rate_limit', 'too-many'],
    [400, 'email_not_confirmed', 'not-confirmed'],
    [500, 'unexpected_failure', 'unexpected'],
  ])('%d %s is %s', async (status, code, failure) => {
    backend.answer((request) =>
      request.path.startsWith('/auth/')
        ? { status, json: { code: status, error_code: code, msg: 'no' } }
        : undefined,
    );
    expect(await signIn('a@b.fr', 'secret')).toEqual({ ok: false, failure });
  });

  test('tells when there is no network', async () => {
    backend.answer(() => 'offline');
    expect(await signUp('a@b.fr', 'secret-secret')).toEqual({ ok: false, failure: 'offline' });
    expect(await sendLink('a@b.fr')).toEqual({ ok: false, failure: 'offline' });
  });

  test('a known address is not told from a new one by Auth, but by its empty identities', async () => {
    backend.answer(({ path }) =>
      path === '/auth/v1/signup' ? { json: { id: 'x', identities: [] } } : undefined,
    );
    expect(await signUp('a@b.fr', 'secret-secret')).toEqual({ ok: false, failure: 'already-registered' });
  });

  test('the demo account is made the first time', async () => {
    backend.answer(({ path }) =>
      path === '/auth/v1/token'
        ? { status: 400, json: { error_code: 'invalid_credentials', msg: 'no' } }
        : undefined,
    );
    expect(await signInToDemo('Cabinet Martin')).toEqual({ ok: true, value: null });
    const made = backend.requests.find(({ path }) => path === '/auth/v1/signup');
    expect(made?.body).toMatchObject({ data: { workspace_name: 'Cabinet Martin' } });
  });
});

describe('calls', () => {
  const row = {
    id: 'c',
    workspace_id: 'w',
    flow_id: ID,
    version_id: 'v',
    phone_number_id: null,
    caller: '+33612345678',
    status: 'ended',
    ended_reason: null,
    started_at: '2026-03-14T12:00:00Z',
    ended_at: '2026-03-14T12:01:00Z',
    created_at: '2026-03-14T12:00:00Z',
    outcome: 'completed',
    information: { name: 'Claire' },
    path: [{ node: 'a', at: 0, confidence: 'known' }],
    cost: '0.0731',
  };

  test('are listed, and read with what was said and the drawing of then', async () => {
    backend.tables.calls = [row];
    const turn = { position: 0, role: 'assistant', text: 'Bonjour', at: 0, node: 'a' };
    backend.answer(({ path }) => (path.endsWith('/calls/c/words') ? { json: { turns: [turn] } } : undefined));
    backend.tables.flow_versions = [{ id: 'v', number: 2, document }];
    const one = await getCall('c');
    expect(one).toMatchObject({
      ok: true,
      value: { turns: [{ text: 'Bonjour', node: 'a' }], version: { number: 2 } },
    });
  });

  test('of a shape from the future are still read', async () => {
    backend.tables.calls = [{ ...row, outcome: 'abducted', path: 'winding', information: null }];
    backend.answer(({ path }) => (path.endsWith('/calls/c/words') ? { json: { turns: [] } } : undefined));
    const one = await getCall('c');
    expect(one.ok && one.value.call).toMatchObject({ outcome: null, path: [], information: {} });
  });

  test('are listed by what is asked, page by page', async () => {
    const listed = {
      id: 'c',
      flowId: ID,
      versionId: null,
      numberId: null,
      caller: null,
      status: 'ended',
      endedReason: null,
      startedAt: '2026-03-14T12:00:00Z',
      endedAt: null,
      outcome: 'abducted',
      information: {},
      path: 'winding',
      cost: null,
    };
    const next = { at: '2026-03-14T12:00:00.000001+00:00', id: ID };
    backend.answer(({ path }) =>
      path.endsWith('/api/calls/list') ? { json: { calls: [listed], next } } : undefined,
    );
    const page = await listCalls('w', { text: 'Zoé' }, 50, next);
    expect(page).toMatchObject({ ok: true, value: { calls: [{ id: 'c', outcome: null, path: [] }], next } });
    expect(backend.requests.at(-1)?.body).toEqual({
      workspaceId: 'w',
      filter: { text: 'Zoé' },
      size: 50,
      after: next,
    });
  });
});

describe('the function `api`', () => {
  test('gives its answer, typed', async () => {
    const number = { id: ID, number: '+331', label: '', provider: 'vapi', state: 'active', flowId: null };
    backend.answer(({ path }) => (path === '/functions/v1/api/numbers/test' ? { json: number } : undefined));
    expect(await getTestNumber(ID)).toEqual({ ok: true, value: number });
  });

  test.each([
    [409, { error: { code: 'number-busy', params: {} } }, 'number-busy'],
    [401, null, 'not-signed-in'],
    [503, { code: 'BOOT_ERROR' }, 'unexpected'],
    [400, { error: { code: 'from-the-future', params: {} } }, 'unexpected'],
    [200, { surprise: true }, 'unexpected'],
  ])('%d %j is %s', async (status, json, code) => {
    backend.answer(({ path }) => (path.startsWith('/functions/') ? { status, json } : undefined));
    expect(await rehearse({ flowId: ID })).toMatchObject({ ok: false, failure: { code } });
  });

  test('tells when there is no network', async () => {
    backend.answer(() => 'offline');
    expect(await rehearse({ flowId: ID })).toMatchObject({ ok: false, failure: { code: 'offline' } });
  });
});

describe('the sandbox line', () => {
  test('carries a call', async () => {
    const heard = { callId: 'c', said: ['Bonjour'], ended: false };
    backend.answer(({ path }) => (path.startsWith('/sandbox/line/') ? { json: heard } : undefined));
    expect(await placeCall('+331', '+336')).toEqual({ ok: true, value: heard });
    expect(await sayOnCall('c', 'Bonjour')).toEqual({ ok: true, value: heard });
    expect(await hangUpCall('c')).toEqual({ ok: true, value: heard });
    expect(backend.requests.map(({ path, body }) => [path, body])).toEqual([
      ['/sandbox/line/calls', { to: '+331', from: '+336' }],
      ['/sandbox/line/calls/c/say', { text: 'Bonjour' }],
      ['/sandbox/line/calls/c/hang-up', {}],
    ]);
  });

  test('tells why there is nobody', async () => {
    expect(await placeCall('+331', '+336')).toEqual({ ok: false, failure: 'no-answer' });
    backend.answer(() => 'offline');
    expect(await placeCall('+331', '+336')).toEqual({ ok: false, failure: 'offline' });
  });
});
