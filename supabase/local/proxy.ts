/** Passes a request on to another server of this machine, bodies streamed both ways. */
import { type IncomingMessage, request, type ServerResponse } from 'node:http';

export interface Target {
  readonly port: number;
  readonly path: string;
}

/** Answers 503 with `code` when the other server cannot be reached. */
export function forward(from: IncomingMessage, to: ServerResponse, target: Target, code: string): void {
  const { port, path } = target;
  const headers = { ...from.headers, 'x-forwarded-host': from.headers.host ?? '' };
  const outgoing = request({ host: '127.0.0.1', port, path, method: from.method, headers }, (answer) => {
    to.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(to);
    answer.once('error', () => to.destroy());
  });
  outgoing.once('error', (error) => {
    if (to.headersSent) to.destroy();
    else sendJson(to, 503, { code, message: error.message });
  });
  // A browser that leaves before the answer is there.
  to.once('close', () => outgoing.destroy());
  from.pipe(outgoing);
}

export function sendJson(to: ServerResponse, status: number, body: unknown): void {
  to.writeHead(status, { 'content-type': 'application/json' });
  to.end(JSON.stringify(body));
}
