/** For tests: a place for kept tests in memory, and an assistant that says what it is told to, played here and called a sandbox. */
import type { StoredTest } from '../../../data/test-cases.ts';
import type { FlowDocument, FlowNode } from '../../../flow/document.ts';
import { fail, type Result, succeed } from '../../../lib/result.ts';
import type { SimulationAnswer } from '../../../publish/simulation-wire.ts';
import type { RehearsalAnswer } from '../../../publish/wire.ts';
import type { TestCase } from '../../../rehearsals/test-case.ts';
import { templates } from '../../../templates/registry.ts';
import type { TestsPorts } from '../tests.ts';

export const BOOKING: FlowDocument = templates[0]!.build('en', { name: 'Desk' });

export function stepOf(kind: string): FlowNode {
  return (Object.values(BOOKING.nodes) as FlowNode[]).find((node) => node.kind === kind)!;
}

export const TEST: TestCase = {
  format: 1,
  name: 'Booking',
  lines: ['Hello.'],
  pretence: { at: null, caller: null, outcomes: {} },
  expectations: [{ type: 'says', text: 'Welcome' }],
};

export function storedTest(id: string, part: Partial<TestCase> = {}): StoredTest {
  return { id, callId: null, test: { ...TEST, name: id, ...part }, result: null };
}

/** An AI caller said the line of `TEST` in other words. */
export const HELD: SimulationAnswer = {
  status: 'done',
  spoken: [
    { who: 'assistant', text: 'Welcome.', node: null },
    { who: 'caller', text: 'Hi there.', node: null },
    { who: 'assistant', text: 'Goodbye.', node: null },
  ],
  visited: [],
  path: [],
  information: {},
  end: 'hung-up',
  goal: true,
  sandbox: true,
};

type Answer = Result<Partial<RehearsalAnswer>, { code: string }>;

export function fakePorts(kept: readonly StoredTest[] = []) {
  const server = { tests: [...kept], unreadable: 0 };
  const asked: object[] = [];
  const world = {
    document: BOOKING,
    revision: 1 as number | null,
    /** Of every answer; a call is over after the first line. */
    answer: (_turn: { input?: string | undefined }): Answer =>
      succeed({ said: [{ text: 'Welcome.', node: null }] }),
    /** A code with which writing fails. */
    refusal: null as string | null,
    /** Waited for before every answer. */
    gate: Promise.resolve(),
    canKeep: true,
    /** What is told of AI callers, one look after the other; the last one for ever. */
    looks: [{ status: 'queued' }, HELD] as readonly (SimulationAnswer | { readonly code: string })[],
    /** A code with which AI callers cannot be begun. */
    beginning: null as string | null,
    cancels: [] as string[],
    /** Failures of stopping that are still to come. */
    missedCancels: 0,
    clock: Date.parse('2027-06-14T09:00:00Z'),
  };
  const seen: Record<string, number> = {};
  let ids = 0;
  const written = async (write: () => void) => {
    if (world.refusal !== null) return fail({ code: world.refusal as 'offline' });
    write();
    return succeed(null);
  };
  const change = (id: string, part: Partial<StoredTest>) =>
    written(() => {
      server.tests = server.tests.map((test) => (test.id === id ? { ...test, ...part } : test));
    });
  const ports: TestsPorts = {
    save: async () => world.revision,
    document: () => world.document,
    async converse(turn) {
      asked.push(turn);
      await world.gate;
      const answer = world.answer(turn);
      if (!answer.ok) return answer;
      const isOver = turn.input !== undefined;
      return succeed({
        conversation: isOver ? null : 'c',
        said: [],
        visited: [],
        information: {},
        end: isOver ? ('hung-up' as const) : null,
        sandbox: true,
        ...answer.value,
      } as RehearsalAnswer);
    },
    simulation: {
      async begin(test) {
        asked.push(test);
        await world.gate;
        if (world.beginning !== null) return fail({ code: world.beginning });
        return succeed({ simulation: `token ${test.name}`, sandbox: true });
      },
      async look({ simulation }) {
        await world.gate;
        const at = seen[simulation] ?? 0;
        seen[simulation] = at + 1;
        const answer = world.looks[Math.min(at, world.looks.length - 1)]!;
        return 'code' in answer ? fail(answer) : succeed(answer);
      },
      async cancel(simulation) {
        world.cancels.push(simulation);
        world.missedCancels -= 1;
        return world.missedCancels >= 0 ? fail({ code: 'offline' }) : succeed({});
      },
      async wait(milliseconds) {
        world.clock += milliseconds;
      },
      now: () => world.clock,
    },
    list: async () => succeed({ ...server }),
    keep: (tests) => written(() => server.tests.push(...tests)),
    change: (id, test) => change(id, { test }),
    keepResult: (id, result) => change(id, { result }),
    remove: (id) =>
      written(() => {
        server.tests = server.tests.filter((test) => test.id !== id);
      }),
    newId: () => {
      ids += 1;
      return `new-${ids}`;
    },
    now: () => Date.parse('2027-06-14T09:00:00Z'),
    get canKeep() {
      return world.canKeep;
    },
  };
  return { ports, server, world, asked };
}
