/** Simulation runs: what is taken and refused, how a run goes on with the clock, what comes out of it, and stopping it. */
import { describe, expect, it } from 'vitest';
import { createVapiClient } from '../client.ts';
import type { CreateSimulationRunBody } from '../contract/simulation.ts';
import type { JsonRecord } from './runtime/record.ts';
import { PACE, sentencesIn } from './simulations.ts';
import { createStore, emptyState } from './store.ts';
import { KEY, scriptedAssistant, testSandbox } from './testing.ts';

const RUNS = '/eval/simulation/run';
const NOWHERE = '11111111-1111-4111-8111-111111111111';

/** Asks for a name, then ends the call. */
const target = scriptedAssistant(
  'Desk',
  {
    language: 'en',
    begin: { start: 1, opened: false },
    steps: [
      {
        number: 1,
        title: 'Name',
        instruction: {
          do: 'ask',
          question: 'Your name?',
          items: [{ key: 'who', label: 'name', type: 'name', choices: [], optional: false }],
          readBack: false,
          to: { step: 2 },
          refused: { step: 2 },
        },
      },
      { number: 2, title: 'End', instruction: { do: 'end', tool: 'endCall', closing: 'Goodbye.' } },
    ],
  },
  { tools: [{ type: 'endCall', messages: [] }] },
);
const caller = { name: 'Caller', model: { provider: 'openai', model: 'gpt-4.1', messages: [] } };
const isDone = {
  structuredOutput: { name: 'done', type: 'ai', schema: { type: 'boolean' } },
  comparator: '=',
  value: true,
  required: true,
};

function simulation(lines: readonly string[], rest: JsonRecord = {}): JsonRecord {
  const instructions = ['You call a desk. You mean to say:', ...lines.map((line) => `- “${line}”`)].join(
    '\n',
  );
  return {
    type: 'simulation',
    scenario: { name: 'S', instructions, evaluations: [isDone], ...rest },
    personality: { name: 'P', assistant: caller },
  };
}

const runOf = (...simulations: readonly JsonRecord[]): JsonRecord => ({
  simulations,
  target: { type: 'assistant', assistant: target },
  transport: { provider: 'vapi.webchat' },
});

async function begun(body: JsonRecord) {
  const world = testSandbox();
  const { send, clock } = world;
  const created = await send('POST', RUNS, body);
  expect(created.status, JSON.stringify(created.body)).toBe(201);
  const runId = created.body.id as string;
  const itemIds = created.body.simulationRunItemIds as string[];
  return {
    ...world,
    created: created.body,
    runId,
    itemIds,
    later: (milliseconds: number) => {
      clock.now += milliseconds;
    },
    run: async () => (await send('GET', `${RUNS}/${runId}`)).body,
    item: async (index = 0) => (await send('GET', `${RUNS}/${runId}/item/${itemIds[index]}`)).body,
  };
}

describe('a run', () => {
  it('goes from the queue over the conversation and the evaluation to its result', async () => {
    const { created, run, item, later } = await begun(runOf(simulation(['Zoe Smith.'])));
    expect(created).toMatchObject({ status: 'queued', itemCounts: { total: 1, queued: 1 } });
    expect((await item()).status).toBe('queued');
    later(PACE.queue);
    expect((await item()).status).toBe('running');
    expect((await run()).status).toBe('running');
    later(PACE.turn * 2);
    expect((await item()).status).toBe('evaluating');
    later(PACE.evaluation);
    const done = await item();
    expect(done).toMatchObject({
      status: 'passed',
      results: {
        passed: true,
        evaluations: [{ structuredOutputId: 'inline', name: 'done', extractedValue: true, passed: true }],
      },
    });
    expect(done).not.toHaveProperty('sandbox');
    const { messages, transcript } = done.metadata.call;
    expect(messages.map(({ role }: JsonRecord) => role)).toContain('system');
    expect(messages).toContainEqual({ role: 'user', content: 'Zoe Smith.' });
    expect(JSON.stringify(messages)).toContain('endCall');
    expect(transcript).toContain('User: Zoe Smith.');
    expect(await run()).toMatchObject({
      status: 'ended',
      endedReason: 'completed',
      itemCounts: { passed: 1 },
    });
  });

  it('fails its evaluation where the caller could not say everything', async () => {
    const { item, later } = await begun(runOf(simulation(['Zoe Smith.', 'And another thing.'])));
    later(10_000);
    expect(await item()).toMatchObject({
      status: 'failed',
      results: { passed: false, evaluations: [{ extractedValue: false }] },
    });
  });

  it('leaves out what it cannot judge', async () => {
    const mood = {
      structuredOutput: { name: 'mood', schema: { type: 'string' } },
      comparator: '=',
      value: 'good',
    };
    const { item, later } = await begun(runOf(simulation(['Zoe.'], { evaluations: [isDone, mood] })));
    later(10_000);
    const { status, results } = await item();
    expect(status).toBe('passed');
    expect(results.evaluations[1]).toMatchObject({ extractedValue: null, passed: false, isSkipped: true });
  });

  it('holds each conversation as often as was asked for, on its own', async () => {
    const body = { ...runOf(simulation(['Zoe.']), simulation(['Max.'])), iterations: 2 };
    const { send, runId, itemIds, later } = await begun(body);
    expect(itemIds).toHaveLength(4);
    later(10_000);
    const items = (await send('GET', `${RUNS}/${runId}/item`)).body;
    expect(items.map(({ iterationNumber }: JsonRecord) => iterationNumber)).toEqual([1, 2, 1, 2]);
    expect(new Set(items.map(({ simulationId }: JsonRecord) => simulationId)).size).toBe(2);
    expect((await send('GET', `${RUNS}/${runId}/item?status=failed`)).body).toEqual([]);
    expect((await send('GET', `${RUNS}?status=ended`)).body.map(({ id }: JsonRecord) => id)).toEqual([runId]);
  });

  it('talks to a squad, and lays the overrides of the scenario over it', async () => {
    const member = {
      ...target,
      firstMessage: 'Hello {{ who }}.',
      firstMessageMode: 'assistant-speaks-first',
    };
    const targetOverrides = { variableValues: { who: 'Zoe' } };
    for (const whom of [
      { type: 'squad', squad: { members: [{ assistant: member }] } },
      { type: 'assistant', assistant: member },
    ]) {
      const { item, later } = await begun({
        ...runOf(simulation(['Yes.'], { targetOverrides })),
        target: whom,
      });
      later(10_000);
      expect((await item()).metadata.call.transcript).toContain('AI: Hello Zoe.');
    }
  });

  it('tells why a conversation broke off', async () => {
    const members = [{ assistant: target }];
    const { send, item, later, runId } = await begun({
      ...runOf(simulation(['Zoe.'])),
      target: {
        type: 'squad',
        squad: { members, membersOverrides: { 'tools:append': [codeTool(), codeTool()] } },
      },
    });
    later(10_000);
    expect(await item()).toMatchObject({
      status: 'failed',
      failureReason: expect.stringMatching(/Duplicate/),
    });
    expect((await send('GET', `${RUNS}/${runId}`)).body.itemCounts.failed).toBe(1);
  });

  it('goes on where it was when the sandbox is started again', async () => {
    const state = emptyState();
    const first = testSandbox({ state });
    const { body } = await first.send('POST', RUNS, runOf(simulation(['Zoe Smith.'])));
    first.clock.now += PACE.queue;
    await first.send('GET', `${RUNS}/${body.id}`);
    const second = testSandbox({ state: JSON.parse(JSON.stringify(state)) });
    second.clock.now = first.clock.now + 10_000;
    const path = `${RUNS}/${body.id}/item/${body.simulationRunItemIds[0]}`;
    expect((await second.send('GET', path)).body.status).toBe('passed');
  });
});

const codeTool = () => ({ type: 'code', function: { name: 'twice' }, code: 'return 1;' });

describe('stopping', () => {
  it('cancels what is not over yet, once', async () => {
    const { send, runId, item, run, later } = await begun(runOf(simulation(['Zoe Smith.'])));
    later(PACE.queue);
    expect((await item()).status).toBe('running');
    expect((await send('PATCH', `${RUNS}/${runId}`)).body.status).toBe('ended');
    later(10_000);
    expect(await item()).toMatchObject({ status: 'canceled', canceledAt: expect.any(String) });
    expect((await run()).endedReason).toBe('canceled');
    expect((await send('PATCH', `${RUNS}/${runId}`)).status).toBe(400);
  });

  it('cancels one conversation of several', async () => {
    const { send, runId, itemIds, item, later } = await begun(runOf(simulation(['A.']), simulation(['B.'])));
    await send('PATCH', `${RUNS}/${runId}/item/${itemIds[1]}`);
    later(10_000);
    expect([(await item(0)).status, (await item(1)).status]).toEqual(['passed', 'canceled']);
  });

  it('is of nothing that does not exist, nor of another run', async () => {
    const { send, itemIds } = await begun(runOf(simulation(['A.'])));
    for (const [method, path] of [
      ['GET', `${RUNS}/${NOWHERE}`],
      ['PATCH', `${RUNS}/${NOWHERE}`],
      ['GET', `${RUNS}/${NOWHERE}/item`],
      ['GET', `${RUNS}/${NOWHERE}/item/${itemIds[0]}`],
      ['PATCH', `${RUNS}/${NOWHERE}/item/${itemIds[0]}`],
      ['POST', '/eval/simulation/scenario'],
    ] as const)
      expect((await send(method, path)).status, `${method} ${path}`).toBe(404);
  });
});

describe('what is refused', () => {
  const good = simulation(['A.']);
  const { scenario, personality } = good as { scenario: JsonRecord; personality: JsonRecord };
  const withScenario = (part: JsonRecord) => runOf({ ...good, scenario: { ...scenario, ...part } });
  const evaluating = (part: JsonRecord) => withScenario({ evaluations: [{ ...isDone, ...part }] });
  it.each<[string, JsonRecord, RegExp]>([
    ['nothing to play', { ...runOf(), simulations: [] }, /simulations/],
    ['an unknown property', { ...runOf(good), foo: 1 }, /foo should not exist/],
    ['an unknown property of a scenario', withScenario({ foo: 1 }), /foo should not exist/],
    ['a long name', withScenario({ name: 'x'.repeat(81) }), /shorter than or equal to 80/],
    ['long instructions', withScenario({ instructions: 'x'.repeat(10_001) }), /equal to 10000/],
    ['too often', { ...runOf(good), iterations: 11 }, /must not be greater than 10/],
    ['no question', withScenario({ evaluations: [] }), /evaluations/],
    ['an order of yes and no', evaluating({ comparator: '>' }), /compared by = and !=/],
    ['two questions in one', evaluating({ structuredOutputId: NOWHERE }), /either structuredOutputId/],
    [
      'a question for an object',
      evaluating({ structuredOutput: { name: 'o', schema: { type: 'object' } } }),
      /primitive/,
    ],
    [
      'a question that is not kept',
      withScenario({ evaluations: [{ structuredOutputId: NOWHERE, comparator: '=', value: true }] }),
      /does not exist/,
    ],
    ['a scenario twice', runOf({ ...good, scenarioId: NOWHERE }), /cannot be combined/],
    ['a scenario that is not kept', runOf({ type: 'simulation', personality, scenarioId: NOWHERE }), /exist/],
    ['no scenario', runOf({ type: 'simulation', personality }), /either scenarioId or scenario/],
    ['no personality', runOf({ type: 'simulation', scenario }), /either personalityId or personality/],
    ['a simulation that is not kept', runOf({ type: 'simulation', simulationId: NOWHERE }), /not kept/],
    ['a suite', runOf({ type: 'simulationSuite', simulationSuiteId: NOWHERE }), /not kept/],
    ['no target', { ...runOf(good), target: { type: 'squad' } }, /target: exactly one/],
    ['a target that does not exist', { ...runOf(good), target: { type: 'squad', squadId: NOWHERE } }, /find/],
    ['voice', { ...runOf(good), transport: { provider: 'vapi.websocket' } }, /webchat only/],
    ['tools that pretend', withScenario({ toolMocks: [{ toolName: 'endCall', result: '' }] }), /toolMocks/],
  ])('%s', async (_, body, about) => {
    const { send } = testSandbox();
    const { status, body: answer } = await send('POST', RUNS, body);
    expect(status).toBe(400);
    expect([answer.message].flat().join('\n')).toMatch(about);
  });
});

it('the caller says what stands later a dash between quotation marks, and nothing else', () => {
  const instructions =
    'You want this:\n- “An appointment, “soon”.”\n- a table\n — « Jeudi matin »\n* "Yes."\nSay “no” to nothing.';
  expect(sentencesIn(instructions)).toEqual(['An appointment, “soon”.', 'Jeudi matin', 'Yes.']);
});

it('the oldest runs go, with their items', async () => {
  const state = emptyState();
  const { send, clock } = testSandbox({ state });
  for (let count = 0; count < 202; count += 1) {
    await send('POST', RUNS, runOf(simulation(['A.'])));
    clock.now += 10_000;
  }
  await send('GET', RUNS);
  const store = createStore(state, () => undefined);
  expect(store.list('simulation-run')).toHaveLength(200);
  expect(store.list('simulation-run-item')).toHaveLength(200);
  expect(Object.keys(state.conversations)).toEqual([]);
}, 60_000);

it('is what the client asks for', async () => {
  const { sandbox, clock } = testSandbox();
  const client = createVapiClient({
    baseUrl: 'http://127.0.0.1:8787',
    key: KEY,
    fetch: (url, init) => sandbox.fetch(new Request(url, init)),
  });
  const run = await client.createSimulationRun(
    runOf(simulation(['Zoe.'])) as unknown as CreateSimulationRunBody,
  );
  if (!run.ok) throw new Error(JSON.stringify(run.failure));
  const item = () => client.getSimulationRunItem(run.value.id, run.value.simulationRunItemIds[0]!);
  expect(await item()).toMatchObject({ ok: true, value: { status: 'queued' } });
  clock.now += 10_000;
  expect(await item()).toMatchObject({
    ok: true,
    value: { status: 'passed', results: { evaluations: [{ extractedValue: true }] } },
  });
  expect(await client.cancelSimulationRun(run.value.id)).toMatchObject({
    ok: false,
    failure: { kind: 'refused', status: 400, messages: ['Run has already ended'] },
  });
});
