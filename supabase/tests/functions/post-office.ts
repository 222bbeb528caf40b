/**
 * Deliveries by the hundred, for figures that would take days one at a time: the inbox's own rows, in one statement for each
 * batch, and the product's projection over functions of the database that are called for many calls at once. Signatures and HTTP
 * are left to the handler, and so is what two deliveries at once do to each other.
 */
import type { SupabaseClient } from '@supabase/supabase-js';
import type postgres from 'postgres';
import { isJsonObject } from '../../../src/lib/json.ts';
import { openEvent, projectStored } from '../../functions/_shared/call-inbox.ts';
import type { Deps } from '../../functions/_shared/deps.ts';
import { parseJson } from '../../functions/_shared/http.ts';
import { keepMessage } from '../../functions/_shared/kept-event.ts';
import { hex } from '../../functions/_shared/secret.ts';

/** What is asked of the database in one statement. */
const MOST_AT_ONCE = 100;
const ARGUMENTS = {
  owner_of_call: ['resource text', 'vapi_number text', 'marked uuid'],
  read_call: ['workspace uuid', 'vapi_call text'],
  store_call: ['workspace uuid', 'vapi_call text', 'events_seen integer', 'call jsonb', 'turns jsonb'],
} as const;
type Name = keyof typeof ARGUMENTS;

type Letter = Awaited<ReturnType<typeof openEvent>>;

export interface PostOffice {
  /** Takes the messages in, in this order, and computes every call of which something is new. */
  deliver(bodies: readonly string[]): Promise<void>;
}

export function openPostOffice(deps: Deps, sql: postgres.Sql): PostOffice {
  // What is kept of a message does not depend on when or how often it comes.
  const opened = new Map<string, Promise<Letter>>();
  const service = manyAtOnce(deps.service, sql);
  const open = (body: string) => {
    const letter = opened.get(body) ?? openBody(service, body, deps.clock.now());
    opened.set(body, letter);
    return letter;
  };
  return {
    deliver: async (bodies) => {
      const letters = await Promise.all(bodies.map(open));
      const fresh = new Set(await insert(sql, letters));
      const touched = new Map<string, string>();
      for (const { stored, reception } of letters) {
        if (reception.type === 'kept' && fresh.has(stored.dedupe_key))
          touched.set(reception.call, reception.workspace);
      }
      const shown = await Promise.all(
        Array.from(touched, ([call, workspace]) => projectStored(service, workspace, call)),
      );
      if (shown.includes(false)) throw new Error('a call was not computed although nothing else came in');
    },
  };
}

async function openBody(service: SupabaseClient, body: string, at: number): Promise<Letter> {
  const bytes = new TextEncoder().encode(body);
  const json = parseJson(bytes);
  const kept = keepMessage(isJsonObject(json) ? json.message : undefined);
  const dedupeKey = hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  return openEvent(service, { type: kept?.type ?? 'unreadable', dedupeKey, kept, at });
}

/** The keys of those that were not there yet. */
async function insert(sql: postgres.Sql, letters: readonly Letter[]): Promise<string[]> {
  const stored = letters.map((letter) => letter.stored);
  const inserted = await sql`
    insert into call_events (workspace_id, vapi_call_id, type, dedupe_key, payload, error)
    select workspace_id, vapi_call_id, type, dedupe_key, payload, error from jsonb_to_recordset(${sql.json(stored as never)})
      as letter (workspace_id uuid, vapi_call_id text, type text, dedupe_key text, payload jsonb, error text)
    on conflict (dedupe_key) do nothing returning dedupe_key`;
  return inserted.map((row) => row.dedupe_key as string);
}

interface Asked {
  readonly values: object;
  answer(data: unknown): void;
  fail(error: unknown): void;
}

/** The client, but what is asked of these functions in one turn of the event loop is asked together. */
function manyAtOnce(service: SupabaseClient, sql: postgres.Sql): SupabaseClient {
  const waiting: Record<Name, Asked[]> = { owner_of_call: [], read_call: [], store_call: [] };
  const send = async (name: Name) => {
    const asked = waiting[name].splice(0, MOST_AT_ONCE);
    if (waiting[name].length > 0) setImmediate(send, name);
    const values = asked.map((each) => each.values);
    const names = ARGUMENTS[name].map((argument) => argument.split(' ')[0]);
    try {
      const answers = await sql`
        select public.${sql(name)}(${sql.unsafe(names.join())}) as answer from jsonb_to_recordset(${sql.json(values as never)})
          as asked (${sql.unsafe(ARGUMENTS[name].join())})`;
      asked.forEach(({ answer }, index) => {
        answer(answers[index]?.answer);
      });
    } catch (error) {
      for (const { fail } of asked) fail(error);
    }
  };
  const ask = (name: Name, values: object) =>
    new Promise((resolve, fail) => {
      if (waiting[name].length === 0) setImmediate(send, name);
      waiting[name].push({ values, answer: (data) => resolve({ data, error: null }), fail });
    });
  const isMany = (name: string): name is Name => name in ARGUMENTS;
  return {
    from: (table: string) => service.from(table),
    rpc: (name: string, values: object) => (isMany(name) ? ask(name, values) : service.rpc(name, values)),
  } as unknown as SupabaseClient;
}
