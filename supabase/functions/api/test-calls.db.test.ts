/** Test calls through the Edge Function `api`, on a real database and the Vapi sandbox's rooms. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  type BegunTestCall,
  testCallAnswer,
  testCallState,
  testLineAnswer,
} from '../../../src/publish/test-call-wire.ts';
import { templates } from '../../../src/templates/registry.ts';
import { codeOf } from '../../tests/functions/code-of.ts';
import {
  appointmentBooking,
  drawFlow,
  hireViewer,
  type Office,
  openOffice,
  restaurantReservation,
  type Worker,
} from '../../tests/functions/office.ts';

let office: Office;
let owner: Worker;
let flowId: string;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
afterEach(() => office.interceptVapi(null));

/** Somebody with a workspace of their own: budgets are by workspace. */
async function openDesk(document: unknown = appointmentBooking()) {
  owner = await office.hire();
  flowId = await drawFlow(owner, document);
}

async function start(worker = owner, body: object = { flowId }) {
  const response = await office.ask(worker, 'POST', '/test-calls', body);
  const json: unknown = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(json));
  return { json, answer: testCallAnswer.parse(json) };
}

async function begin(): Promise<BegunTestCall> {
  const { answer } = await start();
  if (answer.outcome !== 'begun') throw new Error(answer.reason);
  return answer;
}

/** What the browser's client does in a room. */
async function inRoom({ webCallUrl }: BegunTestCall, doing: 'join' | 'leave') {
  const { pathname } = new URL(webCallUrl);
  return office.line(`${pathname.replace('/sandbox/line', '')}/${doing}`, {});
}

const end = async ({ id }: BegunTestCall) =>
  testCallState.parse(await (await office.ask(owner, 'POST', `/test-calls/${id}/end`, {})).json());
const line = async (worker = owner) =>
  testLineAnswer.parse(
    await (await office.ask(worker, 'GET', `/test-calls?workspaceId=${owner.workspace}`)).json(),
  );
const month = async () => {
  const [row] = await office.stack.sql`select calls, seconds::float, cost::float from usage
    where workspace_id = ${owner.workspace}`;
  return row;
};

it('gives the browser the room, its time and the map of the drawing, and nothing else of what Vapi said', async () => {
  await openDesk();
  const { json, answer } = await start();
  expect(answer).toMatchObject({ outcome: 'begun', seconds: 300, sandbox: true });
  expect(Object.keys(json as object).sort()).toEqual([
    'id',
    'manifest',
    'outcome',
    'sandbox',
    'seconds',
    'transfers',
    'webCallUrl',
  ]);
  const text = JSON.stringify(json);
  expect(text).not.toContain(office.stack.secrets.vapiApiKey);
  expect(text).not.toMatch(/monitor|controlUrl|listenUrl|credential/);
  const [row] = await office.stack
    .sql`select vapi_id from test_calls where id = ${(answer as BegunTestCall).id}`;
  expect(row?.vapi_id).toBeTruthy();
  expect((answer as BegunTestCall).id).not.toBe(row?.vapi_id);
});

it('writes the time limit and what the browser is told into every assistant, and dials nobody', async () => {
  await openDesk(restaurantReservation());
  const sent: Record<string, unknown>[] = [];
  office.interceptVapi(async (request, pass) => {
    if (new URL(request.url).pathname === '/call/web') sent.push(await request.clone().json());
    return pass();
  });
  const { transfers } = await begin();
  const text = JSON.stringify(sent[0]);
  expect(transfers.length).toBeGreaterThan(0);
  expect(text).not.toContain('transferCall');
  const limits = [...text.matchAll(/"maxDurationSeconds":(\d+)/g)].map(([, seconds]) => seconds);
  const names = [...text.matchAll(/"firstMessageMode"/g)];
  expect(limits).toEqual(names.map(() => '300'));
  expect(text).toContain('"controlEnabled":false');
  expect(text).toContain('"recordingEnabled":false');
  expect(sent[0]).toMatchObject({ roomDeleteOnUserLeaveEnabled: true });
});

it('counts what a call lasted once, for the day and for the month', async () => {
  await openDesk();
  const call = await begin();
  await inRoom(call, 'join');
  expect((await line()).secondsLeft).toBe(3300);
  office.wait(90_000);
  await inRoom(call, 'leave');
  const first = await end(call);
  expect(first.state).toBe('settled');
  expect(first.seconds).toBeGreaterThan(89);
  expect(first.seconds).toBeLessThan(120);
  expect(await end(call)).toEqual(first);
  expect(await month()).toEqual({ calls: 0, seconds: first.seconds, cost: first.cost ?? 0 });
  expect((await line()).secondsLeft).toBe(Math.floor(3600 - first.seconds!));
});

it('of a browser that was killed ends by itself, and is settled by cron', async () => {
  await openDesk();
  const call = await begin();
  await inRoom(call, 'join');
  office.wait(120_000);
  await office.cron();
  expect(await (await office.ask(owner, 'GET', `/test-calls/${call.id}`)).json()).toMatchObject({
    state: 'open',
  });
  // Vapi notices that nobody is in the room any more.
  await inRoom(call, 'leave');
  office.wait(60_000);
  await office.cron();
  const state = testCallState.parse(await (await office.ask(owner, 'GET', `/test-calls/${call.id}`)).json());
  expect(state.state).toBe('settled');
  expect(state.seconds).toBeGreaterThan(119);
  expect(state.seconds).toBeLessThan(200);
});

it('that Vapi knows no more counts with all it may have lasted, once that is over', async () => {
  await openDesk();
  const call = await begin();
  await inRoom(call, 'join');
  office.interceptVapi(async (request, pass) =>
    request.method === 'GET' && request.url.includes('/call/')
      ? Response.json({ message: 'Not Found', statusCode: 404 }, { status: 404 })
      : pass(),
  );
  expect((await end(call)).state).toBe('open');
  office.wait(400_000);
  await office.cron();
  expect(await end(call)).toMatchObject({ state: 'settled', seconds: 300, cost: null });
});

it('whose creation is not known costs nothing, and leaves no room to anybody', async () => {
  await openDesk();
  office.interceptVapi(async () => new Response('', { status: 500 }));
  expect(await codeOf(await office.ask(owner, 'POST', '/test-calls', { flowId }))).toBe(
    '502 vapi-unreachable',
  );
  expect((await line()).secondsLeft).toBe(3300);
  office.interceptVapi(null);
  office.wait(130_000);
  await office.cron();
  expect((await line()).secondsLeft).toBe(3600);
});

it('that Vapi refuses is settled at once', async () => {
  await openDesk();
  office.interceptVapi(async () => Response.json({ message: ['no credit'] }, { status: 402 }));
  expect(await codeOf(await office.ask(owner, 'POST', '/test-calls', { flowId }))).toBe('502 vapi-refused');
  expect((await line()).secondsLeft).toBe(3600);
});

it('two at once, and no more', async () => {
  await openDesk();
  const [first] = [await begin(), await begin()];
  expect((await start()).answer).toEqual({ outcome: 'refused', reason: 'too-many-at-once' });
  await end(first!);
  expect((await start()).answer.outcome).toBe('begun');
});

it('requests at the same time count one after the other', async () => {
  await openDesk();
  const answers = await Promise.all([1, 2, 3, 4].map(() => start()));
  expect(answers.map(({ answer }) => answer.outcome).sort()).toEqual([
    'begun',
    'begun',
    'refused',
    'refused',
  ]);
});

it('ends with the minutes of the day, the last call being shorter, and begins again with the next', async () => {
  await openDesk();
  const { sql } = office.stack;
  const spend = (
    seconds: number,
  ) => sql`insert into test_calls (workspace_id, person, granted_seconds, seconds, settled_at, created_at)
    values (${owner.workspace}, ${owner.userId}, 300, ${seconds}, now(), ${new Date(office.deps.clock.now())})`;
  await spend(3500);
  const last = await begin();
  expect(last.seconds).toBe(100);
  expect((await start()).answer).toEqual({ outcome: 'refused', reason: 'minutes-used' });
  office.wait(25 * 3600_000);
  expect((await begin()).seconds).toBe(300);
});

it('past the limit of the month none begins', async () => {
  await openDesk();
  const { sql } = office.stack;
  await sql`insert into spending_limits (workspace_id, unit, most, language, message)
    values (${owner.workspace}, 'minutes', 1, 'en', 'Later.')`;
  const today = new Date(office.deps.clock.now()).toISOString().slice(0, 7);
  await sql`insert into usage (workspace_id, month, seconds) values (${owner.workspace}, ${`${today}-01`}, 61)`;
  expect((await start()).answer).toEqual({ outcome: 'refused', reason: 'past-limit' });
});

it('is for those who may change the flow, and followed by nobody else', async () => {
  await openDesk();
  const viewer = await hireViewer(office, owner);
  expect(await codeOf(await office.ask(viewer, 'POST', '/test-calls', { flowId }))).toBe('403 not-allowed');
  expect((await line(viewer)).line).toBe('sandbox');
  const { id } = await begin();
  for (const [method, path] of [
    ['GET', `/test-calls/${id}`],
    ['POST', `/test-calls/${id}/end`],
  ] as const)
    expect(await codeOf(await office.ask(viewer, method, path, method === 'POST' ? {} : undefined))).toBe(
      '404 not-found',
    );
});

it('stands in the activity log', async () => {
  await openDesk();
  await begin();
  const noted = await office.stack.sql`select facts, person from activity
    where workspace_id = ${owner.workspace} and action = 'test-call'`;
  expect(noted).toEqual([{ facts: { flow: 'Reception' }, person: owner.userId }]);
});

const recordAtVapi = async ({ id }: BegunTestCall) => {
  const [row] = await office.stack.sql`select vapi_id from test_calls where id = ${id}`;
  const { sandbox, stack } = office;
  const headers = { authorization: `Bearer ${stack.secrets.vapiApiKey}` };
  return (await sandbox.fetch(new Request(`http://127.0.0.1:8787/call/${row?.vapi_id}`, { headers }))).status;
};
const talk = async () => {
  const call = await begin();
  await inRoom(call, 'join');
  office.wait(60_000);
  await inRoom(call, 'leave');
  expect((await end(call)).state).toBe('settled');
  return call;
};

it('under professional secrecy is deleted at Vapi once it is settled, however often Vapi fails', async () => {
  await openDesk();
  await office.stack.sql`update workspaces set secrecy = true where id = ${owner.workspace}`;
  const call = await talk();
  expect(await recordAtVapi(call)).toBe(200);
  office.interceptVapi(async (request, pass) =>
    request.method === 'DELETE' ? new Response('', { status: 500 }) : pass(),
  );
  await office.cron();
  expect(await recordAtVapi(call)).toBe(200);
  office.interceptVapi(null);
  office.wait(5 * 60_000);
  await office.cron();
  expect(await recordAtVapi(call)).toBe(404);
});

it('otherwise stays at Vapi as long as the workspace keeps words', async () => {
  await openDesk();
  await office.stack.sql`update workspaces set keep_words = 3 where id = ${owner.workspace}`;
  const call = await talk();
  office.wait(2 * 86_400_000);
  await office.cron();
  expect(await recordAtVapi(call)).toBe(200);
  office.wait(86_400_000);
  await office.cron();
  expect(await recordAtVapi(call)).toBe(404);
});

it('plays with what is pretended: the moment, and how steps end', async () => {
  const document = templates
    .find(({ id }) => id === 'medical-appointment')!
    .build('en', { name: 'Practice' });
  await openDesk(document);
  const sent: string[] = [];
  office.interceptVapi(async (request, pass) => {
    if (new URL(request.url).pathname === '/call/web') sent.push(await request.clone().text());
    return pass();
  });
  const book = Object.values(document.nodes).find(({ kind }) => kind === 'book')!.id;
  const pretence = { now: Date.UTC(2027, 0, 3, 21), outcomes: { [book]: 'no-slot' } };
  await start(owner, { flowId });
  await start(owner, { flowId, pretence });
  expect(sent.map((body) => body.includes('2027-01-03T21:00:00.000Z'))).toEqual([false, true]);
  expect(sent.map((body) => body.includes('"key":"pretend","value":"no-slot"'))).toEqual([false, true]);
});
