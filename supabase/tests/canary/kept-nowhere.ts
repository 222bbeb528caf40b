/** Canaries of what is passed on and kept nowhere: accounts at number providers, and addresses of visitors. They may stand in no table at all. */
import { randomBytes } from 'node:crypto';
import type postgres from 'postgres';
import type { Canary } from './search.ts';

const hexadecimal = (digits: number) => randomBytes(digits / 2).toString('hex');

/** What the forms of the numbers page take, by provider; each number is one of its own. */
export const ACCOUNTS = {
  twilio: { provider: 'twilio', accountSid: `AC${hexadecimal(32)}`, authToken: hexadecimal(32) },
  telnyx: { provider: 'telnyx', apiKey: `KEY${hexadecimal(40)}` },
  vonage: { provider: 'vonage', apiKey: hexadecimal(8), apiSecret: hexadecimal(32) },
  sip: {
    provider: 'sip',
    address: '203.0.113.9',
    login: { user: 'office', password: `${hexadecimal(20)}"\\é%`.replace('é', '&') },
    leadingPlus: true,
  },
} as const;
export const numberOf = (index: number) => `+3314268530${index}`;

/** Whoever opens a link; of IPv6 the network alone would tell who it is. */
export const VISITORS = ['198.51.100.234', '2001:db8:4c1f:9a2e:11aa:22bb:33cc:44dd'] as const;

export const KEPT_NOWHERE: readonly Canary[] = [
  { name: 'token of Twilio', value: ACCOUNTS.twilio.authToken },
  { name: 'key of Telnyx', value: ACCOUNTS.telnyx.apiKey },
  { name: 'secret of Vonage', value: ACCOUNTS.vonage.apiSecret },
  { name: 'password of the trunk', value: ACCOUNTS.sip.login.password },
  { name: 'address of a visitor', value: VISITORS[0] },
  { name: 'network of a visitor', value: '2001:db8:4c1f:9a2e' },
];

/** Every row of every table of ours, as the superuser sees it. */
export async function wholeDatabase(sql: postgres.Sql): Promise<string> {
  const tables = await sql<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class as c
    where c.relkind in ('r', 'p') and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)`;
  const texts = await Promise.all(
    tables.map(async ({ name }) => {
      const [all] = await sql.unsafe(
        `select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as text from ${name} as t`,
      );
      return `${name} ${String(all?.text)}`;
    }),
  );
  return texts.join('\n');
}
