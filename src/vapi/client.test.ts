/** How the client tells failures apart, what it sends, and what it never says. */
import { describe, expect, it } from 'vitest';
import { createVapiClient } from './client.ts';
import { KEY, testSandbox } from './sandbox/testing.ts';

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

/** A client whose every request gets the same answer. */
function clientWith(answer: () => Response | Promise<Response>) {
  const sent: Sent[] = [];
  const client = createVapiClient({
    baseUrl: 'https://api.vapi.example/',
    key: KEY,
    fetch: async (url, init) => {
      sent.push({ url, init });
      return answer();
    },
  });
  return { client, sent };
}

const json =
  (body: unknown, status: number, headers: Record<string, string> = {}) =>
  () =>
    new Response(JSON.stringify(body), { status, headers });
const saved = { id: 'a', createdAt: 'x', updatedAt: 'x', name: 'A', somethingNew: 1 };
const body = { name: 'A', model: { provider: 'openai' as const, model: 'gpt-4.1' as const, messages: [] } };

describe('failures', () => {
  const cases: readonly (readonly [string, () => Response | Promise<Response>, unknown])[] = [
    [
      'a sentence',
      json({ message: 'no', statusCode: 400 }, 400),
      { kind: 'refused', status: 400, messages: ['no'] },
    ],
    [
      'several sentences',
      json({ message: ['a', 'b'], error: 'Bad Request' }, 400),
      { kind: 'refused', status: 400, messages: ['a', 'b'] },
    ],
    [
      'no sentence',
      () => new Response('nope', { status: 404 }),
      { kind: 'refused', status: 404, messages: [] },
    ],
    [
      'pinned',
      json({ error: 'assistant_pinned', message: 'used' }, 409),
      { kind: 'refused', status: 409, messages: ['used'] },
    ],
    ['too many', json({}, 429), { kind: 'limited' }],
    ['too many for a time', json({}, 429, { 'retry-after': '7' }), { kind: 'limited', retryAfterSeconds: 7 }],
    ['a broken server', () => new Response('', { status: 503 }), { kind: 'unknown', cause: 'HTTP 503' }],
    [
      'a gateway that gave up',
      () => new Response('', { status: 408 }),
      { kind: 'unknown', cause: 'HTTP 408' },
    ],
    [
      'a broken line',
      () => Promise.reject(new TypeError('fetch failed', { cause: new Error('ECONNRESET') })),
      { kind: 'unknown', cause: 'connection failed: ECONNRESET' },
    ],
    [
      'no answer in time',
      () => Promise.reject(new DOMException('x', 'TimeoutError')),
      { kind: 'unknown', cause: 'no answer within 20000 ms' },
    ],
    [
      'a page instead of JSON',
      () => new Response('<html>', { status: 200 }),
      { kind: 'unknown', cause: 'unreadable answer of POST /assistant at ""' },
    ],
    [
      'JSON of another thing',
      json({ ...saved, id: 7 }, 201),
      { kind: 'unknown', cause: 'unreadable answer of POST /assistant at "id"' },
    ],
  ];
  it.each(cases)('%s', async (_name, answer, failure) => {
    const { client, sent } = clientWith(answer);
    expect(await client.createAssistant(body)).toEqual({ ok: false, failure });
    expect(sent, 'never repeated').toHaveLength(1);
  });

  it('never tell the key', async () => {
    const tell = [
      json({ message: `Invalid key ${KEY}` }, 401),
      () => Promise.reject(new Error(`header Bearer ${KEY} is broken`)),
    ];
    for (const answer of tell) {
      const { client } = clientWith(answer);
      expect(JSON.stringify(await client.getCall('x'))).not.toContain(KEY);
    }
  });
});

describe('requests', () => {
  it('carry the key, go to the right place, and keep what is new in the answer', async () => {
    const { client, sent } = clientWith(json(saved, 200));
    expect(await client.getAssistant('a/../b')).toMatchObject({ ok: true, value: { somethingNew: 1 } });
    expect(sent[0]?.url).toBe('https://api.vapi.example/assistant/a%2F..%2Fb');
    expect(new Headers(sent[0]?.init.headers).get('authorization')).toBe(`Bearer ${KEY}`);
    expect(sent[0]?.init).toMatchObject({ method: 'GET', redirect: 'error' });
  });

  it('filter lists', async () => {
    const { client, sent } = clientWith(json([], 200));
    await client.listCalls({ limit: 5, phoneNumberId: 'p', createdAtGe: '2026-01-01T00:00:00Z' });
    expect(sent[0]?.url).toBe(
      'https://api.vapi.example/call?limit=5&phoneNumberId=p&createdAtGe=2026-01-01T00%3A00%3A00Z',
    );
  });

  it('ask for one conversation of a simulation, and end it', async () => {
    const ids = ['22222222-2222-4222-8222-222222222222', '33333333-3333-4333-8333-333333333333'] as const;
    const { client, sent } = clientWith(json({ id: ids[1], status: 'running', somethingNew: 1 }, 200));
    expect(await client.getSimulationRunItem(...ids)).toMatchObject({ ok: true, value: { somethingNew: 1 } });
    await client.cancelSimulationRun(ids[0]);
    expect(sent.map(({ url, init }) => `${init.method} ${url}`)).toEqual([
      `GET https://api.vapi.example/eval/simulation/run/${ids[0]}/item/${ids[1]}`,
      `PATCH https://api.vapi.example/eval/simulation/run/${ids[0]}`,
    ]);
  });

  it('give up in time', async () => {
    const client = createVapiClient({
      baseUrl: 'https://api.vapi.example',
      key: KEY,
      timeout: 5,
      fetch: (_url, init) =>
        new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        }),
    });
    expect(await client.createSquad({ members: [] })).toMatchObject({
      ok: false,
      failure: { kind: 'unknown', cause: 'no answer within 5 ms' },
    });
  });
});

it('works with the sandbox, from an assistant to a switched number', async () => {
  const { sandbox } = testSandbox();
  const client = createVapiClient({
    baseUrl: 'http://127.0.0.1:8787',
    key: KEY,
    fetch: (url, init) => sandbox.fetch(new Request(url, init)),
  });
  const assistant = await client.createAssistant(body);
  if (!assistant.ok) throw new Error(JSON.stringify(assistant.failure));
  const squad = await client.createSquad({ name: 'S', members: [{ assistantId: assistant.value.id }] });
  if (!squad.ok) throw new Error(JSON.stringify(squad.failure));
  const numbers = await client.listPhoneNumbers({});
  if (!numbers.ok) throw new Error(JSON.stringify(numbers.failure));
  const switched = await client.updatePhoneNumber(numbers.value[0]!.id, {
    provider: 'vapi',
    assistantId: null,
    squadId: squad.value.id,
  });
  expect(switched).toMatchObject({ ok: true, value: { squadId: squad.value.id } });
  expect(await client.deleteAssistant(assistant.value.id)).toMatchObject({
    ok: false,
    failure: { status: 409 },
  });
  expect(await client.createChat({ input: '', squadId: squad.value.id })).toMatchObject({ ok: true });
  expect(await client.createWebCall({ assistantId: assistant.value.id })).toMatchObject({ ok: true });
});

describe('a recording', () => {
  const at = (status: number, location?: string) => () =>
    new Response(null, { status, headers: location === undefined ? {} : { location } });

  it('is where Vapi sends us, and nobody goes there with the key', async () => {
    const { client, sent } = clientWith(at(302, 'https://storage.example.com/a.wav?signature=1'));
    expect(await client.findRecording('c 1')).toEqual({
      ok: true,
      value: 'https://storage.example.com/a.wav?signature=1',
    });
    expect(sent.map(({ url, init }) => [url, init.redirect])).toEqual([
      ['https://api.vapi.example/call/c%201/mono-recording', 'manual'],
    ]);
  });

  it.each<[string, () => Response, object]>([
    ['there is none', json({ message: 'Recording not found.' }, 404), { kind: 'refused', status: 404 }],
    ['no address comes', at(302), { kind: 'unknown' }],
    ['something else comes', json({}, 200), { kind: 'unknown' }],
    ['Vapi is busy', json({}, 429, { 'retry-after': '3' }), { kind: 'limited', retryAfterSeconds: 3 }],
  ])('says that %s', async (_, answer, failure) => {
    const { client } = clientWith(answer);
    expect(await client.findRecording('c1')).toMatchObject({ ok: false, failure });
  });
});
