/**
 * Vapi on this machine: the part of its API that the product uses, with the same strictness, and a telephone line.
 * `Request` in, `Response` out; knows no ports of the machine and no files.
 */
import { Hono } from 'hono';
import { refuse } from './answers.ts';
import { createCampaigns } from './campaigns.ts';
import { createFaults } from './control/fault.ts';
import { type Controls, controlRoutes } from './control/routes.ts';
import { suffer, type Wire } from './control/suffer.ts';
import { createWeather } from './control/weather.ts';
import type { Desk } from './desk.ts';
import { lineRoutes } from './line.ts';
import type { Model } from './model/model.ts';
import { scriptedModel } from './model/scripted.ts';
import { seededIds } from './ports.ts';
import { analyticsRoutes } from './routes/analytics.ts';
import { callRoutes } from './routes/calls.ts';
import { campaignRoutes } from './routes/campaigns.ts';
import { chatRoutes } from './routes/chats.ts';
import { credentialRoutes } from './routes/credentials.ts';
import { fileRoutes } from './routes/files.ts';
import { checkQuery } from './routes/filters.ts';
import { knowledgeBaseRoutes } from './routes/knowledge-bases.ts';
import { phoneNumberPages, phoneNumberRoutes, seedNumber } from './routes/phone-numbers.ts';
import { resourceRoutes } from './routes/resources.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { simulationRoutes } from './routes/simulations.ts';
import { structuredOutputRoutes } from './routes/structured-outputs.ts';
import { surroundings } from './running-call.ts';
import type { Conversation } from './runtime/conversation.ts';
import { createRender } from './runtime/liquid.ts';
import type { ToolRequest } from './runtime/outside.ts';
import { type JsonRecord, textOf } from './runtime/record.ts';
import { storageRoutes } from './storage.ts';
import { createStore, emptyState, type State } from './store.ts';
import { createWebhooks, isNear, type Webhooks } from './webhooks.ts';

export interface SandboxOptions {
  /** The private key that the API wants; the telephone line wants none. */
  readonly key: string;
  readonly webhookSecret?: string;
  /** Servers with this `credentialId` get signed webhooks. */
  readonly webhookCredentialId?: string;
  /** Where the app runs: besides this machine the only place that webhooks are sent to. */
  readonly appUrl?: string;
  /** Data to begin with; it is changed in place. */
  readonly state?: State;
  /** Told after every change of the data. */
  readonly changed?: () => void;
  /** Resolves when all changes are safe; awaited before a change is answered. */
  readonly saved?: () => Promise<void>;
  /** As many calls and chats are kept, for the sake of memory; Vapi forgets by age alone. */
  readonly mostKept?: number;
  /** The same ids on every run; without a seed ids are random. */
  readonly seed?: number;
  readonly now?: () => number;
  readonly fetch?: (input: string, init: RequestInit) => Promise<Response>;
  readonly model?: Model;
}

export interface Sandbox {
  /** `wire` is the connection, where there is one: some faults cut it. */
  fetch(request: Request, wire?: Wire): Promise<Response>;
  /** Resolves when no webhook is on its way any more. */
  settled(): Promise<void>;
}

export function createSandbox(options: SandboxOptions): Sandbox {
  const { desk, controls } = createDesk(options);
  seedNumber(desk);
  const bringCampaignsUpToDate = createCampaigns(desk);
  const app = new Hono();

  app.use(async (context, next) => {
    await next();
    context.res.headers.set('x-allokoli-sandbox', '1');
  });
  app.use(async (_, next) => {
    desk.store.forgetOld(desk.now());
    await bringCampaignsUpToDate();
    await next();
  });
  app.get('/', (context) => context.json({ sandbox: true, name: 'AlloKoli sandbox of the Vapi API' }));
  app.route('/sandbox/line', lineRoutes(desk));
  app.route('/sandbox/storage', storageRoutes(desk));

  app.use(async (context, next) => {
    if (context.req.header('authorization') !== `Bearer ${options.key}`)
      return refuse(context, 401, 'Invalid Key.');
    await next();
    // What somebody builds upon is safe before it is answered; a chat may be lost with a crash.
    if (context.req.method !== 'GET' && context.req.path !== '/chat') await options.saved?.();
    return undefined;
  });
  app.route('/sandbox/control', controlRoutes(desk, controls));
  app.get('*', checkQuery);
  for (const kind of ['assistant', 'squad', 'tool'] as const)
    app.route(`/${kind}`, resourceRoutes(kind, desk));
  app.route('/file', fileRoutes(desk));
  app.route('/v2/knowledge-base', knowledgeBaseRoutes(desk));
  app.route('/phone-number', phoneNumberRoutes(desk));
  app.route('/v2/phone-number', phoneNumberPages(desk));
  app.route('/credential', credentialRoutes(desk));
  app.route('/call', callRoutes(desk));
  app.route('/chat', chatRoutes(desk));
  app.route('/campaign', campaignRoutes(desk, 'v1'));
  app.route('/v2/campaign', campaignRoutes(desk, 'v2'));
  app.route('/analytics', analyticsRoutes(desk));
  app.route('/session', sessionRoutes(desk));
  app.route('/structured-output', structuredOutputRoutes(desk));
  app.route('/eval/simulation/run', simulationRoutes(desk));
  app.notFound((context) =>
    refuse(context, 404, `Cannot ${context.req.method} ${new URL(context.req.url).pathname}`),
  );

  const carryOut = async (request: Request) => app.fetch(request);
  return {
    fetch: (request, wire) => {
      const { pathname } = new URL(request.url);
      const fault = pathname.startsWith('/sandbox/') ? null : controls.faults.next(request.method, pathname);
      return fault ? suffer(fault, request, () => carryOut(request), wire ?? null) : carryOut(request);
    },
    settled: desk.webhooks.settled,
  };
}

function createDesk(options: SandboxOptions): { desk: Desk; controls: Controls } {
  const clock = options.now ?? Date.now;
  let ahead = 0;
  const now = () => clock() + ahead;
  const controls: Controls = {
    faults: createFaults(),
    weather: createWeather(),
    advance: (milliseconds) => {
      ahead += milliseconds;
    },
  };
  const send = options.fetch ?? ((input: string, init: RequestInit) => fetch(input, init));
  const state = options.state ?? emptyState();
  const store = createStore(state, options.changed ?? (() => undefined), options.mostKept);
  const newId = options.seed === undefined ? () => crypto.randomUUID() : seededIds(options.seed, state);
  const appOrigin =
    options.appUrl && URL.canParse(options.appUrl) ? new URL(options.appUrl).origin : undefined;
  const webhooks = createWebhooks({
    secret: options.webhookSecret ?? '',
    credentialId: options.webhookCredentialId ?? '',
    ...(appOrigin === undefined ? {} : { appOrigin }),
    now,
    fetch: send,
    weather: controls.weather,
  });
  const render = createRender(now);
  const line: Desk['line'] = { answersTransfers: true, silentNumbers: [] };
  const desk: Desk = {
    now,
    newId,
    store,
    webhooks,
    line,
    inTurn: createTurns(),
    listLag: () => controls.faults.listLag,
    outside: (memberStarted) => ({
      now,
      newId,
      render,
      model: options.model ?? scriptedModel,
      memberStarted,
      isAnswered: ({ number }) => line.answersTransfers && !line.silentNumbers.includes(textOf(number)),
      fileText: (id) => textOf(store.get('file', id)?.text),
      askServer: (conversation, server, message) =>
        webhooks.ask(server, { ...message, ...aboutCall(desk, conversation) }),
      request: async (request) =>
        isNear(request.url, appOrigin) ? requestNear(send, request, webhooks.signed) : null,
    }),
  };
  return { desk, controls };
}

function aboutCall(desk: Desk, conversation: Conversation): JsonRecord {
  const call = desk.store.get('call', conversation.id);
  return call ? surroundings(desk, call, conversation) : {};
}

async function requestNear(
  send: NonNullable<SandboxOptions['fetch']>,
  { method, url, headers, body, timeoutSeconds, credentialId }: ToolRequest,
  signed: Webhooks['signed'],
): Promise<string | null> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  try {
    const response = await send(url, {
      method,
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
      redirect: 'error',
      headers: {
        ...(text === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
        ...signed(credentialId, text ?? ''),
      },
      ...(text === undefined ? {} : { body: text }),
    });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

/** One task at a time for each key, in the order of asking. */
function createTurns(): Desk['inTurn'] {
  const last = new Map<string, Promise<unknown>>();
  return (key, task) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(task, task);
    last.set(key, mine);
    const done = () => {
      if (last.get(key) === mine) last.delete(key);
    };
    mine.then(done, done);
    return mine;
  };
}
