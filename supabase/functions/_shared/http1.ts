/**
 * One HTTP/1.1 request and its answer as bytes (RFC 9112), for connections whose address we chose ourselves: no client of
 * all our runtimes lets us do that. One exchange a connection; no compression, no redirects, no cookies. Knows no socket.
 */
import { fail, type Result, succeed } from '../../../src/lib/result.ts';
import { join } from './http.ts';

export interface WrittenRequest {
  readonly method: string;
  readonly host: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body?: string;
}

export interface ReadAnswer {
  readonly status: number;
  readonly body: string;
}

export interface ReadFile {
  readonly status: number;
  /** Of the content; null when it is not said. */
  readonly type: string | null;
  readonly bytes: Uint8Array;
}

/** What the connection itself sets, what would change whom the message is for, and cookies. */
const OWN_HEADERS =
  /^(?:host|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|content-length|accept-encoding|cookie2?|via|forwarded|x-forwarded-.*|metadata-flavor|metadata|x-aws-ec2-.*|x-google-metadata-request)$/i;

// biome-ignore lint/suspicious/noControlCharactersInRegex: a line break would begin another header
const CONTROL = /[\u0000-\u001f\u007f]/;

/** Whether a request may carry the header. */
export function mayBeSent({ name, value }: WrittenRequest['headers'][number]): boolean {
  return /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(name) && !OWN_HEADERS.test(name) && !CONTROL.test(value);
}

/** Headers that may not be sent are left out. */
export function writeRequest({ method, host, path, headers, body }: WrittenRequest): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const content = body === undefined ? null : encoder.encode(body);
  const given = headers.filter(mayBeSent);
  const has = (name: string) => given.some((header) => header.name.toLowerCase() === name);
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `Host: ${host}`,
    'Connection: close',
    'Accept-Encoding: identity',
    ...(has('accept') ? [] : ['Accept: application/json']),
    ...(has('user-agent') ? [] : ['User-Agent: AlloKoli']),
    ...(content && !has('content-type') ? ['Content-Type: application/json'] : []),
    ...(content ? [`Content-Length: ${content.byteLength}`] : []),
    ...given.map(({ name, value }) => `${name}: ${value}`),
  ];
  return join([encoder.encode(`${lines.join('\r\n')}\r\n\r\n`), ...(content ? [content] : [])]);
}

const HEAD_LIMIT = 32 * 1024;
export type Fault = 'broken' | 'too-large';

/** An answer whose body is text. */
export async function readAnswer(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Result<ReadAnswer, Fault>> {
  const file = await readFile(chunks, limit);
  if (!file.ok) return file;
  return succeed({ status: file.value.status, body: new TextDecoder().decode(file.value.bytes) });
}

/** Reads until the answer is complete. `limit`: bytes of the body. What a chunked body says after its end is ignored. */
export async function readFile(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Result<ReadFile, Fault>> {
  const source = createSource(chunks);
  for (;;) {
    const head = await readHead(source);
    if (!head) return fail('broken');
    // Interim answers (RFC 9110 §15.2) are followed by the real one.
    if (head.status < 200) continue;
    const bytes = await readBody(source, head, limit);
    const type = head.headers.get('content-type') ?? null;
    return bytes.ok ? succeed({ status: head.status, type, bytes: bytes.value }) : bytes;
  }
}

interface Head {
  readonly status: number;
  /** Names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
}

async function readHead(source: Source): Promise<Head | null> {
  const first = await source.line(HEAD_LIMIT);
  const status = Number(/^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(first ?? '')?.[1] ?? 0);
  if (status < 100) return null;
  const headers = new Map<string, string>();
  for (let left = HEAD_LIMIT; ; ) {
    const line = await source.line(left);
    if (line === null) return null;
    if (line === '') return { status, headers };
    left -= line.length;
    const [, name = '', value = ''] = /^([^\s:]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
    if (name === '') return null;
    const known = headers.get(name.toLowerCase());
    headers.set(name.toLowerCase(), known === undefined ? value : `${known}, ${value}`);
  }
}

async function readBody(
  source: Source,
  { status, headers }: Head,
  limit: number,
): Promise<Result<Uint8Array, Fault>> {
  if (status === 204 || status === 304) return succeed(new Uint8Array());
  const coding = headers.get('content-encoding') ?? 'identity';
  if (!/^identity$/i.test(coding)) return fail('broken');
  const transfer = headers.get('transfer-encoding');
  if (transfer !== undefined) return /^chunked$/i.test(transfer) ? readChunks(source, limit) : fail('broken');
  const announced = headers.get('content-length');
  if (announced === undefined) return source.rest(limit);
  if (!/^\d{1,15}$/.test(announced)) return fail('broken');
  if (Number(announced) > limit) return fail('too-large');
  const bytes = await source.take(Number(announced));
  return bytes ? succeed(bytes) : fail('broken');
}

async function readChunks(source: Source, limit: number): Promise<Result<Uint8Array, Fault>> {
  const parts: Uint8Array[] = [];
  for (let size = 0; ; ) {
    const digits = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?$/i.exec((await source.line(1024)) ?? '')?.[1];
    if (digits === undefined) return fail('broken');
    const next = Number.parseInt(digits, 16);
    if (next === 0) return succeed(join(parts));
    size += next;
    if (size > limit) return fail('too-large');
    const part = await source.take(next);
    if (!part || (await source.line(0)) !== '') return fail('broken');
    parts.push(part);
  }
}

interface Source {
  /** Without its end; null when there is none within so many bytes. */
  line(most: number): Promise<string | null>;
  take(count: number): Promise<Uint8Array | null>;
  rest(limit: number): Promise<Result<Uint8Array, Fault>>;
}

function createSource(chunks: AsyncIterable<Uint8Array>): Source {
  const iterator = chunks[Symbol.asyncIterator]();
  // Joined when something is looked for or cut off: a long body that comes in small parts is copied once.
  let parts: Uint8Array[] = [];
  let size = 0;
  const more = async () => {
    const next = await iterator.next();
    if (next.done) return false;
    parts.push(next.value);
    size += next.value.byteLength;
    return true;
  };
  const whole = () => {
    const buffer = parts.length === 1 ? parts[0]! : join(parts);
    parts = [buffer];
    return buffer;
  };
  const cut = (count: number) => {
    const buffer = whole();
    parts = [buffer.subarray(count)];
    size -= count;
    return buffer.subarray(0, count);
  };
  return {
    line: async (most) => {
      for (;;) {
        const end = whole().indexOf(10);
        if (end >= 0 && end <= most + 1) return new TextDecoder().decode(cut(end + 1)).replace(/\r?\n$/, '');
        if (end >= 0 || size > most + 1 || !(await more())) return null;
      }
    },
    take: async (count) => {
      while (size < count) if (!(await more())) return null;
      return cut(count);
    },
    rest: async (limit) => {
      while (size <= limit) if (!(await more())) return succeed(cut(size));
      return fail('too-large');
    },
  };
}
