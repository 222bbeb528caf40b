/**
 * `tsx e2e/rehearsal-bench.ts`: how long a turn of a rehearsal takes, over HTTP to the Edge Function in Deno with a real database and
 * the sandbox, beside a request to the same function that does next to nothing (`GET /status`); one after the other. Needs a built app.
 */
import { HELLO } from '../src/callers/replies.ts';
import { rehearsalAnswer } from '../src/publish/wire.ts';
import { templates } from '../src/templates/registry.ts';
import { PUBLISHABLE_KEY } from '../supabase/local/secrets.ts';
import { startStack } from './support/stack.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 30);
const WARM_UP = 3;
const GOAL = 100;
const LINES = [HELLO.en, 'An appointment, please', 'Zoe Smith', '020 7946 0018', 'a check-up'];

interface Times {
  readonly turns: number[];
  readonly bare: number[];
}

const { appUrl, stop } = await startStack();
let token = PUBLISHABLE_KEY;

async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${appUrl}${path}`, {
    method,
    headers: {
      apikey: PUBLISHABLE_KEY,
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      prefer: 'return=representation',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return JSON.parse(text);
}

async function timed(into: number[], method: string, path: string, body?: unknown): Promise<unknown> {
  const start = performance.now();
  const json = await ask(method, `/functions/v1/api${path}`, body);
  into.push(performance.now() - start);
  return json;
}

async function drawFlow(): Promise<string> {
  const account = { email: 'bench@example.com', password: 'a-long-enough-password' };
  ({ access_token: token } = (await ask('POST', '/auth/v1/signup', account)) as { access_token: string });
  const [workspace] = (await ask('GET', '/rest/v1/workspaces?select=id')) as { id: string }[];
  const document = templates[0]!.build('en', { name: 'Bench' });
  const row = { workspace_id: workspace!.id, name: 'Bench', document };
  const [flow] = (await ask('POST', '/rest/v1/flows?select=id', row)) as { id: string }[];
  return flow!.id;
}

async function measure(flowId: string, rounds: number): Promise<Times> {
  const times: Times = { turns: [], bare: [] };
  for (let round = 0; round < rounds; round += 1) {
    let previous: string | null = null;
    for (const input of [undefined, ...LINES]) {
      const said: object = input === undefined || previous === null ? {} : { previous, input };
      const answer = rehearsalAnswer.parse(
        await timed(times.turns, 'POST', '/rehearsals', { flowId, ...said }),
      );
      await timed(times.bare, 'GET', '/status');
      previous = answer.conversation;
      if (previous === null) break;
    }
  }
  return times;
}

function at(share: number, times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)]!;
}

try {
  const flowId = await drawFlow();
  await measure(flowId, WARM_UP);
  const { turns, bare } = await measure(flowId, ROUNDS);
  console.log(`rehearsal turn p95: ${at(0.95, turns).toFixed(1)} ms (goal ${GOAL})`);
  console.log(`rehearsal turn median: ${at(0.5, turns).toFixed(1)} ms`);
  console.log(`bare request p95: ${at(0.95, bare).toFixed(1)} ms, median: ${at(0.5, bare).toFixed(1)} ms`);
  console.log(
    `rehearsal turn to bare request: ${(at(0.5, turns) / at(0.5, bare)).toFixed(1)} times (median)`,
  );
} finally {
  await stop();
}
