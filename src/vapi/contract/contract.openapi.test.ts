/**
 * Does Vapi's published description take what we write? Needs the description and the adapter beside it, which are not
 * part of this project: set VAPI_OPENAPI to the file `openapi.json`. Without it a notice is printed.
 */
import { describe, expect, it } from 'vitest';
import { assistantBody } from './assistant.ts';
import { createSimulationRunBody } from './simulation.ts';
import { isPublishedHere, noteAbsence, publishedValidator } from './testing/published.ts';
import { verifyAssistant, verifySquad } from './verify.ts';

const server = {
  url: 'https://x.example/functions/v1/vapi-webhook',
  credentialId: '11111111-1111-4111-8111-111111111111',
  timeoutSeconds: 10,
};
const tools = [
  {
    type: 'handoff',
    function: {
      name: 'go_b',
      description: 'when asked',
      parameters: {
        type: 'object',
        properties: {
          destination: { type: 'string', enum: ['B'] },
          day: { type: 'string', format: 'date', description: 'the day' },
        },
        required: ['destination'],
      },
    },
    destinations: [
      {
        type: 'assistant',
        assistantName: 'B',
        contextEngineeringPlan: { type: 'lastNMessages', maxMessages: 4 },
        variableExtractionPlan: { aliases: [{ key: 'short', value: '{{ day | truncate: 4 }}' }] },
        assistantOverrides: { variableValues: { from: 'A' } },
      },
    ],
    messages: [],
    rejectionPlan: {
      conditions: [
        { type: 'liquid', liquid: '{% if rule == "yes" %}false{% else %}true{% endif %}' },
        {
          type: 'group',
          operator: 'OR',
          conditions: [{ type: 'regex', regex: 'stop', target: { role: 'user' } }],
        },
      ],
    },
  },
  {
    type: 'transferCall',
    destinations: [
      {
        type: 'number',
        number: '+33142685300',
        message: 'Un instant.',
        description: 'le secrétariat',
        transferPlan: { mode: 'blind-transfer' },
      },
    ],
    messages: [{ type: 'request-start', content: '' }],
  },
  { type: 'endCall', messages: [{ type: 'request-start', content: 'Au revoir.', blocking: true }] },
  {
    type: 'code',
    function: { name: 'rule', parameters: { type: 'object', properties: {} } },
    code: 'return { outcome: "yes" };',
    timeoutSeconds: 5,
    variableExtractionPlan: { aliases: [{ key: 'rule', value: '{{$.outcome}}' }] },
    messages: [],
  },
  {
    type: 'function',
    async: true,
    function: { name: 'note_step', parameters: { type: 'object', properties: { step: { type: 'string' } } } },
    server,
    parameters: [{ key: 'flow', value: 'f1' }],
    messages: [{ type: 'request-response-delayed', content: 'Encore un instant.', timingMilliseconds: 3000 }],
  },
  {
    type: 'apiRequest',
    name: 'create_ticket',
    method: 'POST',
    url: 'https://x.example',
    body: { type: 'object', properties: { subject: { type: 'string' } } },
    backoffPlan: { type: 'exponential', maxRetries: 2, baseDelaySeconds: 1 },
    messages: [],
  },
];
const assistant = {
  name: 'A',
  firstMessage: 'Bonjour.',
  firstMessageMode: 'assistant-speaks-first',
  firstMessageInterruptionsEnabled: false,
  transcriber: { provider: 'deepgram', model: 'nova-3', language: 'fr', keyterm: ['Doctolib'] },
  voice: { provider: 'vapi', voiceId: 'Elliot', version: '2', language: 'fr-FR' },
  model: {
    provider: 'openai',
    model: 'gpt-4.1',
    temperature: 0.2,
    maxTokens: 300,
    messages: [{ role: 'system', content: 'x' }],
    tools,
  },
  endCallMessage: 'Au revoir.',
  maxDurationSeconds: 840,
  backgroundSound: 'off',
  hooks: [
    {
      on: 'customer.speech.timeout',
      name: 'reminder',
      options: { timeoutSeconds: 8, triggerMaxCount: 2, triggerResetMode: 'onUserSpeech' },
      do: [
        { type: 'say', exact: ['Allô ?'] },
        { type: 'tool', tool: { type: 'endCall' } },
      ],
    },
  ],
  startSpeakingPlan: { waitSeconds: 0.5, transcriptionEndpointingPlan: { onPunctuationSeconds: 0.1 } },
  stopSpeakingPlan: { numWords: 2, acknowledgementPhrases: ['oui'], interruptionPhrases: ['stop'] },
  artifactPlan: {
    recordingEnabled: false,
    loggingEnabled: false,
    pcapEnabled: false,
    fullMessageHistoryEnabled: true,
    transcriptPlan: { enabled: true },
    structuredOutputs: [
      { name: 'Fiche', type: 'ai', schema: { type: 'object', properties: { nom: { type: 'string' } } } },
    ],
  },
  monitorPlan: { listenEnabled: false, controlEnabled: false },
  analysisPlan: { summaryPlan: { enabled: false } },
  compliancePlan: { pciEnabled: false },
  server,
  serverMessages: ['status-update', 'end-of-call-report', 'transcript[transcriptType="final"]'],
  clientMessages: ['tool-calls', 'assistant.started'],
  metadata: { flow: 'f1' },
};
const squad = {
  name: 'S',
  members: [
    { assistant, assistantOverrides: { firstMessage: '' } },
    { assistant: { ...assistant, name: 'B', model: { ...assistant.model, tools: [] } } },
  ],
  membersOverrides: {
    server,
    variableValues: { place: 'Lyon' },
    artifactPlan: { fullMessageHistoryEnabled: true },
  },
};

const simulation = {
  type: 'simulation',
  name: 'Réservation',
  scenario: {
    name: 'Réservation',
    instructions: '- « Bonjour »',
    evaluations: [
      {
        structuredOutput: {
          name: 'goal_reached',
          type: 'ai',
          description: 'x',
          schema: { type: 'boolean', description: 'x' },
        },
        comparator: '=',
        value: true,
        required: true,
      },
    ],
    targetOverrides: { variableValues: { place: 'Lyon' } },
  },
  personality: { name: 'Appelant', assistant: { ...assistant, model: { ...assistant.model, tools: [] } } },
};
const simulationRun = {
  simulations: [simulation],
  target: { type: 'squad', squad },
  transport: { provider: 'vapi.webchat' },
};

it('the samples of this test are of our contract', () => {
  noteAbsence('samples were');
  expect(assistantBody.safeParse(assistant).error?.issues).toBeUndefined();
  expect(verifyAssistant(assistant)).toEqual([]);
  expect(verifySquad(squad)).toEqual([]);
  expect(createSimulationRunBody.safeParse(simulationRun).error?.issues).toBeUndefined();
});

if (isPublishedHere)
  describe('against the published description', () => {
    it.each([
      ['CreateAssistantDTO', assistant],
      ['CreateSquadDTO', squad],
      ['CreateVapiPhoneNumberDTO', { provider: 'vapi', numberDesiredAreaCode: '415', name: 'N', server }],
      ['CreateChatDTO', { input: 'Bonjour', squad }],
      ['CreateSimulationRunDTO', simulationRun],
      ['CreateSimulationRunDTO', { ...simulationRun, target: { type: 'assistant', assistant } }],
      ['CreateWebCallDTO', { squad, squadOverrides: { metadata: { preview: 1 } } }],
    ])('%s takes ours', async (root, body) => {
      const validate = await publishedValidator(root);
      expect(validate(body), JSON.stringify(validate.errors, null, 1)).toBe(true);
      expect(validate({ ...body, foo: 1 }), 'and nothing more').toBe(false);
    });
  });
