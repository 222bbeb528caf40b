/**
 * Requests per second of the sandbox, for the bench: what a rehearsal and a publication ask, one after another, beside a
 * bare `Request → Response` that reads its JSON and gives it back. In process: no sockets.
 */
import { createSandbox } from '../src/vapi/sandbox/sandbox.ts';

const KEY = 'bench';
const ROUNDS = 60;

type Answer = (request: Request) => Promise<Response>;

export interface SandboxFigures {
  readonly requestsPerSecond: number;
  /** Of the echo, in the same run. */
  readonly echoesPerSecond: number;
  /** Echoes in the time of a request of the sandbox. */
  readonly ratio: number;
}

/** Median rates over rounds that are measured in turn. */
export async function measureSandbox(): Promise<SandboxFigures> {
  const sandbox = createSandbox({ key: KEY, seed: 1, now: () => Date.UTC(2026, 10, 24, 11) });
  const rates = { sandbox: [] as number[], echo: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.sandbox.push(await rateOf((request) => sandbox.fetch(request)));
    rates.echo.push(await rateOf(echo));
  }
  const requestsPerSecond = median(rates.sandbox);
  const echoesPerSecond = median(rates.echo);
  return { requestsPerSecond, echoesPerSecond, ratio: echoesPerSecond / requestsPerSecond };
}

const ASSISTANT = {
  name: 'Reception',
  firstMessage: 'Good morning, how can I help?',
  model: {
    provider: 'openai',
    model: 'gpt-4.1',
    messages: [{ role: 'system', content: 'You answer the telephone. {{ place | default: "here" }}' }],
    tools: [{ type: 'endCall' }],
  },
};

/** Requests per second of one round: create, read, list, chat twice, delete. */
async function rateOf(answer: Answer): Promise<number> {
  let count = 0;
  const ask = async (method: string, path: string, body?: unknown): Promise<{ readonly id?: string }> => {
    count += 1;
    const response = await answer(
      new Request(`http://127.0.0.1${path}`, {
        method,
        headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return (await response.json()) as { readonly id?: string };
  };
  const start = performance.now();
  const { id: assistantId = 'x' } = await ask('POST', '/assistant', ASSISTANT);
  await ask('GET', `/assistant/${assistantId}`);
  await ask('GET', '/assistant?limit=10');
  const { id: previousChatId } = await ask('POST', '/chat', { assistantId, input: '' });
  await ask('POST', '/chat', { previousChatId, input: 'Are you open today?' });
  await ask('DELETE', `/assistant/${assistantId}`);
  return (count * 1000) / (performance.now() - start);
}

async function echo(request: Request): Promise<Response> {
  const text = await request.text();
  return Response.json(text === '' ? {} : JSON.parse(text), { status: 200 });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
