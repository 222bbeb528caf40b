/** Simulated callers through the Edge Function `api`, on a real database and the Vapi sandbox. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  begunSimulation,
  SIMULATION_PHASES,
  simulationAnswer,
} from '../../../src/publish/simulation-wire.ts';
import { codeOf } from '../../tests/functions/code-of.ts';
import {
  appointmentBooking,
  drawFlow,
  hireViewer,
  type Office,
  openOffice,
  type Worker,
} from '../../tests/functions/office.ts';

let office: Office;
let owner: Worker;
let stranger: Worker;
let viewer: Worker;
let flowId: string;

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire();
  stranger = await office.hire();
  viewer = await hireViewer(office, owner);
  flowId = await drawFlow(owner);
});
afterEach(() => office.interceptVapi(null));
afterAll(() => office.close());

const document = appointmentBooking();
const ofKind = (kind: string) => Object.values(document.nodes).find((node) => node.kind === kind)!;
const LINES = ['An appointment, please', 'Zoe Smith', '020 7946 0018', 'a check-up', 'Thursday', 'Yes'];
/** A day on which the desk is open. */
const NOON = { now: Date.parse('2027-06-15T10:00:00Z') };
const test = { name: 'Booking', lines: LINES, answers: {} };

const begin = async (worker: Worker, body: object) => {
  const response = await office.ask(worker, 'POST', '/simulations', body);
  if (!response.ok) throw new Error(await response.text());
  return begunSimulation.parse(await response.json()).simulation;
};
const look = async (worker: Worker, body: object) => {
  const response = await office.ask(worker, 'POST', '/simulations/look', body);
  if (!response.ok) throw new Error(await response.text());
  return simulationAnswer.parse(await response.json());
};
const refusal = async (path: string, body: object, worker = owner) =>
  codeOf(await office.ask(worker, 'POST', path, body));

describe('a simulated caller', () => {
  it('talks to the draft until they are done; then both sides, the steps and the goal are told', async () => {
    const simulation = await begin(owner, { flowId, ...test, pretence: NOON });
    const of = { flowId, simulation, pretence: NOON };
    office.wait(10_000);
    const answer = await look(owner, of);
    if (answer.status !== 'done') throw new Error(answer.status);
    expect(answer).toMatchObject({ sandbox: true, goal: true });
    expect(answer.spoken[0]?.who).toBe('assistant');
    const said = answer.spoken.flatMap(({ who, text }) => (who === 'caller' ? [text] : []));
    expect(said).toEqual(LINES.slice(0, said.length));
    expect(answer.visited[0]).toBe(ofKind('answer').id);
    expect(answer.visited).toContain(ofKind('understand').id);
    expect(answer.path.map(({ node }) => node)).toEqual(answer.visited);
    expect(Object.values(answer.information)).toContain('Zoe Smith');
  });

  it('is told in the language of the flow, of a target that is written out', async () => {
    const french = await drawFlow(owner, appointmentBooking('fr'));
    const sent: string[] = [];
    office.interceptVapi(async (request, pass) => {
      sent.push(await request.clone().text());
      return pass();
    });
    const [asked] = Object.keys(appointmentBooking('fr').information);
    const known = { [asked!]: 'Anne' };
    await begin(owner, { flowId: french, ...test, answers: { [asked!]: 'Zoé' }, pretence: { known } });
    const [body] = sent.map((text) => JSON.parse(text));
    expect(body.simulations[0].scenario.instructions).toMatch(/- « An appointment, please »[\s\S]* : Zoé/);
    expect(body.target.type === 'squad' ? body.target.squad : body.target.assistant).toBeDefined();
    expect(JSON.stringify(body)).toContain(`"variableValues":{"${asked}":"Anne"}`);
    expect(body.transport).toEqual({ provider: 'vapi.webchat' });
    expect(JSON.stringify(body)).not.toMatch(/"(scenario|personality|assistant|squad)Id"/);
  });

  it('is stopped, and stopping again is no fault', async () => {
    const simulation = await begin(owner, { flowId, ...test });
    // Its turn is yet to come.
    office.wait(-60_000);
    for (let times = 0; times < 2; times += 1)
      expect((await office.ask(owner, 'POST', '/simulations/cancel', { flowId, simulation })).status).toBe(
        200,
      );
    office.wait(70_000);
    expect(await refusal('/simulations/look', { flowId, simulation })).toBe('502 simulation-failed');
  });

  it('may be let talk by whoever may only look', async () => {
    const simulation = await begin(viewer, { flowId, ...test });
    office.wait(10_000);
    expect((await look(viewer, { flowId, simulation })).status).toBe('done');
  });
});

describe('a simulation is of', () => {
  it('one person, one flow, one pretence', async () => {
    const simulation = await begin(owner, { flowId, ...test, pretence: NOON });
    const theirs = await drawFlow(stranger);
    const other = await drawFlow(owner);
    const right = { flowId, simulation, pretence: NOON };
    const tries: [Worker, object][] = [
      [viewer, right],
      [stranger, right],
      [stranger, { ...right, flowId: theirs }],
      [owner, { ...right, flowId: other }],
      [owner, { ...right, pretence: { now: NOON.now + 1 } }],
      [owner, { ...right, pretence: undefined }],
      [owner, { ...right, simulation: `${simulation.slice(0, -1)}-` }],
      [owner, { ...right, simulation: simulation.split('.').slice(0, 4).join('.') }],
      [owner, { ...right, simulation: simulation.split('.')[0] }],
    ];
    for (const [worker, body] of tries) {
      expect(await refusal('/simulations/look', body, worker)).toBe('404 not-found');
      const { pretence: _, ...rest } = body as typeof right;
      const isOfPretence = worker === owner && rest.simulation === simulation && rest.flowId === flowId;
      if (!isOfPretence) expect(await refusal('/simulations/cancel', rest, worker)).toBe('404 not-found');
    }
    expect((await office.ask(owner, 'POST', '/simulations/look', right)).status).toBe(200);
  });

  it('the drawing that was played', async () => {
    const mine = await drawFlow(owner);
    const simulation = await begin(owner, { flowId: mine, ...test });
    office.wait(10_000);
    const { sql } = office.stack;
    await sql`update flows set document = jsonb_set(document, '{name}', '"Other"'), revision = revision + 1 where id = ${mine}`;
    expect(await refusal('/simulations/look', { flowId: mine, simulation })).toBe('409 flow-changed');
  });

  it('no conversation of a rehearsal, and the other way round', async () => {
    const simulation = await begin(owner, { flowId, ...test });
    const input = 'Hello';
    expect(await refusal('/rehearsals', { flowId, previous: simulation.slice(0, 100), input })).toBe(
      '404 not-found',
    );
    const opened = await office.ask(owner, 'POST', '/rehearsals', { flowId });
    const { conversation } = (await opened.json()) as { conversation: string };
    expect(await refusal('/simulations/look', { flowId, simulation: conversation })).toBe('404 not-found');
  });
});

describe('what comes in the way', () => {
  const body = () => ({ flowId, ...test });
  it.each<[string, Response, string]>([
    [
      'an account without money',
      Response.json(
        { statusCode: 402, message: 'Add a payment method.', reason: 'payment_method_missing' },
        { status: 402 },
      ),
      '402 vapi-payment',
    ],
    ['too many requests', new Response('{}', { status: 429 }), '503 vapi-limited'],
    [
      'an account without simulations',
      Response.json({ message: 'Not enabled', error: 'Forbidden', statusCode: 403 }, { status: 403 }),
      '502 vapi-refused',
    ],
    ['a broken Vapi', new Response('', { status: 500 }), '502 vapi-unreachable'],
  ])('%s', async (_, response, code) => {
    office.interceptVapi(async () => response);
    expect(await refusal('/simulations', body())).toBe(code);
  });

  const answering = async (part: object) => {
    const simulation = await begin(owner, body());
    office.wait(10_000);
    office.interceptVapi(async (_, pass) => {
      const item = (await (await pass()).json()) as Record<string, unknown>;
      return Response.json({ ...item, ...part });
    });
    return { flowId, simulation };
  };

  it.each(SIMULATION_PHASES)('nothing yet: it is %s', async (status) => {
    expect(await look(owner, await answering({ status, results: undefined }))).toEqual({ status });
  });

  it('a result that comes after the status is waited for', async () => {
    expect(await look(owner, await answering({ results: undefined }))).toEqual({ status: 'evaluating' });
  });

  it('a conversation that could not be held is told', async () => {
    const of = await answering({ status: 'failed', failureReason: 'No model.', results: undefined });
    const response = await office.ask(owner, 'POST', '/simulations/look', of);
    expect(await response.json()).toEqual({
      error: { code: 'simulation-failed', params: { message: 'No model.' } },
    });
  });

  it('a question that nobody could answer is left open', async () => {
    const evaluations = [{ structuredOutputId: 'inline', extractedValue: null, passed: false, error: 'x' }];
    const of = await answering({ status: 'failed', results: { evaluations, passed: false } });
    expect(await look(owner, of)).toMatchObject({ status: 'done', goal: null });
  });

  it('more than a caller can be told of, or nothing at all', async () => {
    for (const part of [
      { lines: [] },
      { lines: Array(3).fill('x'.repeat(2000)) },
      { pretence: { caller: '06' } },
    ])
      expect(await refusal('/simulations', { ...body(), ...part })).toBe('400 bad-request');
  });

  it('an empty drawing', async () => {
    const empty = await drawFlow(owner, { format: 1, name: 'E', language: 'en', nodes: {}, edges: {} });
    expect(await refusal('/simulations', { ...body(), flowId: empty })).toBe('422 flow-has-errors');
  });

  it('as many as a day has', async () => {
    const { sql } = office.stack;
    await sql`update public.budgets set used = 2000 where workspace_id = ${owner.workspace} and name = 'simulations-here'`;
    expect(await refusal('/simulations', body())).toBe('429 too-many-simulations');
    const usage = await office.ask(owner, 'GET', `/usage?workspaceId=${owner.workspace}`);
    expect(await usage.json()).toMatchObject({ simulations: { used: 2000, most: 2000 } });
  });

  it('nothing that was said is written into the log', () => {
    const log = JSON.stringify(office.log);
    for (const line of LINES.slice(0, 4)) expect(log).not.toContain(line);
  });
});
