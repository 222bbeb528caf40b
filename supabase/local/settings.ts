/** Where the local stack lives: folder, ports and, on demand, a real Vapi account. Starts nothing. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFaults, sayFaults } from '../../src/environment/faults.ts';
import type { VariableOf } from '../../src/environment/variables.ts';
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

type Environment = Readonly<Partial<Record<VariableOf<'start'>, string>>>;

/** Names are prefixed so that no key lying about in somebody's shell is used by accident. Every fault is told at once. */
export function readSettings(environment: Environment = process.env): LocalSettings {
  const faults = findFaults('start', (name) => environment[name]);
  if (faults.length > 0) throw new LocalProblem(sayFaults(faults));
  return {
    dataFolder: resolve(PROJECT_ROOT, environment.ALLOKOLI_DATA_DIR || '.local'),
    port: Number(environment.ALLOKOLI_PORT || 5173),
    sandboxPort: Number(environment.ALLOKOLI_SANDBOX_PORT || 8787),
    vapi: readVapi(environment),
    localHosts: environment.ALLOKOLI_LOCAL_HOSTS ?? '',
    model: readModel(environment),
  };
}

function readModel(environment: Environment): OpenAiOptions | null {
  const model = modelSettings(environment);
  if (model.ok) return model.value;
  throw new LocalProblem(model.failure);
}

/** Without the key nothing else of it counts; with it, all of it is there: `readSettings` looked. */
function readVapi(environment: Environment): VapiAccount | null {
  const apiKey = environment.ALLOKOLI_VAPI_API_KEY;
  if (!apiKey) return null;
  return {
    apiKey,
    baseUrl: environment.ALLOKOLI_VAPI_BASE_URL || 'https://api.vapi.ai',
    webhookSecret: environment.ALLOKOLI_VAPI_WEBHOOK_SECRET ?? '',
    webhookCredentialId: environment.ALLOKOLI_VAPI_WEBHOOK_CREDENTIAL_ID ?? '',
    publicFunctionsUrl: environment.ALLOKOLI_PUBLIC_FUNCTIONS_URL ?? '',
  };
}
