/**
 * An assistant as we write it, the overrides of one, and as Vapi gives it back.
 * Knows no squads. Limits are those of the published OpenAPI (vapi-facts §1, §2.7).
 */
import * as z from 'zod';
import { server } from './server.ts';
import { jsonSchema, vapiTool } from './tool.ts';

/** Both lists are short on purpose: a model or voice we do not know how to drive is not written. */
export const transcriber = z.discriminatedUnion('provider', [
  z.strictObject({
    provider: z.literal('deepgram'),
    model: z.enum(['nova-3', 'nova-2']),
    language: z.enum(['fr', 'fr-CA', 'en', 'en-US', 'en-GB', 'multi']),
    keyterm: z.array(z.string().min(1)).optional(),
    numerals: z.boolean().optional(),
    smartFormat: z.boolean().optional(),
    mipOptOut: z.boolean().optional(),
    endpointing: z.number().min(10).max(500).optional(),
  }),
  z.strictObject({
    provider: z.literal('azure'),
    language: z.enum(['fr-FR', 'fr-BE', 'fr-CA', 'fr-CH', 'en-US', 'en-GB']),
  }),
]);

export const voice = z.discriminatedUnion('provider', [
  z.strictObject({
    provider: z.literal('azure'),
    voiceId: z.string().min(1),
    speed: z.number().min(0.5).max(2).optional(),
  }),
  z.strictObject({
    provider: z.literal('11labs'),
    voiceId: z.string().min(1),
    model: z.enum(['eleven_multilingual_v2', 'eleven_turbo_v2_5', 'eleven_flash_v2_5']).optional(),
    language: z.string().optional(),
    stability: z.number().min(0).max(1).optional(),
    similarityBoost: z.number().min(0).max(1).optional(),
    speed: z.number().min(0.7).max(1.2).optional(),
  }),
  z.strictObject({
    provider: z.literal('vapi'),
    voiceId: z.string().min(1),
    version: z.enum(['1', '2', 'latest']).optional(),
    language: z.enum(['fr', 'fr-FR', 'fr-CA', 'en', 'en-US', 'en-GB', 'auto']).optional(),
    speed: z.number().min(0.25).max(2).optional(),
  }),
]);

export const languageModel = z.strictObject({
  provider: z.literal('openai'),
  model: z.enum(['gpt-4.1', 'gpt-4.1-mini', 'gpt-4o', 'gpt-4o-mini', 'gpt-5.4', 'gpt-5.4-mini']),
  temperature: z.number().min(0).max(2).optional(),
  maxTokens: z.number().int().min(50).max(10_000).optional(),
  messages: z.array(z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })),
  tools: z.array(vapiTool).optional(),
});

const hookAction = z.union([
  z.strictObject({ type: z.literal('say'), exact: z.union([z.string(), z.array(z.string()).min(1)]) }),
  z.strictObject({ type: z.literal('tool'), tool: vapiTool }),
]);

/** Silence: say something, or call a tool (end the call). Invalid hooks are dropped by Vapi without a word. */
export const silenceHook = z.strictObject({
  on: z.literal('customer.speech.timeout'),
  name: z.string().max(1000).optional(),
  options: z.strictObject({
    timeoutSeconds: z.number().min(1).max(1000),
    triggerMaxCount: z.number().int().min(1).max(10).optional(),
    triggerResetMode: z.enum(['onUserSpeech', 'never']).optional(),
  }),
  do: z.array(hookAction).min(1),
});

const seconds = (maximum: number) => z.number().min(0).max(maximum).optional();

export const startSpeakingPlan = z.strictObject({
  waitSeconds: seconds(5),
  // The LiveKit plan is left out: it understands English only.
  smartEndpointingPlan: z.strictObject({ provider: z.literal('vapi') }).optional(),
  transcriptionEndpointingPlan: z
    .strictObject({
      onPunctuationSeconds: seconds(3),
      onNoPunctuationSeconds: seconds(3),
      onNumberSeconds: seconds(3),
    })
    .optional(),
});

export const stopSpeakingPlan = z.strictObject({
  numWords: z.number().int().min(0).max(10).optional(),
  voiceSeconds: seconds(0.5),
  backoffSeconds: seconds(10),
  acknowledgementPhrases: z.array(z.string().max(240)).optional(),
  interruptionPhrases: z.array(z.string().max(240)).optional(),
});

export const structuredOutput = z.strictObject({
  name: z.string().min(1).max(40),
  type: z.literal('ai').optional(),
  description: z.string().optional(),
  schema: jsonSchema,
});

export const artifactPlan = z.strictObject({
  recordingEnabled: z.boolean().optional(),
  videoRecordingEnabled: z.boolean().optional(),
  loggingEnabled: z.boolean().optional(),
  pcapEnabled: z.boolean().optional(),
  fullMessageHistoryEnabled: z.boolean().optional(),
  transcriptPlan: z
    .strictObject({
      enabled: z.boolean().optional(),
      assistantName: z.string().optional(),
      userName: z.string().optional(),
    })
    .optional(),
  structuredOutputs: z.array(structuredOutput).optional(),
});

export const monitorPlan = z.strictObject({
  listenEnabled: z.boolean().optional(),
  listenAuthenticationEnabled: z.boolean().optional(),
  controlEnabled: z.boolean().optional(),
  controlAuthenticationEnabled: z.boolean().optional(),
});

/** Deprecated at Vapi but on by default: it is written only to switch it off. */
export const analysisPlan = z.strictObject({
  summaryPlan: z.strictObject({ enabled: z.literal(false) }).optional(),
  structuredDataPlan: z.strictObject({ enabled: z.literal(false) }).optional(),
  successEvaluationPlan: z.strictObject({ enabled: z.literal(false) }).optional(),
});

export const compliancePlan = z.strictObject({
  hipaaEnabled: z.boolean().optional(),
  pciEnabled: z.boolean().optional(),
});

export const SERVER_MESSAGES = [
  'assistant.started',
  'conversation-update',
  'end-of-call-report',
  'hang',
  'speech-update',
  'status-update',
  'tool-calls',
  'transcript',
  'transcript[transcriptType="final"]',
  'transfer-update',
  'user-interrupted',
] as const;

export const CLIENT_MESSAGES = [
  'assistant.started',
  'conversation-update',
  'hang',
  'speech-update',
  'status-update',
  'tool-calls',
  'tool-calls-result',
  'transcript',
  'transfer-update',
  'user-interrupted',
] as const;

const fields = {
  name: z.string().min(1).max(40),
  firstMessage: z.string(),
  firstMessageMode: z.enum([
    'assistant-speaks-first',
    'assistant-speaks-first-with-model-generated-message',
    'assistant-waits-for-user',
  ]),
  firstMessageInterruptionsEnabled: z.boolean(),
  transcriber,
  voice,
  model: languageModel,
  endCallMessage: z.string().max(1000),
  endCallPhrases: z.array(z.string().min(2).max(140)),
  voicemailMessage: z.string().max(1000),
  maxDurationSeconds: z.number().min(10).max(43_200),
  backgroundSound: z.enum(['off', 'office']),
  hooks: z.array(silenceHook),
  startSpeakingPlan,
  stopSpeakingPlan,
  artifactPlan,
  monitorPlan,
  analysisPlan,
  compliancePlan,
  server,
  serverMessages: z.array(z.enum(SERVER_MESSAGES)),
  clientMessages: z.array(z.enum(CLIENT_MESSAGES)),
  metadata: z.record(z.string(), z.unknown()),
};

/** `POST /assistant`, or a member of a squad that is not saved. We always write name and model. */
export const assistantBody = z.strictObject(fields).partial().required({ name: true, model: true });
export type AssistantBody = z.infer<typeof assistantBody>;

/** `PATCH /assistant/{id}`: each key replaces its whole subtree, an absent key stays. */
export const updateAssistantBody = z.strictObject(fields).partial();
export type UpdateAssistantBody = z.infer<typeof updateAssistantBody>;

/**
 * Laid over assistants when a call starts: objects merge deeply, lists replace, `tools:append` adds,
 * `variableValues` of all layers merge.
 */
export const assistantOverrides = z
  .strictObject({
    ...fields,
    'tools:append': z.array(vapiTool),
    variableValues: z.record(z.string(), z.unknown()),
  })
  .partial();
export type AssistantOverrides = z.infer<typeof assistantOverrides>;

/** What every saved thing carries. Loose: Vapi adds properties when it likes. */
export const savedFields = { id: z.string().min(1), createdAt: z.string(), updatedAt: z.string() };

export const savedAssistant = z.looseObject({
  ...savedFields,
  name: z.string().nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
});
export type SavedAssistant = z.infer<typeof savedAssistant>;
