/**
 * Requests to systems of other people, made so that they cannot be led into our own network: the name is resolved here,
 * every address it has must be public, and the connection goes to the very address that was checked, so that an answer of
 * the name server that changes in between changes nothing. The certificate is checked against the name.
 */
import { lookup as resolveName } from 'node:dns/promises';
import { connect as connectPlainly, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { fail, type Result, succeed } from '../../../src/lib/result.ts';
import { type Fault, mayBeSent, type ReadFile, readAnswer, readFile, writeRequest } from './http1.ts';
import { type AddressRefusal, type Destination, isPublicAddress, readDestination } from './public-address.ts';

export interface OutboundRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body?: string;
  /** For everything, from the name to the last byte. */
  readonly milliseconds: number;
}

export interface OutboundAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * `address`: refused before any name was looked up. `private`: the name leads into a private network. `header`: one that may
 * not be set. `redirected`: to where, was not looked at.
 */
export type OutboundFault =
  | { readonly code: 'address'; readonly reason: AddressRefusal }
  | { readonly code: 'header'; readonly name: string }
  | { readonly code: 'private' | 'unknown-name' | 'unreachable' | 'tls' }
  | { readonly code: 'time-out' | 'too-large' | 'broken' | 'redirected' };

/** Faults after which the other system has certainly not seen the request. */
export function isUnsent({ code }: OutboundFault): boolean {
  return ['address', 'header', 'private', 'unknown-name', 'unreachable', 'tls'].includes(code);
}

export type Outbound = (request: OutboundRequest) => Promise<Result<OutboundAnswer, OutboundFault>>;

export interface DownloadRequest {
  readonly url: string;
  /** Media types that are wanted, as `Accept` has them. */
  readonly accept: string;
  /** Bytes; what is larger is `too-large`. */
  readonly most: number;
  readonly milliseconds: number;
}

/** A file, under the same care: nothing of ours is sent along. */
export type Download = (request: DownloadRequest) => Promise<Result<ReadFile, OutboundFault>>;

export interface OutboundOptions {
  /** Addresses of a name; an empty list when nobody knows it. */
  readonly resolve?: (name: string) => Promise<readonly string[]>;
  /** Opens a connection to an address that was checked. */
  readonly open?: (address: string, destination: Destination) => Socket;
  /** Hosts that are ourselves. */
  readonly ownHosts?: ReadonlySet<string>;
  /**
   * Names that stand for a port of this machine, asked over http. Only for a local stack whose telephone is the sandbox,
   * so that a flow can be tried against a service that is being written, and in tests.
   */
  readonly localHosts?: ReadonlyMap<string, number>;
}

const BODY_LIMIT = 1024 * 1024;
const MOST_ATTEMPTS = 3;
const THIS_MACHINE = '127.0.0.1';

export function createOutbound(options: OutboundOptions = {}): Outbound {
  const reach = createReach(options);
  return (request) => reach(request, (chunks) => readAnswer(chunks, BODY_LIMIT));
}

export function createDownload(options: OutboundOptions = {}): Download {
  const reach = createReach(options);
  return ({ url, accept, most, milliseconds }) =>
    reach({ method: 'GET', url, headers: [{ name: 'Accept', value: accept }], milliseconds }, (chunks) =>
      readFile(chunks, most),
    );
}

type Read<Answer> = (chunks: AsyncIterable<Uint8Array>) => Promise<Result<Answer, Fault>>;
type Reached<Answer> = Promise<Result<Answer, OutboundFault>>;

function createReach({ resolve = addressesOf, open = openSecurely, ownHosts, localHosts }: OutboundOptions) {
  return async <Answer extends { readonly status: number }>(
    request: OutboundRequest,
    read: Read<Answer>,
  ): Reached<Answer> => {
    const refused = request.headers.find((header) => !mayBeSent(header));
    if (refused) return fail({ code: 'header', name: refused.name });
    const destination = readDestination(request.url);
    if (!destination.ok) return fail({ code: 'address', reason: destination.failure });
    const { host, isAddress } = destination.value;
    if (ownHosts?.has(host)) return fail({ code: 'private' });
    const end = timer(request.milliseconds);
    try {
      const local = localHosts?.get(host);
      if (local !== undefined)
        return await exchange(
          connectPlainly({ host: THIS_MACHINE, port: local }),
          destination.value,
          request,
          end,
          read,
        );
      const addresses = isAddress ? [host] : await Promise.race([resolve(host), end.passed]);
      if (addresses === 'time-out') return fail({ code: 'time-out' });
      if (addresses.length === 0) return fail({ code: 'unknown-name' });
      // One private address among public ones is somebody's attempt, or somebody's mistake.
      if (!addresses.every(isPublicAddress)) return fail({ code: 'private' });
      return await tryEach(addresses, (to) =>
        exchange(open(to, destination.value), destination.value, request, end, read),
      );
    } finally {
      end.clear();
    }
  };
}

/** Until one can be reached: not every network has version 6, so those of version 4 come first. */
async function tryEach<Answer>(
  addresses: readonly string[],
  attempt: (address: string) => Reached<Answer>,
): Reached<Answer> {
  const inOrder = [...addresses].sort((a, b) => Number(a.includes(':')) - Number(b.includes(':')));
  for (const address of inOrder.slice(0, MOST_ATTEMPTS)) {
    const result = await attempt(address);
    if (result.ok || result.failure.code !== 'unreachable') return result;
  }
  return fail({ code: 'unreachable' });
}

async function addressesOf(name: string): Promise<readonly string[]> {
  try {
    return (await resolveName(name, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
}

/** `host` is an address, so that nothing is resolved again; `servername` is what the certificate must be for. */
function openSecurely(address: string, { host, isAddress, port }: Destination): Socket {
  return connectSecurely({
    host: address,
    port,
    ...(isAddress ? {} : { servername: host }),
    ALPNProtocols: ['http/1.1'],
  });
}

type Timer = ReturnType<typeof timer>;

function timer(milliseconds: number) {
  let handle: ReturnType<typeof setTimeout> | undefined;
  const passed = new Promise<'time-out'>((resolve) => {
    handle = setTimeout(() => resolve('time-out'), milliseconds);
  });
  return { passed, clear: () => clearTimeout(handle) };
}

async function exchange<Answer extends { readonly status: number }>(
  socket: Socket,
  { host, port, path }: Destination,
  { method, headers, body }: OutboundRequest,
  end: Timer,
  read: Read<Answer>,
): Reached<Answer> {
  const shown = host.includes(':') ? `[${host}]` : host;
  const bytes = writeRequest({
    method,
    host: port === 443 ? shown : `${shown}:${port}`,
    path,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  const talk = async (): Reached<Answer> => {
    const opened = await untilOpen(socket);
    if (opened !== null) return fail({ code: opened });
    socket.write(bytes);
    const answer = await read(socket).catch(() => fail('broken' as const));
    if (!answer.ok) return fail({ code: answer.failure });
    // Where it leads was not checked, and secrets are not for somebody else.
    if (answer.value.status >= 300 && answer.value.status < 400) return fail({ code: 'redirected' });
    return succeed(answer.value);
  };
  try {
    const result = await Promise.race([talk(), end.passed]);
    return result === 'time-out' ? fail({ code: 'time-out' }) : result;
  } finally {
    socket.destroy();
  }
}

/** Null once bytes may be sent. */
function untilOpen(socket: Socket): Promise<'unreachable' | 'tls' | null> {
  return new Promise((resolve) => {
    const isSecure = 'authorized' in socket;
    socket.once(isSecure ? 'secureConnect' : 'connect', () => resolve(null));
    socket.once('error', (error: Error & { code?: string }) =>
      resolve(
        /CERT|TLS|SSL|ALTNAME|SELF_SIGNED|VERIFY|ISSUER/i.test(error.code ?? '') ? 'tls' : 'unreachable',
      ),
    );
    socket.once('close', () => resolve('unreachable'));
    // A later error must not end the process; whoever reads hears of it.
    socket.on('error', () => {});
  });
}
