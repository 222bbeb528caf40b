/** The example workspace, filled through real Auth, REST, functions and sandbox; run again, and after an attempt that was cut. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { activityCheck } from '../../src/publish/workspace-wire.ts';
import { handle as handleApi } from '../functions/api/handler.ts';
import { type Filled, fillWorkspace, type Surroundings } from '../local/example-workspace.ts';
import { LocalProblem } from '../local/problem.ts';
import { type Office, ORIGIN, openOffice } from './functions/office.ts';

const ACCOUNT = { email: 'example@example.com', password: 'example-example' };

let office: Office;
let asked = 0;
/** The next requests after this many fail, as if the command had been ended. */
let cutAfter = Number.POSITIVE_INFINITY;
const told: string[] = [];

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** One origin with everything behind it, as the local stack serves it. */
const around: Surroundings = {
  origin: 'http://stack.local',
  fetch: async (input, init) => {
    asked += 1;
    if (asked > cutAfter) throw new LocalProblem('cut');
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    if (pathname.startsWith('/sandbox/')) {
      const response = await office.sandbox.fetch(new Request(`http://127.0.0.1:8787${pathname}`, request));
      await office.sandbox.settled();
      return response;
    }
    if (!pathname.startsWith('/functions/v1/')) return office.stack.fetch(request);
    return handleApi(
      new Request(`${ORIGIN}${pathname.replace('/functions/v1', '')}${search}`, request),
      office.deps,
    );
  },
  sleep: async (milliseconds) => office.wait(milliseconds),
  tell: (line) => told.push(line),
};

const fill = () => fillWorkspace(around, ACCOUNT, 'fr');

it('is filled whole, whenever an attempt was cut before', async () => {
  let cuts = 0;
  for (let filled: Filled | null = null; filled === null; cuts += 1) {
    asked = 0;
    cutAfter = 5 + cuts * 29;
    filled = await fill().catch((error: unknown) => {
      expect(asked, String(error)).toBeGreaterThan(cutAfter);
      return null;
    });
  }
  expect(cuts).toBeGreaterThan(3);
  cutAfter = Number.POSITIVE_INFINITY;
  expect(await fill()).toEqual({ flows: 4, versions: 8, calls: 24 });
}, 600_000);

it('holds what a person would have made: two versions a flow, calls that were played and understood', async () => {
  const { sql } = office.stack;
  const flows =
    await sql`select f.name, f.revision, (select count(*)::int from flow_versions v where v.flow_id = f.id) as versions
    from flows f order by f.created_at`;
  expect(flows.map(({ versions }) => versions)).toEqual([2, 2, 2, 2]);
  const calls = await sql`select caller, jsonb_array_length(path) as steps, outcome, v.number,
      (select count(*)::int from call_turns t where t.call_id = c.id) as turns
    from calls c join flow_versions v on v.id = c.version_id where status = 'ended'`;
  for (const call of calls) {
    expect(call.caller).toMatch(/^\+3363998\d{4}$/);
    expect(call.turns).toBeGreaterThan(1);
    expect(call.steps).toBeGreaterThan(1);
  }
  expect(calls.filter(({ number }) => number === 1)).toHaveLength(12);
  expect(await sql`select from phone_numbers where deployment_id is not null and number <> ''`).toHaveLength(
    1,
  );
  expect(await sql`select from spending_limits`).toHaveLength(1);
  expect(await sql`select from objections`).toHaveLength(1);
});

it('changes nothing when it is run again, and its log is whole', async () => {
  const { sql } = office.stack;
  const all = async () => {
    const rows = [];
    for (const table of ['flows', 'flow_versions', 'calls', 'call_turns', 'deployments', 'activity'])
      rows.push(
        await sql`select count(*)::int, ${table} as name from ${sql(table)} where ${
          table === 'activity' ? sql`action <> 'signed-in'` : sql`true`
        }`,
      );
    return JSON.stringify(rows);
  };
  const before = await all();
  await fill();
  expect(await all()).toBe(before);
  expect(told.at(-1)).toBe('Everything is there already.');
  const [row] = await sql`select verify_activity(id) as checked from workspaces`;
  expect(activityCheck.shape.fault.parse(row?.checked.fault)).toBeNull();
});

it('is not played where calls cost money, nor into somebody else’s account', async () => {
  const real: Surroundings = {
    ...around,
    fetch: async (input, init) => {
      const response = await around.fetch(input, init);
      return String(input).endsWith('/status')
        ? Response.json({ ...(await response.json()), sandbox: false })
        : response;
    },
  };
  await expect(fillWorkspace(real, ACCOUNT, 'fr')).rejects.toThrow(/real Vapi account/);
  await expect(fillWorkspace(around, { ...ACCOUNT, password: 'something-else' }, 'fr')).rejects.toThrow(
    /signed in/,
  );
});
