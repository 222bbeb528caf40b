/**
 * Every route of `api`, tried with what it must refuse: nobody, fields it does not know, another type, too much, ids of others, other
 * origins. A route that is not listed here fails.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  drawFlow,
  getNumber,
  type Office,
  ORIGIN,
  openOffice,
  type Worker,
} from '../../tests/functions/office.ts';
import { handle, ROUTES } from './handler.ts';

/** Ids of a workspace. */
interface Ids {
  readonly workspace: string;
  readonly person: string;
  readonly flow: string;
  readonly number: string;
  readonly file: string;
  readonly call: string;
  readonly invitation: string;
  readonly deployment: string;
  readonly testCall: string;
  readonly forwarding: string;
  readonly channel: string;
}

interface Trial {
  /** A body that is right in its form. */
  readonly body?: (ids: Ids) => object;
  /** What follows the path, or what stands for `:id`. */
  readonly query?: (ids: Ids) => string;
  readonly id?: (ids: Ids) => string;
  /** It names nothing of a workspace. */
  readonly isPersonal?: true;
  /** A stranger's workspace gives an empty list, as row-level security has it. */
  readonly isEmpty?: true;
  readonly isForm?: true;
}

const ofWorkspace = ({ workspace }: Ids) => ({ workspaceId: workspace });
const inQuery = ({ workspace }: Ids) => `?workspaceId=${workspace}`;
const token = 'a'.repeat(40);
const step = {
  label: '',
  method: 'GET',
  url: 'https://example.com',
  headers: [],
  body: [],
  answers: [],
  timeoutSeconds: 5,
  say: '',
};

const TRIALS: Readonly<Record<string, Trial>> = {
  'POST workspaces': { body: () => ({ name: 'New' }), isPersonal: true },
  'POST workspaces/close': { body: (ids) => ({ ...ofWorkspace(ids), name: 'x' }) },
  'POST account/close': { body: () => ({ email: 'nobody@example.com' }), isPersonal: true },
  'GET activity': { query: inQuery },
  'GET activity/check': { query: inQuery },
  'GET secrecy': { query: inQuery },
  'GET processors': { query: inQuery },
  'GET usage': { query: inQuery },
  'POST usage/limit': {
    body: (ids) => ({
      ...ofWorkspace(ids),
      unit: 'minutes',
      most: 5,
      language: 'en',
      message: 'Later.',
      transferTo: null,
    }),
  },
  'POST usage/limit/words': {
    body: (ids) => ({
      ...ofWorkspace(ids),
      numberId: ids.number,
      words: { language: 'en', message: 'Later.' },
    }),
  },
  'POST usage/limit/remove': { body: ofWorkspace },
  'GET alerts': { query: inQuery },
  'POST alerts/channels': {
    body: (ids) => ({
      ...ofWorkspace(ids),
      type: 'webhook',
      url: 'https://example.com/alerts',
      kinds: ['budget'],
      language: 'en',
    }),
  },
  'POST alerts/channels/:id/kinds': { id: ({ channel }) => channel, body: () => ({ kinds: ['drift'] }) },
  'POST alerts/channels/:id/again': { id: ({ channel }) => channel },
  'POST alerts/channels/:id/test': { id: ({ channel }) => channel },
  'POST alerts/channels/:id/remove': { id: ({ channel }) => channel },
  'POST alerts/links': { body: () => ({ token, act: false }), isPersonal: true },
  'POST calls/list': { body: (ids) => ({ ...ofWorkspace(ids), filter: {}, size: 50 }) },
  'POST calls/sums': { body: (ids) => ({ ...ofWorkspace(ids), filter: {}, zone: 'Europe/Paris' }) },
  'POST calls/report': {
    body: (ids) => ({
      ...ofWorkspace(ids),
      filter: {},
      since: '2026-11-01T00:00:00Z',
      days: 30,
      zone: 'Europe/Paris',
    }),
  },
  'GET questions': { query: inQuery },
  'POST questions/settle': {
    body: (ids) => ({ ...ofWorkspace(ids), flowId: ids.flow, digest: '0'.repeat(32), state: 'dismissed' }),
  },
  'POST calls/traffic': {
    body: (ids) => ({ ...ofWorkspace(ids), flow: ids.flow, since: '2026-11-01T00:00:00Z' }),
  },
  'POST calls/:id/erase': { id: ({ call }) => call },
  'POST calls/:id/hide': { id: ({ call }) => call, body: () => ({ hides: true }) },
  'GET calls/:id/words': { id: ({ call }) => call },
  'GET calls/:id/recording': { id: ({ call }) => call },
  'GET flows/:id/versions': { id: ({ flow }) => flow },
  'GET calendars': { query: inQuery },
  'POST calendars/rename': { body: (ids) => ({ ...ofWorkspace(ids), name: 'Dr Martin', to: 'Dr Durand' }) },
  'POST calendars/remove': { body: (ids) => ({ ...ofWorkspace(ids), name: 'Dr Martin', cancel: false }) },
  'GET people': { query: inQuery },
  'POST people/role': { body: (ids) => ({ ...ofWorkspace(ids), userId: ids.person, role: 'editor' }) },
  'POST people/remove': { body: (ids) => ({ ...ofWorkspace(ids), userId: ids.person }) },
  'POST people/hand-over': { body: (ids) => ({ ...ofWorkspace(ids), userId: ids.person }) },
  'POST invitations': {
    body: (ids) => ({ ...ofWorkspace(ids), email: 'a@example.com', role: 'viewer', language: 'en' }),
  },
  'POST invitations/again': { body: ({ invitation }) => ({ invitationId: invitation, language: 'en' }) },
  'POST invitations/revoke': { body: ({ invitation }) => ({ invitationId: invitation }) },
  'POST invitations/accept': { body: () => ({ token }), isPersonal: true },
  'POST invitations/read': { body: () => ({ token }), isPersonal: true },
  'GET connection': { query: inQuery },
  'POST connection': { body: (ids) => ({ ...ofWorkspace(ids), region: 'sandbox', key: 'x'.repeat(36) }) },
  'POST connection/test': { body: ofWorkspace },
  'POST connection/remove': { body: ofWorkspace },
  'POST connection/signature': {
    body: (ids) => ({ ...ofWorkspace(ids), credentialId: 'credential', secret: 'x'.repeat(36) }),
  },
  'POST connection/signature/retire': { body: ofWorkspace },
  'POST rehearsals': { body: ({ flow }) => ({ flowId: flow }) },
  'POST simulations': { body: ({ flow }) => ({ flowId: flow, name: 'A', lines: ['Hello'], answers: {} }) },
  'POST simulations/look': { body: ({ flow }) => ({ flowId: flow, simulation: token }) },
  'POST simulations/cancel': { body: ({ flow }) => ({ flowId: flow, simulation: token }) },
  'GET test-calls': { query: inQuery },
  'POST test-calls': { body: ({ flow }) => ({ flowId: flow }) },
  'GET test-calls/:id': { id: ({ testCall }) => testCall },
  'POST test-calls/:id/end': { id: ({ testCall }) => testCall, body: () => ({}) },
  'GET links': { query: inQuery },
  'POST links': { body: ({ flow }) => ({ flowId: flow, change: 'on' }) },
  'POST links/publish': { body: ({ flow }) => ({ flowId: flow, revision: 1 }) },
  'POST links/read': { body: () => ({ token }), isPersonal: true },
  'POST links/talk': { body: () => ({ token }), isPersonal: true },
  'GET numbers': { query: inQuery, isEmpty: true },
  'POST numbers/test': { body: ofWorkspace },
  'POST numbers/import': {
    body: (ids) => ({
      ...ofWorkspace(ids),
      number: '+33142685300',
      label: '',
      account: { provider: 'twilio', accountSid: `AC${'a'.repeat(32)}`, authToken: 'b'.repeat(32) },
    }),
  },
  'POST numbers/free': { body: (ids) => ({ ...ofWorkspace(ids), label: '' }) },
  'POST numbers/:id/label': { id: ({ number }) => number, body: () => ({ label: 'x' }) },
  'POST numbers/:id/remove': { id: ({ number }) => number },
  'POST numbers/:id/keep': { id: ({ number }) => number },
  'POST numbers/:id/schedule': {
    id: ({ number }) => number,
    body: ({ flow }) => ({ rows: [], rest: { flowId: flow } }),
  },
  'POST numbers/:id/forwardings': {
    id: ({ number }) => number,
    body: () => ({
      ownNumber: '+33142685300',
      operator: 'other',
      line: 'mobile',
      mode: 'always',
      seconds: null,
    }),
  },
  'POST forwardings/:id/test': { id: ({ forwarding }) => forwarding },
  'POST forwardings/:id/look': { id: ({ forwarding }) => forwarding },
  'POST forwardings/:id/remove': { id: ({ forwarding }) => forwarding },
  'GET secrets': { query: inQuery, isEmpty: true },
  'POST secrets': { body: (ids) => ({ ...ofWorkspace(ids), name: 'crm', value: 'x' }) },
  'POST secrets/remove': { body: (ids) => ({ ...ofWorkspace(ids), name: 'crm' }) },
  'POST requests/try': { body: (ids) => ({ ...ofWorkspace(ids), step, values: {} }) },
  'GET files': { query: inQuery },
  'POST files': { body: ofWorkspace, isForm: true },
  'GET files/:id/uses': { id: ({ file }) => file },
  'DELETE files/:id': { id: ({ file }) => file },
  'POST person/find': { body: (ids) => ({ ...ofWorkspace(ids), number: '+33612345678' }) },
  'POST person/export': { body: (ids) => ({ ...ofWorkspace(ids), number: '+33612345678' }) },
  'POST person/erase': { body: (ids) => ({ ...ofWorkspace(ids), number: '+33612345678' }) },
  'POST publications/plan': { body: ({ flow, number }) => ({ flowId: flow, numberId: number }) },
  'POST publications': { body: ({ flow, number }) => ({ flowId: flow, numberId: number, revision: 1 }) },
  'GET publications/:id': { id: ({ deployment }) => deployment },
  'POST publications/:id/advance': { id: ({ deployment }) => deployment },
  'POST publications/:id/restore': { id: ({ deployment }) => deployment },
  'POST publications/:id/unpublish': {
    id: ({ deployment }) => deployment,
    body: () => ({ words: 'Later.' }),
  },
  'POST publications/:id/compare': { id: ({ deployment }) => deployment },
  'POST publications/:id/drift': {
    id: ({ deployment }) => deployment,
    body: () => ({ choice: 'keep', state: 'seen' }),
  },
};

let office: Office;
let stranger: Worker;
let foreign: Ids;
const some = (): Ids => ({
  workspace: crypto.randomUUID(),
  person: crypto.randomUUID(),
  flow: crypto.randomUUID(),
  number: crypto.randomUUID(),
  file: crypto.randomUUID(),
  call: crypto.randomUUID(),
  invitation: crypto.randomUUID(),
  deployment: crypto.randomUUID(),
  testCall: crypto.randomUUID(),
  forwarding: crypto.randomUUID(),
  channel: crypto.randomUUID(),
});

beforeAll(async () => {
  office = await openOffice();
  const owner = await office.hire();
  stranger = await office.hire();
  const { sql } = office.stack;
  const flow = await drawFlow(owner);
  const { id: number } = await getNumber(office, owner);
  const { workspace } = owner;
  const ids = { ...some(), workspace, person: owner.userId, flow, number };
  await sql`insert into knowledge_files (id, workspace_id, name, size, content_type)
    values (${ids.file}, ${workspace}, 'a.txt', 1, 'text/plain')`;
  await sql`insert into calls (id, workspace_id, vapi_call_id, status) values (${ids.call}, ${workspace}, 'c', 'ended')`;
  await sql`insert into invitations (id, workspace_id, email, role, token_hash, expires_at)
    values (${ids.invitation}, ${workspace}, 'a@example.com', 'viewer', ${'0'.repeat(64)}, now() + interval '1 day')`;
  const [version] =
    await sql`insert into flow_versions (workspace_id, flow_id, number, document, content_hash)
    values (${workspace}, ${flow}, 1, '{}', 'hash') returning id`;
  await sql`insert into deployments (id, workspace_id, flow_id, version_id, phone_number_id, state, plan, manifest)
    values (${ids.deployment}, ${workspace}, ${flow}, ${version?.id}, ${number}, 'live', '{}', '{}')`;
  await sql`insert into test_calls (id, workspace_id, person, granted_seconds)
    values (${ids.testCall}, ${workspace}, ${owner.userId}, 60)`;
  await sql`insert into forwardings (id, workspace_id, phone_number_id, own_number, operator, line, mode)
    values (${ids.forwarding}, ${workspace}, ${number}, '+33142685300', 'other', 'mobile', 'always')`;
  await sql`insert into alert_channels (id, workspace_id, type, address, kinds, language)
    values (${ids.channel}, ${workspace}, 'email', 'accountant@example.com', '{budget}', 'en')`;
  foreign = ids;
});
afterAll(() => office.close());

const table = ROUTES.map(({ method, path }) => [`${method} ${path}`, { method, path }] as const);

async function tryRoute(
  route: { method: 'GET' | 'POST' | 'DELETE'; path: string },
  ids: Ids,
  worker: Worker | null,
): Promise<Response> {
  const trial = trialOf(route);
  const path = `/${route.path.replace(':id', trial.id?.(ids) ?? '')}${trial.query?.(ids) ?? ''}`;
  if (!trial.isForm) return office.ask(worker, route.method, path, trial.body?.(ids));
  const form = new FormData();
  for (const [name, value] of Object.entries(trial.body?.(ids) ?? {})) form.set(name, value as string);
  form.set('file', new File(['text'], 'a.txt', { type: 'text/plain' }));
  return office.ask(worker, route.method, path, form);
}

function trialOf({ method, path }: { method: string; path: string }): Trial {
  const trial = TRIALS[`${method} ${path}`];
  if (!trial) throw new Error(`routes.db.test.ts does not know ${method} ${path}`);
  return trial;
}

const withBody = table.filter(([name]) => TRIALS[name]?.body && !TRIALS[name]?.isForm);
const isOpen = (name: string) =>
  ROUTES.some((route) => route.isOpen && `${route.method} ${route.path}` === name);

it('knows every route, and no other', () => {
  expect(Object.keys(TRIALS).sort()).toEqual(table.map(([name]) => name).sort());
});

describe('nobody', () => {
  it.each(table.filter(([name]) => !isOpen(name)))('%s: 401', async (_name, route) => {
    expect((await tryRoute(route, foreign, null)).status).toBe(401);
  });
});

describe('a field that is not known', () => {
  it.each(withBody)('%s: 400', async (_name, route) => {
    const body = trialOf(route).body?.(foreign) ?? {};
    for (const name of ['workspace_id', 'role_', 'constructor', '__proto__']) {
      // Written out: as a key of a literal `__proto__` would be none.
      const json = `${JSON.stringify(body).slice(0, -1)},${JSON.stringify(name)}:{"isOwner":true}}`;
      const init = { method: 'POST', headers: headersOf('application/json'), body: json };
      const answered = await handle(new Request(`${ORIGIN}/api/${route.path}`, init), office.deps);
      expect(answered.status, name).toBe(400);
    }
  });
});

describe('another type, or too much', () => {
  it.each(withBody)('%s: 415, 413', async (_name, route) => {
    const body = JSON.stringify(trialOf(route).body?.(foreign));
    const post = async (type: string, text: string) => {
      const init = { method: 'POST', headers: headersOf(type), body: text };
      return (await handle(new Request(`${ORIGIN}/api/${route.path}`, init), office.deps)).status;
    };
    expect(await post('text/plain', body)).toBe(415);
    expect(await post('application/json', `${body}${' '.repeat(64 * 1024)}`)).toBe(413);
    expect(await post('application/json', '{')).toBe(400);
  });
});

describe('ids of others', () => {
  it.each(table.filter(([name]) => !TRIALS[name]?.isPersonal))(
    '%s: as if there were nothing',
    async (name, route) => {
      const [theirs, nobodys] = [
        await tryRoute(route, foreign, stranger),
        await tryRoute(route, some(), stranger),
      ];
      expect(theirs.status).toBe(TRIALS[name]?.isEmpty ? 200 : 404);
      expect([theirs.status, await theirs.text()]).toEqual([nobodys.status, await nobodys.text()]);
    },
  );
});

describe('other origins', () => {
  const origins = [
    'https://evil.example',
    'null',
    `${ORIGIN}.evil.example`,
    `sub.${ORIGIN}`,
    'http://APP.test',
  ];
  it.each(table)('%s: no word that lets a page read the answer', async (_name, { method, path }) => {
    const allowed = async (origin: string, verb: string) => {
      const init = { method: verb, headers: { origin } };
      const answered = await handle(new Request(`${ORIGIN}/api/${path}`, init), office.deps);
      expect(answered.headers.get('vary')).toContain('origin');
      return answered.headers.get('access-control-allow-origin');
    };
    for (const origin of origins) expect(await allowed(origin, 'OPTIONS'), origin).toBeNull();
    expect(await allowed('https://evil.example', method)).toBeNull();
    expect(await allowed(ORIGIN, 'OPTIONS')).toBe(ORIGIN);
  });
});

function headersOf(type: string): Record<string, string> {
  return { 'content-type': type, authorization: `Bearer ${stranger.session.access_token}` };
}
