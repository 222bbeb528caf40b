/** Tests for ways that nobody has tried, made and played as the editor does it: through the Edge Function, with real endpoints behind. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverageOf, type Taken } from '../../../src/flow/coverage.ts';
import { registry } from '../../../src/kinds/registry.ts';
import { fail, succeed } from '../../../src/lib/result.ts';
import { rehearsalAnswer } from '../../../src/publish/wire.ts';
import { type Converse, play } from '../../../src/rehearsals/play.ts';
import { attemptsFor, takenAlong } from '../../../src/rehearsals/untried.ts';
import { templates } from '../../../src/templates/registry.ts';
import { drawFlow, type Office, openOffice, type Worker } from '../../tests/functions/office.ts';

let office: Office;
let owner: Worker;

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire();
});
afterAll(() => office.close());

describe.each([
  ['appointment-booking', 'fr', 30],
  ['medical-appointment', 'en', 20],
] as const)('the template %s (%s)', (id, language, most) => {
  it(`is tried by at most ${most} generated tests, every way out of it`, async () => {
    const document = templates.find((template) => template.id === id)!.build(language, { name: 'X' });
    const flowId = await drawFlow(owner, document);
    const converse: Converse<string> = async (turn) => {
      const response = await office.ask(owner, 'POST', '/rehearsals', { flowId, ...turn });
      if (!response.ok) return fail(await response.text());
      return succeed(rehearsalAnswer.parse(await response.json()));
    };
    const { attempts, impossible } = attemptsFor(document, [], Date.parse('2027-06-14T09:00:00Z'), most);
    expect(impossible).toEqual([]);
    const calls: Taken[][] = [];
    for (const { way, pretence, caller } of attempts) {
      const call = await play(converse, caller(), { pretence, signal: AbortSignal.timeout(60_000) });
      if (!call.ok) throw new Error(call.failure);
      expect(call.value.visited).toEqual(way.steps.map(({ node }) => node));
      calls.push(takenAlong(document, call.value.visited, way.steps));
    }
    const { ways, exits, untried } = coverageOf(document, registry, calls);
    // A call that is passed on leaves its step by no drawn way out.
    expect(untried).toEqual([]);
    expect(exits.tried).toBe(exits.all);
    expect(ways.tried).toBe(attempts.length);
    expect(ways.tried === most || BigInt(ways.tried) === ways.all).toBe(true);
  });
});
