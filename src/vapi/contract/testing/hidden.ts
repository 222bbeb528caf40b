/**
 * What the API takes and gives although its published description hides it (vapi-facts §6, §13), written into a copy of
 * the description. Knows no validator.
 */
import type { Description, Schema } from './published.ts';

const open = { type: 'object' };
const ASSISTANTS = ['CreateAssistantDTO', 'UpdateAssistantDTO', 'AssistantOverrides', 'Assistant'];

/** By schema, or by the ending of its name. */
const HIDDEN: readonly (readonly [RegExp, Readonly<Record<string, Schema>>])[] = [
  [
    new RegExp(`^(${ASSISTANTS.join('|')})$`),
    {
      silenceTimeoutSeconds: { type: 'number' },
      customerJoinTimeoutSeconds: { type: 'number' },
      messagePlan: open,
    },
  ],
  [/Tool(DTO)?$/, { function: open }],
  [/SmsTool(DTO)?$/, { metadata: open }],
  [/^TransferPlan$/, { transferAssistant: open }],
  [/^Server$/, { secret: { type: 'string' } }],
  // A fixed header of an apiRequest.
  [/^JsonSchema$/, { value: { type: 'string' } }],
  // The history of a call as models write it (vapi-facts §7.4).
  [
    /^OpenAIMessage$/,
    { tool_calls: { type: 'array' }, tool_call_id: { type: 'string' }, name: { type: 'string' } },
  ],
  [/^CreateWebCallDTO$/, { customerJoinTimeoutSeconds: { type: 'number' } }],
  [/^Call$/, { webCallUrl: { type: 'string' }, subscriptionLimits: open }],
];

/** Cleared by null, which is documented but not said (vapi-facts §4). */
const NULLABLE: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^Update\w+PhoneNumberDTO$/, ['assistantId', 'squadId']],
];

/** Hooks that are documented only (vapi-facts §1.5). */
const HOOKS = ['call.timeElapsed', 'assistant.transcriber.endpointedSpeechLowConfidence'];

/** Chats and calls have a `UserMessage` and a `SystemMessage` each, and the description kept those of calls (vapi-facts §13). */
const CHATS = /^(Chat|CreateChatDTO|OpenAIResponsesRequest|Session|(Create|Update)SessionDTO)$/;
const CLASHING = ['UserMessage', 'SystemMessage'];

export function withHidden(description: Description): Description {
  const copy = structuredClone(description);
  const { schemas } = copy.components;
  for (const [name, schema] of Object.entries(schemas)) {
    const properties = schema.properties as Record<string, Schema> | undefined;
    if (!properties) continue;
    for (const [pattern, hidden] of HIDDEN)
      if (pattern.test(name))
        for (const [key, value] of Object.entries(hidden)) properties[key] ??= { ...value };
    for (const [pattern, keys] of NULLABLE)
      if (pattern.test(name))
        for (const key of keys) if (properties[key]) properties[key] = { ...properties[key], nullable: true };
    if (ASSISTANTS.includes(name)) properties.hooks = withHooks(properties.hooks as ListOfOne);
    if (CHATS.test(name)) schemas[name] = withChatMessages(schema);
  }
  for (const name of CLASHING)
    schemas[`Chat${name}`] = chatMessage(name.replace('Message', '').toLowerCase());
  schemas.HiddenHook = hiddenHook(schemas);
  return copy;
}

interface ListOfOne extends Schema {
  readonly items: { readonly oneOf: readonly Schema[] };
}

function withHooks(hooks: ListOfOne): Schema {
  return { ...hooks, items: { oneOf: [...hooks.items.oneOf, { $ref: '#/components/schemas/HiddenHook' }] } };
}

/** Does what the other hooks do, on other events. */
function hiddenHook(schemas: Description['components']['schemas']): Schema {
  const like = schemas.CallHookCustomerSpeechTimeout!;
  return {
    ...like,
    properties: {
      ...(like.properties as Schema),
      on: { type: 'string', enum: HOOKS },
      options: open,
    },
  };
}

function withChatMessages(schema: Schema): Schema {
  const names = new RegExp(`("#/components/schemas/)(${CLASHING.join('|')})"`, 'g');
  return JSON.parse(JSON.stringify(schema).replaceAll(names, '$1Chat$2"')) as Schema;
}

function chatMessage(role: string): Schema {
  return {
    type: 'object',
    properties: {
      role: { type: 'string', enum: [role] },
      content: { type: 'string', maxLength: 10_000 },
      name: { type: 'string', maxLength: 40 },
      metadata: open,
    },
    required: ['role', 'content'],
  };
}
