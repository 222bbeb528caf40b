/** Where calls went, as the server counts it for a person: against the same counts written out here over generated calls. */
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TrafficAnswer, trafficAnswer } from '../../src/publish/calls-wire.ts';
import { freshDatabase } from './stack/harness.ts';

const id = (group: number, number: number) =>
  `00000000-0000-4000-8000-${group}${String(number).padStart(11, '0')}`;
const [OURS, THEIRS] = [id(1, 1), id(1, 2)];
const [PERSON, STRANGER] = [id(2, 1), id(2, 2)];
const [FLOW, OTHER_FLOW] = [id(3, 1), id(3, 2)];
const VERSIONS = [id(5, 0), id(5, 1)] as const;
const BEGUN = Date.parse('2026-11-01T00:00:00Z');
const DAY = 86_400_000;
const OUTCOMES = ['completed', 'caller-hung-up', 'failed', 'silence', 'too-long', 'transferred'] as const;

interface Passed {
  readonly node: string;
  readonly at?: number;
  readonly confidence: 'known' | 'inferred';
  readonly left?: { readonly exit: string | null; readonly confidence: 'known' | 'inferred' };
}

/** Numbers that look random and are always the same. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const draw = numbers(7);
const sure = () => (draw(2) === 0 ? ('known' as const) : ('inferred' as const));
const calls = Array.from({ length: 200 }, (_, number) => {
  let at = 0;
  const length = draw(7);
  const path = Array.from({ length }, (_, place): Passed => {
    at += draw(9000);
    return {
      node: `s${draw(5)}`,
      confidence: sure(),
      ...(draw(6) === 0 ? {} : { at }),
      ...(place === length - 1 || draw(4) === 0
        ? {}
        : { left: { exit: draw(8) === 0 ? null : `e${draw(2)}`, confidence: sure() } }),
    };
  });
  return {
    id: id(4, number),
    path,
    flow: number % 11 === 0 ? OTHER_FLOW : FLOW,
    version: VERSIONS[number % 2] as string,
    at: BEGUN + Math.floor(number / 4) * DAY,
    length: at + draw(5000),
    isOver: number % 13 !== 0,
    outcome: OUTCOMES[number % OUTCOMES.length]!,
  };
});
type Seeded = (typeof calls)[number];

let database: Awaited<ReturnType<typeof freshDatabase>>;
let sql: postgres.Sql;

beforeAll(async () => {
  database = await freshDatabase();
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
  await sql`set session_replication_role = replica`;
  await sql`insert into auth.users (id, email) values (${PERSON}, 'a@example.com'), (${STRANGER}, 'b@example.com')`;
  await sql`insert into workspaces (id, name) values (${OURS}, 'Ours'), (${THEIRS}, 'Theirs')`;
  await sql`insert into members (workspace_id, user_id, role) values (${OURS}, ${PERSON}, 'viewer'), (${THEIRS}, ${STRANGER}, 'owner')`;
  for (const call of calls)
    await sql`insert into calls (id, workspace_id, vapi_call_id, flow_id, version_id, status, outcome, started_at, ended_at, created_at, path)
      values (${call.id}, ${OURS}, ${`v${call.id}`}, ${call.flow}, ${call.version}, ${call.isOver ? 'ended' : 'in-progress'},
        ${call.isOver ? call.outcome : null}, ${new Date(call.at)}, ${call.isOver ? new Date(call.at + call.length) : null},
        ${new Date(call.at)}, ${sql.json(call.path as unknown as postgres.JSONValue)})`;
  await sql`set session_replication_role = origin`;
}, 120_000);

afterAll(async () => {
  await sql.end();
  await database.drop();
});

interface Ask {
  readonly person?: string;
  readonly workspace?: string;
  readonly version?: string | null;
  readonly since?: Date;
  readonly most?: number;
}

function ask({ person = PERSON, workspace = OURS, version = null, since = new Date(BEGUN), most }: Ask) {
  return sql.begin(async (transaction): Promise<TrafficAnswer | null> => {
    await transaction`set local role service_role`;
    const [row] = await transaction`
      select flow_traffic(${workspace}, ${person}, ${FLOW}, ${version}, ${since}, ${most ?? 20_000}) as traffic`;
    return row?.traffic === null ? null : trafficAnswer.parse(row?.traffic);
  });
}

const NOTHING = { visits: 0, hungUp: 0, failed: 0, silent: 0, tooLong: 0, timed: 0, spent: 0 };

/** The same, counted one call after the other. */
function counted(shown: readonly Seeded[]): TrafficAnswer {
  const steps = new Map<string, Set<string>>();
  const answer: { steps: Record<string, Record<string, number>>; links: Record<string, Set<string>[]> } = {
    steps: {},
    links: {},
  };
  for (const call of shown)
    for (const [place, visit] of call.path.entries()) {
      const next = call.path[place + 1];
      answer.steps[visit.node] ??= { ...NOTHING };
      const step = answer.steps[visit.node]!;
      steps.set(visit.node, (steps.get(visit.node) ?? new Set()).add(call.id));
      step.visits! += 1;
      const end = next ? next.at : call.length;
      if (visit.at !== undefined && end !== undefined && end >= visit.at) {
        step.timed! += 1;
        step.spent! += end - visit.at;
      }
      if (!next) {
        const ends: Partial<Record<string, string>> = {
          'caller-hung-up': 'hungUp',
          failed: 'failed',
          silence: 'silent',
          'too-long': 'tooLong',
        };
        const how = ends[call.outcome];
        if (how) step[how]! += 1;
        continue;
      }
      const isSure = visit.left
        ? visit.left.confidence === 'known'
        : visit.confidence === 'known' && next.confidence === 'known';
      const key = JSON.stringify([visit.node, next.node, visit.left !== undefined, visit.left?.exit ?? null]);
      answer.links[key] ??= [new Set(), new Set()];
      const [all, certain] = answer.links[key]!;
      all!.add(call.id);
      if (isSure) certain!.add(call.id);
    }
  return trafficAnswer.parse({
    calls: shown.length,
    steps: Object.entries(answer.steps).map(([node, step]) => ({
      node,
      calls: steps.get(node)!.size,
      ...step,
    })),
    links: Object.entries(answer.links).map(([key, [all, certain]]) => {
      const [from, to, noted, exit] = JSON.parse(key);
      return { from, to, noted, exit, calls: all!.size, sure: certain!.size };
    }),
  });
}

const inOrder = (traffic: TrafficAnswer | null) =>
  traffic && {
    ...traffic,
    steps: [...traffic.steps].sort((one, other) => (one.node < other.node ? -1 : 1)),
    links: [...traffic.links].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
  };

const ours = (holds: (call: Seeded) => boolean) =>
  calls.filter((call) => call.flow === FLOW && call.isOver && call.path.length > 0 && holds(call));

describe('the traffic of a flow', () => {
  const MIDDLE = BEGUN + 20 * DAY;
  it.each<[string, Ask, (call: Seeded) => boolean]>([
    ['all of its calls', {}, () => true],
    ['one version', { version: VERSIONS[1] }, ({ version }) => version === VERSIONS[1]],
    ['a moment on', { since: new Date(MIDDLE) }, ({ at }) => at >= MIDDLE],
    [
      'both',
      { version: VERSIONS[0], since: new Date(MIDDLE) },
      ({ version, at }) => version === VERSIONS[0] && at >= MIDDLE,
    ],
    ['a time in which nobody called', { since: new Date('2030-01-01') }, () => false],
  ])('of %s', async (_name, question, holds) => {
    const shown = ours(holds);
    expect(inOrder(await ask(question))).toEqual(inOrder(counted(shown)));
  });

  it('is that of the latest calls where there are too many', async () => {
    expect((await ask({ most: 7 }))?.calls).toBe(7);
  });

  it('is nothing for strangers, nor through their own workspace', async () => {
    expect(await ask({ person: STRANGER })).toBeNull();
    expect(await ask({ person: STRANGER, workspace: THEIRS })).toEqual({ calls: 0, steps: [], links: [] });
  });

  it('holds nothing that a caller said', async () => {
    expect(JSON.stringify(await ask({}))).not.toMatch(/because|params|caller"/);
  });
});
