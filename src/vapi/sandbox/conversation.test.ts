/** Conversations through `/chat`: members, handoffs, vetoes, code, tool messages, variables. */
import { describe, expect, it } from 'vitest';
import type { ScriptStep } from '../script/script.ts';
import type { JsonRecord } from './runtime/record.ts';
import { scriptedAssistant, testSandbox } from './testing.ts';

const begin = { start: 1, opened: false };
const end: ScriptStep['instruction'] = { do: 'end', tool: 'endCall', closing: '' };
const endCall = { type: 'endCall', messages: [] };

const handoff = (name: string, to: string, properties: JsonRecord = {}, rest: JsonRecord = {}) => ({
  type: 'handoff',
  function: {
    name,
    description: 'x',
    parameters: {
      type: 'object',
      properties: { destination: { type: 'string', enum: [to] }, ...properties },
      required: ['destination', ...Object.keys(properties)],
    },
  },
  destinations: [
    { type: 'assistant', assistantName: to, contextEngineeringPlan: { type: 'userAndAssistantMessages' } },
  ],
  messages: [],
  ...rest,
});

/** A chat from turn to turn; gives the output of each, texts and calls as lines. */
async function chat(target: JsonRecord, inputs: readonly string[]) {
  const { send } = testSandbox();
  const turns: string[][] = [];
  let previousChatId: string | undefined;
  for (const input of inputs) {
    const answer = await send('POST', '/chat', {
      input,
      ...(previousChatId === undefined ? target : { previousChatId }),
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    previousChatId = answer.body.id;
    turns.push(
      // biome-ignore lint/suspicious/noExplicitAny: output as it comes
      answer.body.output.flatMap((message: any) => [
        ...(message.content ? [`${message.role}: ${message.content}`] : []),
        // biome-ignore lint/suspicious/noExplicitAny: output as it comes
        ...(message.tool_calls ?? []).map((call: any) => `${call.function.name} ${call.function.arguments}`),
      ]),
    );
  }
  return turns;
}

describe('a squad', () => {
  const first = scriptedAssistant(
    'First',
    {
      language: 'en',
      begin,
      steps: [
        {
          number: 1,
          title: 'Name',
          instruction: {
            do: 'ask',
            question: 'Your name?',
            items: [{ key: 'who', label: 'name', type: 'name', choices: [], optional: false }],
            readBack: false,
            to: { tool: 'go_on' },
            refused: { tool: 'go_on' },
          },
        },
      ],
    },
    { tools: [handoff('go_on', 'Second', { who: { type: 'string' } })] },
  );
  const second = scriptedAssistant('Second', {
    language: 'en',
    begin,
    steps: [
      {
        number: 1,
        title: 'Thank',
        instruction: {
          do: 'say',
          exact: true,
          text: 'Thank you, {{ who | default: "friend" }} of {{ place }}.',
          to: { step: 2 },
        },
      },
      { number: 2, title: 'End', instruction: end },
    ],
  });
  const squad = {
    members: [
      { assistant: first },
      { assistant: second, assistantOverrides: { endCallMessage: 'Goodbye.' } },
    ],
    membersOverrides: { 'tools:append': [endCall], variableValues: { place: 'Lyon' } },
  };

  it('passes values on, silently, and ends with the last sentence', async () => {
    expect(await chat({ squad }, ['', 'Anna'])).toEqual([
      ['assistant: Your name?'],
      [
        'go_on {"destination":"Second","who":"Anna"}',
        'tool: No handoff destination returned',
        'assistant: Thank you, Anna of Lyon.',
        'endCall {}',
        'assistant: Goodbye.',
        'tool: Success.',
      ],
    ]);
  });

  it('can be taken up again from any earlier turn', async () => {
    const { send } = testSandbox();
    const opened = (await send('POST', '/chat', { input: '', squad })).body;
    const say = async (input: string) =>
      JSON.stringify((await send('POST', '/chat', { input, previousChatId: opened.id })).body.output);
    expect(await say('Anna')).toContain('Thank you, Anna');
    expect(await say('Bob')).toContain('Thank you, Bob');
  });

  it('says nothing more once it is over', async () => {
    expect((await chat({ squad }, ['', 'Anna', 'Hello?'])).at(-1)).toEqual([]);
  });
});

describe('a rule', () => {
  const rule = {
    type: 'code',
    function: {
      name: 'rule',
      parameters: { type: 'object', properties: { guests: { type: 'string' } }, required: ['guests'] },
    },
    code: 'return { outcome: Number(args.guests) > 8 ? "big" : "otherwise", year: new Date().getFullYear() };',
    variableExtractionPlan: { aliases: [{ key: 'table', value: '{{$.outcome}}' }] },
    messages: [],
  };
  const unless = (outcome: string) => ({
    rejectionPlan: {
      conditions: [
        { type: 'liquid', liquid: `{% if table == "${outcome}" %}false{% else %}true{% endif %}` },
      ],
    },
  });
  const squad = (outcomes: readonly (readonly [string, string])[]) => ({
    members: [
      {
        assistant: scriptedAssistant(
          'First',
          {
            language: 'en',
            begin,
            steps: [
              {
                number: 1,
                title: 'Ask',
                instruction: {
                  do: 'ask',
                  question: 'How many?',
                  items: [{ key: 'guests', label: 'guests', type: 'number', choices: [], optional: false }],
                  readBack: false,
                  to: { step: 2 },
                  refused: { step: 2 },
                },
              },
              {
                number: 2,
                title: 'Rule',
                instruction: {
                  do: 'compute',
                  tool: 'rule',
                  uses: ['guests'],
                  outcomes: outcomes.map(([outcome, tool]) => ({ outcome, to: { tool } })),
                },
              },
            ],
          },
          {
            tools: [
              rule,
              handoff('to_big', 'Big', {}, unless('big')),
              handoff('to_small', 'Small', {}, unless('otherwise')),
            ],
          },
        ),
      },
      ...['Big', 'Small'].map((name) => ({
        assistant: {
          name,
          firstMessage: `${name} table, {{ table }}.`,
          model: { provider: 'openai', model: 'gpt-4.1' },
        },
      })),
    ],
  });
  const outcomes = [
    ['big', 'to_big'],
    ['otherwise', 'to_small'],
  ] as const;

  it.each([
    ['nine', 'assistant: Big table, big.'],
    ['8', 'assistant: Small table, otherwise.'],
  ])('%s guests → %s', async (guests, said) => {
    expect((await chat({ squad: squad(outcomes) }, ['', guests])).at(-1)?.at(-1)).toBe(said);
  });

  it('computes on the clock of the sandbox', async () => {
    const turns = await chat({ squad: squad(outcomes) }, ['', '9']);
    expect(turns.at(-1)).toContain('tool: {"outcome":"big","year":2026}');
  });

  it('is not to be talked round: a handoff against the outcome is refused', async () => {
    const wrong = [
      ['big', 'to_small'],
      ['otherwise', 'to_big'],
    ] as const;
    const turns = await chat({ squad: squad(wrong) }, ['', '9']);
    expect(turns.at(-1)).toContain('tool: Tool call rejected: to_small is not allowed now. Choose another.');
    expect(turns.at(-1)?.at(-1)).toBe('assistant: Big table, big.');
  });
});

describe('tools', () => {
  const using = (tool: JsonRecord, name: string, rest: JsonRecord = {}) =>
    scriptedAssistant(
      'Only',
      {
        language: 'en',
        begin,
        steps: [
          {
            number: 1,
            title: 'Use',
            instruction: {
              do: 'compute',
              tool: name,
              uses: [],
              outcomes: [{ outcome: 'x', to: { step: 2 } }],
            },
          },
          { number: 2, title: 'End', instruction: end },
        ],
      },
      { tools: [tool, endCall], ...rest },
    );
  const code = (source: string, rest: JsonRecord = {}) => ({
    type: 'code',
    function: { name: 'run' },
    code: source,
    timeoutSeconds: 1,
    messages: [],
    ...rest,
  });

  it.each([
    ['throws', 'throw new Error("broken")', 'tool: Error: broken'],
    ['never ends', 'while (true) {}', 'tool: Error: timed out after 1 s'],
    ['is no code', 'return (', 'tool: Error: '],
    [
      'looks for the machine',
      'return typeof process + typeof require + typeof fetch',
      'tool: undefinedundefinedundefined',
    ],
    ['waits', 'return await Promise.resolve("done")', 'tool: done'],
    ['returns nothing', '', 'tool: null'],
  ])('code that %s', async (_name, source, line) => {
    const [turn] = await chat({ assistant: using(code(source), 'run') }, ['']);
    expect(turn?.find((one) => one.startsWith('tool: '))).toContain(line);
  });

  it('speak their messages, and English where none is written', async () => {
    const spoken = code('return 1', {
      messages: [{ type: 'request-start', content: 'One moment, {{ who }}.' }],
    });
    const own = { assistant: using(spoken, 'run'), assistantOverrides: { variableValues: { who: 'Anna' } } };
    expect((await chat(own, ['']))[0]).toContain('assistant: One moment, Anna.');
    const { messages: _, ...silent } = code('return 1');
    expect((await chat({ assistant: using(silent, 'run') }, ['']))[0]).toContain('assistant: Hold on a sec.');
  });

  it('cannot transfer outside a telephone call', async () => {
    const assistant = scriptedAssistant(
      'Only',
      {
        language: 'en',
        begin,
        steps: [
          {
            number: 1,
            title: 'Transfer',
            instruction: {
              do: 'transfer',
              tool: 'transferCall',
              destination: '+14155550111',
              otherwise: { step: 2 },
            },
          },
          {
            number: 2,
            title: 'Say',
            instruction: { do: 'say', exact: true, text: 'Nobody is there.', to: { step: 3 } },
          },
          { number: 3, title: 'End', instruction: end },
        ],
      },
      {
        tools: [
          { type: 'transferCall', destinations: [{ type: 'number', number: '+14155550111' }] },
          endCall,
        ],
      },
    );
    const [turn] = await chat({ assistant }, ['']);
    expect(turn).toContain('tool: Transfer failed: only phone calls can be transferred.');
    expect(turn).toContain('assistant: Nobody is there.');
  });

  it('have names that no other has, appended and saved ones among them', async () => {
    const { send } = testSandbox();
    const saved = (await send('POST', '/tool', code('return 1'))).body;
    const assistant = using(code('return 1'), 'run');
    const model = assistant.model as JsonRecord;
    const targets = [
      { assistant, assistantOverrides: { 'tools:append': [code('return 2')] } },
      { squad: { members: [{ assistant }], membersOverrides: { 'tools:append': [code('return 2')] } } },
      { assistant: { ...assistant, model: { ...model, toolIds: [saved.id] } } },
    ];
    for (const target of targets) {
      const answer = await send('POST', '/chat', { input: '', ...target });
      expect([answer.status, answer.body.message]).toEqual([400, ['Duplicate Tool Name: run of Only.']]);
    }
  });

  it('that are saved are used by their ids', async () => {
    const { send } = testSandbox();
    const saved = (await send('POST', '/tool', code('return "from a saved tool"'))).body;
    const assistant = using(endCall, 'run');
    const model = { ...(assistant.model as JsonRecord), toolIds: [saved.id] };
    const answer = await send('POST', '/chat', { input: '', assistant: { ...assistant, model } });
    expect(JSON.stringify(answer.body.output)).toContain('from a saved tool');
  });
});

describe('first messages', () => {
  const model = {
    provider: 'openai',
    model: 'gpt-4.1',
    messages: [{ role: 'system', content: 'You are the help.' }],
  };

  it('know the time of the place', async () => {
    const firstMessage = 'It is {{ "now" | date: "%Y-%m-%d %H:%M", "Europe/Paris" }}.';
    expect(await chat({ assistant: { name: 'A', firstMessage, model } }, [''])).toEqual([
      ['assistant: It is 2026-11-25 10:00.'],
    ]);
  });

  it('are none where the assistant waits', async () => {
    const waiting = { name: 'A', firstMessage: 'Hello', firstMessageMode: 'assistant-waits-for-user', model };
    expect(await chat({ assistant: waiting }, ['', 'Hi'])).toEqual([
      [],
      ['assistant: I understand. Is there anything else I can do for you?'],
    ]);
  });

  it('leave text alone that is no Liquid', async () => {
    const firstMessage = '{% raw %}{{ not a variable }}{% endraw %} {{ nobody }}{% nonsense';
    expect(await chat({ assistant: { name: 'A', firstMessage, model } }, [''])).toEqual([
      [`assistant: ${firstMessage}`],
    ]);
  });
});
