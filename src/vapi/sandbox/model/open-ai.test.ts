/** Conversations played by a language model: a small server of the OpenAI shape on this machine answers what a test says. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonRecord } from '../runtime/record.ts';
import { startSandbox } from '../serve.ts';
import { CREDENTIAL, KEY, testSandbox } from '../testing.ts';
import { modelSettings } from './model-settings.ts';
import { openAiModel } from './open-ai.ts';

interface Asked {
  readonly authorization: string | undefined;
  readonly path: string | undefined;
  readonly body: {
    readonly model: string;
    readonly temperature?: number;
    readonly messages: readonly JsonRecord[];
    readonly tools?: readonly { readonly function: JsonRecord }[];
  };
}

type Scene = (
  asked: Asked,
) => { readonly status?: number; readonly headers?: Record<string, string>; readonly body: unknown } | 'hang';

let server: Server;
let baseUrl: string;
/** What the server answers, in order; the last again and again. */
let scenes: Scene[] = [];
let asked: Asked[] = [];

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

beforeEach(async () => {
  asked = [];
  server = createServer(async (request, response) => {
    const one: Asked = {
      authorization: request.headers.authorization,
      path: request.url,
      body: JSON.parse(await textOf(request)),
    };
    asked.push(one);
    const scene = (scenes.length > 1 ? scenes.shift() : scenes[0])!(one);
    if (scene === 'hang') return;
    const { status = 200, headers = {}, body } = scene;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const message =
  (content: string | null, calls: readonly (readonly [string, unknown])[] = []) =>
  () => ({
    body: {
      choices: [
        {
          message: {
            role: 'assistant',
            content,
            ...(calls.length === 0
              ? {}
              : {
                  tool_calls: calls.map(([name, given], index) => ({
                    id: `theirs_${index}`,
                    type: 'function',
                    function: { name, arguments: given },
                  })),
                }),
          },
        },
      ],
    },
  });

const code = (name: string, source: string, rest: JsonRecord = {}) => ({
  type: 'code',
  function: {
    name,
    description: `Does ${name}.`,
    parameters: { type: 'object', properties: { guests: { type: 'string' } }, required: ['guests'] },
  },
  code: source,
  messages: [],
  ...rest,
});

const assistant = (tools: readonly JsonRecord[], rest: JsonRecord = {}) => ({
  name: 'Desk',
  firstMessage: 'Hello.',
  model: {
    provider: 'openai',
    model: 'gpt-4.1',
    temperature: 0.3,
    messages: [{ role: 'system', content: 'You are the desk of {{ house }}.' }],
    tools,
  },
  ...rest,
});

/** A chat played by the server; gives the turns, texts, calls and results as lines. */
async function chat(target: JsonRecord, inputs: readonly string[], timeout = 5000) {
  const { send } = testSandbox({
    model: openAiModel({
      baseUrl,
      key: 'model-key',
      name: 'small-model',
      timeout,
      wait: async () => undefined,
    }),
  });
  const turns: string[][] = [];
  let previous: JsonRecord = {};
  for (const input of inputs) {
    const answer = await send('POST', '/chat', { input, ...(turns.length === 0 ? target : previous) });
    if (answer.status !== 201) return [...turns, [`${answer.status} ${answer.body.message}`]];
    previous = { previousChatId: answer.body.id };
    turns.push(
      // biome-ignore lint/suspicious/noExplicitAny: output as it comes
      answer.body.output.flatMap((one: any) => [
        ...(one.content ? [`${one.role}: ${one.content}`] : []),
        // biome-ignore lint/suspicious/noExplicitAny: output as it comes
        ...(one.tool_calls ?? []).map((call: any) => `${call.function.name} ${call.function.arguments}`),
      ]),
    );
  }
  return turns;
}

describe('what the model is told', () => {
  it('is the rendered prompt, the tools, the temperature, and everything said so far with its results', async () => {
    scenes = [
      message('For how many?'),
      message('One moment.', [['count', '{"guests":"9"}']]),
      message('Nine, noted.'),
    ];
    const overrides = { assistantOverrides: { variableValues: { house: 'Martin' } } };
    const tools = [code('count', 'return { seats: Number(args.guests) }'), { type: 'endCall' }];
    expect(await chat({ assistant: assistant(tools), ...overrides }, ['A table', 'Nine'])).toEqual([
      ['assistant: For how many?'],
      ['assistant: One moment.', 'count {"guests":"9"}', 'tool: {"seats":9}', 'assistant: Nine, noted.'],
    ]);
    expect(asked[0]).toMatchObject({ path: '/v1/chat/completions', authorization: 'Bearer model-key' });
    expect(asked[0]!.body).toMatchObject({ model: 'small-model', temperature: 0.3 });
    expect(asked[0]!.body.tools!.map((tool) => tool.function)).toMatchObject([
      { name: 'count', description: 'Does count.', parameters: { required: ['guests'] } },
      { name: 'endCall', description: 'End the call.' },
    ]);
    const said = asked[2]!.body.messages;
    expect(said.map(({ role }) => role)).toEqual([
      'system',
      'assistant',
      'user',
      'assistant',
      'user',
      'assistant',
      'tool',
    ]);
    expect(said[0]!.content).toBe('You are the desk of Martin.');
    const [call] = said[5]!.tool_calls as { id: string }[];
    expect(said[6]).toEqual({ role: 'tool', tool_call_id: call!.id, content: '{"seats":9}' });
  });

  it('knows no sentence that a tool spoke', async () => {
    const speaking = code('count', 'return 1', {
      messages: [{ type: 'request-start', content: 'Counting aloud.' }],
    });
    scenes = [message('', [['count', '{"guests":"1"}']]), message('Done.')];
    const [turn] = await chat({ assistant: assistant([speaking]) }, ['Count']);
    expect(turn).toContain('assistant: Counting aloud.');
    expect(JSON.stringify(asked[1])).not.toContain('Counting aloud');
  });

  it('offers the places of a transfer and of a handoff', async () => {
    scenes = [message('Yes?')];
    const transfer = {
      type: 'transferCall',
      destinations: [
        { type: 'number', number: '+14155550100', description: 'sales' },
        { type: 'number', number: '+14155550101', description: 'support' },
      ],
    };
    await chat({ assistant: assistant([transfer]) }, ['Hi']);
    expect(asked[0]!.body.tools![0]!.function.parameters).toMatchObject({
      properties: {
        destination: {
          enum: ['+14155550100', '+14155550101'],
          description: /* one a line */ '+14155550100: sales\n+14155550101: support',
        },
      },
      required: ['destination'],
    });
  });
});

describe('arguments', () => {
  it.each([
    ['as JSON text', '{"guests":"2"}', 'tool: 2'],
    ['as an object', { guests: '2' }, 'tool: 2'],
    ['as nothing', '', 'tool: undefined'],
    ['as null', null, 'tool: undefined'],
    ['that are no JSON', '{"guests": 2', 'tool: Error: the arguments of count are no JSON object.'],
    ['that are a list', '["2"]', 'tool: Error: the arguments of count are no JSON object.'],
  ])('%s', async (_, given, line) => {
    scenes = [message(null, [['count', given]]), message('So be it.')];
    const tool = code('count', 'return String(args.guests)');
    const [turn] = await chat({ assistant: assistant([tool]) }, ['Two']);
    expect(turn).toContain(line);
    expect(turn!.at(-1)).toBe('assistant: So be it.');
  });

  it('several calls at once are carried out in order, each with its result', async () => {
    scenes = [
      message(null, [
        ['one', '{"guests":"1"}'],
        ['unknown', '{}'],
        ['two', '{"guests":"2"}'],
      ]),
      message('Both.'),
    ];
    const tools = [code('one', 'return "first"'), code('two', 'return "second"')];
    const [turn] = await chat({ assistant: assistant(tools) }, ['Go']);
    expect(turn!.filter((line) => line.startsWith('tool'))).toEqual([
      'tool: first',
      'tool: Tool not found: unknown',
      'tool: second',
    ]);
    expect(asked[1]!.body.messages.slice(-3).map(({ role, content }) => [role, content])).toEqual([
      ['tool', 'first'],
      ['tool', 'Tool not found: unknown'],
      ['tool', 'second'],
    ]);
  });
});

describe('the rules stay those of the call', () => {
  const toKitchen = (rest: JsonRecord = {}) => ({
    type: 'handoff',
    function: {
      name: 'to_kitchen',
      description: 'To the kitchen.',
      parameters: {
        type: 'object',
        properties: { destination: { type: 'string', enum: ['Kitchen'] }, dish: { type: 'string' } },
        required: ['destination'],
      },
    },
    destinations: [{ type: 'assistant', assistantName: 'Kitchen' }],
    messages: [],
    ...rest,
  });
  const kitchen = {
    name: 'Kitchen',
    firstMessageMode: 'assistant-speaks-first-with-model-generated-message',
    model: {
      provider: 'openai',
      model: 'gpt-4.1',
      messages: [{ role: 'system', content: 'You cook {{ dish | default: "nothing" }}.' }],
    },
  };
  const squad = (tools: readonly JsonRecord[]) => ({
    members: [{ assistant: assistant(tools) }, { assistant: kitchen }],
  });

  it('a handoff takes its arguments along, and calls behind it are told that they were not carried out', async () => {
    scenes = [
      message('I ask the kitchen.', [
        ['to_kitchen', { destination: 'Kitchen', dish: 'soup' }],
        ['count', '{}'],
      ]),
      message('Soup it is.'),
    ];
    const [turn] = await chat({ squad: squad([toKitchen(), code('count', 'return 1')]) }, ['Soup']);
    expect(turn!.at(-1)).toBe('assistant: Soup it is.');
    const told = asked[1]!.body.messages;
    expect(told[0]!.content).toBe('You cook soup.');
    expect(told.filter(({ role }) => role === 'tool').map(({ content }) => content)).toEqual([
      'No handoff destination returned',
      'Not carried out.',
    ]);
  });

  it('a veto holds against the model', async () => {
    const veto = { rejectionPlan: { conditions: [{ type: 'liquid', liquid: 'true' }] } };
    scenes = [message(null, [['to_kitchen', { destination: 'Kitchen' }]]), message('I may not.')];
    const [turn] = await chat({ squad: squad([toKitchen(veto)]) }, ['Soup']);
    expect(turn!.slice(-2)).toEqual([
      'tool: Tool call rejected: to_kitchen is not allowed now. Choose another.',
      'assistant: I may not.',
    ]);
    expect(asked).toHaveLength(2);
  });

  it('a fixed sentence at the end of a tool keeps the model quiet', async () => {
    const spoken = code('count', 'return 1', {
      messages: [{ type: 'request-complete', content: 'Counted.' }],
    });
    scenes = [message(null, [['count', '{"guests":"1"}']]), message('Never heard.')];
    const [turn] = await chat({ assistant: assistant([spoken]) }, ['Count']);
    expect(turn!.at(-1)).toBe('assistant: Counted.');
    expect(asked).toHaveLength(1);
  });
});

describe('a model that cannot be used', () => {
  const busy =
    (headers: Record<string, string> = {}) =>
    () => ({
      status: 429,
      headers,
      body: { error: { message: 'Slow down, model-key' } },
    });

  it('is asked once more when it is busy or has stumbled', async () => {
    scenes = [busy({ 'retry-after': '1' }), message('Here I am.')];
    expect(await chat({ assistant: assistant([]) }, ['Hi'])).toEqual([['assistant: Here I am.']]);
    scenes = [() => ({ status: 500, body: 'oops' }), message('Again.')];
    expect(await chat({ assistant: assistant([]) }, ['Hi'])).toEqual([['assistant: Again.']]);
  });

  it.each<[string, Scene, string, string]>([
    ['stays busy', busy(), 'it answered 429: Slow down, ….', '429-rate-limit-reached'],
    [
      'is spent',
      () => ({ status: 429, body: { error: { code: 'insufficient_quota' } } }),
      'it answered 429.',
      '429-exceeded-quota',
    ],
    ['is broken', () => ({ status: 500, body: '<html>' }), 'it answered 500.', '500-server-error'],
    [
      'wants another key',
      () => ({ status: 401, body: { error: 'No such key' } }),
      'it answered 401: No such key.',
      '401-unauthorized',
    ],
    ['answers in riddles', () => ({ body: 'well' }), 'its answer could not be read.', 'llm-failed'],
    ['answers nothing', () => ({ body: { choices: [] } }), 'its answer could not be read.', 'llm-failed'],
    ['never answers', () => 'hang', 'no answer within 200 ms.', 'llm-failed'],
  ])(
    'one that %s ends the call by the name that Vapi has for it, and the chat is told',
    async (_, scene, sentence, reason) => {
      scenes = [scene];
      expect(await chat({ assistant: assistant([]) }, ['Hi'], 200)).toEqual([
        [`400 The language model cannot be used: ${sentence}`],
      ]);
      const model = openAiModel({
        baseUrl,
        key: 'model-key',
        name: 'm',
        timeout: 200,
        wait: async () => undefined,
      });
      const { send } = testSandbox({ model });
      const [number] = (await send('GET', '/phone-number')).body;
      const made = (await send('POST', '/assistant', assistant([]))).body;
      await send('PATCH', `/phone-number/${number.id}`, { assistantId: made.id });
      const call = (await send('POST', '/sandbox/line/calls', { to: number.number, from: '+14155550199' }))
        .body;
      const turn = (await send('POST', `/sandbox/line/calls/${call.callId}/say`, { text: 'Hi' })).body;
      expect(turn).toMatchObject({ said: [], ended: true });
      expect((await send('GET', `/call/${call.callId}`)).body.endedReason).toBe(
        `pipeline-error-openai-${reason}`,
      );
    },
  );

  it('is not there at all', async () => {
    const { send } = testSandbox({
      model: openAiModel({ baseUrl: 'http://127.0.0.1:1', name: 'm', wait: async () => undefined }),
    });
    const answer = await send('POST', '/chat', { input: 'Hi', assistant: assistant([]) });
    expect(answer.body.message).toBe('The language model cannot be used: it cannot be reached.');
  });

  it('fails one turn only: the same turn can be tried again', async () => {
    scenes = [message('Yes?'), () => ({ status: 400, body: {} }), message('Better now.')];
    const { send } = testSandbox({ model: openAiModel({ baseUrl, name: 'm' }) });
    const first = (await send('POST', '/chat', { input: 'Hi', assistant: assistant([]) })).body;
    const again = () => send('POST', '/chat', { input: 'So?', previousChatId: first.id });
    expect((await again()).status).toBe(400);
    expect((await again()).body.output).toMatchObject([{ content: 'Better now.' }]);
  });
});

it('what a model thinks aloud is not spoken', async () => {
  scenes = [message('<think>A caller.</think>\nGood evening.')];
  expect(await chat({ assistant: assistant([]) }, ['Hi'])).toEqual([['assistant: Good evening.']]);
});

it('what the caller told is what the model put into its calls', async () => {
  const view = {
    prompt: '',
    tools: [],
    context: [],
    greeted: false,
    now: 0,
    messages: [
      {
        role: 'assistant' as const,
        content: '',
        toolCalls: [{ name: 'x', arguments: { destination: 'B', who: 'Anna', guests: 4, list: [] } }],
      },
    ],
  };
  expect(await openAiModel({ baseUrl, name: 'm' }).gathered(view)).toEqual({ who: 'Anna', guests: '4' });
});

it('the sandbox as a server is played by it too', async () => {
  scenes = [message('From afar.')];
  const running = await startSandbox({
    port: 0,
    key: KEY,
    webhookSecret: 's',
    webhookCredentialId: CREDENTIAL,
    model: { baseUrl, name: 'm' },
  });
  try {
    const response = await fetch(`${running.url}/chat`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify({ input: 'Hi', assistant: assistant([]) }),
    });
    expect(await response.json()).toMatchObject({ output: [{ content: 'From afar.' }] });
    expect(asked[0]!.authorization).toBeUndefined();
  } finally {
    await running.stop();
  }
});

describe('the environment', () => {
  const url = 'http://127.0.0.1:11434/v1';
  it.each<[JsonRecord, unknown]>([
    [{}, null],
    [{ OPENAI_API_KEY: 'x', OPENAI_BASE_URL: url }, null],
    [
      { ALLOKOLI_MODEL_URL: url, ALLOKOLI_MODEL_NAME: 'm' },
      { baseUrl: url, name: 'm' },
    ],
    [
      { ALLOKOLI_MODEL_URL: `${url}/chat/completions`, ALLOKOLI_MODEL_NAME: 'm', ALLOKOLI_MODEL_KEY: 'k' },
      { baseUrl: url, name: 'm', key: 'k' },
    ],
  ])('%j', (environment, value) => {
    expect(modelSettings(environment as Record<string, string>)).toEqual({ ok: true, value });
  });

  it.each([
    [{ ALLOKOLI_MODEL_URL: 'localhost', ALLOKOLI_MODEL_NAME: 'm' }, 'not a web address'],
    [{ ALLOKOLI_MODEL_URL: url }, 'ALLOKOLI_MODEL_NAME must be set too'],
    [{ ALLOKOLI_MODEL_NAME: 'm' }, 'ALLOKOLI_MODEL_URL must be set too'],
    [{ ALLOKOLI_MODEL_KEY: 'k' }, 'ALLOKOLI_MODEL_URL must be set too'],
  ])('%j is told', (environment, sentence) => {
    expect(modelSettings(environment)).toMatchObject({
      ok: false,
      failure: expect.stringContaining(sentence),
    });
  });
});
