/** Keeps one Deno process with all Edge Functions running, and starts it anew when their code changes. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readConfig } from './config.ts';
import { DENO_OPTIONS, spawnDeno } from './deno.ts';
import { type LocalSecrets, PUBLISHABLE_KEY } from './secrets.ts';
import { PROJECT_ROOT, type VapiAccount } from './settings.ts';
import { endChild, freePort } from './wait.ts';

export interface FunctionsOptions {
  /** Where Auth and REST answer; also the app's own origin. */
  readonly origin: string;
  readonly secrets: LocalSecrets;
  readonly vapi: VapiAccount;
  /** Names that stand for ports of this machine, `name=port` with commas between. */
  readonly localHosts?: string;
  /** One line of the functions' output at a time. */
  readonly onOutput: (line: string) => void;
  /** For tests: other functions than the project's. */
  readonly folder?: string;
}

export interface RunningFunctions {
  readonly port: number;
  /** Of the present process. */
  readonly pid: number | undefined;
  /** Resolves when the newest process answers; rejects when it cannot start. */
  ready(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const FUNCTIONS_FOLDER = join(PROJECT_ROOT, 'supabase/functions');
const PERMISSIONS = [
  '--allow-net',
  '--allow-env',
  '--allow-read',
  '--no-prompt',
  '--no-check',
  '--unstable-no-legacy-abort',
];

export async function startFunctions(options: FunctionsOptions): Promise<RunningFunctions> {
  const port = await freePort();
  const environment = { ...secretsOf(options), ...runtimeSettings(port, options) };
  let child: ChildProcess;
  let started: Promise<void>;
  const start = () => {
    child = spawnDeno(
      ['run', ...PERMISSIONS, ...DENO_OPTIONS, join(PROJECT_ROOT, 'supabase/local/functions-runtime.ts')],
      environment,
    );
    started = untilReady(child, options.onOutput);
    started.catch(() => {}); // Whoever asks `ready()` is told.
  };
  start();
  let queue: Promise<void> = Promise.resolve();
  return {
    port,
    get pid() {
      return child.pid;
    },
    ready: () => queue.then(() => started),
    restart: () => {
      queue = queue.then(() => endChild(child, 'SIGTERM', 2_000)).then(start);
      return queue;
    },
    stop: () => queue.then(() => endChild(child, 'SIGTERM', 2_000)),
  };
}

/** The names are those that hosted Supabase sets, plus the secrets a person sets with `supabase secrets set`. */
export function secretsOf({
  origin,
  secrets,
  vapi,
  localHosts,
}: Pick<FunctionsOptions, 'origin' | 'secrets' | 'vapi' | 'localHosts'>): Record<string, string> {
  return {
    SUPABASE_URL: origin,
    SUPABASE_ANON_KEY: PUBLISHABLE_KEY,
    SUPABASE_SERVICE_ROLE_KEY: secrets.secretKey,
    SUPABASE_PUBLISHABLE_KEY: PUBLISHABLE_KEY,
    SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: PUBLISHABLE_KEY }),
    SUPABASE_SECRET_KEYS: JSON.stringify({ default: secrets.secretKey }),
    VAPI_BASE_URL: vapi.baseUrl,
    VAPI_API_KEY: vapi.apiKey,
    VAPI_WEBHOOK_SECRET: vapi.webhookSecret,
    VAPI_WEBHOOK_CREDENTIAL_ID: vapi.webhookCredentialId,
    PUBLIC_FUNCTIONS_URL: vapi.publicFunctionsUrl,
    APP_ORIGINS: origin,
    CRON_SECRET: secrets.cronSecret,
    ENCRYPTION_KEYS: secrets.encryptionKeys,
    ...(localHosts ? { LOCAL_HOSTS: localHosts } : {}),
  };
}

function runtimeSettings(port: number, options: FunctionsOptions): Record<string, string> {
  const config = readConfig();
  const folder = options.folder ?? FUNCTIONS_FOLDER;
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  const guarded = entries.filter((entry) => entry.isDirectory() && config.verifyJwt(entry.name));
  return {
    LOCAL_PORT: String(port),
    LOCAL_FUNCTIONS: folder,
    LOCAL_JWT_SECRET: options.secrets.jwtSecret,
    MAIL_CATCHER_URL: `${options.origin}/_mail`,
    LOCAL_VERIFY_JWT: guarded.map((entry) => entry.name).join(','),
  };
}

function untilReady(child: ChildProcess, onOutput: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const listen = (stream: NodeJS.ReadableStream | null) => {
      let rest = '';
      stream?.on('data', (chunk) => {
        const lines = (rest + String(chunk)).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          if (line.startsWith('[functions] ready')) resolve();
          else onOutput(line);
        }
      });
    };
    listen(child.stdout);
    listen(child.stderr);
    child.stdin?.on('error', () => {});
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`The process of the Edge Functions ended (${code ?? 'by a signal'}).`)),
    );
  });
}

/** Floors of `src` that functions import; the browser's own floors do not concern them. */
const WATCHED = /^(supabase\/functions|src\/(lib|vapi|flow|kinds|templates|publish))\/.*\.(ts|json)$/;

/** Whether a change of this file changes what the functions do. */
export function concernsFunctions(file: string): boolean {
  const path = relative(PROJECT_ROOT, file).replaceAll('\\', '/');
  return WATCHED.test(path) && !/\.test\.ts$|^src\/vapi\/sandbox\//.test(path);
}
