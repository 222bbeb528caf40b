/**
 * The tools that a compiled assistant may call: exactly the properties we write, nothing else.
 * Knows neither assistants nor squads. Limits are those of the published OpenAPI (vapi-facts §2.2, §2.7, §3).
 */
import * as z from 'zod';
import { backoffPlan, server } from './server.ts';

/** What Vapi understands of JSON Schema: no anyOf, no default, no number limits. */
export interface JsonSchema {
  type: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';
  description?: string | undefined;
  properties?: Record<string, JsonSchema> | undefined;
  required?: string[] | undefined;
  items?: JsonSchema | undefined;
  enum?: string[] | undefined;
  pattern?: string | undefined;
  format?: 'date-time' | 'time' | 'date' | 'email' | 'uuid' | undefined;
  /** Fixed text of a header of an `apiRequest`. Hidden: absent from the published OpenAPI, used in Vapi's own documents. */
  value?: string | undefined;
}
export const jsonSchema: z.ZodType<JsonSchema> = z.strictObject({
  type: z.enum(['string', 'number', 'integer', 'boolean', 'array', 'object']),
  description: z.string().optional(),
  get properties() {
    return z.record(z.string(), jsonSchema).optional();
  },
  required: z.array(z.string()).optional(),
  get items() {
    return jsonSchema.optional();
  },
  enum: z.array(z.string()).min(1).optional(),
  pattern: z.string().optional(),
  format: z.enum(['date-time', 'time', 'date', 'email', 'uuid']).optional(),
  value: z.string().optional(),
});

export const functionParameters = z.strictObject({
  type: z.literal('object'),
  properties: z.record(z.string(), jsonSchema),
  required: z.array(z.string()).optional(),
});
export type FunctionParameters = z.infer<typeof functionParameters>;

/** Name and description as the model sees them. */
export const toolFunction = z.strictObject({
  name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
  description: z.string().max(1000).optional(),
  parameters: functionParameters.optional(),
  strict: z.boolean().optional(),
});

const spoken = z.string().max(1000);

/** What is spoken around a tool call. Without any, Vapi speaks English fillers. */
export const toolMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('request-start'), content: spoken, blocking: z.boolean().optional() }),
  z.strictObject({
    type: z.literal('request-complete'),
    content: spoken,
    role: z.enum(['assistant', 'system']).optional(),
    endCallAfterSpokenEnabled: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('request-failed'),
    content: spoken,
    endCallAfterSpokenEnabled: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('request-response-delayed'),
    content: spoken,
    timingMilliseconds: z.number().min(100).max(120_000).optional(),
  }),
]);
export type ToolMessage = z.infer<typeof toolMessage>;

/** A condition of a veto. `liquid` must render to exactly `true` or `false`. */
export type RejectionCondition =
  | { type: 'liquid'; liquid: string }
  | {
      type: 'regex';
      regex: string;
      target?: { role?: 'user' | 'assistant' | undefined; position?: number | undefined } | undefined;
      negate?: boolean | undefined;
    }
  | { type: 'group'; operator: 'AND' | 'OR'; conditions: RejectionCondition[] };
export const rejectionCondition: z.ZodType<RejectionCondition> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('liquid'), liquid: z.string().min(1) }),
  z.strictObject({
    type: z.literal('regex'),
    regex: z.string().min(1),
    target: z
      .strictObject({ role: z.enum(['user', 'assistant']).optional(), position: z.number().int().optional() })
      .optional(),
    negate: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('group'),
    operator: z.enum(['AND', 'OR']),
    get conditions() {
      return z.array(rejectionCondition);
    },
  }),
]);

/** The veto of a tool: when all conditions are true the call is refused and the model must choose again. */
export const rejectionPlan = z.strictObject({ conditions: z.array(rejectionCondition).min(1) });

/** Takes values out of a tool's result (or, on a handoff, of the conversation) into the variables of the call. */
export const variableExtractionPlan = z.strictObject({
  schema: jsonSchema.optional(),
  aliases: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]{0,39}$/),
        value: z.string().max(10_000),
      }),
    )
    .optional(),
});

const shared = { messages: z.array(toolMessage).optional(), rejectionPlan: rejectionPlan.optional() };

const contextEngineeringPlan = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('all') }),
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({ type: z.literal('userAndAssistantMessages') }),
  z.strictObject({ type: z.literal('previousAssistantMessages') }),
  z.strictObject({ type: z.literal('lastNMessages'), maxMessages: z.number().int().min(0) }),
]);

/** Where a handoff leads. We name members, so that the same tool serves a preview and a saved squad. */
export const handoffDestination = z.strictObject({
  type: z.literal('assistant'),
  assistantName: z.string().min(1).max(40),
  description: z.string().optional(),
  contextEngineeringPlan: contextEngineeringPlan.optional(),
  variableExtractionPlan: variableExtractionPlan.optional(),
  assistantOverrides: z.strictObject({ variableValues: z.record(z.string(), z.unknown()) }).optional(),
});

/** Passes the conversation to another member. One destination a tool, as OpenAI models need (vapi-facts §2.2). */
export const handoffTool = z.strictObject({
  type: z.literal('handoff'),
  function: toolFunction,
  destinations: z.array(handoffDestination).length(1),
  ...shared,
});
export type HandoffTool = z.infer<typeof handoffTool>;

export const transferDestination = z.strictObject({
  type: z.literal('number'),
  number: z.string().min(3).max(40),
  extension: z.string().min(1).max(10).optional(),
  message: spoken.optional(),
  description: z.string().optional(),
  numberE164CheckEnabled: z.boolean().optional(),
  transferPlan: z
    .strictObject({
      mode: z.enum(['blind-transfer', 'warm-transfer-say-message', 'warm-transfer-experimental']),
      message: spoken.optional(),
      /** Only for `dial`; the verb itself only on SIP lines. */
      dialTimeout: z.number().min(1).max(600).optional(),
      sipVerb: z.enum(['refer', 'bye', 'dial']).optional(),
      /** What the person hears first; not rendered as Liquid but for `{{transcript}}` (vapi-facts §1.8). */
      summaryPlan: z
        .strictObject({
          enabled: z.boolean(),
          timeoutSeconds: z.number().min(1).max(60).optional(),
          messages: z
            .array(z.strictObject({ role: z.enum(['system', 'user']), content: z.string() }))
            .optional(),
        })
        .optional(),
      fallbackPlan: z.strictObject({ message: spoken, endCallEnabled: z.boolean() }).optional(),
    })
    .optional(),
});
export type TransferDestination = z.infer<typeof transferDestination>;

/** Passes the call to a person. `function` is hidden: absent from the published OpenAPI, used in all of Vapi's own documents. */
export const transferCallTool = z.strictObject({
  type: z.literal('transferCall'),
  function: toolFunction.optional(),
  destinations: z.array(transferDestination).min(1),
  ...shared,
});

/** Ends the call. `function` is hidden, as for `transferCall`. */
export const endCallTool = z.strictObject({
  type: z.literal('endCall'),
  function: toolFunction.optional(),
  ...shared,
});

/** Computes at Vapi: `code` is the body of a function of `args` and `env`. */
export const codeTool = z.strictObject({
  type: z.literal('code'),
  function: toolFunction,
  code: z.string().min(1).max(50_000),
  timeoutSeconds: z.number().min(1).max(30).optional(),
  environmentVariables: z
    .array(
      z.strictObject({ name: z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/), value: z.string().max(10_000) }),
    )
    .optional(),
  variableExtractionPlan: variableExtractionPlan.optional(),
  ...shared,
});
export type CodeTool = z.infer<typeof codeTool>;

const fixedParameters = z.array(
  z.strictObject({ key: z.string().min(1), value: z.union([z.string(), z.number(), z.boolean()]) }),
);

/** Asks our server; without one (and none on the assistant) only a web client hears of it. */
export const functionTool = z.strictObject({
  type: z.literal('function'),
  async: z.boolean().optional(),
  function: toolFunction,
  server: server.optional(),
  parameters: fixedParameters.optional(),
  variableExtractionPlan: variableExtractionPlan.optional(),
  ...shared,
});

/** Sends an HTTP request. `body` is a schema that the model fills; fixed values stand in `parameters`. */
export const apiRequestTool = z.strictObject({
  type: z.literal('apiRequest'),
  name: z.string().regex(/^[a-zA-Z0-9_-]{1,40}$/),
  description: z.string().max(1000).optional(),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  url: z.string().min(1),
  timeoutSeconds: z.number().min(1).max(300).optional(),
  credentialId: z.uuid().optional(),
  body: jsonSchema.optional(),
  headers: jsonSchema.optional(),
  parameters: fixedParameters.optional(),
  backoffPlan: backoffPlan.optional(),
  variableExtractionPlan: variableExtractionPlan.optional(),
  ...shared,
});
export type ApiRequestTool = z.infer<typeof apiRequestTool>;

/** Finds answers in uploaded files. `function` is hidden, as for `transferCall`: without it the name is Vapi's own. */
export const queryTool = z.strictObject({
  type: z.literal('query'),
  function: toolFunction.optional(),
  knowledgeBases: z
    .array(
      z.strictObject({
        provider: z.literal('google'),
        name: z.string().min(1),
        description: z.string().min(1),
        fileIds: z.array(z.string().min(1)).min(1),
        model: z.enum(['gemini-2.5-flash', 'gemini-2.5-flash-lite', 'gemini-2.0-flash']).optional(),
      }),
    )
    .min(1),
  ...shared,
});
export type QueryTool = z.infer<typeof queryTool>;

export const vapiTool = z.discriminatedUnion('type', [
  handoffTool,
  transferCallTool,
  endCallTool,
  codeTool,
  functionTool,
  apiRequestTool,
  queryTool,
]);
export type VapiTool = z.infer<typeof vapiTool>;

/**
 * The name by which the model calls a tool. Pure. Native tools without `function` have Vapi's default names;
 * two of one type in an assistant would collide.
 */
export function toolName(tool: VapiTool): string {
  if (tool.type === 'apiRequest') return tool.name;
  return tool.function?.name ?? tool.type;
}
