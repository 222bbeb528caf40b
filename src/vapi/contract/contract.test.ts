/** What the contract takes and refuses, as tables. */
import { describe, expect, it } from 'vitest';
import { assistantBody, assistantOverrides } from './assistant.ts';
import { createWebCallBody, toolArguments } from './call.ts';
import { createChatBody } from './chat.ts';
import { errorMessages } from './errors.ts';
import { createPhoneNumberBody, savedPhoneNumber, updatePhoneNumberBody } from './phone-number.ts';
import { serverRequest } from './server-message.ts';
import { createSimulationRunBody, simulationRunItem } from './simulation.ts';
import { squadBody } from './squad.ts';
import { vapiTool } from './tool.ts';
import { verifyAssistant, verifySquad } from './verify.ts';

const ID = '11111111-1111-4111-8111-111111111111';
const model = { provider: 'openai', model: 'gpt-4.1', messages: [{ role: 'system', content: 'x' }] };
const assistant = {
  name: 'A',
  firstMessage: 'Hello.',
  firstMessageMode: 'assistant-speaks-first',
  transcriber: { provider: 'deepgram', model: 'nova-3', language: 'en' },
  voice: { provider: 'azure', voiceId: 'en-US-JennyNeural' },
  model,
};
const handoff = (to: string, parameters?: unknown, description: string | undefined = 'when asked') => ({
  type: 'handoff',
  function: { name: 'go', description, ...(parameters === undefined ? {} : { parameters }) },
  destinations: [{ type: 'assistant', assistantName: to }],
  messages: [],
});
const withTools = (...tools: unknown[]) => ({ ...assistant, model: { ...model, tools } });

const evaluation = (schema: object, comparator = '=') => ({
  structuredOutput: { name: 'done', schema },
  comparator,
  value: true,
  required: true,
});
const simulationRun = (part: object = {}, scenario: object = {}) => ({
  simulations: [
    {
      type: 'simulation',
      scenario: {
        name: 'S',
        instructions: 'x',
        evaluations: [evaluation({ type: 'boolean' })],
        ...scenario,
      },
      personality: { name: 'P', assistant },
    },
  ],
  target: { type: 'assistant', assistant },
  transport: { provider: 'vapi.webchat' },
  ...part,
});

describe('shapes', () => {
  const cases: readonly (readonly [
    string,
    { safeParse(value: unknown): { success: boolean } },
    unknown,
    boolean,
  ])[] = [
    ['an assistant', assistantBody, assistant, true],
    ['an assistant without a name', assistantBody, { model }, false],
    ['a name of 40', assistantBody, { ...assistant, name: 'x'.repeat(40) }, true],
    ['a name of 41', assistantBody, { ...assistant, name: 'x'.repeat(41) }, false],
    ['a simulation', createSimulationRunBody, simulationRun(), true],
    ['a simulation aloud', createSimulationRunBody, simulationRun({ transport: undefined }), false],
    ['a kept scenario', createSimulationRunBody, simulationRun({}, { id: ID }), false],
    [
      'long instructions',
      createSimulationRunBody,
      simulationRun({}, { instructions: 'x'.repeat(10_001) }),
      false,
    ],
    [
      'a simulation without a question',
      createSimulationRunBody,
      simulationRun({}, { evaluations: [] }),
      false,
    ],
    [
      'a question for an object',
      createSimulationRunBody,
      simulationRun({}, { evaluations: [evaluation({ type: 'object' })] }),
      false,
    ],
    [
      'an order of yes and no',
      createSimulationRunBody,
      simulationRun({}, { evaluations: [evaluation({ type: 'boolean' }, '>')] }),
      false,
    ],
    [
      'an item of which Vapi says something new',
      simulationRunItem,
      { id: ID, status: 'passed', results: { evaluations: [{ extractedValue: true, x: 1 }], x: 1 }, x: 1 },
      true,
    ],
    ['an unknown property', assistantBody, { ...assistant, language: 'fr' }, false],
    [
      'a property of another voice',
      assistantBody,
      { ...assistant, voice: { ...assistant.voice, stability: 1 } },
      false,
    ],
    [
      'a transcriber for English only',
      assistantBody,
      { ...assistant, startSpeakingPlan: { smartEndpointingPlan: { provider: 'livekit' } } },
      false,
    ],
    [
      'an analysis switched off',
      assistantBody,
      { ...assistant, analysisPlan: { summaryPlan: { enabled: false } } },
      true,
    ],
    [
      'an analysis switched on',
      assistantBody,
      { ...assistant, analysisPlan: { summaryPlan: { enabled: true } } },
      false,
    ],
    [
      'overrides with additions',
      assistantOverrides,
      { 'tools:append': [{ type: 'endCall' }], variableValues: { a: 1 } },
      true,
    ],
    ['a hidden function of a native tool', vapiTool, { type: 'endCall', function: { name: 'end' } }, true],
    ['a function name with an accent', vapiTool, { type: 'function', function: { name: 'réserver' } }, false],
    ['a tool of an unknown type', vapiTool, { type: 'sms' }, false],
    ['a handoff to two', vapiTool, { ...handoff('A'), destinations: [handoff('A'), handoff('B')] }, false],
    [
      'a retired transfer mode',
      vapiTool,
      {
        type: 'transferCall',
        destinations: [
          { type: 'number', number: '+33142685300', transferPlan: { mode: 'warm-transfer-with-summary' } },
        ],
      },
      false,
    ],
    [
      'a number schema with a limit',
      vapiTool,
      {
        type: 'function',
        function: {
          name: 'f',
          parameters: { type: 'object', properties: { n: { type: 'number', minimum: 1 } } },
        },
      },
      false,
    ],
    ['a squad', squadBody, { members: [{ assistantId: ID }, { assistant }] }, true],
    ['a member that is both', squadBody, { members: [{ assistantId: ID, assistant }] }, false],
    ['the wrong spelling', squadBody, { members: [{ assistant }], memberOverrides: {} }, false],
    ['metadata of a squad', squadBody, { members: [{ assistant }], metadata: {} }, false],
    ['a free number', createPhoneNumberBody, { provider: 'vapi', numberDesiredAreaCode: '415' }, true],
    [
      'a French free number',
      createPhoneNumberBody,
      { provider: 'vapi', numberDesiredAreaCode: '0142' },
      false,
    ],
    ['a switch with null', updatePhoneNumberBody, { provider: 'vapi', squadId: ID, assistantId: null }, true],
    ['a workflow', updatePhoneNumberBody, { workflowId: ID }, false],
    ['metadata of a web call', createWebCallBody, { squadId: ID, metadata: {} }, false],
    [
      'metadata in overrides',
      createWebCallBody,
      { squadId: ID, squadOverrides: { metadata: { preview: 1 } } },
      true,
    ],
    ['a chat with an empty input', createChatBody, { squadId: ID, input: '' }, true],
    ['a streamed chat', createChatBody, { squadId: ID, input: '', stream: true }, false],
    [
      'a number with news in it',
      savedPhoneNumber,
      { id: ID, createdAt: '', updatedAt: '', provider: 'vapi', new: 1 },
      true,
    ],
  ];
  it.each(cases)('%s', (_name, schema, value, taken) => {
    expect(schema.safeParse(value).success).toBe(taken);
  });
});

describe('rules beyond shapes', () => {
  const destination = (names: readonly string[]) => ({
    type: 'object',
    properties: { destination: { type: 'string', enum: names } },
    required: ['destination'],
  });
  const squad = (first: unknown, rest: Record<string, unknown> = {}) => ({
    members: [{ assistant: first }, { assistant: { ...assistant, name: 'B' } }],
    ...rest,
  });
  const of = (violations: readonly { path: string; message: string }[]) =>
    violations.map(({ path, message }) => `${path}: ${message}`);

  it('all is well', () => {
    expect(verifyAssistant(withTools({ type: 'endCall' }))).toEqual([]);
    expect(verifySquad(squad(withTools(handoff('B', destination(['B'])))))).toEqual([]);
    expect(verifySquad({ members: [{ assistantId: ID }, { assistant }] })).toEqual([]);
  });

  it.each([
    [squad(withTools({ type: 'endCall' }, { type: 'endCall' })), 'duplicate function name: endCall'],
    [
      squad(withTools({ type: 'endCall' }), { membersOverrides: { 'tools:append': [{ type: 'endCall' }] } }),
      'membersOverrides.tools:append.0.function.name: duplicate function name: endCall',
    ],
    [squad({ ...assistant, name: 'B' }), 'members.1.assistant.name: Duplicate Assistant Name: B'],
    [squad(withTools(handoff('C'))), 'no member is named C'],
    [
      squad(withTools(handoff('B', { type: 'object', properties: {} }))),
      'parameters must contain destination',
    ],
    [squad(withTools(handoff('B', destination(['C'])))), "destination must list the destinations' names"],
    [
      squad(withTools(handoff('B', { ...destination(['B']), required: [] }))),
      'function.parameters.required: destination must be required',
    ],
    [squad(withTools(handoff('B', undefined, ''))), 'a handoff without description is never called'],
    [squad(withTools({ ...handoff('B'), messages: undefined })), 'messages must be written out'],
    [squad(assistant, { membersOverrides: { model } }), 'membersOverrides.model: model in overrides'],
    [squad({ ...assistant, voice: undefined }), 'members.0.assistant.voice: voice must be written out'],
    [squad({ ...assistant, firstMessage: undefined }), 'members.0.assistant.firstMessage: '],
    [squad({ ...assistant, model: { ...model, messages: [] } }), 'exactly one system message'],
    [squad({ ...assistant, name: 'x'.repeat(41) }), 'members.0.assistant.name: Too big'],
    [{ members: [] }, 'members: Too small'],
    [null, 'expected object'],
  ])('%#: %s', (body, sentence) => {
    expect(of(verifySquad(body)).join('\n')).toContain(sentence);
  });

  it('an assistant gives the places of its faults', () => {
    expect(of(verifyAssistant({ ...withTools({ type: 'endCall', x: 1 }) }))).toEqual([
      'model.tools.0: Unrecognized key: "x"',
    ]);
  });
});

describe('reading', () => {
  it('errors', () => {
    expect(errorMessages({ message: 'a' })).toEqual(['a']);
    expect(errorMessages({ message: ['a', 'b'], statusCode: 400 })).toEqual(['a', 'b']);
    expect(errorMessages('<html>')).toEqual([]);
    expect(errorMessages(undefined)).toEqual([]);
  });

  it('arguments of tool calls, as text and as an object', () => {
    const call = (given: unknown) => ({ id: 'c', function: { name: 'f', arguments: given as string } });
    expect(toolArguments(call('{"a":1}'))).toEqual({ a: 1 });
    expect(toolArguments(call({ a: 1 }))).toEqual({ a: 1 });
    for (const bad of ['', '[1]', '{', 'null', undefined]) expect(toolArguments(call(bad))).toEqual({});
  });

  it('server messages: known types strictly enough, unknown types all the same', () => {
    const read = (message: unknown) => serverRequest.safeParse({ message });
    expect(read({ type: 'status-update', status: 'in-progress', timestamp: 1, new: 1 }).success).toBe(true);
    expect(read({ type: 'speech-update', whatever: 1 }).success).toBe(true);
    expect(read({ no: 'type' }).success).toBe(false);
  });
});
