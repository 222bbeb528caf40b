/**
 * Every environment variable that AlloKoli reads, in one place: what is not listed here cannot be read (`VariableOf`), and
 * the README's tables hold exactly these. What each is for stands in `messages.*`.
 */
import type { Format } from './formats.ts';

/** Who reads it: the build of the app, the Edge Functions, `npm start`, or the tests. */
export type Part = 'app' | 'functions' | 'start' | 'tests';

/** When it must be set: whenever all of these hold. */
export interface Need {
  /** Always. */
  readonly always?: true;
  /** Where no sandbox stands for Vapi. */
  readonly hosted?: true;
  /** One of these is set. */
  readonly with?: readonly string[];
  /** None of these is set. */
  readonly unless?: readonly string[];
}

export interface Variable {
  readonly part: Part;
  readonly format: Format;
  /** Never, where nothing is said. */
  readonly needed?: Need;
  /** Set by hosted Supabase, or by `npm start` for the Edge Functions of this machine: not by a person. */
  readonly setBy?: 'supabase' | 'start';
}

const SECRET_KEYS = ['SUPABASE_SECRET_KEYS'];
const PUBLIC_KEYS = ['SUPABASE_PUBLISHABLE_KEYS', 'SUPABASE_PUBLISHABLE_KEY'];
const TWILIO = ['TWILIO_ACCOUNT_SID', 'TWILIO_API_KEY', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'];
const OWN_ACCOUNT = { with: ['ALLOKOLI_VAPI_API_KEY'] };
const HOSTED_RUN = { with: ['ALLOKOLI_HOSTED_APP_URL'] };

const LISTED = {
  VITE_SUPABASE_URL: { part: 'app', format: 'origin', needed: { always: true } },
  VITE_SUPABASE_PUBLISHABLE_KEY: { part: 'app', format: 'publicKey', needed: { always: true } },

  VAPI_API_KEY: { part: 'functions', format: 'secret' },
  VAPI_BASE_URL: { part: 'functions', format: 'publicAddress' },
  VAPI_WEBHOOK_SECRET: { part: 'functions', format: 'secret', needed: { with: ['VAPI_API_KEY'] } },
  VAPI_WEBHOOK_SECRET_FORMER: { part: 'functions', format: 'secret' },
  VAPI_WEBHOOK_CREDENTIAL_ID: { part: 'functions', format: 'secret', needed: { with: ['VAPI_API_KEY'] } },
  PUBLIC_FUNCTIONS_URL: { part: 'functions', format: 'address', needed: { hosted: true } },
  APP_ORIGINS: { part: 'functions', format: 'origins', needed: { hosted: true } },
  CRON_SECRET: { part: 'functions', format: 'secret', needed: { hosted: true } },
  REGION: { part: 'functions', format: 'region' },
  ENCRYPTION_KEYS: { part: 'functions', format: 'sealingKeys', needed: { hosted: true } },
  TWILIO_ACCOUNT_SID: { part: 'functions', format: 'twilioAccount', needed: { with: TWILIO } },
  TWILIO_AUTH_TOKEN: {
    part: 'functions',
    format: 'secret',
    needed: { with: ['TWILIO_ACCOUNT_SID', 'TWILIO_FROM'], unless: ['TWILIO_API_SECRET'] },
  },
  TWILIO_API_KEY: { part: 'functions', format: 'twilioKey', needed: { with: ['TWILIO_API_SECRET'] } },
  TWILIO_API_SECRET: { part: 'functions', format: 'secret', needed: { with: ['TWILIO_API_KEY'] } },
  TWILIO_FROM: { part: 'functions', format: 'twilioSender', needed: { with: TWILIO } },
  TWILIO_REGION: { part: 'functions', format: 'twilioRegion' },
  RESEND_API_KEY: { part: 'functions', format: 'secret', needed: { with: ['EMAIL_FROM'] } },
  EMAIL_FROM: { part: 'functions', format: 'sender', needed: { with: ['RESEND_API_KEY'] } },
  SUPABASE_URL: { part: 'functions', format: 'address', needed: { always: true }, setBy: 'supabase' },
  SUPABASE_PUBLISHABLE_KEYS: { part: 'functions', format: 'keys', setBy: 'supabase' },
  SUPABASE_PUBLISHABLE_KEY: { part: 'functions', format: 'secret', setBy: 'supabase' },
  SUPABASE_ANON_KEY: {
    part: 'functions',
    format: 'secret',
    needed: { unless: PUBLIC_KEYS },
    setBy: 'supabase',
  },
  SUPABASE_SECRET_KEYS: { part: 'functions', format: 'keys', setBy: 'supabase' },
  SUPABASE_SERVICE_ROLE_KEY: {
    part: 'functions',
    format: 'secret',
    needed: { unless: SECRET_KEYS },
    setBy: 'supabase',
  },
  MAIL_CATCHER_URL: { part: 'functions', format: 'address', setBy: 'start' },
  LOCAL_HOSTS: { part: 'functions', format: 'localHosts', setBy: 'start' },
  LOCAL_FUNCTIONS: { part: 'functions', format: 'words', setBy: 'start' },
  LOCAL_VERIFY_JWT: { part: 'functions', format: 'names', setBy: 'start' },
  LOCAL_JWT_SECRET: { part: 'functions', format: 'secret', setBy: 'start' },
  LOCAL_PORT: { part: 'functions', format: 'port', setBy: 'start' },

  ALLOKOLI_PORT: { part: 'start', format: 'port' },
  ALLOKOLI_SANDBOX_PORT: { part: 'start', format: 'port' },
  ALLOKOLI_DATA_DIR: { part: 'start', format: 'words' },
  ALLOKOLI_MODEL_URL: {
    part: 'start',
    format: 'address',
    needed: { with: ['ALLOKOLI_MODEL_NAME', 'ALLOKOLI_MODEL_KEY'] },
  },
  ALLOKOLI_MODEL_NAME: { part: 'start', format: 'words', needed: { with: ['ALLOKOLI_MODEL_URL'] } },
  ALLOKOLI_MODEL_KEY: { part: 'start', format: 'secret' },
  ALLOKOLI_LOCAL_HOSTS: { part: 'start', format: 'localHosts' },
  ALLOKOLI_VAPI_API_KEY: { part: 'start', format: 'secret' },
  ALLOKOLI_VAPI_WEBHOOK_SECRET: { part: 'start', format: 'secret', needed: OWN_ACCOUNT },
  ALLOKOLI_VAPI_WEBHOOK_CREDENTIAL_ID: { part: 'start', format: 'secret', needed: OWN_ACCOUNT },
  ALLOKOLI_PUBLIC_FUNCTIONS_URL: { part: 'start', format: 'publicAddress', needed: OWN_ACCOUNT },
  ALLOKOLI_VAPI_BASE_URL: { part: 'start', format: 'publicAddress' },

  VAPI_OPENAPI: { part: 'tests', format: 'words' },
  ALLOKOLI_CHROMIUM: { part: 'tests', format: 'words' },
  ALLOKOLI_VAPI_LIVE_KEY: { part: 'tests', format: 'secret' },
  ALLOKOLI_VAPI_LIVE_URL: { part: 'tests', format: 'publicAddress' },
  ALLOKOLI_HOSTED_APP_URL: { part: 'tests', format: 'origin' },
  ALLOKOLI_HOSTED_EMAIL: { part: 'tests', format: 'sender', needed: HOSTED_RUN },
  ALLOKOLI_HOSTED_PASSWORD: { part: 'tests', format: 'words', needed: HOSTED_RUN },
} as const satisfies Readonly<Record<string, Variable>>;

export type VariableName = keyof typeof LISTED;
/** The names that one part reads. */
export type VariableOf<Of extends Part> = {
  [Name in VariableName]: (typeof LISTED)[Name]['part'] extends Of ? Name : never;
}[VariableName];

export const VARIABLES: Readonly<Record<VariableName, Variable>> = LISTED;

export function namesOf<Of extends Part>(part: Of): readonly VariableOf<Of>[] {
  return (Object.keys(VARIABLES) as VariableOf<Of>[]).filter((name) => VARIABLES[name].part === part);
}
