/**
 * `tsx e2e/rehearsal-bench.ts`: how long a turn of a rehearsal takes, over HTTP to the Edge Function in Deno with a real database and
 * the sandbox, beside a request to the same function that does next to nothing (`GET /status`); one after the other. Needs a built app.
 */
import { HELLO } from '../src/callers/replies.ts';
import { rehearsalAnswer } from '../src/publish/wire.ts';
import { templates } from '../src/templates/registry.ts';
import { createFlow, type Session, signUp } from './support/session.ts';
import { startStack } from './support/stack.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 30);
const WARM_UP = 3;
const GOAL = 100;
const LINES = [HELLO.en, 'An appointment, please', 'Zoe Smith', '020 7946 0018', 'a check-up'];

interface Times {
  readonly turns: number[];
  readonly bare: number[];
}

async function timed(
  { ask }: Session,
  into: number[],
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const start = performance.now();
  const json = await ask(method, `/functions/v1/api${path}`, body);
  into.push(performance.now() - start);
  return json;
}

async function measure(session: Session, flowId: string, rounds: number): Promise<Times> {
  const times: Times = { turns: [], bare: [] };
  for (let round = 0; round < rounds; round += 1) {
    let previous: string | null = null;
    for (const input of [undefined, ...LINES]) {
      const said: object = input === undefined || previous === null ? {} : { previous, input };
      const answer = rehearsalAnswer.parse(
        await timed(session, times.turns, 'POST', '/rehearsals', { flowId, ...said }),
      );
      await timed(session, times.bare, 'GET', '/status');
      previous = answer.conversation;
      if (previous === null) break;
    }
  }
  return times;
}

function at(share: number, times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)]!;
}

const { appUrl, stop } = await startStack();
try {
  const session = await signUp(appUrl, 'bench@example.com');
  const { id } = await createFlow(session, templates[0]!.build('en', { name: 'Bench' }));
  await measure(session, id, WARM_UP);
  const { turns, bare } = await measure(session, id, ROUNDS);
  console.log(`rehearsal turn p95: ${at(0.95, turns).toFixed(1)} ms (goal ${GOAL})`);
  console.log(`rehearsal turn median: ${at(0.5, turns).toFixed(1)} ms`);
  console.log(`bare request p95: ${at(0.95, bare).toFixed(1)} ms, median: ${at(0.5, bare).toFixed(1)} ms`);
  console.log(
    `rehearsal turn to bare request: ${(at(0.5, turns) / at(0.5, bare)).toFixed(1)} times (median)`,
  );
} finally {
  await stop();
}
