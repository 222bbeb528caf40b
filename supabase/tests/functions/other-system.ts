/** A system of other people for tests: a server of this machine that remembers what it was asked, behind a public name. */
import { createServer, type IncomingHttpHeaders } from 'node:http';

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface OtherSystem {
  readonly port: number;
  /** Oldest first; may be emptied. */
  received: Received[];
  reply: () => { readonly status: number; readonly body: string };
  close(): void;
}

export async function openOtherSystem(): Promise<OtherSystem> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      system.received.push({ method, url, headers, body: Buffer.concat(parts).toString() });
      const { status, body } = system.reply();
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const system: OtherSystem = {
    port: address.port,
    received: [],
    reply: () => ({ status: 200, body: '{}' }),
    close: () => void server.close(),
  };
  return system;
}
