/**
 * The whole stack of one data folder: Postgres, Auth and REST, Edge Functions, the Vapi sandbox. Answers their paths as
 * a middleware, so that all of it is on the app's own origin. Knows no Vite.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import * as z from 'zod';
import { startSandbox } from '../../src/vapi/sandbox/serve.ts';
import { startCron } from './cron.ts';
import { lockFolder } from './folder-lock.ts';
import { concernsFunctions, type RunningFunctions, startFunctions } from './functions.ts';
import { MIGRATIONS_FOLDER } from './migrations.ts';
import { startPostgres } from './postgres.ts';
import { explain } from './problem.ts';
import { forward, sendJson } from './proxy.ts';
import { type LocalSecrets, readSecrets } from './secrets.ts';
import type { LocalSettings, VapiAccount } from './settings.ts';
import { createStack, type Stack } from './stack.ts';

export interface Services {
  /** Resolves when Auth, REST, functions and sandbox answer; rejects when one cannot start. */
  readonly ready: Promise<void>;
  /** Answers a request that is meant for the stack; false when it is not. Waits until the stack is up. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** To be told of every changed file. */
  fileChanged(file: string): void;
  /** Ends everything, in order; may be called twice. */
  close(): Promise<void>;
}

interface Parts {
  readonly stack: Stack;
  readonly functions: RunningFunctions;
}

export function startServices(settings: LocalSettings, log: (line: string) => void): Services {
  const closers: (() => Promise<void> | void)[] = [];
  const parts = startParts(settings, log, closers);
  const ready = parts.then(({ functions }) => functions.ready());
  ready.catch(() => {}); // Told to whoever waits for it.
  let restartTimer: NodeJS.Timeout | undefined;
  let closed: Promise<void> | undefined;
  return {
    ready,
    handle: (request, response) => {
      const answer = findAnswer(request.url ?? '', settings);
      if (!answer) return false;
      parts
        .then((running) => answer(request, response, running))
        .catch((error) => sendJson(response, 503, { code: 'BOOT_ERROR', message: explain(error) }));
      return true;
    },
    fileChanged: (file) => {
      if (!concernsFunctions(file)) return;
      clearTimeout(restartTimer);
      // Editors write a file in several goes, and a person saves several files at once.
      restartTimer = setTimeout(
        () => void parts.then(({ functions }) => functions.restart()).catch(() => {}),
        40,
      );
    },
    close: () => {
      clearTimeout(restartTimer);
      closed ??= parts.catch(() => {}).then(() => closeAll(closers));
      return closed;
    },
  };
}

async function startParts(
  settings: LocalSettings,
  log: (line: string) => void,
  closers: (() => Promise<void> | void)[],
): Promise<Parts> {
  const origin = `http://127.0.0.1:${settings.port}`;
  closers.push(lockFolder(settings.dataFolder, origin));
  const secrets = readSecrets(settings.dataFolder);
  const vapi = settings.vapi ?? sandboxAccount(settings, secrets, origin);
  const functions = await startFunctions({
    origin,
    secrets,
    vapi,
    localHosts: settings.localHosts,
    onOutput: log,
  });
  closers.push(functions.stop);
  if (settings.vapi === null) {
    const sandbox = await startSandbox({
      port: settings.sandboxPort,
      key: vapi.apiKey,
      webhookSecret: vapi.webhookSecret,
      webhookCredentialId: vapi.webhookCredentialId,
      stateFile: join(settings.dataFolder, 'sandbox.json'),
      appUrl: origin,
      model: settings.model,
    });
    closers.push(sandbox.stop);
  }
  const postgres = await startPostgres(join(settings.dataFolder, 'postgres'), { durable: true });
  let isClosing = false;
  closers.push(() => {
    isClosing = true;
    return postgres.stop();
  });
  void postgres.ended.then(() => {
    if (!isClosing)
      log('The local database ended by itself. Stop with Ctrl-C and start again; what was saved is kept.');
  });
  const stack = await createStack({
    databaseUrl: postgres.url('postgres'),
    secrets,
    siteUrl: origin,
    migrations: MIGRATIONS_FOLDER,
  });
  closers.push(stack.close);
  closers.push(startCron(functions, secrets.cronSecret));
  return { stack, functions };
}

function sandboxAccount(settings: LocalSettings, secrets: LocalSecrets, origin: string): VapiAccount {
  return {
    baseUrl: `http://127.0.0.1:${settings.sandboxPort}`,
    apiKey: secrets.vapiApiKey,
    webhookSecret: secrets.webhookSecret,
    webhookCredentialId: secrets.webhookCredentialId,
    publicFunctionsUrl: `${origin}/functions/v1`,
  };
}

/** The last that was started ends first. One that cannot end must not keep the others from it. */
async function closeAll(closers: (() => Promise<void> | void)[]): Promise<void> {
  for (const close of closers.reverse()) {
    try {
      await close();
    } catch (error) {
      console.error(explain(error));
    }
  }
}

type Answer = (request: IncomingMessage, response: ServerResponse, parts: Parts) => void | Promise<void>;

function findAnswer(url: string, settings: LocalSettings): Answer | null {
  if (url.startsWith('/auth/v1/') || url.startsWith('/rest/v1/')) return answerByStack;
  if (url.startsWith('/functions/v1/')) return answerByFunctions;
  if (url === '/_mail') return answerAsMailbox;
  if (url.startsWith('/sandbox/') && settings.vapi === null) {
    const target = { port: settings.sandboxPort, path: url };
    return (request, response) => forward(request, response, target, 'SANDBOX_UNREACHABLE');
  }
  return null;
}

const MAIL_LIMIT = 100_000;
const mail = z.strictObject({ to: z.string(), subject: z.string(), text: z.string() });

/** Shows the mails that were caught; takes in those of the functions. No other page may send JSON here. */
async function answerAsMailbox(
  request: IncomingMessage,
  response: ServerResponse,
  { stack }: Parts,
): Promise<void> {
  if (request.method !== 'POST') return sendJson(response, 200, stack.mails);
  const isJson = request.headers['content-type'] === 'application/json';
  let text = '';
  for await (const part of request) if (text.length < MAIL_LIMIT) text += String(part);
  const read = mail.safeParse(isJson && text.length < MAIL_LIMIT ? parsed(text) : null);
  if (!read.success) return sendJson(response, 400, {});
  await stack.receiveMail(read.data);
  sendJson(response, 200, {});
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const listeners = new WeakMap<Stack, ReturnType<typeof getRequestListener>>();

async function answerByStack(
  request: IncomingMessage,
  response: ServerResponse,
  { stack }: Parts,
): Promise<void> {
  let listener = listeners.get(stack);
  if (!listener) {
    // Node's own Request and Response stay as they are: the tests of this process compare them.
    listener = getRequestListener((incoming) => stack.fetch(incoming), { overrideGlobalObjects: false });
    listeners.set(stack, listener);
  }
  await listener(request, response);
}

async function answerByFunctions(
  request: IncomingMessage,
  response: ServerResponse,
  parts: Parts,
): Promise<void> {
  // While they start anew after an edit, requests wait instead of failing.
  await parts.functions.ready();
  forward(request, response, { port: parts.functions.port, path: request.url ?? '' }, 'BOOT_ERROR');
}
