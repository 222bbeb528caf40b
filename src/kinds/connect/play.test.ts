/** Asking another system, played: what is sent, what is kept, and where the call goes when it does not work. */
import { describe, expect, it } from 'vitest';
import { checkFlow, compileFlow, traceCall } from '../registry.ts';
import { drawFlow, playFlow } from '../testing/play-flow.ts';
import { RUNTIME } from '../testing/runtime.ts';
import type { ConnectData } from './settings.ts';

const ORIGIN = 'https://api.example.com';

const CONNECT: ConnectData = {
  label: 'Open a case',
  method: 'POST',
  url: `${ORIGIN}/cases`,
  headers: [{ name: 'X-Source', value: 'phone' }],
  body: [
    { name: 'customer', information: 'who', value: '' },
    { name: 'origin', information: '', value: 'call' },
  ],
  answers: [{ path: 'case.number', information: 'number' }],
  timeoutSeconds: 5,
  say: 'One moment, let me check.',
};

const drawn = (rest: Partial<ConnectData> = {}, section?: string) => {
  const document = drawFlow(
    'en',
    {
      answer: {
        kind: 'answer',
        data: { greeting: 'Hello.', disclosure: 'I am an automated assistant.', assistantName: '' },
        to: { next: 'ask' },
      },
      ask: {
        kind: 'ask',
        data: {
          question: 'What is your name?',
          items: [{ information: 'who', optional: false }],
          readBack: false,
        },
        to: { 'got-it': 'case', 'would-not-say': 'failed' },
      },
      case: {
        kind: 'connect',
        data: { ...CONNECT, ...rest },
        to: { worked: 'done', problem: 'failed' },
      },
      done: { kind: 'hang-up', data: { closing: 'Your number is {{number}}. Goodbye.', outcome: '' } },
      failed: { kind: 'hang-up', data: { closing: 'I am sorry.', outcome: '' } },
    },
    { who: { name: 'Name', type: 'name' }, number: { name: 'Case number', type: 'text' } },
  );
  if (section === undefined) return document;
  const { done } = document.nodes as unknown as Record<string, object>;
  return { ...document, nodes: { ...document.nodes, done: { ...done, section } } } as typeof document;
};

/** A network of one server; remembers what it was asked. */
function server(answer: () => Response) {
  const asked: { url: string; method: string; headers: unknown; body: unknown }[] = [];
  return {
    asked,
    appUrl: ORIGIN,
    fetch: async (url: string, { method, headers, body }: RequestInit) => {
      asked.push({ url, method: method!, headers, body: body ? JSON.parse(String(body)) : undefined });
      return answer();
    },
  };
}
const works = () => server(() => Response.json({ case: { number: 'A-7' } }));

describe('a request that works', () => {
  it('is a step without problems', () =>
    expect(checkFlow(drawn()).filter(({ at }) => at.node === 'case')).toEqual([]));

  it('sends what was gathered and what is fixed, and goes on', async () => {
    const network = works();
    const { turns, visited, tools } = await playFlow(drawn(), ['Anna Smith'], network);
    expect(network.asked).toEqual([
      {
        url: `${ORIGIN}/cases`,
        method: 'POST',
        headers: { 'content-type': 'application/json', 'X-Source': 'phone' },
        body: { customer: 'Anna Smith', origin: 'call' },
      },
    ]);
    expect(visited).toEqual(['answer', 'ask', 'case', 'done']);
    expect(turns[1]!.join(' ')).toContain('One moment, let me check.');
    expect(tools[0]!.arguments).toEqual({ customer: 'Anna Smith' });
  });

  it('puts information into the address, encoded', async () => {
    const network = works();
    await playFlow(
      drawn({ method: 'GET', url: `${ORIGIN}/cases?name={{who}}&x=1` }),
      ['Anna Smith'],
      network,
    );
    expect(network.asked[0]).toMatchObject({ method: 'GET', body: undefined });
    expect(network.asked[0]!.url).toBe(`${ORIGIN}/cases?name=Anna+Smith&x=1`);
  });

  it('gives the next member what it keeps of the answer', async () => {
    const { turns } = await playFlow(drawn({}, 'end'), ['Anna Smith'], works());
    expect(turns[1]!.join(' ')).toContain('Your number is A-7.');
  });
});

describe('a recorded call', () => {
  const document = drawn();
  const { manifest } = compileFlow(document, { mode: 'publish' });
  const tool = manifest.tools.find(({ role }) => role === 'compute')!.name;
  const visits = (result: string) =>
    traceCall(document, manifest, [
      { role: 'assistant', text: 'Hello. I am an automated assistant. What is your name?' },
      { role: 'tool-call', tool, arguments: { customer: 'Anna' } },
      { role: 'tool-result', tool, text: result },
    ]).visits.map(({ node, confidence }) => [node, confidence]);

  it('shows that data came back, as a conclusion', () => {
    expect(visits('{"case":{}}').slice(-2)).toEqual([
      ['case', 'known'],
      ['done', 'inferred'],
    ]);
  });

  it('concludes nothing from anything else', () => {
    expect(visits('Request failed.').at(-1)).toEqual(['case', 'known']);
  });
});

describe('a request that does not work', () => {
  it.each([
    ['refused', () => new Response('no', { status: 500 })],
    ['not reached', () => Promise.reject(new Error('offline')) as never],
  ])('%s: the call takes the other way out', async (_, answer) => {
    const { visited } = await playFlow(drawn(), ['Anna Smith'], server(answer));
    expect(visited).toEqual(['answer', 'ask', 'case', 'failed']);
  });

  it.each([['http://api.example.com/'], ['https://10.0.0.1/'], [`https://{{who}}.example.com/`], ['']])(
    'an address like %j is never asked',
    async (url) => {
      const network = works();
      const { visited } = await playFlow(drawn({ url }), ['Anna Smith'], network);
      expect(visited.at(-1)).toBe('failed');
      expect(network.asked).toEqual([]);
    },
  );
});

describe('a request with a secret', () => {
  const secret = { headers: [{ name: 'Authorization', value: 'secret:crm' }] };

  it('goes to our relay, which is told the step and the values, and nothing of the address', async () => {
    const network = { ...works(), appUrl: 'http://127.0.0.1:5173' };
    const { visited } = await playFlow(drawn(secret), ['Anna Smith'], { ...network, runtime: RUNTIME });
    expect(visited).toEqual(['answer', 'ask', 'case', 'done']);
    expect(network.asked[0]).toMatchObject({
      url: RUNTIME.url('connect'),
      method: 'POST',
      body: { who: 'Anna Smith', node: 'case', flow: 'f1' },
    });
    expect(JSON.stringify(network.asked)).not.toMatch(/secret|crm|api\.example/);
  });

  it('takes the other way out where there is no relay', async () => {
    const network = works();
    expect((await playFlow(drawn(secret), ['Anna Smith'], network)).visited.at(-1)).toBe('failed');
    expect(network.asked).toEqual([]);
  });
});
