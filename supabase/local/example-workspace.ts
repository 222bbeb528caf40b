/**
 * Fills a workspace as a person would over some days: flows from the templates, versions in service, calls that were really played by the
 * sandbox and told by its webhooks. Asks only what a browser asks. Knows no server: everything goes through a given `fetch`.
 */
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { CallLanguage, FlowDocument } from '../../src/flow/document.ts';
import { contentHash } from '../../src/lib/hash.ts';
import {
  type DeploymentAnswer,
  deploymentAnswer,
  type NumberAnswer,
  numberAnswer,
  statusAnswer,
} from '../../src/publish/wire.ts';
import { usageAnswer } from '../../src/publish/workspace-wire.ts';
import { templates } from '../../src/templates/registry.ts';
import type { Template } from '../../src/templates/template.ts';
import { LocalProblem } from './problem.ts';
import { PUBLISHABLE_KEY } from './secrets.ts';

export interface Surroundings {
  /** Where the app is served. */
  readonly origin: string;
  readonly fetch: typeof globalThis.fetch;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly tell: (line: string) => void;
}

export interface Account {
  readonly email: string;
  readonly password: string;
}

export interface Filled {
  readonly flows: number;
  readonly versions: number;
  readonly calls: number;
}

/** The last one stays in service. */
const FLOWS = ['satisfaction-survey', 'callback', 'restaurant-reservation', 'appointment-booking'] as const;
type FlowId = (typeof FLOWS)[number];
const VERSIONS = 2;
const OBJECTED = '+33639980199';

const WORDS = {
  en: {
    workspace: 'Martin Practice',
    more: ' We wish you a pleasant day.',
    limit: 'We have taken all the calls of this month. Please write to us.',
  },
  fr: {
    workspace: 'Cabinet Martin',
    more: ' Nous vous souhaitons une agréable journée.',
    limit: 'Nous avons pris tous les appels de ce mois. Écrivez-nous, s’il vous plaît.',
  },
} as const;

interface Worker {
  readonly around: Surroundings;
  readonly client: SupabaseClient;
  readonly token: string;
  readonly workspace: string;
  readonly language: CallLanguage;
}

/** Whatever is there already is left as it is; what is missing is added, also after an attempt that was cut. */
export async function fillWorkspace(
  around: Surroundings,
  account: Account,
  language: CallLanguage,
): Promise<Filled> {
  await requireSandbox(around);
  const worker = await enter(around, account, language);
  const { client, workspace } = worker;
  await client.from('workspaces').update({ name: WORDS[language].workspace }).eq('id', workspace);
  await setUp(worker);
  const number = await ringingNumber(worker);
  let calls = 0;
  for (const id of FLOWS) calls += await work(worker, id, number);
  const main = await flowNamed(worker, templateOf('appointment-booking'));
  await putInService(worker, main, number.id);
  const count = async (table: string, state: Readonly<Record<string, string>> = {}) => {
    const all = client
      .from(table)
      .select('id', { count: 'exact', head: true })
      .match({ workspace_id: workspace, ...state });
    return (await all).count ?? 0;
  };
  around.tell(calls > 0 ? `${calls} calls were played.` : 'Everything is there already.');
  // Their ends are told by webhooks, which are on their way.
  const expected = FLOWS.reduce((sum, id) => sum + VERSIONS * templateOf(id).callers.length, 0);
  const ended = { status: 'ended' };
  for (let tries = 0; tries < 40 && (await count('calls', ended)) < expected; tries += 1)
    await around.sleep(500);
  return {
    flows: await count('flows'),
    versions: await count('flow_versions'),
    calls: await count('calls', ended),
  };
}

/** Calls to a real account cost money, and real people answer them. */
async function requireSandbox({ fetch, origin }: Surroundings): Promise<void> {
  const answer = await fetch(`${origin}/functions/v1/api/status`).catch(() => null);
  if (!answer?.ok)
    throw new LocalProblem(
      `Nothing answers at ${origin}. Start AlloKoli first, with npm start, and leave it running.`,
    );
  if (!statusAnswer.parse(await answer.json()).sandbox)
    throw new LocalProblem('A real Vapi account is connected. Examples are played in the sandbox only.');
}

async function enter(around: Surroundings, account: Account, language: CallLanguage): Promise<Worker> {
  const auth = { persistSession: false, autoRefreshToken: false };
  const client = createClient(around.origin, PUBLISHABLE_KEY, { auth, global: { fetch: around.fetch } });
  const known = await client.auth.signInWithPassword(account);
  const { data, error } = known.error ? await client.auth.signUp(account) : known;
  if (!data.session)
    throw new LocalProblem(
      `Nobody could be signed in as ${account.email}${error ? ` (${error.message})` : ''}. Does the account have another password?`,
    );
  const found = await client.from('workspaces').select('id').order('created_at').limit(1).single();
  if (found.error) throw new Error(found.error.message);
  const workspace = (found.data as { id: string }).id;
  return { around, client, token: data.session.access_token, workspace, language };
}

async function ask<Answer>(
  { around, token }: Worker,
  method: 'GET' | 'POST',
  path: string,
  schema: { parse(json: unknown): Answer },
  body?: object,
): Promise<Answer> {
  const response = await around.fetch(`${around.origin}/functions/v1/api${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new LocalProblem(`${method} ${path} was refused: ${await response.text()}`);
  return schema.parse(await response.json());
}
const ANYTHING = { parse: (json: unknown) => json };

/** What is set in a workspace besides its flows: a monthly limit, and somebody who does not want to be recorded. */
async function setUp(worker: Worker): Promise<void> {
  const { client, workspace, language } = worker;
  const { limit } = await ask(worker, 'GET', `/usage?workspaceId=${workspace}`, usageAnswer);
  if (limit === null)
    await ask(worker, 'POST', '/usage/limit', ANYTHING, {
      workspaceId: workspace,
      unit: 'minutes',
      most: 600,
      language,
      message: WORDS[language].limit,
      transferTo: null,
    });
  const objections = await client.from('objections').select('number').eq('workspace_id', workspace);
  if (!objections.data?.some(({ number }) => number === OBJECTED))
    await client.from('objections').insert({ workspace_id: workspace, number: OBJECTED });
}

/** A new one takes a moment until it rings. */
async function ringingNumber(worker: Worker): Promise<NumberAnswer> {
  const { workspace, around } = worker;
  let number = await ask(worker, 'POST', '/numbers/test', numberAnswer, { workspaceId: workspace });
  for (let tries = 0; number.state === 'activating' && tries < 60; tries += 1) {
    await around.sleep(1_000);
    const all = await ask(worker, 'GET', `/numbers?workspaceId=${workspace}`, numberAnswer.array());
    number = all.find(({ id }) => id === number.id) ?? number;
  }
  if (number.state !== 'active')
    throw new LocalProblem('The test number does not ring yet. Try again in a minute.');
  return number;
}

function templateOf(id: string): Template {
  const template = templates.find((each) => each.id === id);
  if (!template) throw new Error(`the template ${id} is gone`);
  return template;
}

interface Flow {
  readonly id: string;
  readonly revision: number;
  readonly document: FlowDocument;
}
const FLOW_COLUMNS = 'id, revision, document';

async function flowNamed({ client, workspace, language }: Worker, template: Template): Promise<Flow> {
  const name = template.messages[language].title;
  const found = await client
    .from('flows')
    .select(FLOW_COLUMNS)
    .eq('workspace_id', workspace)
    .eq('name', name)
    .order('created_at')
    .limit(1);
  const [known] = (found.data ?? []) as unknown as Flow[];
  if (known) return known;
  const built = template.build(language, { name: template.messages[language].place });
  const values = { workspace_id: workspace, name, document: { ...built, name } };
  const made = await client.from('flows').insert(values).select(FLOW_COLUMNS).single();
  if (made.error) throw new Error(made.error.message);
  return made.data as unknown as Flow;
}

/** Each version is called by each of the template's callers. Gives back how many calls were made now. */
async function work(worker: Worker, id: FlowId, number: NumberAnswer): Promise<number> {
  const { around, client, workspace, language } = worker;
  const template = templateOf(id);
  const { callers } = template;
  let made = 0;
  for (let version = 1; version <= VERSIONS; version += 1) {
    const flow = await flowNamed(worker, template);
    const { count } = await client
      .from('calls')
      .select('id', { count: 'exact', head: true })
      .eq('workspace_id', workspace)
      .eq('flow_id', flow.id)
      // One that was cut in the middle is no example.
      .eq('status', 'ended');
    const missing = callers.slice(Math.max(0, (count ?? 0) - (version - 1) * callers.length));
    if (missing.length === 0) continue;
    around.tell(`${template.messages[language].title}, version ${version}: ${missing.length} calls`);
    await putInService(worker, version === 1 ? flow : await edited(worker, flow), number.id);
    for (const caller of missing) {
      // Numbers that are nobody's (Arcep keeps them for films): no message reaches anybody, whoever carries it.
      const from = `+3363998${String(FLOWS.indexOf(id) * 10 + callers.indexOf(caller) + 1).padStart(4, '0')}`;
      await call(around, number.number, from, caller.lines[language]);
      made += 1;
    }
  }
  return made;
}

/** What somebody changes after the first calls: its closing words. */
async function edited({ client, language }: Worker, flow: Flow): Promise<Flow> {
  const { more } = WORDS[language];
  const nodes = Object.fromEntries(
    Object.entries(flow.document.nodes).map(([id, node]) => {
      const data = node.data as { readonly closing?: string };
      const isNew = typeof data.closing === 'string' && data.closing !== '' && !data.closing.endsWith(more);
      return [id, isNew ? { ...node, data: { ...data, closing: `${data.closing}${more}` } } : node];
    }),
  );
  const saved = await client
    .from('flows')
    .update({ document: { ...flow.document, nodes } })
    .eq('id', flow.id)
    .eq('revision', flow.revision)
    .select(FLOW_COLUMNS)
    .single();
  if (saved.error) throw new Error(saved.error.message);
  return saved.data as unknown as Flow;
}

async function putInService(worker: Worker, flow: Flow, numberId: string): Promise<void> {
  // One that was cut goes first: a number has one at a time.
  const running = await worker.client
    .from('deployments')
    .select('id')
    .eq('phone_number_id', numberId)
    .eq('state', 'running');
  for (const { id } of (running.data ?? []) as { id: string }[]) await finish(worker, id);
  if (await isInService(worker, flow, numberId)) return;
  const wanted = { flowId: flow.id, numberId, revision: flow.revision };
  const begun = await ask(worker, 'POST', '/publications', deploymentAnswer, wanted);
  const { state, error } = await finish(worker, begun.id);
  if (state !== 'live')
    throw new LocalProblem(`A flow could not be put in service: ${error?.code ?? state}.`);
}

async function finish(worker: Worker, id: string): Promise<DeploymentAnswer> {
  for (let rounds = 0; ; rounds += 1) {
    const deployment = await ask(worker, 'POST', `/publications/${id}/advance`, deploymentAnswer);
    if (deployment.state !== 'running' || rounds === 60) return deployment;
    await worker.around.sleep(200);
  }
}

/** Whether the number answers with just this drawing. */
async function isInService({ client }: Worker, flow: Flow, numberId: string): Promise<boolean> {
  const look = async (table: string, columns: string, id: unknown) => {
    const { data } = await client.from(table).select(columns).eq('id', id).maybeSingle();
    return data as unknown as Readonly<Record<string, unknown>> | null;
  };
  const number = await look('phone_numbers', 'flow_id, deployment_id', numberId);
  if (number?.flow_id !== flow.id || !number.deployment_id) return false;
  const deployment = await look('deployments', 'version_id', number.deployment_id);
  const version = await look('flow_versions', 'content_hash', deployment?.version_id);
  return version?.content_hash === (await contentHash(flow.document));
}

/** Told to the end, or hung up when the caller has nothing more to say. */
async function call(around: Surroundings, to: string, from: string, lines: readonly string[]): Promise<void> {
  const line = async (path: string, body: object) => {
    const response = await around.fetch(`${around.origin}/sandbox/line${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new LocalProblem(`The sandbox did not take a call: ${await response.text()}`);
    return (await response.json()) as { readonly callId: string; readonly ended: boolean };
  };
  let { callId, ended } = await line('/calls', { to, from });
  for (const text of lines) if (!ended) ({ ended } = await line(`/calls/${callId}/say`, { text }));
  if (!ended) await line(`/calls/${callId}/hang-up`, {});
}
