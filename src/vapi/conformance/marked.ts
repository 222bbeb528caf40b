/**
 * Objects at somebody's Vapi that the suite may create: each carries a mark, is noted the moment it exists, and is removed at
 * the end. Whatever a killed run left behind is found by its mark. Knows no behaviour.
 */
import type { Target } from './target.ts';

/** In every name or in the metadata; nothing without it is ever removed. */
export const MARK = 'allokoli-conformance';

/** Collections in the order in which they can be emptied: users before what they use. */
const COLLECTIONS = [
  'session',
  'chat',
  'call',
  'phone-number',
  'squad',
  'assistant',
  'tool',
  'structured-output',
  'file',
] as const;
export type Collection = (typeof COLLECTIONS)[number];

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are compared as data
  readonly body: any;
}

export interface Marked {
  /** At most 40 characters, different each time. */
  name(): string;
  /** Sends a request as it is, whatever it is. A create that succeeds is noted. */
  send(method: string, path: string, body?: unknown, key?: string): Promise<Answer>;
  /** To be removed at the end, although another client made it. */
  note(collection: Collection, id: string): void;
  /** Removes what was noted, then everything that carries the mark; what could not be removed, as "collection id". */
  sweep(): Promise<readonly string[]>;
}

export function markedAt({ baseUrl, key, pause }: Target, run: string): Marked {
  const noted = new Map<string, { readonly collection: Collection; readonly id: string }>();
  let count = 0;
  const note = (collection: Collection, id: string) =>
    void noted.set(`${collection} ${id}`, { collection, id });

  const request = async (method: string, path: string, body: unknown, own: string): Promise<Answer> => {
    if (method !== 'GET' && pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${own}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      redirect: 'error',
      signal: AbortSignal.timeout(60_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: readJson(text) };
  };

  const send: Marked['send'] = async (method, path, body, own = key) => {
    const answer = await request(method, path, body, own);
    const collection = COLLECTIONS.find((one) => path === `/${one}` || path === `/${one}/web`);
    if (method === 'POST' && answer.status < 300 && collection && typeof answer.body?.id === 'string')
      note(collection, answer.body.id);
    return answer;
  };

  const remove = async (collection: Collection, id: string): Promise<boolean> => {
    const { status } = await request('DELETE', `/${collection}/${id}`, undefined, key);
    return status < 300 || status === 404;
  };

  const markedIn = async (collection: Collection): Promise<string[]> => {
    const { body } = await request('GET', `/${collection}?limit=1000`, undefined, key);
    const rows: readonly unknown[] = Array.isArray(body) ? body : (body?.results ?? []);
    return rows.filter(isMarked).map(({ id }) => id);
  };

  return {
    name: () => {
      count += 1;
      return `${MARK} ${run} ${count}`;
    },
    send,
    note,
    sweep: async () => {
      const left: string[] = [];
      for (const collection of COLLECTIONS) {
        const own = [...noted.values()].filter((one) => one.collection === collection).map(({ id }) => id);
        for (const id of new Set([...own, ...(await markedIn(collection))]))
          if (await remove(collection, id)) noted.delete(`${collection} ${id}`);
          else left.push(`${collection} ${id}`);
      }
      return left;
    },
  };
}

/** By the name, the metadata, or the name of a tool's function or of the assistant written into a call. */
function isMarked(row: unknown): row is { readonly id: string } {
  const {
    id,
    name,
    metadata,
    originalName,
    function: own,
    assistant,
  } = (row ?? {}) as Readonly<Record<string, { readonly name?: unknown } | string | undefined>>;
  const inner = [own, assistant].map((one) => (typeof one === 'object' ? one?.name : undefined));
  const texts = [name, originalName, ...inner].filter((one) => typeof one === 'string');
  const isNamed = texts.some((text) => text.replaceAll('_', '-').startsWith(MARK));
  return typeof id === 'string' && (isNamed || JSON.stringify(metadata ?? '').includes(`"${MARK}"`));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
