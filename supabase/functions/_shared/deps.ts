/** What the functions need of the outside, and how it is made of the environment. Tests pass their own. */
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { type EnvironmentOf, type Fault, findFaults } from '../../../src/environment/faults.ts';
import type { VariableOf } from '../../../src/environment/variables.ts';
import { fail, succeed } from '../../../src/lib/result.ts';
import type { VapiRegion } from '../../../src/publish/connection-wire.ts';
import type { Clock } from '../../../src/publish/ports.ts';
import { createVapiClient } from '../../../src/vapi/client.ts';
import type { VapiApi } from '../../../src/vapi/contract/api.ts';
import type { Server } from '../../../src/vapi/contract/server.ts';
import { type Couriers, couriersOf } from './couriers.ts';
import { type Log, logToConsole } from './log.ts';
import {
  createDownload,
  createOutbound,
  type Download,
  type Outbound,
  type OutboundOptions,
} from './outbound.ts';
import type { RuntimeAddress } from './runtime-target.ts';
import { createSealer, type Sealer } from './sealing.ts';

export interface Settings {
  /** Signs Vapi's webhooks and tool requests; empty: every one is refused. */
  readonly webhookSecret: string;
  /** Accepted too while the secret is being replaced; empty: none. */
  readonly formerWebhookSecret: string;
  /** Shown by whoever calls `cron`; empty: every call is refused. */
  readonly cronSecret: string;
  /** Signs conversation ids that browsers hand back. */
  readonly conversationSecret: string;
  readonly origins: ReadonlySet<string>;
  /** A database that does not answer by then is down, as far as Vapi's webhooks are concerned. Milliseconds. */
  readonly databasePatience: number;
  /** Where Vapi is to send webhooks. */
  readonly server: Server | null;
  /** Where tools reach us during a call; null when Vapi could not, or could not prove who it is. */
  readonly runtime: RuntimeAddress | null;
  /** The same for a workspace with an account of its own; nothing without the credential that signs there. */
  addressesOf(workspace: string, credentialId: string | null): Pick<Settings, 'server' | 'runtime'>;
}

export interface Deps {
  /** Acts as the person whose token it is: row-level security applies. */
  userClient(token: string): SupabaseClient;
  /** Acts as the server: nothing is withheld. Only after a check. */
  readonly service: SupabaseClient;
  /** The installation's account; null when no key is configured. What a workspace uses: `accountOf`. */
  readonly vapi: VapiApi | null;
  /** Another account; null for a region that is not offered here. */
  vapiAt(region: VapiRegion, key: string): VapiApi | null;
  readonly sandbox: boolean;
  /** Asks systems of other people. */
  readonly outbound: Outbound;
  /** Fetches files of other people. */
  readonly download: Download;
  /** Carry messages; null where nobody does. */
  readonly couriers: Couriers;
  /** For what is stored and only functions may read. */
  readonly sealer: Sealer;
  readonly clock: Clock;
  newId(): string;
  readonly log: Log;
  readonly settings: Settings;
  /** What is missing or wrong in the environment without keeping everything from working. */
  readonly faults: readonly Fault[];
}

export type Environment = EnvironmentOf<'functions'>;
type Fetch = typeof globalThis.fetch;

export interface Overrides {
  /** Reaches Supabase. */
  readonly fetch?: Fetch;
  /** Reaches Vapi. */
  readonly vapiFetch?: Fetch;
  readonly outbound?: Outbound;
  readonly download?: Download;
  readonly clock?: Clock;
  readonly log?: Log;
}

/** Vapi's regions are separate houses: a key of one is unknown in the other (reliability §0.10). */
const REGION_URLS = { us: 'https://api.vapi.ai', eu: 'https://api.eu.vapi.ai' } as const;

const REAL_CLOCK: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** Without values: they may be logged, and are told by the health of the service. */
export function faultsOf(environment: Environment): Fault[] {
  const vapiUrl = environment('VAPI_BASE_URL') ?? '';
  return findFaults('functions', environment, {
    isHosted: !URL.canParse(vapiUrl) || !isThisMachine(vapiUrl),
  });
}

/** Throws when the environment leaves no way to work at all (`installation.ts` answers then). */
export function createDeps(environment: Environment, overrides: Overrides = {}): Deps {
  const url = need(environment, 'SUPABASE_URL');
  const publishable =
    firstKey(environment('SUPABASE_PUBLISHABLE_KEYS')) ?? environment('SUPABASE_PUBLISHABLE_KEY');
  const publicKey = publishable ?? need(environment, 'SUPABASE_ANON_KEY');
  const secretKey =
    firstKey(environment('SUPABASE_SECRET_KEYS')) ?? need(environment, 'SUPABASE_SERVICE_ROLE_KEY');
  const auth = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false };
  const global = overrides.fetch ? { fetch: overrides.fetch } : {};
  const vapiUrl = environment('VAPI_BASE_URL') || 'https://api.vapi.ai';
  const vapiKey = environment('VAPI_API_KEY');
  const { vapiFetch } = overrides;
  const client = (baseUrl: string, key: string) =>
    createVapiClient({
      baseUrl,
      key,
      ...(vapiFetch ? { fetch: (input, init) => vapiFetch(input, init) } : {}),
    });
  const reach = reachOf(environment, isThisMachine(vapiUrl));
  const outbound = overrides.outbound ?? createOutbound(reach);
  return {
    userClient: (token) =>
      createClient(url, publicKey, {
        auth,
        // Spelled as the library does: it joins two spellings of one header into nonsense.
        global: { ...global, headers: { Authorization: `Bearer ${token}` } },
      }),
    service: createClient(url, secretKey, { auth, global }),
    vapi: vapiKey ? client(vapiUrl, vapiKey) : null,
    vapiAt: (region, key) => {
      if (region !== 'sandbox') return client(REGION_URLS[region], key);
      return isThisMachine(vapiUrl) ? client(vapiUrl, key) : null;
    },
    sandbox: isThisMachine(vapiUrl),
    outbound,
    download: overrides.download ?? downloadOf(reach, vapiUrl, vapiFetch),
    couriers: couriersOf(environment, isThisMachine(vapiUrl), outbound),
    sealer: createSealer(environment('ENCRYPTION_KEYS') ?? ''),
    clock: overrides.clock ?? REAL_CLOCK,
    newId: () => crypto.randomUUID(),
    log: overrides.log ?? logToConsole,
    faults: faultsOf(environment),
    settings: {
      webhookSecret: environment('VAPI_WEBHOOK_SECRET') ?? '',
      formerWebhookSecret: environment('VAPI_WEBHOOK_SECRET_FORMER') ?? '',
      cronSecret: environment('CRON_SECRET') ?? '',
      conversationSecret: secretKey,
      // The machine of somebody who tries it out may be slow, and the sandbox waits.
      databasePatience: isThisMachine(vapiUrl) ? 8_000 : 1_500,
      origins: new Set(
        (environment('APP_ORIGINS') ?? '')
          .split(',')
          .map((origin) => origin.trim())
          .filter(Boolean),
      ),
      server: webhookServer(environment, environment('VAPI_WEBHOOK_CREDENTIAL_ID') || null),
      runtime: environment('VAPI_WEBHOOK_SECRET')
        ? runtimeAddress(environment, environment('VAPI_WEBHOOK_CREDENTIAL_ID') || null)
        : null,
      addressesOf: (workspace, credentialId) => ({
        // Unsigned messages would be refused one by one.
        server: credentialId ? webhookServer(environment, credentialId, workspace) : null,
        runtime: runtimeAddress(environment, credentialId, workspace),
      }),
    },
  };
}

/** Answered with 4xx a webhook will not get better; anything else is tried again (reliability §0.1). */
function webhookServer(
  environment: Environment,
  credentialId: string | null,
  workspace?: string,
): Server | null {
  const url = publicUrl(environment, below('vapi-webhook', workspace));
  if (!url) return null;
  return {
    url,
    timeoutSeconds: 10,
    ...(credentialId ? { credentialId } : {}),
    backoffPlan: {
      type: 'exponential',
      maxRetries: 8,
      baseDelaySeconds: 1,
      excludedStatusCodes: [400, 401, 403, 404, 405, 413, 422],
    },
  };
}

/** `LOCAL_HOSTS`, `name=port` with commas between, is heeded only where the sandbox stands for Vapi: never on a server. */
function reachOf(environment: Environment, isLocal: boolean): OutboundOptions {
  const own = (['SUPABASE_URL', 'PUBLIC_FUNCTIONS_URL'] as const).flatMap((name) => {
    const url = environment(name);
    return url && URL.canParse(url) ? [new URL(url).hostname] : [];
  });
  const local = [...(environment('LOCAL_HOSTS') ?? '').matchAll(/([a-z0-9.-]+)=(\d{1,5})(?:,|$)/g)];
  return {
    ownHosts: new Set(own),
    ...(isLocal ? { localHosts: new Map(local.map(([, name = '', port]) => [name, Number(port)])) } : {}),
  };
}

/** The sandbox keeps its files on this machine, where nobody else is asked for any. */
function downloadOf(reach: OutboundOptions, vapiUrl: string, given: Fetch = fetch): Download {
  const download = createDownload(reach);
  if (!isThisMachine(vapiUrl)) return download;
  const { origin } = new URL(vapiUrl);
  return async (request) => {
    if (new URL(request.url).origin !== origin) return download(request);
    const answer = await given(request.url, { signal: AbortSignal.timeout(request.milliseconds) });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (bytes.byteLength > request.most) return fail({ code: 'too-large' });
    return succeed({ status: answer.status, type: answer.headers.get('content-type'), bytes });
  };
}

/** Without a secret and the credential that signs with it every request would be refused: better that no step asks. */
function runtimeAddress(
  environment: Environment,
  credentialId: string | null,
  workspace?: string,
): RuntimeAddress | null {
  if (!publicUrl(environment, '') || !credentialId) return null;
  return {
    credentialId,
    url: (endpoint) => publicUrl(environment, below(`runtime/${endpoint}`, workspace)) ?? '',
  };
}

/** A workspace with its own account has its own addresses, and its own secret behind them. */
function below(path: string, workspace: string | undefined): string {
  return workspace === undefined ? path : `${path}/${workspace}`;
}

/** Where Vapi reaches a function; null when nothing says so. */
function publicUrl(environment: Environment, path: string): string | null {
  const base = environment('PUBLIC_FUNCTIONS_URL');
  if (!base) return null;
  const url = new URL(`${base.replace(/\/+$/, '')}/${path}`);
  // Without it a request is carried out wherever Vapi's servers stand, not where the data may be.
  const region = environment('REGION');
  if (region) url.searchParams.set('forceFunctionRegion', region);
  return url.href;
}

function need(environment: Environment, name: VariableOf<'functions'>): string {
  const value = environment(name);
  if (!value) throw new Error(`The environment of the Edge Functions has no ${name}.`);
  return value;
}

/** Hosted Supabase gives keys as a JSON object of names and keys. */
function firstKey(json: string | undefined): string | undefined {
  if (!json) return undefined;
  const keys: unknown = Object.values(JSON.parse(json) as object)[0];
  return typeof keys === 'string' ? keys : undefined;
}

/** The sandbox runs on the machine of whoever tries AlloKoli; Vapi never does. */
function isThisMachine(url: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
}
