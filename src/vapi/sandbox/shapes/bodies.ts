/** Request bodies as the published API accepts them: which properties exist, and the limits that matter. */
import * as z from 'zod';
import { CLIENT_MESSAGES, SERVER_MESSAGES } from './messages.ts';
import { serverShape, toolShape } from './tools.ts';

const any = z.unknown().optional();

const modelShape = z
  .strictObject({
    provider: z.string(),
    model: any,
    version: any,
    url: any,
    messages: z
      .array(
        z.strictObject({
          role: z.enum(['assistant', 'function', 'user', 'system', 'tool']),
          content: z.string().nullable(),
        }),
      )
      .optional(),
    tools: z.array(toolShape).optional(),
    toolIds: z.array(z.uuid()).optional(),
    toolRefs: any,
    knowledgeBase: any,
    temperature: z.number().min(0).max(2).optional(),
    maxTokens: z.number().min(50).max(10_000).optional(),
    emotionRecognitionEnabled: any,
    numFastTurns: any,
    fallbackModels: any,
    reasoningEffort: any,
    promptCacheKey: any,
    promptCacheRetention: any,
    toolStrictCompatibilityMode: any,
    realtimeConfig: any,
    thinking: any,
    metadataSendMode: any,
    headers: any,
    timeoutSeconds: any,
    wordLevelConfidenceEnabled: any,
  })
  .optional();

const hookAction = z.strictObject({
  type: z.enum(['say', 'tool', 'message.add']),
  exact: any,
  prompt: any,
  tool: toolShape.optional(),
  toolId: any,
  message: any,
  triggerResponseEnabled: any,
});
const hookShape = z.strictObject({
  on: z.string().max(1000),
  do: z.array(hookAction),
  filters: any,
  options: any,
  name: any,
});

const artifactShape = z.strictObject({
  recordingEnabled: any,
  recordingFormat: any,
  recordingUseCustomStorageEnabled: any,
  recordingPath: any,
  videoRecordingEnabled: any,
  fullMessageHistoryEnabled: any,
  pcapEnabled: any,
  pcapS3PathPrefix: any,
  pcapUseCustomStorageEnabled: any,
  loggingEnabled: any,
  loggingPath: any,
  loggingUseCustomStorageEnabled: any,
  transcriptPlan: any,
  structuredOutputIds: any,
  structuredOutputs: any,
  scorecardIds: any,
  scorecards: any,
});

const assistantFields = {
  name: z.string().max(40).optional(),
  transcriber: z.looseObject({ provider: z.string() }).optional(),
  model: modelShape,
  voice: z.looseObject({ provider: z.string() }).optional(),
  firstMessage: z.string().optional(),
  firstMessageInterruptionsEnabled: z.boolean().optional(),
  firstMessageMode: z
    .enum([
      'assistant-speaks-first',
      'assistant-speaks-first-with-model-generated-message',
      'assistant-waits-for-user',
    ])
    .optional(),
  voicemailDetection: any,
  voicemailMessage: z.string().max(1000).optional(),
  clientMessages: z.array(z.enum(CLIENT_MESSAGES)).optional(),
  serverMessages: z.array(z.enum(SERVER_MESSAGES)).optional(),
  maxDurationSeconds: z.number().min(10).max(43_200).optional(),
  backgroundSound: z.string().optional(),
  modelOutputInMessagesEnabled: any,
  transportConfigurations: any,
  observabilityPlan: any,
  credentials: any,
  credentialIds: any,
  hooks: z.array(hookShape).optional(),
  endCallMessage: z.string().max(1000).optional(),
  endCallPhrases: z.array(z.string().min(2).max(140)).optional(),
  compliancePlan: z
    .strictObject({ hipaaEnabled: any, pciEnabled: any, securityFilterPlan: any, recordingConsentPlan: any })
    .optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
  backgroundSpeechDenoisingPlan: any,
  analysisPlan: any,
  artifactPlan: artifactShape.optional(),
  startSpeakingPlan: z
    .strictObject({
      waitSeconds: z.number().min(0).max(5).optional(),
      smartEndpointingEnabled: any,
      smartEndpointingPlan: any,
      customEndpointingRules: any,
      transcriptionEndpointingPlan: any,
    })
    .optional(),
  stopSpeakingPlan: z
    .strictObject({
      numWords: z.number().min(0).max(10).optional(),
      voiceSeconds: z.number().min(0).max(0.5).optional(),
      backoffSeconds: z.number().min(0).max(10).optional(),
      acknowledgementPhrases: any,
      interruptionPhrases: any,
    })
    .optional(),
  monitorPlan: z
    .strictObject({
      listenEnabled: any,
      listenAuthenticationEnabled: any,
      controlEnabled: any,
      controlAuthenticationEnabled: any,
      monitorIds: any,
    })
    .optional(),
  server: serverShape.optional(),
  keypadInputPlan: any,
  // Hidden from the published description, documented and accepted (vapi-facts §13).
  silenceTimeoutSeconds: any,
  messagePlan: any,
  customerJoinTimeoutSeconds: any,
};

export const assistantShape = z.strictObject(assistantFields);
export const overridesShape = z.strictObject({
  ...assistantFields,
  'tools:append': z.array(toolShape).optional(),
  variableValues: z.record(z.string(), z.unknown()).optional(),
});

const memberShape = z.strictObject({
  assistantId: z.uuid().nullish(),
  assistantVersion: any,
  assistant: assistantShape.optional(),
  assistantOverrides: overridesShape.optional(),
  assistantDestinations: any,
});
export const squadShape = z.strictObject({
  name: z.string().optional(),
  members: z.array(memberShape),
  membersOverrides: overridesShape.optional(),
});

const targetFields = {
  assistantId: z.uuid().optional(),
  assistant: assistantShape.optional(),
  assistantOverrides: overridesShape.optional(),
  squadId: z.uuid().optional(),
  squad: squadShape.optional(),
};
export const webCallShape = z.strictObject({
  ...targetFields,
  squadOverrides: overridesShape.optional(),
  assistantVersion: any,
  // Not of `/call/web`, but of `/call` with the transport of the web.
  name: z.string().max(40).optional(),
  roomDeleteOnUserLeaveEnabled: z.boolean().optional(),
});
export const customerShape = z.strictObject({
  number: z.string().min(3).max(40).optional(),
  sipUri: z.string().optional(),
  numberE164CheckEnabled: z.boolean().optional(),
  extension: z.string().max(10).optional(),
  name: z.string().max(40).optional(),
  email: z.string().max(40).optional(),
  externalId: z.string().max(40).optional(),
  assistantOverrides: overridesShape.optional(),
  squadOverrides: overridesShape.optional(),
});
const instant = z.iso.datetime({ offset: true });
export const schedulePlanShape = z.strictObject({ earliestAt: instant, latestAt: instant.optional() });
/** `POST /call` over the telephone; `metadata` belongs into the overrides (vapi-facts §12.42). */
export const outboundCallShape = z.strictObject({
  ...targetFields,
  squadOverrides: overridesShape.optional(),
  assistantVersion: any,
  name: z.string().max(40).optional(),
  phoneNumberId: z.uuid().optional(),
  customerId: any,
  customer: customerShape.optional(),
  customers: z.array(customerShape).min(1).optional(),
  schedulePlan: schedulePlanShape.optional(),
});
export const deleteCallsShape = z.strictObject({ ids: z.array(z.uuid()).min(1).optional() });
export const callNameShape = z.strictObject({ name: z.string().max(40).optional() });
export const chatShape = z.strictObject({
  ...targetFields,
  input: z.union([z.string(), z.array(z.unknown())]),
  name: z.string().max(40).optional(),
  sessionId: any,
  previousChatId: z.string().optional(),
  stream: z.boolean().optional(),
  transport: any,
});

const sessionFields = {
  name: z.string().max(40).optional(),
  status: z.enum(['active', 'completed']).optional(),
  expirationSeconds: z.number().min(60).max(2_592_000).optional(),
  messages: z.array(z.unknown()).optional(),
};
export const sessionShape = z.strictObject({
  ...targetFields,
  ...sessionFields,
  customer: any,
  customerId: any,
  phoneNumberId: any,
  phoneNumber: any,
});
export const updateSessionShape = z.strictObject(sessionFields);

export const structuredOutputShape = z.strictObject({
  name: z.string().min(1).max(40),
  schema: z.looseObject({ type: z.string() }),
  type: z.enum(['ai', 'regex']).optional(),
  regex: z.string().min(1).max(1000).optional(),
  description: z.string().optional(),
  assistantIds: z.array(z.uuid()).optional(),
  workflowIds: z.array(z.string()).optional(),
  model: any,
  compliancePlan: any,
  conditions: any,
});

const numberFields = {
  name: z.string().max(40).optional(),
  fallbackDestination: any,
  hooks: any,
  server: serverShape.optional(),
};
const created = { ...numberFields, assistantId: z.uuid().optional(), squadId: z.uuid().optional() };
export const createNumberShape = z.discriminatedUnion('provider', [
  z.strictObject({
    provider: z.literal('vapi'),
    ...created,
    numberDesiredAreaCode: z.string().length(3).optional(),
    sipUri: any,
    authentication: any,
  }),
  z.strictObject({
    provider: z.literal('twilio'),
    ...created,
    number: z.string(),
    twilioAccountSid: z.string(),
    twilioAuthToken: any,
    twilioApiKey: any,
    twilioApiSecret: any,
    smsEnabled: any,
  }),
  z.strictObject({ provider: z.literal('vonage'), ...created, number: z.string(), credentialId: z.string() }),
  z.strictObject({ provider: z.literal('telnyx'), ...created, number: z.string(), credentialId: z.string() }),
  z.strictObject({
    provider: z.literal('byo-phone-number'),
    ...created,
    number: z.string().optional(),
    credentialId: z.string(),
    numberE164CheckEnabled: any,
  }),
]);
/** Null clears: documented, though not marked nullable (vapi-facts §4). */
export const updateNumberShape = z.strictObject({
  ...numberFields,
  provider: any,
  assistantId: z.uuid().nullish(),
  squadId: z.uuid().nullish(),
  sipUri: any,
  authentication: any,
  number: any,
  smsEnabled: any,
  credentialId: any,
  numberE164CheckEnabled: any,
  twilioAccountSid: any,
  twilioAuthToken: any,
  twilioApiKey: any,
  twilioApiSecret: any,
});
