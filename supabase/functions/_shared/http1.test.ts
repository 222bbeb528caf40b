import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeSent, readAnswer, writeRequest } from './http1.ts';

const encoder = new TextEncoder();

async function* inParts(text: string, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  const bytes = encoder.encode(text);
  let at = 0;
  for (const size of sizes) {
    if (at >= bytes.length) return;
    yield bytes.subarray(at, at + size);
    at += size;
  }
  yield bytes.subarray(at);
}

const read = (text: string, sizes: readonly number[] = [], limit = 1000) =>
  readAnswer(inParts(text, sizes), limit);
const lines = (...all: string[]) => all.join('\r\n');

const ANSWERS: readonly [string, string, { status: number; body: string }][] = [
  [
    'a length',
    lines('HTTP/1.1 200 OK', 'Content-Length: 5', '', 'é{}more'.slice(0, 4)),
    { status: 200, body: 'é{}m' },
  ],
  [
    'chunks',
    lines(
      'HTTP/1.1 201 Created',
      'Transfer-Encoding: chunked',
      '',
      '3;x=1',
      '{"a',
      'A',
      '":"bcdefg"',
      '1',
      '}',
      '0',
      '',
      '',
    ),
    { status: 201, body: '{"a":"bcdefg"}' },
  ],
  ['an end', lines('HTTP/1.0 404 Not Found', 'X: 1', '', 'gone'), { status: 404, body: 'gone' }],
  ['no reason', lines('HTTP/1.1 200', 'content-length:0', '', ''), { status: 200, body: '' }],
  ['nothing to say', lines('HTTP/1.1 204 No Content', '', ''), { status: 204, body: '' }],
  [
    'an interim answer first',
    lines('HTTP/1.1 103 Early Hints', 'Link: x', '', 'HTTP/1.1 200 OK', 'Content-Length: 2', '', 'ok'),
    { status: 200, body: 'ok' },
  ],
];

describe('an answer', () => {
  it.each(ANSWERS)('with %s is read', async (_, text, answer) =>
    expect(await read(text)).toEqual({ ok: true, value: answer }),
  );

  it('is the same however it is cut on its way', async () => {
    const seed = 20261129;
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ANSWERS), sizes, async ([, text, answer], parts) => {
        expect(await read(text, parts)).toEqual({ ok: true, value: answer });
      }),
      { seed, numRuns: 500 },
    );
  });

  it.each([
    ['is no HTTP', 'SSH-2.0-OpenSSH\r\n', 'broken'],
    ['stops in its head', 'HTTP/1.1 200 OK\r\nA: b', 'broken'],
    ['stops in its body', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab', 'broken'],
    ['has two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 'broken'],
    ['has a strange coding', 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nab', 'broken'],
    ['has a broken chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n', 'broken'],
    ['has a head without end', `HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(20_000)}`, 'broken'],
    ['announces too much', 'HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n', 'too-large'],
    ['sends too much', `HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(1001)}`, 'too-large'],
    [
      'sends too many chunks',
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${'64\r\n'}${'x'.repeat(100)}\r\nffffff\r\n`,
      'too-large',
    ],
  ])('that %s is refused', async (_, text, fault) =>
    expect(await read(text)).toEqual({ ok: false, failure: fault }),
  );

  it('that never ends is not read to its end', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield encoder.encode('HTTP/1.1 200 OK\r\n\r\n');
      for (;;) {
        given += 100;
        yield new Uint8Array(100);
      }
    }
    expect(await readAnswer(endless(), 1000)).toEqual({ ok: false, failure: 'too-large' });
    expect(given).toBeLessThan(1500);
  });
});

describe('a request', () => {
  it('carries what was given and what the connection needs', () => {
    const request = {
      method: 'POST',
      host: 'api.example.com',
      path: '/a?b=1',
      headers: [{ name: 'Authorization', value: 'Bearer x' }],
      body: '{"a":"é"}',
    };
    expect(new TextDecoder().decode(writeRequest(request))).toBe(
      lines(
        'POST /a?b=1 HTTP/1.1',
        'Host: api.example.com',
        'Connection: close',
        'Accept-Encoding: identity',
        'Accept: application/json',
        'User-Agent: AlloKoli',
        'Content-Type: application/json',
        'Content-Length: 10',
        'Authorization: Bearer x',
        '',
        '{"a":"é"}',
      ),
    );
  });

  it.each([
    ['X-Api-Key', 'abc', true],
    ['Accept', 'text/plain', true],
    ['Host', 'evil', false],
    ['content-length', '3', false],
    ['Transfer-Encoding', 'chunked', false],
    ['Cookie', 'a=b', false],
    ['X-Forwarded-For', '127.0.0.1', false],
    ['Metadata-Flavor', 'Google', false],
    ['X-A', 'b\r\nX-Evil: 1', false],
    ['X-A', 'b\u0000', false],
    ['X A', 'b', false],
  ])('a header %s: %j may be sent: %s', (name, value, may) => expect(mayBeSent({ name, value })).toBe(may));
});
