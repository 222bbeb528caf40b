/**
 * What stands behind the addresses of recordings, packets and logs: silence as long as the call, no packets, the messages.
 * Wants no key, like a signed address. Knows no line.
 */
import { Hono } from 'hono';
import { refuse } from './answers.ts';
import type { Desk } from './desk.ts';
import { recordOf, recordsOf, textOf } from './runtime/record.ts';
import type { Resource } from './store.ts';

/** Where the sandbox itself has what an artifact's address names. `origin` is any address of the sandbox. */
export function storedAt(address: string, origin: string): string {
  return new URL(`/sandbox/storage/${address.split('/').at(-1)}`, origin).href;
}

const NAME = /^([0-9a-f-]{36})-[a-z-]+\.(wav|pcap|jsonl|mp4)$/;

export function storageRoutes(desk: Desk): Hono {
  return new Hono().get('/:name', (context) => {
    const [, id = '', ending] = NAME.exec(context.req.param('name')) ?? [];
    const call = desk.store.get('call', id);
    if (!call) return refuse(context, 404, 'Nothing is stored there.');
    if (ending === 'wav')
      return new Response(silence(secondsOf(desk, call)), { headers: { 'content-type': 'audio/wav' } });
    if (ending === 'jsonl') {
      const lines = recordsOf(recordOf(call.artifact).messages).map((message) => JSON.stringify(message));
      return context.text(lines.join('\n'), 200, { 'content-type': 'application/jsonl' });
    }
    const type = ending === 'pcap' ? 'application/vnd.tcpdump.pcap' : 'video/mp4';
    return new Response(ending === 'pcap' ? NO_PACKETS : new Uint8Array(), {
      headers: { 'content-type': type },
    });
  });
}

function secondsOf(desk: Desk, { startedAt, endedAt }: Resource): number {
  const until = Date.parse(textOf(endedAt)) || desk.now();
  return Math.min(LONGEST, Math.max(1, (until - Date.parse(textOf(startedAt))) / 1000 || 1));
}

/** Nobody needs hours of silence. */
const LONGEST = 60;
const RATE = 8000;

/** One channel, eight bits: 128 is silence. */
function silence(seconds: number): Uint8Array<ArrayBuffer> {
  const size = Math.round(seconds * RATE);
  const bytes = new Uint8Array(44 + size).fill(128, 44);
  const view = new DataView(bytes.buffer);
  const text = (at: number, letters: string) => bytes.set(new TextEncoder().encode(letters), at);
  text(0, 'RIFF');
  view.setUint32(4, 36 + size, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, 'data');
  view.setUint32(40, size, true);
  return bytes;
}

/** The head of a file of packets, and none. */
const NO_PACKETS = new Uint8Array([
  0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 1, 0, 0, 0,
]);
