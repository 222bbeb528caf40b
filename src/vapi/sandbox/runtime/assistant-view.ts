/** What the sandbox reads of an assistant's JSON, ours or foreign. Pure. */
import type { FunctionParameters } from '../../contract/tool.ts';
import type { ModelTool } from '../model/model.ts';
import { isRecord, type JsonRecord, recordOf, recordsOf, textOf, textsOf } from './record.ts';

export interface AssistantTool extends ModelTool {
  readonly json: JsonRecord;
}

/** The system messages, joined. */
export function promptOf(assistant: JsonRecord): string {
  return recordsOf(recordOf(assistant.model).messages)
    .filter((message) => message.role === 'system')
    .map((message) => textOf(message.content))
    .join('\n\n');
}

/** What the caller is heard in, else spoken to in; null where neither says it. */
export function languageOf(assistant: JsonRecord): 'en' | 'fr' | null {
  const { language, languages } = recordOf(assistant.transcriber);
  const voice = recordOf(assistant.voice);
  const named = [
    textOf(language),
    ...textsOf(languages).slice(0, 1),
    textOf(voice.language),
    textOf(voice.voiceId),
  ];
  for (const name of named) {
    const found = /^(fr|en)(?:[-_]|$)|^(french|english)$/i.exec(name);
    if (found) return (found[1] ?? found[2])!.slice(0, 2).toLowerCase() as 'en' | 'fr';
  }
  return null;
}

/** The tools by the names under which a model sees them; native tools have Vapi's default names. */
export function toolsOf(assistant: JsonRecord): AssistantTool[] {
  return recordsOf(recordOf(assistant.model).tools).map((json, index) => {
    const own = recordOf(json.function);
    const type = textOf(json.type);
    const name = textOf(own.name) || textOf(json.name) || defaultName(json, type, index);
    const parameters = isRecord(own.parameters) ? own.parameters : (json.body ?? choiceOf(json, type));
    return {
      json,
      type,
      name,
      description: textOf(own.description) || textOf(json.description) || destinationsText(json),
      parameters: parametersOf(parameters),
    };
  });
}

function defaultName(json: JsonRecord, type: string, index: number): string {
  // Models take no other signs.
  if (type !== 'handoff') return type.replaceAll(/[^a-zA-Z0-9_-]+/g, '_');
  const names = recordsOf(json.destinations).map((destination) => textOf(destination.assistantName));
  return names.length === 1
    ? `handoff_to_${names[0]!.replaceAll(/[^a-zA-Z0-9_-]+/g, '_')}`
    : `handoff_to_group_${index}`;
}

/** Where a tool can lead, as a parameter: what Vapi offers a model that is to choose (vapi-facts §2.2). */
function choiceOf(json: JsonRecord, type: string): JsonRecord | undefined {
  if (type !== 'handoff' && type !== 'transferCall') return undefined;
  const places = recordsOf(json.destinations).flatMap((destination) => {
    const { assistantName, assistantId, number, sipUri, description } = destination;
    const name = textOf(assistantName) || textOf(assistantId) || textOf(number) || textOf(sipUri);
    return name === '' ? [] : [{ name, description: textOf(description) }];
  });
  if (places.length === 0) return undefined;
  const told = places.filter((one) => one.description !== '');
  return {
    properties: {
      destination: {
        type: 'string',
        enum: places.map(({ name }) => name),
        description: told.map(({ name, description }) => `${name}: ${description}`).join('\n'),
      },
    },
    required: ['destination'],
  };
}

function destinationsText(json: JsonRecord): string {
  return recordsOf(json.destinations)
    .map((destination) => textOf(destination.description))
    .join(' ');
}

function parametersOf(schema: unknown): FunctionParameters {
  const record = recordOf(schema);
  return {
    type: 'object',
    properties: recordOf(record.properties) as FunctionParameters['properties'],
    required: textsOf(record.required),
  };
}

export type FirstMessageMode =
  | 'assistant-speaks-first'
  | 'assistant-speaks-first-with-model-generated-message'
  | 'assistant-waits-for-user';

export function firstMessageMode(assistant: JsonRecord): FirstMessageMode {
  const mode = assistant.firstMessageMode;
  return mode === 'assistant-speaks-first-with-model-generated-message' || mode === 'assistant-waits-for-user'
    ? mode
    : 'assistant-speaks-first';
}

const DEFAULT_SERVER_MESSAGES = [
  'conversation-update',
  'end-of-call-report',
  'function-call',
  'hang',
  'speech-update',
  'status-update',
  'tool-calls',
  'transfer-destination-request',
  'handoff-destination-request',
  'user-interrupted',
  'assistant.started',
];

/** Which webhooks the assistant wants. */
export function serverMessagesOf(assistant: JsonRecord): readonly string[] {
  return Array.isArray(assistant.serverMessages)
    ? textsOf(assistant.serverMessages)
    : DEFAULT_SERVER_MESSAGES;
}

const DEFAULT_CLIENT_MESSAGES = [
  'conversation-update',
  'function-call',
  'hang',
  'model-output',
  'speech-update',
  'status-update',
  'transfer-update',
  'transcript',
  'tool-calls',
  'user-interrupted',
  'voice-input',
  'workflow.node.started',
  'assistant.started',
];

/** Which messages the assistant wants its browser to get. */
export function clientMessagesWanted(assistant: JsonRecord): readonly string[] {
  return Array.isArray(assistant.clientMessages)
    ? textsOf(assistant.clientMessages)
    : DEFAULT_CLIENT_MESSAGES;
}

/** What is spoken when a call of the tool begins; null where nothing is written, so that Vapi speaks English. */
export function requestStart(tool: JsonRecord): string | null {
  if (!Array.isArray(tool.messages)) return null;
  const start = recordsOf(tool.messages).find((message) => message.type === 'request-start');
  return start ? textOf(start.content) : '';
}

export function spokenOn(tool: JsonRecord, type: 'request-complete' | 'request-failed'): string | null {
  const message = recordsOf(tool.messages).find((one) => one.type === type && one.role !== 'system');
  return message ? textOf(message.content) : null;
}
