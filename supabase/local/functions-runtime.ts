/**
 * Runs in Deno: every Edge Function of `supabase/functions` in one process, behind the paths and answers of the hosted
 * gateway. Knows no function; each calls `Deno.serve` as it does in production.
 */
type Handler = (request: Request, info: unknown) => Response | Promise<Response>;

/** The part of Deno used here; the file is also read by a TypeScript that does not know Deno. */
declare const Deno: {
  serve: unknown;
  readonly env: { get(name: string): string | undefined };
  readonly stdin: { readonly readable: AsyncIterable<Uint8Array> };
  readDirSync(path: URL): Iterable<{ readonly name: string; readonly isDirectory: boolean }>;
  exit(code: number): never;
};

const FOLDER = new URL(`file://${Deno.env.get('LOCAL_FUNCTIONS')}/`);
const serve = (Deno.serve as (options: object, handler: Handler) => unknown).bind(Deno);
const handlers = new Map<string, Handler>();
const broken = new Map<string, string>();
const guarded = new Set((Deno.env.get('LOCAL_VERIFY_JWT') ?? '').split(',').filter(Boolean));

// Work that goes on after the answer; the hosted runtime has it under this name.
Object.assign(globalThis, {
  EdgeRuntime: { waitUntil: (work: Promise<unknown>) => void work.catch((error) => console.error(error)) },
});

await loadAll();
const key = await crypto.subtle.importKey(
  'raw',
  new TextEncoder().encode(Deno.env.get('LOCAL_JWT_SECRET')),
  { name: 'HMAC', hash: 'SHA-256' },
  false,
  ['verify'],
);
const onListen = () => console.log(`[functions] ready: ${[...handlers.keys()].join(' ') || 'none'}`);
serve({ hostname: '127.0.0.1', port: Number(Deno.env.get('LOCAL_PORT')), onListen }, answer);
void endWithParent();

/** Each file's call of `Deno.serve` is caught and kept under the name of its folder. */
async function loadAll(): Promise<void> {
  const names = [...Deno.readDirSync(FOLDER)]
    .filter((entry) => entry.isDirectory && !/^[._]/.test(entry.name))
    .map((entry) => entry.name)
    .sort();
  for (const name of names) {
    Deno.serve = (first: unknown, second?: unknown) => {
      handlers.set(name, findHandler(first, second));
      return { finished: new Promise<void>(() => {}), shutdown: async () => {}, ref() {}, unref() {} };
    };
    try {
      await import(new URL(`${name}/index.ts`, FOLDER).href);
      if (!handlers.has(name)) broken.set(name, 'The function did not call Deno.serve.');
    } catch (error) {
      handlers.delete(name);
      broken.set(name, error instanceof Error ? (error.stack ?? error.message) : String(error));
      console.error(`[functions] ${name} does not start: ${broken.get(name)}`);
    }
  }
}

function findHandler(first: unknown, second: unknown): Handler {
  if (typeof first === 'function') return first as Handler;
  if (typeof second === 'function') return second as Handler;
  return (first as { handler: Handler }).handler;
}

async function answer(request: Request, info: unknown): Promise<Response> {
  const url = new URL(request.url);
  const name = url.pathname.split('/')[3] ?? '';
  if (broken.has(name))
    return Response.json({ code: 'BOOT_ERROR', message: broken.get(name) }, { status: 503 });
  const handler = handlers.get(name);
  if (!handler)
    return Response.json({ code: 'NOT_FOUND', message: 'Requested function was not found' }, { status: 404 });
  if (request.method !== 'OPTIONS' && guarded.has(name) && !(await hasValidToken(request))) {
    return Response.json({ code: 401, message: 'Invalid JWT' }, { status: 401 });
  }
  // Hosted functions see their own name first, without /functions/v1.
  url.pathname = url.pathname.replace(/^\/functions\/v1/, '');
  try {
    return await handler(new Request(url, request), info);
  } catch (error) {
    console.error(`[functions] ${name}:`, error);
    return new Response('Internal Server Error', { status: 500 });
  }
}

async function hasValidToken(request: Request): Promise<boolean> {
  const token = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const [head = '', claims = '', signature = ''] = token?.split('.') ?? [];
  try {
    const signed = new TextEncoder().encode(`${head}.${claims}`);
    if (!(await crypto.subtle.verify('HMAC', key, decode(signature), signed))) return false;
    const { exp } = JSON.parse(new TextDecoder().decode(decode(claims))) as { exp: number };
    return exp > Date.now() / 1000;
  } catch {
    return false;
  }
}

function decode(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Standard input is the lifeline: it ends when the parent is gone, even by `kill -9`. */
async function endWithParent(): Promise<void> {
  for await (const _ of Deno.stdin.readable);
  Deno.exit(0);
}

export {};
