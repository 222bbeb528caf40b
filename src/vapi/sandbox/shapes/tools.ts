/**
 * Tools as the published API accepts them: the properties of every type, with the limits that matter. Wider than our
 * contract, because other clients also talk to the sandbox. `function` on native tools is hidden but accepted.
 */
import * as z from 'zod';

/** Anything: the API checks it, the sandbox does not. */
const any = z.unknown().optional();

export const serverShape = z.strictObject({
  url: any,
  timeoutSeconds: z.number().min(1).max(300).optional(),
  credentialId: any,
  staticIpAddressesEnabled: any,
  encryptedPaths: any,
  headers: any,
  backoffPlan: any,
  secret: any,
});

const functionShape = z.strictObject({
  name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
  description: z.string().optional(),
  parameters: z
    .strictObject({
      type: z.literal('object'),
      properties: z.record(z.string(), z.unknown()),
      required: z.array(z.string()).optional(),
    })
    .optional(),
  strict: z.boolean().optional(),
});

const messageFields = { content: z.string().max(1000).optional(), contents: any, conditions: any };
const toolMessages = z
  .array(
    z.discriminatedUnion('type', [
      z.strictObject({
        type: z.literal('request-start'),
        ...messageFields,
        blocking: z.boolean().optional(),
      }),
      z.strictObject({
        type: z.literal('request-complete'),
        ...messageFields,
        role: z.enum(['assistant', 'system']).optional(),
        endCallAfterSpokenEnabled: z.boolean().optional(),
      }),
      z.strictObject({
        type: z.literal('request-failed'),
        ...messageFields,
        role: z.enum(['assistant', 'system']).optional(),
        endCallAfterSpokenEnabled: z.boolean().optional(),
      }),
      z.strictObject({
        type: z.literal('request-response-delayed'),
        ...messageFields,
        timingMilliseconds: z.number().min(100).max(120_000).optional(),
      }),
    ]),
  )
  .nullish();

const base = {
  messages: toolMessages,
  rejectionPlan: z.strictObject({ conditions: any }).optional(),
  function: functionShape.optional(),
};
const extractionPlan = z.strictObject({ schema: any, aliases: any }).optional();

/** A tool without more properties than the common ones. */
const plain = (type: string) => z.strictObject({ type: z.literal(type), ...base });

const handoffDestination = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('assistant'),
    assistantName: any,
    assistantId: any,
    assistant: any,
    description: any,
    contextEngineeringPlan: any,
    variableExtractionPlan: extractionPlan,
    assistantOverrides: any,
  }),
  z.strictObject({ type: z.literal('dynamic'), server: serverShape.optional(), description: any }),
  z.strictObject({
    type: z.literal('squad'),
    squadId: any,
    squad: any,
    entryAssistantName: any,
    description: any,
    contextEngineeringPlan: any,
    variableExtractionPlan: extractionPlan,
    squadOverrides: any,
  }),
]);

const transferFields = { message: any, description: any, transferPlan: any };
const transferDestination = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('assistant'),
    assistantName: z.string(),
    transferMode: any,
    ...transferFields,
  }),
  z.strictObject({
    type: z.literal('number'),
    number: z.string().min(3).max(40),
    extension: z.string().min(1).max(10).optional(),
    callerId: z.string().max(40).optional(),
    numberE164CheckEnabled: z.boolean().optional(),
    ...transferFields,
  }),
  z.strictObject({ type: z.literal('sip'), sipUri: z.string(), sipHeaders: any, ...transferFields }),
]);

export const toolShape = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('handoff'),
    ...base,
    defaultResult: any,
    destinations: z.array(handoffDestination).optional(),
  }),
  z.strictObject({
    type: z.literal('transferCall'),
    ...base,
    destinations: z.array(transferDestination).optional(),
  }),
  z.strictObject({
    type: z.literal('function'),
    ...base,
    async: z.boolean().optional(),
    server: serverShape.optional(),
    parameters: any,
    variableExtractionPlan: extractionPlan,
  }),
  z.strictObject({
    type: z.literal('code'),
    ...base,
    async: z.boolean().optional(),
    server: serverShape.optional(),
    code: z.string().max(50_000),
    environmentVariables: any,
    timeoutSeconds: z.number().min(1).max(30).optional(),
    credentialId: any,
    variableExtractionPlan: extractionPlan,
  }),
  z.strictObject({
    type: z.literal('apiRequest'),
    ...base,
    name: z
      .string()
      .regex(/^[a-zA-Z0-9_-]{1,40}$/)
      .optional(),
    description: z.string().optional(),
    method: z.enum(['POST', 'GET', 'PUT', 'PATCH', 'DELETE']),
    url: z.string(),
    timeoutSeconds: z.number().min(1).max(300).optional(),
    credentialId: any,
    encryptedPaths: any,
    parameters: any,
    body: any,
    headers: any,
    backoffPlan: any,
    variableExtractionPlan: extractionPlan,
  }),
  z.strictObject({ type: z.literal('query'), ...base, knowledgeBases: any }),
  z.strictObject({
    type: z.literal('mcp'),
    ...base,
    server: serverShape.optional(),
    metadata: any,
    toolMessages: any,
  }),
  z.strictObject({ type: z.literal('dtmf'), ...base, sipInfoDtmfEnabled: any }),
  z.strictObject({ type: z.literal('voicemail'), ...base, beepDetectionEnabled: any }),
  z.strictObject({ type: z.literal('sms'), ...base, metadata: any }),
  z.strictObject({ type: z.literal('sipRequest'), ...base, verb: z.string(), headers: any, body: any }),
  plain('endCall'),
  plain('google.calendar.availability.check'),
  plain('google.calendar.event.create'),
  plain('google.sheets.row.append'),
  plain('slack.message.send'),
  plain('gohighlevel.calendar.availability.check'),
  plain('gohighlevel.calendar.event.create'),
  plain('gohighlevel.contact.create'),
  plain('gohighlevel.contact.get'),
]);

/** A change of a tool: also of one that only a knowledge base makes. */
export const changedToolShape = z.discriminatedUnion('type', [
  ...toolShape.options,
  z.strictObject({ type: z.literal('knowledgeBase'), ...base, knowledgeBaseId: any }),
]);
