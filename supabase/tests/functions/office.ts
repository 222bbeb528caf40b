/**
 * The Edge Functions with everything around them, in this process: a fresh database with Auth and REST, the Vapi
 * sandbox with its telephone line, and its webhooks led back to our handler. Only time is ours to move.
 */
import type { SupabaseClient } from '@supabase/supabase-js';
import type { FlowDocument } from '../../../src/flow/document.ts';
import type { DeploymentAnswer, NumberAnswer } from '../../../src/publish/wire.ts';
import { templates } from '../../../src/templates/registry.ts';
import { refereed } from '../../../src/vapi/contract/testing/referee.ts';
import { createSandbox, type Sandbox } from '../../../src/vapi/sandbox/sandbox.ts';
import { createDeps, type Deps } from '../../functions/_shared/deps.ts';
import type { LogLine } from '../../functions/_shared/log.ts';
import { createOutbound } from '../../functions/_shared/outbound.ts';
import { handle as handleApi } from '../../functions/api/handler.ts';
import { handle as handleCron } from '../../functions/cron/handler.ts';
import { handle as handleRuntime } from '../../functions/runtime/handler.ts';
import { handle as handleWebhook } from '../../functions/vapi-webhook/handler.ts';
import { secretsOf } from '../../local/functions.ts';
import { type FreshStack, freshStack, type SignedUp } from '../stack/harness.ts';

export const ORIGIN = 'http://app.test';

type Fetch = typeof globalThis.fetch;

export interface Worker extends SignedUp {
  readonly workspace: string;
}

export interface Office {
  readonly stack: FreshStack;
  readonly deps: Deps;
  readonly sandbox: Sandbox;
  readonly log: readonly LogLine[];
  /** Secrets of the environment that the functions were given. */
  readonly environment: Readonly<Record<string, string>>;
  /** Milliseconds by which the functions' and the sandbox's clock is ahead. */
  wait(milliseconds: number): void;
  /** Replaces what reaches Vapi, until it is given null. */
  interceptVapi(fetch: ((request: Request, pass: () => Promise<Response>) => Promise<Response>) | null): void;
  /** Replaces what becomes of Vapi's webhooks, until it is given null. */
  interceptWebhooks(handle: ((request: Request) => Promise<Response>) | null): void;
  hire(email?: string): Promise<Worker>;
  /** Without a worker, nobody is signed in. A form is sent as one, anything else as JSON. */
  ask(
    worker: Worker | null,
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<Response>;
  webhook(request: Request): Promise<Response>;
  /** What Vapi asks of us, by its whole address: webhooks and tools. */
  atFunctions(request: Request): Promise<Response>;
  /** Past whatever intercepts webhooks. */
  webhookAsIs(request: Request): Promise<Response>;
  /** The port of this machine that a name leads to, for requests of flows. */
  localHost(name: string, port: number): void;
  cron(secret?: string): Promise<Response>;
  line(path: string, body: unknown): Promise<{ callId: string; said: string[]; ended: boolean }>;
  close(): Promise<void>;
}

/** `environment`: further secrets of the functions, as somebody sets them. `mostKept`: as many calls are kept by the sandbox. */
export async function openOffice(
  more: { readonly environment?: Record<string, string>; readonly mostKept?: number } = {},
): Promise<Office> {
  const stack = await freshStack();
  let ahead = 0;
  let vapiInterceptor: ((request: Request, pass: () => Promise<Response>) => Promise<Response>) | null = null;
  let webhookInterceptor: ((request: Request) => Promise<Response>) | null = null;
  const now = () => Date.now() + ahead;
  const log: LogLine[] = [];
  const installed = secretsOf({
    origin: stack.url,
    secrets: stack.secrets,
    vapi: {
      baseUrl: 'http://127.0.0.1:8787',
      apiKey: stack.secrets.vapiApiKey,
      webhookSecret: stack.secrets.webhookSecret,
      webhookCredentialId: stack.secrets.webhookCredentialId,
      publicFunctionsUrl: `${ORIGIN}/functions/v1`,
    },
  });
  const environment = { ...installed, ...more.environment };
  const webhook = (request: Request) =>
    (webhookInterceptor ?? ((each) => handleWebhook(each, deps)))(request);
  const atFunctions = (request: Request) => {
    const { pathname, origin } = new URL(request.url);
    const path = pathname.replace(/^\/functions\/v1/, '');
    return path.startsWith('/runtime/')
      ? handleRuntime(new Request(`${origin}${path}`, request), deps)
      : webhook(request);
  };
  const localHosts = new Map<string, number>();
  const sandbox = createSandbox({
    key: stack.secrets.vapiApiKey,
    webhookSecret: stack.secrets.webhookSecret,
    webhookCredentialId: stack.secrets.webhookCredentialId,
    appUrl: ORIGIN,
    now,
    ...(more.mostKept === undefined ? {} : { mostKept: more.mostKept }),
    fetch: (url, init) => atFunctions(new Request(url, init)),
  });
  const askVapi = refereed(sandbox.fetch, { always: true });
  const vapiFetch: Fetch = (input, init) => {
    const request = new Request(input, init);
    const pass = () => askVapi(request);
    return vapiInterceptor ? vapiInterceptor(request, pass) : pass();
  };
  const deps = createDeps((name: string) => ({ ...environment, APP_ORIGINS: ORIGIN })[name], {
    fetch: stack.fetch,
    vapiFetch,
    clock: {
      now,
      sleep: async (milliseconds) => {
        ahead += milliseconds;
      },
    },
    log: (line) => log.push(line),
    outbound: createOutbound({ localHosts }),
  });
  return {
    stack,
    deps,
    sandbox,
    log,
    environment,
    wait: (milliseconds) => {
      ahead += milliseconds;
    },
    interceptVapi: (interceptor) => {
      vapiInterceptor = interceptor;
    },
    interceptWebhooks: (interceptor) => {
      webhookInterceptor = interceptor;
    },
    hire: async (email) => {
      const person = await stack.signUp(email);
      return { ...person, workspace: await workspaceOf(person.client) };
    },
    ask: (worker, method, path, body) => {
      const isJson = body !== undefined && !(body instanceof FormData);
      const headers = new Headers(isJson ? { 'content-type': 'application/json' } : {});
      if (worker) headers.set('authorization', `Bearer ${worker.session.access_token}`);
      const sent = body instanceof FormData ? { body } : isJson ? { body: JSON.stringify(body) } : {};
      const init = { method, headers, ...sent };
      return handleApi(new Request(`${ORIGIN}/api${path}`, init), deps);
    },
    webhook,
    atFunctions,
    webhookAsIs: (request) => handleWebhook(request, deps),
    localHost: (name, port) => localHosts.set(name, port),
    cron: (secret = stack.secrets.cronSecret) => {
      const headers = { authorization: `Bearer ${secret}` };
      return handleCron(new Request(`${ORIGIN}/cron`, { method: 'POST', headers }), deps);
    },
    line: async (path, body) => {
      const init = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      };
      const response = await sandbox.fetch(new Request(`http://127.0.0.1:8787/sandbox/line${path}`, init));
      await sandbox.settled();
      return (await response.json()) as { callId: string; said: string[]; ended: boolean };
    },
    close: () => stack.close(),
  };
}

async function workspaceOf(client: SupabaseClient): Promise<string> {
  const { data, error } = await client.from('workspaces').select('id').single();
  if (error) throw error;
  return (data as { id: string }).id;
}

/** Somebody who may look at the worker's workspace, and no more. */
export async function hireViewer(office: Office, { workspace }: Worker): Promise<Worker> {
  const guest = await office.hire();
  await office.stack.sql`insert into members (workspace_id, user_id, role)
    values (${workspace}, ${guest.userId}, 'viewer')`;
  return { ...guest, workspace };
}

/** Compiles to a single assistant. */
export function appointmentBooking(language: 'en' | 'fr' = 'en'): FlowDocument {
  return fromTemplate('appointment-booking', language);
}

/** Compiles to a squad. */
export function restaurantReservation(language: 'en' | 'fr' = 'en'): FlowDocument {
  return fromTemplate('restaurant-reservation', language);
}

function fromTemplate(id: string, language: 'en' | 'fr'): FlowDocument {
  const template = templates.find((each) => each.id === id);
  if (!template) throw new Error(`the template ${id} is gone`);
  return template.build(language, { name: 'Reception' });
}

export async function drawFlow(worker: Worker, document: unknown = appointmentBooking()): Promise<string> {
  const { data, error } = await worker.client
    .from('flows')
    .insert({ workspace_id: worker.workspace, name: 'Reception', document })
    .select('id')
    .single();
  if (error) throw error;
  return (data as { id: string }).id;
}

/** A number that rings, from the sandbox. */
export async function getNumber(office: Office, worker: Worker): Promise<NumberAnswer> {
  const response = await office.ask(worker, 'POST', '/numbers/test', { workspaceId: worker.workspace });
  if (!response.ok) throw new Error(`no number: ${await response.text()}`);
  office.wait(5_000);
  return (await response.json()) as NumberAnswer;
}

/** Publishes as the browser does: start, then advance until it is finished. */
export async function publishFlow(
  office: Office,
  worker: Worker,
  flowId: string,
  numberId: string,
  revision = 1,
): Promise<DeploymentAnswer> {
  const started = await office.ask(worker, 'POST', '/publications', { flowId, numberId, revision });
  if (!started.ok) throw new Error(`not started: ${await started.text()}`);
  let deployment = (await started.json()) as DeploymentAnswer;
  for (let round = 0; deployment.state === 'running' && round < 20; round++) {
    const advanced = await office.ask(worker, 'POST', `/publications/${deployment.id}/advance`);
    if (!advanced.ok) throw new Error(`not advanced: ${await advanced.text()}`);
    deployment = (await advanced.json()) as DeploymentAnswer;
  }
  return deployment;
}
