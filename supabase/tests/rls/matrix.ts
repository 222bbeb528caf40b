/**
 * Who may do what in the database, as data. Every table and column of schema `public` stands here, every function in `matrix-functions.ts`; what the
 * database has and this page has not fails `matrix.test.ts`.
 */

export const PRINCIPALS = ['anon', 'stranger', 'viewer', 'editor', 'owner', 'service'] as const;
/** `stranger` is the owner of another workspace; viewer, editor and owner belong to the one whose row is at stake. */
export type Principal = (typeof PRINCIPALS)[number];

/**
 * - `insert-foreign`: a row for a workspace that the principal does not belong to.
 * - `move`: giving a row to another workspace.
 * - `foreign-parent`: a row of the own workspace below a parent of another one.
 */
export const VERBS = [
  'select',
  'insert',
  'update',
  'delete',
  'insert-foreign',
  'move',
  'foreign-parent',
] as const;
export type Verb = (typeof VERBS)[number];

/** `refused`: no privilege or a policy says no (42501). `nothing`: no row is found. `blocked`: a constraint says no. */
export type Outcome = 'allowed' | 'refused' | 'nothing' | 'blocked';
export type Cells = Readonly<Record<Principal, Outcome>>;

/** Columns that signed-in people may name; the policies then say which rows. */
export interface ColumnGrants {
  readonly select: readonly string[];
  readonly insert: readonly string[];
  readonly update: readonly string[];
}

export interface TableRow {
  readonly cells: Readonly<Partial<Record<Verb, Cells>>>;
  readonly columns: ColumnGrants;
}

const row = (
  anon: Outcome,
  stranger: Outcome,
  viewer: Outcome,
  editor: Outcome,
  owner: Outcome,
  service: Outcome,
): Cells => ({ anon, stranger, viewer, editor, owner, service });

const READ_BY_MEMBERS = row('refused', 'nothing', 'allowed', 'allowed', 'allowed', 'allowed');
const SERVER_ONLY = row('refused', 'refused', 'refused', 'refused', 'refused', 'allowed');
const NOBODY = row('refused', 'refused', 'refused', 'refused', 'refused', 'refused');
/** People lack the privilege; the server is stopped by a constraint. */
const SERVER_BLOCKED = row('refused', 'refused', 'refused', 'refused', 'refused', 'blocked');

/** Read by members, written by the server, kept in its workspace. */
const SERVER_WRITES = {
  select: READ_BY_MEMBERS,
  insert: SERVER_ONLY,
  update: SERVER_ONLY,
  delete: SERVER_ONLY,
  'insert-foreign': SERVER_ONLY,
  move: NOBODY,
} as const;

const NO_COLUMNS: ColumnGrants = { select: [], insert: [], update: [] };
const readable = (...select: string[]): ColumnGrants => ({ select, insert: [], update: [] });

export const TABLES: Readonly<Record<string, TableRow>> = {
  workspaces: {
    // No workspace is foreign before it exists, and it has no parent. `move` is a change of its id.
    cells: {
      select: READ_BY_MEMBERS,
      insert: SERVER_ONLY,
      update: row('refused', 'nothing', 'nothing', 'nothing', 'allowed', 'allowed'),
      delete: SERVER_ONLY,
      move: SERVER_BLOCKED,
    },
    columns: {
      select: [
        'id',
        'name',
        'created_at',
        'countries',
        'keep_words',
        'keep_information',
        'keep_calls',
        'hides',
        'keep_activity',
        'secrecy',
        'closed_at',
      ],
      insert: [],
      update: [
        'name',
        'countries',
        'keep_words',
        'keep_information',
        'keep_calls',
        'hides',
        'keep_activity',
        'secrecy',
      ],
    },
  },
  members: {
    cells: { ...SERVER_WRITES },
    columns: readable('workspace_id', 'user_id', 'role', 'created_at'),
  },
  vapi_connections: {
    // One a workspace: a second one meets the first. The key, even sealed, is nobody's to read.
    cells: { ...SERVER_WRITES, insert: SERVER_BLOCKED, 'insert-foreign': SERVER_BLOCKED },
    columns: readable(
      'workspace_id',
      'region',
      'last_four',
      'credential_id',
      'tested_at',
      'updated_at',
      'signed_at',
      'former_signed_at',
      'replaced_at',
    ),
  },
  invitations: {
    cells: { ...SERVER_WRITES, select: SERVER_ONLY },
    columns: NO_COLUMNS,
  },
  flows: {
    cells: {
      select: READ_BY_MEMBERS,
      insert: row('refused', 'refused', 'refused', 'allowed', 'allowed', 'allowed'),
      update: row('refused', 'nothing', 'nothing', 'allowed', 'allowed', 'allowed'),
      delete: row('refused', 'nothing', 'nothing', 'allowed', 'allowed', 'allowed'),
      'insert-foreign': SERVER_ONLY,
      move: NOBODY,
    },
    columns: {
      select: [
        'id',
        'workspace_id',
        'name',
        'document',
        'revision',
        'created_by',
        'created_at',
        'updated_at',
      ],
      insert: ['id', 'workspace_id', 'name', 'document'],
      update: ['name', 'document'],
    },
  },
  opening_hours: {
    cells: {
      select: READ_BY_MEMBERS,
      insert: row('refused', 'refused', 'refused', 'allowed', 'allowed', 'allowed'),
      update: row('refused', 'nothing', 'nothing', 'allowed', 'allowed', 'allowed'),
      delete: row('refused', 'nothing', 'nothing', 'allowed', 'allowed', 'allowed'),
      'insert-foreign': SERVER_ONLY,
      move: NOBODY,
    },
    columns: {
      select: ['id', 'workspace_id', 'name', 'hours', 'revision', 'created_at', 'updated_at'],
      insert: ['id', 'workspace_id', 'name', 'hours'],
      update: ['name', 'hours'],
    },
  },
  knowledge_files: {
    cells: { ...SERVER_WRITES },
    columns: readable(
      'id',
      'workspace_id',
      'name',
      'size',
      'content_type',
      'state',
      'elsewhere',
      'created_by',
      'created_at',
    ),
  },
  flow_versions: {
    cells: { ...SERVER_WRITES, update: NOBODY, delete: NOBODY, 'foreign-parent': SERVER_BLOCKED },
    columns: readable(
      'id',
      'workspace_id',
      'flow_id',
      'number',
      'document',
      'content_hash',
      'note',
      'created_by',
      'created_at',
    ),
  },
  flow_snapshots: {
    cells: {
      select: READ_BY_MEMBERS,
      insert: row('refused', 'refused', 'refused', 'allowed', 'allowed', 'allowed'),
      update: SERVER_ONLY,
      delete: SERVER_ONLY,
      'insert-foreign': SERVER_ONLY,
      move: NOBODY,
      'foreign-parent': row('refused', 'blocked', 'refused', 'blocked', 'blocked', 'blocked'),
    },
    columns: {
      select: ['id', 'workspace_id', 'flow_id', 'side', 'document', 'created_by', 'created_at'],
      insert: ['workspace_id', 'flow_id', 'side', 'document'],
      update: [],
    },
  },
  phone_numbers: {
    cells: { ...SERVER_WRITES, 'foreign-parent': SERVER_BLOCKED },
    columns: readable(
      'id',
      'workspace_id',
      'number',
      'label',
      'provider',
      'state',
      'elsewhere',
      'flow_id',
      'deployment_id',
      'created_at',
      'diverted_since',
      'limit_language',
      'limit_message',
      'removal_due_at',
      'removed_at',
      'credential_id',
    ),
  },
  number_imports: {
    cells: { ...SERVER_WRITES, select: SERVER_ONLY },
    columns: NO_COLUMNS,
  },
  number_schedules: {
    cells: { ...SERVER_WRITES, 'foreign-parent': SERVER_BLOCKED },
    columns: readable(
      'id',
      'workspace_id',
      'phone_number_id',
      'position',
      'hours_id',
      'flow_id',
      'words',
      'words_deployment_id',
      'created_at',
    ),
  },
  forwardings: {
    cells: { ...SERVER_WRITES, 'foreign-parent': SERVER_BLOCKED },
    columns: readable(
      'id',
      'workspace_id',
      'phone_number_id',
      'own_number',
      'operator',
      'line',
      'mode',
      'seconds',
      'tested_from',
      'verified_at',
      'created_at',
    ),
  },
  deployments: {
    cells: { ...SERVER_WRITES, 'foreign-parent': SERVER_BLOCKED },
    columns: readable(
      'id',
      'workspace_id',
      'flow_id',
      'version_id',
      'phone_number_id',
      'state',
      'purpose',
      'manifest',
      'error',
      'drift',
      'created_by',
      'created_at',
      'finished_at',
    ),
  },
  deployment_steps: {
    cells: { ...SERVER_WRITES, 'foreign-parent': SERVER_BLOCKED },
    columns: readable(
      'id',
      'workspace_id',
      'deployment_id',
      'position',
      'kind',
      'name',
      'state',
      'started_at',
      'finished_at',
      'error',
    ),
  },
  vapi_resources: {
    cells: { ...SERVER_WRITES, select: SERVER_ONLY },
    columns: NO_COLUMNS,
  },
  calls: {
    cells: { ...SERVER_WRITES, 'foreign-parent': SERVER_BLOCKED },
    columns: readable(
      'id',
      'workspace_id',
      'flow_id',
      'version_id',
      'deployment_id',
      'phone_number_id',
      'caller',
      'status',
      'ended_reason',
      'started_at',
      'ended_at',
      'outcome',
      'information',
      'path',
      'cost',
      'created_at',
      'updated_at',
      'words_erased_at',
      'information_erased_at',
      'reached_goal',
      'hidden_at',
    ),
  },
  call_turns: {
    // Read by `read_call_words` alone, which notes who did.
    cells: { ...SERVER_WRITES, select: SERVER_ONLY, 'foreign-parent': SERVER_BLOCKED },
    columns: NO_COLUMNS,
  },
  call_questions: {
    // Read by `read_questions` alone, which notes who did.
    cells: { ...SERVER_WRITES, select: SERVER_ONLY, 'foreign-parent': SERVER_BLOCKED },
    columns: NO_COLUMNS,
  },
  settled_questions: {
    cells: { ...SERVER_WRITES, select: SERVER_ONLY, 'foreign-parent': SERVER_BLOCKED },
    columns: NO_COLUMNS,
  },
  call_events: {
    // The server may give a quarantined event its workspace; one that belongs to a call stays with that call.
    cells: { ...SERVER_WRITES, select: SERVER_ONLY, move: SERVER_BLOCKED, 'foreign-parent': SERVER_BLOCKED },
    columns: NO_COLUMNS,
  },
  secrets: {
    // What is sealed in them is nobody's to read: members see names and dates.
    cells: { ...SERVER_WRITES },
    columns: readable('workspace_id', 'name', 'created_at', 'updated_at'),
  },
  runtime_requests: {
    cells: { ...SERVER_WRITES, select: SERVER_ONLY },
    columns: NO_COLUMNS,
  },
  budgets: {
    cells: { ...SERVER_WRITES, select: SERVER_ONLY },
    columns: NO_COLUMNS,
  },
  activity: {
    // Written by triggers alone, and never changed: not by the server either.
    cells: {
      select: SERVER_ONLY,
      insert: NOBODY,
      update: NOBODY,
      delete: NOBODY,
      'insert-foreign': NOBODY,
      move: NOBODY,
    },
    columns: NO_COLUMNS,
  },
  usage: {
    cells: { ...SERVER_WRITES },
    columns: readable('workspace_id', 'month', 'calls', 'seconds', 'cost'),
  },
  spending_limits: {
    // One a workspace: a second one meets the first.
    cells: { ...SERVER_WRITES, insert: SERVER_BLOCKED, 'insert-foreign': SERVER_BLOCKED },
    columns: readable('workspace_id', 'unit', 'most', 'language', 'message', 'transfer_to', 'updated_at'),
  },
  limit_answers: {
    cells: { ...SERVER_WRITES, select: SERVER_ONLY },
    columns: NO_COLUMNS,
  },
  test_calls: {
    cells: { ...SERVER_WRITES, select: SERVER_ONLY, 'foreign-parent': SERVER_BLOCKED },
    columns: NO_COLUMNS,
  },
  browser_links: {
    cells: { ...SERVER_WRITES, select: SERVER_ONLY, 'foreign-parent': SERVER_BLOCKED },
    columns: NO_COLUMNS,
  },
  link_calls: {
    cells: { ...SERVER_WRITES, select: SERVER_ONLY, 'foreign-parent': SERVER_BLOCKED },
    columns: NO_COLUMNS,
  },
  alert_channels: {
    // The address of somebody who may be no member, and a sealed secret.
    cells: { ...SERVER_WRITES, select: SERVER_ONLY, 'foreign-parent': SERVER_BLOCKED },
    columns: NO_COLUMNS,
  },
  alerts: {
    cells: { ...SERVER_WRITES },
    columns: readable('id', 'workspace_id', 'kind', 'level', 'told', 'began_at', 'over_at'),
  },
  alert_deliveries: {
    cells: { ...SERVER_WRITES, select: SERVER_ONLY, 'foreign-parent': SERVER_BLOCKED },
    columns: NO_COLUMNS,
  },
  bookings: {
    cells: {
      ...SERVER_WRITES,
      update: row('refused', 'nothing', 'nothing', 'allowed', 'allowed', 'allowed'),
      'foreign-parent': SERVER_BLOCKED,
    },
    columns: {
      select: [
        'id',
        'workspace_id',
        'flow_id',
        'call_id',
        'node_id',
        'service',
        'calendar',
        'starts_at',
        'ends_at',
        'time_zone',
        'name',
        'phone',
        'state',
        'created_at',
        'updated_at',
      ],
      insert: [],
      update: ['state'],
    },
  },
  calendars: {
    cells: {
      select: READ_BY_MEMBERS,
      insert: row('refused', 'refused', 'refused', 'allowed', 'allowed', 'allowed'),
      update: SERVER_ONLY,
      delete: SERVER_ONLY,
      'insert-foreign': SERVER_ONLY,
      move: NOBODY,
    },
    columns: {
      select: ['workspace_id', 'name', 'created_at'],
      insert: ['workspace_id', 'name'],
      update: [],
    },
  },
  former_calendars: {
    cells: { ...SERVER_WRITES, 'foreign-parent': SERVER_BLOCKED },
    columns: readable('workspace_id', 'name', 'calendar', 'changed_at'),
  },
  calendar_feeds: {
    // One a workspace: whoever may open a second one meets the first.
    cells: {
      select: row('refused', 'nothing', 'nothing', 'allowed', 'allowed', 'allowed'),
      insert: row('refused', 'refused', 'refused', 'blocked', 'blocked', 'blocked'),
      update: SERVER_ONLY,
      delete: row('refused', 'nothing', 'nothing', 'allowed', 'allowed', 'allowed'),
      'insert-foreign': SERVER_BLOCKED,
      move: NOBODY,
    },
    columns: { select: ['workspace_id', 'token', 'created_at'], insert: ['workspace_id'], update: [] },
  },
  objections: {
    cells: {
      select: READ_BY_MEMBERS,
      insert: row('refused', 'refused', 'refused', 'refused', 'allowed', 'allowed'),
      update: SERVER_ONLY,
      delete: row('refused', 'nothing', 'nothing', 'nothing', 'allowed', 'allowed'),
      'insert-foreign': SERVER_ONLY,
      move: NOBODY,
    },
    columns: {
      select: ['workspace_id', 'number', 'created_at'],
      insert: ['workspace_id', 'number'],
      update: [],
    },
  },
  messages: {
    cells: { ...SERVER_WRITES, 'foreign-parent': SERVER_BLOCKED },
    columns: readable(
      'id',
      'workspace_id',
      'flow_id',
      'call_id',
      'node_id',
      'channel',
      'recipient',
      'subject',
      'text',
      'state',
      'error',
      'created_at',
      'sent_at',
    ),
  },
  test_cases: {
    cells: {
      select: READ_BY_MEMBERS,
      insert: row('refused', 'refused', 'refused', 'allowed', 'allowed', 'allowed'),
      update: row('refused', 'nothing', 'nothing', 'allowed', 'allowed', 'allowed'),
      delete: row('refused', 'nothing', 'nothing', 'allowed', 'allowed', 'allowed'),
      'insert-foreign': SERVER_ONLY,
      move: NOBODY,
      'foreign-parent': row('refused', 'blocked', 'refused', 'blocked', 'blocked', 'blocked'),
    },
    columns: {
      select: [
        'id',
        'workspace_id',
        'flow_id',
        'call_id',
        'body',
        'result',
        'created_by',
        'created_at',
        'updated_at',
      ],
      insert: ['id', 'workspace_id', 'flow_id', 'call_id', 'body', 'result'],
      update: ['body', 'result'],
    },
  },
};
