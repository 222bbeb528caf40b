/**
 * For tests only: answers the browser's requests from tables in memory, as far as the data room asks. No policies,
 * no triggers but the revision of flows; the real ones are tested on Postgres.
 */

import type { StatusAnswer } from '../../publish/wire.ts';

export type Row = Record<string, unknown>;

export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

type Answer = (
  request: FakeRequest,
) => { readonly status?: number; readonly json: unknown } | 'offline' | undefined;

export interface FakeBackend {
  readonly tables: Record<string, Row[]>;
  readonly requests: FakeRequest[];
  /** Asked before the tables; the newest first. `undefined` leaves the request to the others. */
  answer(answer: Answer): void;
  stop(): void;
}

export const PERSON = { id: 'person', email: 'claire@example.com' };

function session(): Row {
  const expires_at = Math.floor(Date.now() / 1000) + 3600;
  const user = { ...PERSON, aud: 'authenticated', identities: [{}], app_metadata: {}, user_metadata: {} };
  return {
    access_token: 'a.b.c',
    token_type: 'bearer',
    expires_in: 3600,
    expires_at,
    refresh_token: 'r',
    user,
  };
}

/** As if the person had signed in earlier. */
export function keepSession(): void {
  localStorage.setItem('allokoli.session', JSON.stringify(session()));
}

function matches(row: Row, query: URLSearchParams): boolean {
  return [...query].every(([column, condition]) => {
    const text = String(row[column]);
    if (condition.startsWith('eq.')) return text === condition.slice(3);
    if (condition.startsWith('in.(')) return condition.slice(4, -1).split(',').includes(text);
    if (condition.startsWith('gte.')) return text >= condition.slice(4);
    return true; // select, order, limit
  });
}

function rest(tables: Record<string, Row[]>, request: FakeRequest, wantsOne: boolean) {
  const name = request.path.slice('/rest/v1/'.length);
  tables[name] ??= [];
  const found = tables[name].filter((row) => matches(row, request.query));
  let rows = found;
  if (request.method === 'POST') {
    const row: Row = {
      id: `new-${name}`,
      revision: 1,
      updated_at: new Date().toISOString(),
      ...(name === 'calendar_feeds' && { token: 'f'.repeat(64) }),
      ...(request.body as Row),
    };
    tables[name].push(row);
    rows = [row];
  }
  if (request.method === 'PATCH') {
    for (const row of found)
      Object.assign(
        row,
        request.body,
        (name === 'flows' || name === 'opening_hours') && { revision: Number(row.revision) + 1 },
      );
  }
  if (request.method === 'DELETE') tables[name] = tables[name].filter((row) => !found.includes(row));
  if (!wantsOne) return { json: rows };
  return rows[0] === undefined
    ? { status: 406, json: { code: 'PGRST116', message: 'no rows' } }
    : { json: rows[0] };
}

type Ask = (
  method: string,
  address: string,
  body: unknown,
) => 'offline' | { readonly status: number; readonly json: unknown };

/** As much of an `XMLHttpRequest` as an upload needs: half of it is sent, then all, then the answer comes. */
function uploadVia(ask: Ask) {
  return class {
    readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
    status = 0;
    response: unknown = null;
    responseType = '';
    onload = () => {};
    onerror = () => {};
    private target: readonly [string, string] = ['', ''];
    open(method: string, address: string) {
      this.target = [method, address];
    }
    setRequestHeader() {}
    async send(body: unknown) {
      for (const loaded of [1, 2]) {
        this.upload.onprogress?.({ loaded, total: 2 });
        await new Promise((resolve) => setTimeout(resolve));
      }
      const answer = ask(...this.target, body);
      if (answer === 'offline') return this.onerror();
      this.status = answer.status;
      this.response = answer.json;
      this.onload();
    }
  };
}

/** Puts itself in the place of `fetch`, and of uploads, until stopped. */
export function startFakeBackend(tables: Record<string, Row[]> = {}): FakeBackend {
  const real = globalThis.fetch;
  const requests: FakeRequest[] = [];
  const answers: Answer[] = [];
  const ask = (method: string, address: string, body: unknown, wantsOne = false) => {
    const url = new URL(address, location.origin);
    const request = { method, path: url.pathname, query: url.searchParams, body };
    requests.push(request);
    const answer =
      answers.map((own) => own(request)).find((own) => own !== undefined) ?? usual(tables, request, wantsOne);
    return answer === 'offline' ? answer : { status: 200, ...answer };
  };
  globalThis.fetch = async (input, init) => {
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;
    const wantsOne = String(new Headers(init?.headers).get('accept')).includes('pgrst.object');
    const url = input instanceof Request ? input.url : String(input);
    const answer = ask(init?.method ?? 'GET', url, body, wantsOne);
    if (answer === 'offline') throw new TypeError('Failed to fetch');
    return Response.json(answer.json, { status: answer.status });
  };
  const realUpload = globalThis.XMLHttpRequest;
  globalThis.XMLHttpRequest = uploadVia(ask) as never;
  return {
    tables,
    requests,
    answer: (answer) => void answers.unshift(answer),
    stop: () => {
      globalThis.fetch = real;
      globalThis.XMLHttpRequest = realUpload;
    },
  };
}

function usual(
  tables: Record<string, Row[]>,
  request: FakeRequest,
  wantsOne: boolean,
): { status?: number; json: unknown } {
  if (request.path.startsWith('/auth/v1/')) return { json: session() };
  if (request.path === '/functions/v1/api/status')
    return {
      json: {
        sandbox: true,
        vapi: true,
        runtime: true,
        messages: { sms: 'caught', email: 'caught' },
      } satisfies StatusAnswer,
    };
  if (request.path.startsWith('/rest/v1/')) return rest(tables, request, wantsOne);
  return { status: 404, json: null };
}
