/** Carries out tool calls as Vapi does. Changes the variables of the conversation, never its messages. */
import { type AssistantTool, toolsOf } from './assistant-view.ts';
import { runCode } from './code-runner.ts';
import { activeMember, type Conversation, type ConversationCall, type Ending } from './conversation.ts';
import { extract, resultData } from './extraction.ts';
import { renderDeeply } from './liquid.ts';
import type { Outside } from './outside.ts';
import { passageFor } from './passages.ts';
import { isRecord, type JsonRecord, recordOf, recordsOf, textOf, textsOf } from './record.ts';

/** What comes of a call: a text for the model, another member, or the end of the conversation. `spoken` is heard first. */
export type Outcome =
  | { readonly type: 'result'; readonly text: string; readonly failed?: true; readonly spoken?: string }
  | { readonly type: 'handoff'; readonly member: number; readonly destination: JsonRecord }
  | { readonly type: 'end'; readonly ending: Ending; readonly spoken?: string };

export function findTool(conversation: Conversation, name: string): AssistantTool | undefined {
  return toolsOf(activeMember(conversation).assistant).find((tool) => tool.name === name);
}

export async function carryOut(
  conversation: Conversation,
  tool: AssistantTool,
  call: ConversationCall,
  outside: Outside,
): Promise<Outcome> {
  switch (tool.type) {
    case 'handoff':
      return handoff(conversation, tool, call);
    case 'transferCall':
      return transfer(conversation, tool, call, outside);
    case 'endCall':
      return { type: 'end', ending: { reason: 'assistant-ended-call' } };
    case 'code':
      return compute(conversation, tool, call, outside);
    case 'function':
      return askServer(conversation, tool, call, outside);
    case 'apiRequest':
      return request(conversation, tool, call, outside);
    case 'query':
    case 'knowledgeBase':
      return query(tool, call, outside);
    default:
      return failure(`The sandbox does not know tools of type ${tool.type}.`);
  }
}

function failure(text: string): Outcome {
  return { type: 'result', text, failed: true };
}

/** Every argument but `destination` becomes a variable; the plan of the destination may add aliases. */
function handoff(conversation: Conversation, tool: AssistantTool, call: ConversationCall): Outcome {
  const { destination: wanted, ...rest } = call.arguments;
  const destinations = recordsOf(tool.json.destinations);
  const destination =
    destinations.find((one) => one.assistantName === wanted || one.assistantId === wanted) ?? destinations[0];
  if (!destination) return failure('No destination.');
  Object.assign(conversation.variables, rest);
  return toMember(conversation, destination);
}

function toMember(conversation: Conversation, destination: JsonRecord): Outcome {
  const member = conversation.members.findIndex(
    (one) =>
      (destination.assistantId !== undefined && one.id === destination.assistantId) ||
      (destination.assistantName !== undefined && one.name === destination.assistantName),
  );
  if (member < 0) return failure(`No member is named ${textOf(destination.assistantName)}.`);
  return { type: 'handoff', member, destination };
}

/** The destination a transfer call means: by number, address or member, else the first. */
export function transferDestination(tool: AssistantTool, call: ConversationCall): JsonRecord | undefined {
  const destinations = recordsOf(tool.json.destinations);
  const wanted = call.arguments.destination;
  const isMeant = ({ number, sipUri, assistantName }: JsonRecord) =>
    number === wanted || sipUri === wanted || assistantName === wanted;
  return destinations.find(isMeant) ?? destinations[0];
}

function transfer(
  conversation: Conversation,
  tool: AssistantTool,
  call: ConversationCall,
  outside: Outside,
): Outcome {
  const destination = transferDestination(tool, call);
  if (!destination) return failure('Transfer failed: no destination.');
  if (destination.type === 'assistant') return toMember(conversation, destination);
  if (conversation.channel !== 'phone')
    return failure('Transfer failed: only phone calls can be transferred.');
  const plan = recordOf(destination.transferPlan);
  // A blind transfer is gone whether or not somebody answers: nobody tells the assistant (vapi-facts §3.1).
  if (plan.mode !== 'warm-transfer-experimental' || outside.isAnswered(destination))
    return { type: 'end', ending: { reason: 'assistant-forwarded-call', destination } };
  const fallback = recordOf(plan.fallbackPlan);
  const message = textOf(fallback.message) || UNREACHED;
  if (fallback.endCallEnabled !== false)
    return { type: 'end', ending: { reason: 'assistant-ended-call' }, spoken: message };
  return { type: 'result', text: 'Transfer failed: nobody answered.', failed: true, spoken: message };
}

/** What is heard where the plan does not say it: English, as at Vapi. */
const UNREACHED = 'Sorry, I could not reach anybody.';

/** Looks for the question's words in the uploaded texts. */
function query(tool: AssistantTool, call: ConversationCall, outside: Outside): Outcome {
  const question = Object.values(call.arguments).find((value) => typeof value === 'string') ?? '';
  const ids = recordsOf(tool.json.knowledgeBases).flatMap((base) => textsOf(base.fileIds));
  const found = passageFor(question as string, ids.map(outside.fileText));
  return found === null
    ? failure('No result returned: the files say nothing about it.')
    : { type: 'result', text: found };
}

async function compute(
  conversation: Conversation,
  tool: AssistantTool,
  call: ConversationCall,
  outside: Outside,
): Promise<Outcome> {
  const render = (text: string) => outside.render(text, conversation.variables);
  const env = recordsOf(tool.json.environmentVariables).map((one) => [
    textOf(one.name),
    render(textOf(one.value)),
  ]);
  const result = await runCode({
    code: textOf(tool.json.code),
    args: call.arguments,
    env: Object.fromEntries(env),
    now: outside.now(),
    timeoutSeconds: secondsOf(tool.json.timeoutSeconds, 10),
  });
  if (!result.ok) return failure(`Error: ${result.error}`);
  store(conversation, tool, result.value, outside);
  return {
    type: 'result',
    text: typeof result.value === 'string' ? result.value : JSON.stringify(result.value),
  };
}

function store(conversation: Conversation, tool: AssistantTool, value: unknown, outside: Outside): void {
  const found = extract(tool.json.variableExtractionPlan, value, conversation.variables, outside.render);
  Object.assign(conversation.variables, found);
}

function withFixed(
  conversation: Conversation,
  tool: AssistantTool,
  call: ConversationCall,
  outside: Outside,
) {
  const fixed = recordsOf(tool.json.parameters).map((one) => [
    textOf(one.key),
    renderDeeply(one.value, (text) => outside.render(text, conversation.variables)),
  ]);
  return { ...call.arguments, ...Object.fromEntries(fixed) };
}

async function askServer(
  conversation: Conversation,
  tool: AssistantTool,
  call: ConversationCall,
  outside: Outside,
): Promise<Outcome> {
  const own = recordOf(tool.json.server);
  const server = own.url ? own : recordOf(activeMember(conversation).assistant.server);
  // Without a server only a web client would hear of the call; and nobody waits for an asynchronous tool.
  if (!server.url) return { type: 'result', text: 'Success.' };
  const args = withFixed(conversation, tool, call, outside);
  const toolCall = {
    id: call.id,
    type: 'function',
    function: { name: call.name, arguments: JSON.stringify(args) },
  };
  const message = {
    type: 'tool-calls',
    toolCallList: [toolCall],
    toolWithToolCallList: [{ ...tool.json, toolCall }],
  };
  if (tool.json.async === true) {
    void outside.askServer(conversation, server, message);
    return { type: 'result', text: 'Success.' };
  }
  const answer = recordOf(await outside.askServer(conversation, server, message));
  const result = recordsOf(answer.results).find((one) => one.toolCallId === call.id);
  if (!result) return failure('No result returned.');
  if (result.error !== undefined) return failure(textOf(result.error) || 'Error.');
  if (typeof result.result !== 'string') return failure('No result returned.');
  store(conversation, tool, resultData(result.result), outside);
  return { type: 'result', text: result.result };
}

async function request(
  conversation: Conversation,
  tool: AssistantTool,
  call: ConversationCall,
  outside: Outside,
): Promise<Outcome> {
  const method = textOf(tool.json.method) || 'GET';
  const url = outside.render(textOf(tool.json.url), { ...conversation.variables, ...call.arguments });
  const body = method === 'GET' ? undefined : withFixed(conversation, tool, call, outside);
  const text = await outside.request({
    method,
    url,
    headers: fixedHeaders(tool),
    body,
    timeoutSeconds: secondsOf(tool.json.timeoutSeconds, 20),
    credentialId: textOf(tool.json.credentialId),
  });
  if (text === null) return failure('Request failed.');
  const data = resultData(text);
  // Vapi reads variables from JSON answers only.
  if (isRecord(data) || Array.isArray(data)) store(conversation, tool, data, outside);
  return { type: 'result', text };
}

/** Headers whose value is written out; what a model would have to fill is not played. */
function fixedHeaders(tool: AssistantTool): Record<string, string> {
  const properties = recordOf(recordOf(tool.json.headers).properties);
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, schema]) => {
      const { value } = recordOf(schema);
      return typeof value === 'string' ? [[name, value] as const] : [];
    }),
  );
}

function secondsOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value > 0 ? value : otherwise;
}
