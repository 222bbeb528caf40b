/**
 * The Postgres connection of `@supabase/lite` 0.10.0 with its faults of the driver worked round. Each function says
 * what goes wrong without it; `supabase/tests/stack` proves every one. Two touch private members: the version is
 * pinned, and those tests guard an upgrade.
 */
import { inspect } from 'node:util';
import { createPostgresConnection, type PostgresConnection } from '@supabase/lite/postgres';
import type postgres from 'postgres';

export function connectLite(url: string): PostgresConnection {
  const connection = createPostgresConnection({
    url,
    postgresOptions: { max: 10, onnotice: () => {}, types: { ...jsonOnce, ...isoTimes } },
  });
  keepGrants(connection);
  carryErrors(connection);
  return connection;
}

/**
 * Lite hands some JSON over as text already (sign-up metadata, bodies of rpc) and its driver would encode it a second
 * time: triggers then read null from `raw_user_meta_data ->> 'name'`, and a jsonb argument arrives as a string.
 */
const jsonOnce: Record<'json' | 'jsonb', postgres.PostgresType> = {
  json: { to: 114, from: [114], serialize: encodeOnce, parse: JSON.parse },
  jsonb: { to: 3802, from: [3802], serialize: encodeOnce, parse: JSON.parse },
};

function encodeOnce(value: unknown): string {
  if (typeof value !== 'string' || !/^\s*[{[]/.test(value)) return JSON.stringify(value);
  try {
    JSON.parse(value);
    return value;
  } catch {
    return JSON.stringify(value); // A sentence that only begins like JSON.
  }
}

/** PostgREST answers ISO 8601; lite passes on what Postgres prints: `2026-01-31 01:49:02+00`. */
const isoTimes: Record<'timestamptz' | 'timestamp', postgres.PostgresType> = {
  timestamptz: {
    to: 1184,
    from: [1184],
    serialize: (value: string) => value,
    parse: (value: string) => value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'),
  },
  timestamp: {
    to: 1114,
    from: [1114],
    serialize: (value: string) => value,
    parse: (value: string) => value.replace(' ', 'T'),
  },
};

/**
 * On its first request lite runs `grant all … to anon, authenticated, service_role`, which hides every missing grant
 * and undoes every revoke. It does so unless it believes that this was done before.
 */
function keepGrants(connection: PostgresConnection): void {
  Object.assign(connection, { rlsState: 'active' });
}

interface DatabaseError {
  readonly code: string;
  readonly message: string;
  readonly detail?: string;
  readonly hint?: string;
}

/**
 * Lite answers 500 without details to SQLSTATEs it has no rule for (P0001 of `raise`, 23514 of a check, …). PostgREST
 * lets a function choose status and body by raising `PGRST`; lite honours that, so such errors are carried through it.
 */
function carryErrors(connection: PostgresConnection): void {
  connection.normalizeDbError = (error: unknown) => {
    if (!isDatabaseError(error)) return error;
    return printShortly(isKnownToLite(error.code) ? error : carried(error), error);
  };
}

function carried({ code, message, detail, hint }: DatabaseError) {
  return {
    code: 'PGRST',
    message: JSON.stringify({ code, message, details: detail ?? null, hint: hint ?? null }),
    detail: JSON.stringify({ status: statusOf(code), headers: {} }),
  };
}

/** Lite prints every refused statement with its stack; a refusal is an answer like others and deserves one line. */
function printShortly<Value extends object>(printed: Value, { code, message }: DatabaseError): Value {
  const line = () => `[database] ${code}: ${message}`;
  return Object.defineProperty(printed, inspect.custom, {
    value: line,
    enumerable: false,
    configurable: true,
  });
}

function isDatabaseError(error: unknown): error is DatabaseError {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
}

function isKnownToLite(code: string): boolean {
  return /^(PGRST|PT|42|22|21|55|53)/.test(code) || ['23505', '23503', '23502', '25006'].includes(code);
}

/** PostgREST's table of HTTP statuses, for the codes that lite lacks. */
function statusOf(code: string): number {
  if (code === 'P0001' || code.startsWith('23')) return 400;
  if (code.startsWith('28') || code === '0P000') return 403;
  if (code.startsWith('57') || code.startsWith('08')) return 503;
  return 500;
}
