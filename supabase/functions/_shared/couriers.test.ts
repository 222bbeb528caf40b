/** Who carries messages where: the mailbox of a local stack, and that it is used nowhere else. */
import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { couriersOf } from './couriers.ts';
import { createOutbound } from './outbound.ts';

const PARCEL = {
  id: 'p',
  recipient: 'guest@example.com',
  subject: 'An invitation',
  text: 'https://app.test/#token',
};
const received: unknown[] = [];
let status = 200;
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (part) => (body += String(part)));
  request.on('end', () => {
    received.push([request.headers['content-type'], JSON.parse(body)]);
    response.writeHead(status).end('{}');
  });
});
let mailbox = '';

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  mailbox = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/_mail`;
});
beforeEach(() => {
  received.length = 0;
  status = 200;
});
afterAll(() => void server.close());

const couriers = (environment: Record<string, string>, isLocal = true) =>
  couriersOf((name) => environment[name], isLocal, createOutbound());

it('an e-mail of a local stack is shown in its mailbox', async () => {
  const { email } = couriers({ MAIL_CATCHER_URL: mailbox });
  expect(email?.isCatcher).toBe(true);
  expect(await email?.deliver(PARCEL, 5_000)).toEqual({ type: 'sent', id: 'p' });
  const { id: _, recipient: to, ...rest } = PARCEL;
  expect(received).toEqual([['application/json', { to, ...rest }]]);
});

it('nothing hangs on the mailbox: refused, gone or unknown, the message counts as caught', async () => {
  status = 500;
  for (const url of [mailbox, 'http://127.0.0.1:9/_mail', 'no address'])
    expect(await couriers({ MAIL_CATCHER_URL: url }).email?.deliver(PARCEL, 5_000)).toEqual({
      type: 'sent',
      id: 'p',
    });
  expect(await couriers({}).email?.deliver(PARCEL, 5_000)).toEqual({ type: 'sent', id: 'p' });
});

it('a text message is kept in its table alone', async () => {
  await couriers({ MAIL_CATCHER_URL: mailbox }).sms?.deliver(PARCEL, 5_000);
  expect(received).toEqual([]);
});

it('a server has no mailbox, and a provider goes before it', async () => {
  expect(couriers({ MAIL_CATCHER_URL: mailbox }, false)).toEqual({ sms: null, email: null });
  const provided = couriers({ MAIL_CATCHER_URL: mailbox, RESEND_API_KEY: 're', EMAIL_FROM: 'a@example.com' });
  expect(provided.email?.isCatcher).toBe(false);
});
