/** Two workspaces with one row in every table, and for each table the statements that the matrix tries on it. */
import type postgres from 'postgres';
import type { Principal } from './matrix.ts';

const id = (group: string, number: number) =>
  `00000000-0000-4000-8000-${group.repeat(4)}${String(number).padStart(8, '0')}`;

/** `a` is the workspace whose rows are at stake, `b` the stranger's. */
export type Side = 'a' | 'b';

export const PEOPLE = {
  viewer: id('e', 1),
  editor: id('e', 2),
  owner: id('e', 3),
  stranger: id('e', 4),
  newcomer: id('e', 5),
} as const;

export function idsOf(side: Side) {
  return {
    workspace: id(side, 1),
    flow: id(side, 2),
    spareFlow: id(side, 3),
    version: id(side, 4),
    number: id(side, 5),
    deployment: id(side, 6),
    step: id(side, 7),
    resource: id(side, 8),
    call: id(side, 9),
    event: id(side, 10),
    hours: id(side, 11),
    file: id(side, 12),
    booking: id(side, 13),
    message: id(side, 14),
    snapshot: id(side, 15),
    invitation: id(side, 16),
    activity: id(side, 17),
    limitAnswer: id(side, 18),
    numberImport: id(side, 61),
    forwarding: id(side, 62),
    numberSchedule: id(side, 63),
    testCall: id(side, 60),
    link: id(side, 61),
    linkCall: id(side, 62),
    alert: id(side, 63),
    alertChannel: id(side, 64),
    alertDelivery: id(side, 65),
    testCase: id(side, 19),
  };
}
export type Ids = ReturnType<typeof idsOf>;

/** The body of a test without anything in it. */
const TEST = '{"format": 1, "name": "Test", "lines": [], "pretence": {}, "expectations": []}';

/** Looks like the hash of a token, and is none. */
const tokenHash = (digit: string) => digit.repeat(64);

export function claimsOf(principal: Principal): { role: string; sub?: string } {
  if (principal === 'anon') return { role: 'anon' };
  if (principal === 'service') return { role: 'service_role' };
  return { role: 'authenticated', sub: PEOPLE[principal] };
}

export async function buildWorld(sql: postgres.Sql): Promise<void> {
  for (const [name, person] of Object.entries(PEOPLE)) {
    await sql`insert into auth.users (id, email) values (${person}, ${`${name}@example.com`})`;
  }
  for (const side of ['a', 'b'] as const) {
    const ids = idsOf(side);
    await sql`insert into workspaces (id, name) values (${ids.workspace}, ${`Workspace ${side}`})`;
    const team: [string, string][] =
      side === 'a'
        ? [
            [PEOPLE.viewer, 'viewer'],
            [PEOPLE.editor, 'editor'],
            [PEOPLE.owner, 'owner'],
          ]
        : [[PEOPLE.stranger, 'owner']];
    for (const [person, role] of team) {
      await sql`insert into members (workspace_id, user_id, role) values (${ids.workspace}, ${person}, ${role})`;
    }
    await sql`insert into invitations (id, workspace_id, email, role, token_hash, expires_at)
      values (${ids.invitation}, ${ids.workspace}, 'guest@example.com', 'viewer', ${tokenHash(side)}, now() + interval '1 day')`;
    await sql`insert into vapi_connections (workspace_id, region, sealed_key, key_id, last_four, tested_at)
      values (${ids.workspace}, 'us', 'sealed', 'key', 'abcd', now())`;
    await sql`insert into flows (id, workspace_id, name, document) values
      (${ids.flow}, ${ids.workspace}, 'Flow', '{}'), (${ids.spareFlow}, ${ids.workspace}, 'Spare', '{}')`;
    await sql`insert into opening_hours (id, workspace_id, name, hours)
      values (${ids.hours}, ${ids.workspace}, 'Hours', '{}')`;
    await sql`insert into knowledge_files (id, workspace_id, name, size, content_type, vapi_id, state)
      values (${ids.file}, ${ids.workspace}, 'prices.txt', 5, 'text/plain', ${`file-${side}`}, 'ready')`;
    await sql`insert into flow_versions (id, workspace_id, flow_id, number, document, content_hash)
      values (${ids.version}, ${ids.workspace}, ${ids.flow}, 1, '{}', 'hash')`;
    await sql`insert into flow_snapshots (id, workspace_id, flow_id, side, document)
      values (${ids.snapshot}, ${ids.workspace}, ${ids.flow}, 'own', '{}')`;
    await sql`insert into phone_numbers (id, workspace_id, vapi_id, number, provider, flow_id)
      values (${ids.number}, ${ids.workspace}, ${`number-${side}`}, '+15550100', 'vapi', ${ids.flow})`;
    await sql`insert into number_imports (id, workspace_id, provider, number, started_at, working_until)
      values (${ids.numberImport}, ${ids.workspace}, 'twilio', '+15550102', now(), now())`;
    await sql`insert into number_schedules (id, workspace_id, phone_number_id, position, flow_id)
      values (${ids.numberSchedule}, ${ids.workspace}, ${ids.number}, 1, ${ids.flow})`;
    await sql`insert into forwardings (id, workspace_id, phone_number_id, own_number, operator, line, mode)
      values (${ids.forwarding}, ${ids.workspace}, ${ids.number}, '+33142685300', 'other', 'mobile', 'always')`;
    await sql`insert into deployments (id, workspace_id, flow_id, version_id, phone_number_id, state, plan, manifest)
      values (${ids.deployment}, ${ids.workspace}, ${ids.flow}, ${ids.version}, ${ids.number}, 'live', '{}', '{}')`;
    await sql`insert into deployment_steps (id, workspace_id, deployment_id, position, kind)
      values (${ids.step}, ${ids.workspace}, ${ids.deployment}, 0, 'verify')`;
    await sql`insert into vapi_resources (id, workspace_id, kind, vapi_id, content_hash, marker)
      values (${ids.resource}, ${ids.workspace}, 'squad', ${`squad-${side}`}, 'hash', 'marker')`;
    await sql`insert into calls (id, workspace_id, vapi_call_id, flow_id, status)
      values (${ids.call}, ${ids.workspace}, ${`call-${side}`}, ${ids.flow}, 'ended')`;
    await sql`insert into call_turns (workspace_id, call_id, position, role, text)
      values (${ids.workspace}, ${ids.call}, 0, 'assistant', 'Hello')`;
    await sql`insert into call_questions (workspace_id, call_id, position, node_id, question, asked_at)
      values (${ids.workspace}, ${ids.call}, 0, 'inform', 'Do you take dogs?', now())`;
    await sql`insert into settled_questions (workspace_id, flow_id, digest, state)
      values (${ids.workspace}, ${ids.flow}, ${'0'.repeat(32)}, 'dismissed')`;
    await sql`insert into call_events (id, workspace_id, call_id, vapi_call_id, type, dedupe_key, payload)
      values (${ids.event}, ${ids.workspace}, ${ids.call}, ${`call-${side}`}, 'status-update', ${`event-${side}`}, '{}')`;
    await sql`insert into secrets (workspace_id, name, sealed, key_id)
      values (${ids.workspace}, 'crm', 'v1.key.nonce.text', 'key')`;
    await sql`insert into runtime_requests (workspace_id, key, endpoint) values (${ids.workspace}, 'key', 'connect')`;
    await sql`insert into budgets (workspace_id, name) values (${ids.workspace}, 'runtime')`;
    await sql`insert into activity (id, workspace_id, action) values (${ids.activity}, ${ids.workspace}, 'signed-in')`;
    await sql`insert into usage (workspace_id, month, calls) values (${ids.workspace}, '2020-01-01', 1)`;
    await sql`insert into spending_limits (workspace_id, unit, most, language, message)
      values (${ids.workspace}, 'minutes', 100, 'en', 'Please call tomorrow.')`;
    await sql`insert into limit_answers (id, workspace_id, content_hash) values (${ids.limitAnswer}, ${ids.workspace}, 'hash')`;
    await sql`insert into test_calls (id, workspace_id, flow_id, person, granted_seconds)
      values (${ids.testCall}, ${ids.workspace}, ${ids.flow}, ${ids.workspace}, 300)`;
    await sql`insert into browser_links (id, workspace_id, flow_id, token)
      values (${ids.link}, ${ids.workspace}, ${ids.flow}, ${side.repeat(43)})`;
    await sql`insert into link_calls (id, workspace_id, link_id, deployment_id, granted_seconds)
      values (${ids.linkCall}, ${ids.workspace}, ${ids.link}, ${ids.deployment}, 300)`;
    await sql`insert into alert_channels (id, workspace_id, type, address, kinds, language)
      values (${ids.alertChannel}, ${ids.workspace}, 'email', 'accountant@example.com', '{budget}', 'en')`;
    await sql`insert into alerts (id, workspace_id, kind, subject, level, told, began_at, noticed_at)
      values (${ids.alert}, ${ids.workspace}, 'budget', '2020-01', 1, '{}', now(), now())`;
    await sql`insert into alert_deliveries (id, workspace_id, alert_id, channel_id, phase, kind, created_at)
      values (${ids.alertDelivery}, ${ids.workspace}, ${ids.alert}, ${ids.alertChannel}, 'began', 'budget', now())`;
    await sql`insert into bookings (id, workspace_id, flow_id, node_id, service, starts_at, ends_at, free_from, time_zone)
      values (${ids.booking}, ${ids.workspace}, ${ids.flow}, 'book', 'Consultation', '2026-12-03 10:00Z',
        '2026-12-03 10:30Z', '2026-12-03 10:30Z', 'Europe/Paris')`;
    await sql`insert into calendars (workspace_id, name) values (${ids.workspace}, 'Dr Martin'), (${ids.workspace}, ${ids.workspace})`;
    await sql`insert into former_calendars (workspace_id, name) values (${ids.workspace}, 'Dr Petit')`;
    await sql`insert into calendar_feeds (workspace_id) values (${ids.workspace})`;
    await sql`insert into objections (workspace_id, number) values (${ids.workspace}, '+33698765432')`;
    await sql`insert into messages (id, workspace_id, flow_id, node_id, channel, recipient, text, state)
      values (${ids.message}, ${ids.workspace}, ${ids.flow}, 'send', 'sms', '+33612345678', 'Hello', 'sent')`;
    await sql`insert into test_cases (id, workspace_id, flow_id, call_id, body)
      values (${ids.testCase}, ${ids.workspace}, ${ids.flow}, ${ids.call}, ${TEST}::text::jsonb)`;
  }
}

/** The statements of one table. `insert` takes the row's workspace and, apart from it, the side its parent is on. */
export interface Trial {
  readonly insert: (own: Ids, parent: Ids) => string;
  readonly update: string;
  /** Picks the row of workspace `a`. */
  readonly where: string;
  /** The row that is deleted, when it is another one. */
  readonly deleteWhere?: string;
  readonly move?: string;
}

const a = idsOf('a');
const b = idsOf('b');

export const TRIALS: Readonly<Record<string, Trial>> = {
  workspaces: {
    insert: () => `insert into workspaces (name) values ('New')`,
    update: `name = 'Changed'`,
    where: `id = '${a.workspace}'`,
    move: `id = '${id('c', 1)}'`,
  },
  members: {
    insert: (own) =>
      `insert into members (workspace_id, user_id, role) values ('${own.workspace}', '${PEOPLE.newcomer}', 'owner')`,
    update: `role = 'owner'`,
    where: `workspace_id = '${a.workspace}' and user_id = '${PEOPLE.viewer}'`,
  },
  vapi_connections: {
    insert: (own) =>
      `insert into vapi_connections (workspace_id, region, sealed_key, key_id, last_four, tested_at)
       values ('${own.workspace}', 'eu', 'sealed', 'key', 'efgh', now())`,
    update: `last_four = 'ijkl'`,
    where: `workspace_id = '${a.workspace}'`,
  },
  invitations: {
    insert: (own) =>
      `insert into invitations (workspace_id, email, role, token_hash, expires_at)
       values ('${own.workspace}', 'other@example.com', 'viewer', '${tokenHash('c')}', now())`,
    update: `state = 'revoked'`,
    where: `id = '${a.invitation}'`,
  },
  flows: {
    insert: (own) =>
      `insert into flows (workspace_id, name, document) values ('${own.workspace}', 'New', '{}')`,
    update: `name = 'Changed', document = '{"changed": true}'`,
    where: `id = '${a.spareFlow}'`,
  },
  opening_hours: {
    insert: (own) =>
      `insert into opening_hours (workspace_id, name, hours) values ('${own.workspace}', 'New', '{}')`,
    update: `name = 'Changed', hours = '{"changed": true}'`,
    where: `id = '${a.hours}'`,
  },
  knowledge_files: {
    insert: (own) =>
      `insert into knowledge_files (workspace_id, name, size, content_type)
       values ('${own.workspace}', 'new.txt', 5, 'text/plain')`,
    update: `state = 'unreadable'`,
    where: `id = '${a.file}'`,
  },
  flow_versions: {
    insert: (own, parent) =>
      `insert into flow_versions (workspace_id, flow_id, number, document, content_hash)
       values ('${own.workspace}', '${parent.flow}', 2, '{}', 'hash')`,
    update: `note = 'Changed'`,
    where: `id = '${a.version}'`,
  },
  flow_snapshots: {
    insert: (own, parent) =>
      `insert into flow_snapshots (workspace_id, flow_id, side, document)
       values ('${own.workspace}', '${parent.flow}', 'other', '{}')`,
    update: `document = '{"changed": true}'`,
    where: `id = '${a.snapshot}'`,
  },
  phone_numbers: {
    insert: (own, parent) =>
      `insert into phone_numbers (workspace_id, vapi_id, number, provider, flow_id)
       values ('${own.workspace}', 'number-new', '+15550101', 'vapi', '${parent.flow}')`,
    update: `label = 'Changed'`,
    where: `id = '${a.number}'`,
  },
  number_imports: {
    insert: (own) =>
      `insert into number_imports (workspace_id, provider, number, started_at, working_until)
       values ('${own.workspace}', 'telnyx', '+15550103', now(), now())`,
    update: `label = 'Changed'`,
    where: `id = '${a.numberImport}'`,
  },
  number_schedules: {
    insert: (own, parent) =>
      `insert into number_schedules (workspace_id, phone_number_id, position, hours_id, flow_id)
       values ('${own.workspace}', '${parent.number}', 0, '${own.hours}', '${own.flow}')`,
    update: `position = 2`,
    where: `id = '${a.numberSchedule}'`,
  },
  forwardings: {
    insert: (own, parent) =>
      `insert into forwardings (workspace_id, phone_number_id, own_number, operator, line, mode)
       values ('${own.workspace}', '${parent.number}', '+33142685301', 'other', 'fixed', 'busy')`,
    update: `mode = 'busy'`,
    where: `id = '${a.forwarding}'`,
  },
  deployments: {
    insert: (own, parent) =>
      `insert into deployments (workspace_id, flow_id, version_id, phone_number_id, plan, manifest)
       values ('${own.workspace}', '${parent.flow}', '${own.version}', '${own.number}', '{}', '{}')`,
    update: `state = 'failed'`,
    where: `id = '${a.deployment}'`,
  },
  deployment_steps: {
    insert: (own, parent) =>
      `insert into deployment_steps (workspace_id, deployment_id, position, kind)
       values ('${own.workspace}', '${parent.deployment}', 1, 'commit')`,
    update: `state = 'failed'`,
    where: `id = '${a.step}'`,
  },
  vapi_resources: {
    insert: (own) =>
      `insert into vapi_resources (workspace_id, kind, vapi_id, content_hash, marker)
       values ('${own.workspace}', 'squad', 'squad-new', 'hash', 'marker')`,
    update: `state = 'deleted'`,
    where: `id = '${a.resource}'`,
  },
  calls: {
    insert: (own, parent) =>
      `insert into calls (workspace_id, vapi_call_id, flow_id, status)
       values ('${own.workspace}', 'call-new', '${parent.flow}', 'ended')`,
    update: `caller = 'Changed'`,
    where: `id = '${a.call}'`,
  },
  call_turns: {
    insert: (own, parent) =>
      `insert into call_turns (workspace_id, call_id, position, role, text)
       values ('${own.workspace}', '${parent.call}', 1, 'caller', 'New')`,
    update: `text = 'Changed'`,
    where: `call_id = '${a.call}' and position = 0`,
  },
  call_questions: {
    insert: (own, parent) =>
      `insert into call_questions (workspace_id, call_id, position, node_id, question, asked_at)
       values ('${own.workspace}', '${parent.call}', 1, 'inform', 'New', now())`,
    update: `question = 'Changed'`,
    where: `call_id = '${a.call}' and position = 0`,
  },
  settled_questions: {
    insert: (own, parent) =>
      `insert into settled_questions (workspace_id, flow_id, digest, state)
       values ('${own.workspace}', '${parent.flow}', '${'1'.repeat(32)}', 'answered')`,
    update: `state = 'answered'`,
    where: `flow_id = '${a.flow}'`,
  },
  call_events: {
    insert: (own, parent) =>
      `insert into call_events (workspace_id, call_id, type, dedupe_key, payload)
       values ('${own.workspace}', '${parent.call}', 'status-update', 'event-new', '{}')`,
    update: `error = 'Changed'`,
    where: `id = '${a.event}'`,
  },
  secrets: {
    insert: (own) =>
      `insert into secrets (workspace_id, name, sealed, key_id) values ('${own.workspace}', 'erp', 'sealed', 'key')`,
    update: `sealed = 'Changed'`,
    where: `workspace_id = '${a.workspace}' and name = 'crm'`,
  },
  runtime_requests: {
    insert: (own) =>
      `insert into runtime_requests (workspace_id, key, endpoint) values ('${own.workspace}', 'new', 'connect')`,
    update: `state = 'done', status = 200`,
    where: `workspace_id = '${a.workspace}' and key = 'key'`,
  },
  budgets: {
    insert: (own) => `insert into budgets (workspace_id, name) values ('${own.workspace}', 'new')`,
    update: `used = 1`,
    where: `workspace_id = '${a.workspace}' and name = 'runtime'`,
  },
  activity: {
    insert: (own) => `insert into activity (workspace_id, action) values ('${own.workspace}', 'signed-in')`,
    update: `action = 'published'`,
    where: `id = '${a.activity}'`,
  },
  usage: {
    insert: (own) => `insert into usage (workspace_id, month) values ('${own.workspace}', '2020-02-01')`,
    update: `calls = 2`,
    where: `workspace_id = '${a.workspace}' and month = '2020-01-01'`,
  },
  spending_limits: {
    insert: (own) =>
      `insert into spending_limits (workspace_id, unit, most, language, message)
       values ('${own.workspace}', 'dollars', 5, 'fr', 'Merci de rappeler demain.')`,
    update: `most = 200`,
    where: `workspace_id = '${a.workspace}'`,
  },
  limit_answers: {
    insert: (own) =>
      `insert into limit_answers (workspace_id, content_hash) values ('${own.workspace}', 'new')`,
    update: `content_hash = 'Changed'`,
    where: `id = '${a.limitAnswer}'`,
  },
  test_calls: {
    insert: (own, parent) =>
      `insert into test_calls (workspace_id, flow_id, person, granted_seconds)
       values ('${own.workspace}', '${parent.flow}', '${own.workspace}', 60)`,
    update: `granted_seconds = 90`,
    where: `id = '${a.testCall}'`,
  },
  browser_links: {
    insert: (own, parent) =>
      `with made as (insert into flows (workspace_id, name, document)
         values ('${parent.workspace}', 'Linked', '{"nodes": {}}') returning id)
       insert into browser_links (workspace_id, flow_id, token)
       select '${own.workspace}', id, '${'n'.repeat(43)}' from made`,
    update: `is_on = true`,
    where: `id = '${a.link}'`,
  },
  link_calls: {
    insert: (own, parent) =>
      `insert into link_calls (workspace_id, link_id, deployment_id, granted_seconds)
       values ('${own.workspace}', '${own.link}', '${parent.deployment}', 60)`,
    update: `granted_seconds = 90`,
    where: `id = '${a.linkCall}'`,
  },
  alert_channels: {
    insert: (own, parent) =>
      `insert into alert_channels (workspace_id, type, member_id, kinds, language)
       values ('${own.workspace}', 'email',
         '${parent.workspace === a.workspace ? PEOPLE.viewer : PEOPLE.stranger}', '{drift}', 'fr')`,
    update: `kinds = '{drift}'`,
    where: `id = '${a.alertChannel}'`,
  },
  alerts: {
    insert: (own) =>
      `insert into alerts (workspace_id, kind, subject, level, told, began_at, noticed_at)
       values ('${own.workspace}', 'drift', 'new', 1, '{}', now(), now())`,
    update: `level = 2`,
    where: `id = '${a.alert}'`,
  },
  alert_deliveries: {
    insert: (own, parent) =>
      `insert into alert_deliveries (workspace_id, alert_id, channel_id, notice, phase, kind, created_at)
       values ('${own.workspace}', '${own.alert}', '${parent.alertChannel}', 2, 'still', 'budget', now())`,
    update: `state = 'sent'`,
    where: `id = '${a.alertDelivery}'`,
  },
  bookings: {
    insert: (own, parent) =>
      `insert into bookings (workspace_id, flow_id, node_id, service, starts_at, ends_at, free_from, time_zone)
       values ('${own.workspace}', '${parent.flow}', 'book', 'New', '2026-12-04 10:00Z', '2026-12-04 10:30Z',
         '2026-12-04 10:30Z', 'Europe/Paris')`,
    update: `state = 'cancelled'`,
    where: `id = '${a.booking}'`,
  },
  calendars: {
    insert: (own) => `insert into calendars (workspace_id, name) values ('${own.workspace}', 'Dr Durand')`,
    update: `created_at = now()`,
    where: `workspace_id = '${a.workspace}' and name = 'Dr Martin'`,
  },
  former_calendars: {
    insert: (own, parent) =>
      `insert into former_calendars (workspace_id, name, calendar) values ('${own.workspace}', 'Dr Blanc', '${parent.workspace}')`,
    update: `changed_at = now()`,
    where: `workspace_id = '${a.workspace}' and name = 'Dr Petit'`,
  },
  calendar_feeds: {
    insert: (own) => `insert into calendar_feeds (workspace_id) values ('${own.workspace}')`,
    update: `created_at = now()`,
    where: `workspace_id = '${a.workspace}'`,
  },
  objections: {
    insert: (own) =>
      `insert into objections (workspace_id, number) values ('${own.workspace}', '+33612345678')`,
    update: `created_at = now()`,
    where: `workspace_id = '${a.workspace}' and number = '+33698765432'`,
  },
  messages: {
    insert: (own, parent) =>
      `insert into messages (workspace_id, flow_id, node_id, channel, recipient, text, state)
       values ('${own.workspace}', '${parent.flow}', 'send', 'sms', '+33612345678', 'New', 'queued')`,
    update: `state = 'failed'`,
    where: `id = '${a.message}'`,
  },
  test_cases: {
    insert: (own, parent) =>
      `insert into test_cases (workspace_id, flow_id, call_id, body)
       values ('${own.workspace}', '${parent.flow}', '${parent.call}', '${TEST}')`,
    update: `result = '{"changed": true}'`,
    where: `id = '${a.testCase}'`,
  },
};

export const MOVE = `workspace_id = '${b.workspace}'`;
