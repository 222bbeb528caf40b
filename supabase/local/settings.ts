/** Where the local stack lives: folder, ports and, on demand, a real Vapi account. Starts nothing. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { modelSettings } from '../../src/vapi/sandbox/model/model-settings.ts';
import type { OpenAiOptions } from '../../src/vapi/sandbox/model/open-ai.ts';
import { LocalProblem } from './problem.ts';

export const PROJECT_ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A real Vapi account instead of the sandbox. */
export interface VapiAccount {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly webhookSecret: string;
  readonly webhookCredentialId: string;
  /** The address below which Vapi reaches our functions: a tunnel to this machine. */
  readonly publicFunctionsUrl: string;
}

export interface LocalSettings {
  readonly dataFolder: string;
  readonly port: number;
  readonly sandboxPort: number;
  readonly vapi: VapiAccount | null;
  /** Names that flows may ask over http on this machine, `name=port` with commas between; heeded with the sandbox only. */
  readonly localHosts: string;
  /** The language model that plays in the sandbox; null: the scripted one. */
  readonly model: OpenAiOptions | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Names are prefixed so that no key lying about in somebody's shell is used by accident. */
export function readSettings(environment: Environment = process.env): LocalSettings {
  return {
    dataFolder: resolve(PROJECT_ROOT, environment.ALLOKOLI_DATA_DIR ?? '.local'),
    port: readPort(environment, 'ALLOKOLI_PORT', 5173),
    sandboxPort: readPort(environment, 'ALLOKOLI_SANDBOX_PORT', 8787),
    vapi: readVapi(environment),
    localHosts: environment.ALLOKOLI_LOCAL_HOSTS ?? '',
    model: readModel(environment),
  };
}

function readPort(environment: Environment, name: string, usual: number): number {
  const text = environment[name];
  if (text === undefined || text === '') return usual;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new LocalProblem(`${name} is "${text}", which is not a port. It must be a number from 1 to 65535.`);
}

function readModel(environment: Environment): OpenAiOptions | null {
  const model = modelSettings(environment);
  if (model.ok) return model.value;
  throw new LocalProblem(model.failure);
}

function readVapi(environment: Environment): VapiAccount | null {
  const apiKey = environment.ALLOKOLI_VAPI_API_KEY;
  if (!apiKey) return null;
  const need = (name: string) => {
    const value = environment[name];
    if (value) return value;
    throw new LocalProblem(
      `ALLOKOLI_VAPI_API_KEY is set, so ${name} must be set too. The README says what each is.`,
    );
  };
  return {
    apiKey,
    baseUrl: environment.ALLOKOLI_VAPI_BASE_URL || 'https://api.vapi.ai',
    webhookSecret: need('ALLOKOLI_VAPI_WEBHOOK_SECRET'),
    webhookCredentialId: need('ALLOKOLI_VAPI_WEBHOOK_CREDENTIAL_ID'),
    publicFunctionsUrl: need('ALLOKOLI_PUBLIC_FUNCTIONS_URL'),
  };
}
