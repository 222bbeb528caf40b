/**
 * Plays a conversation: members, models and tools take their turns until the caller must speak. Knows no HTTP and
 * no storage; the conversation it is given is changed in place.
 */
import type { ModelFailure, ModelMessage, ModelView } from '../model/model.ts';
import {
  type AssistantTool,
  firstMessageMode,
  languageOf,
  promptOf,
  requestStart,
  spokenOn,
  toolsOf,
} from './assistant-view.ts';
import {
  activeMember,
  type Conversation,
  type ConversationCall,
  type ConversationMessage,
  type Ending,
} from './conversation.ts';
import { extract } from './extraction.ts';
import type { Outside } from './outside.ts';
import { recordOf, textOf, textsOf } from './record.ts';
import { isRejected } from './rejection.ts';
import { carryOut, findTool, type Outcome, transferDestination } from './tools.ts';

/** Replies of the model in one turn; more means that it goes round in circles. */
const MOST_REPLIES = 60;

/** The first member takes the call. */
export async function begin(conversation: Conversation, outside: Outside): Promise<void> {
  if (activate(conversation, 0, [], outside)) await replyUntilQuiet(conversation, outside);
}

/** The caller says something. */
export async function hear(conversation: Conversation, text: string, outside: Outside): Promise<void> {
  if (conversation.ending) return;
  note(conversation, 'user', text, outside);
  await respond(conversation, outside);
}

/** Somebody has said something that nobody answers yet. */
export function note(
  conversation: Conversation,
  role: 'user' | 'assistant',
  content: string,
  outside: Outside,
): void {
  push(conversation, { role, content }, outside);
}

/** The assistant speaks, as if it had been its turn. */
export async function respond(conversation: Conversation, outside: Outside): Promise<void> {
  if (!conversation.ending) await replyUntilQuiet(conversation, outside);
}

/** Puts a member in charge; true when its model shall speak at once. */
function activate(
  conversation: Conversation,
  index: number,
  context: ConversationMessage[],
  outside: Outside,
): boolean {
  conversation.active = index;
  conversation.since = conversation.messages.length;
  conversation.context = context;
  conversation.greeted = false;
  const { assistant, id, name } = activeMember(conversation);
  conversation.prompt = outside.render(promptOf(assistant), conversation.variables);
  conversation.activations.push({ assistantName: name, ...(id === undefined ? {} : { assistantId: id }) });
  outside.memberStarted(conversation);
  const mode = firstMessageMode(assistant);
  if (mode === 'assistant-speaks-first-with-model-generated-message') return true;
  const first = outside.render(textOf(assistant.firstMessage), conversation.variables).trim();
  if (mode === 'assistant-speaks-first' && first !== '') {
    push(conversation, { role: 'assistant', content: first }, outside);
    conversation.greeted = true;
  }
  return false;
}

async function replyUntilQuiet(conversation: Conversation, outside: Outside): Promise<void> {
  for (let count = 0; count < MOST_REPLIES && !conversation.ending; count += 1) {
    const reply = await outside.model.reply(viewOf(conversation, outside));
    if (reply.failure) {
      conversation.ending = endingOf(reply.failure);
      return;
    }
    const calls = reply.toolCalls.map((call) => ({
      ...call,
      id: `call_${outside.newId().replaceAll('-', '')}`,
    }));
    if (reply.content !== '' || calls.length > 0)
      push(
        conversation,
        {
          role: 'assistant',
          content: reply.content,
          ...(calls.length > 0 ? { toolCalls: calls } : {}),
          ...(reply.because?.length ? { because: reply.because } : {}),
        },
        outside,
      );
    endOnPhrase(conversation, reply.content);
    if (calls.length === 0) return;
    if (!(await handleCalls(conversation, calls, outside))) return;
  }
}

/** Vapi ends the call and names what failed (`endedReason` of its published API). */
function endingOf({ reason, message }: ModelFailure): Ending {
  return {
    reason: `pipeline-error-openai-${reason}`,
    failure: `The language model cannot be used: ${message}.`,
  };
}

function viewOf(conversation: Conversation, outside: Outside): ModelView {
  const { assistant } = activeMember(conversation);
  const { temperature } = recordOf(assistant.model);
  const language = languageOf(assistant);
  return {
    prompt: conversation.prompt,
    tools: toolsOf(assistant),
    context: modelMessages(conversation.context),
    messages: modelMessages(conversation.messages.slice(conversation.since)),
    greeted: conversation.greeted,
    now: outside.now(),
    ...(language === null ? {} : { language }),
    ...(typeof temperature === 'number' ? { temperature } : {}),
  };
}

/** Adds what the active member has learnt; to be called before it leaves, and at the end. */
export async function gather(conversation: Conversation, outside: Outside): Promise<void> {
  Object.assign(conversation.gathered, await outside.model.gathered(viewOf(conversation, outside)));
}

/** False when the caller is to speak next. */
async function handleCalls(
  conversation: Conversation,
  calls: readonly ConversationCall[],
  outside: Outside,
): Promise<boolean> {
  for (const call of calls) {
    if (conversation.ending) return false;
    const tool = findTool(conversation, call.name);
    const refusal = refusalOf(conversation, tool, call, outside);
    const outcome: Outcome =
      refusal !== null || !tool
        ? { type: 'result', text: refusal ?? '', failed: true }
        : await announceAndCarryOut(conversation, tool, call, outside);
    if (outcome.type === 'handoff') return handOver(conversation, call, outcome, outside);
    if (outcome.spoken !== undefined) speakAside(conversation, outcome.spoken, outside);
    if (outcome.type === 'end') {
      answer(conversation, call, 'Success.', outside);
      conversation.ending = outcome.ending;
      return false;
    }
    answer(conversation, call, outcome.text, outside);
    const spoken = tool ? spokenOn(tool.json, outcome.failed ? 'request-failed' : 'request-complete') : null;
    if (spoken) speakAside(conversation, spoken, outside);
    // With a fixed sentence at the end of a tool the model does not answer (vapi-facts §3).
    if (spoken && !outcome.failed) return false;
  }
  return true;
}

/** Why a call is not carried out; null when it is. */
function refusalOf(
  conversation: Conversation,
  tool: AssistantTool | undefined,
  call: ConversationCall,
  outside: Outside,
): string | null {
  if (!tool) return `Tool not found: ${call.name}`;
  if (call.unreadable !== undefined) return `Error: the arguments of ${call.name} are no JSON object.`;
  return isVetoed(conversation, tool, outside)
    ? `Tool call rejected: ${call.name} is not allowed now. Choose another.`
    : null;
}

function isVetoed(conversation: Conversation, tool: AssistantTool, outside: Outside): boolean {
  const { variables, messages } = conversation;
  return isRejected(tool.json.rejectionPlan, { variables, messages, now: outside.now() }, outside.render);
}

async function announceAndCarryOut(
  conversation: Conversation,
  tool: AssistantTool,
  call: ConversationCall,
  outside: Outside,
): Promise<Outcome> {
  announce(conversation, tool, call, outside);
  return carryOut(conversation, tool, call, outside);
}

/** What is heard when a call begins. What is not written is English, as at Vapi: so that it shows in a rehearsal. */
function announce(
  conversation: Conversation,
  tool: AssistantTool,
  call: ConversationCall,
  outside: Outside,
): void {
  const own = requestStart(tool.json);
  if (tool.type === 'transferCall') {
    const message = transferDestination(tool, call)?.message;
    const text = typeof message === 'string' ? message : textOf(recordOf(message).content);
    speakAside(conversation, message === undefined ? own || 'Transferring the call now.' : text, outside);
  } else if (tool.type === 'endCall') {
    speakAside(conversation, own || textOf(activeMember(conversation).assistant.endCallMessage), outside);
  } else if (tool.json.async !== true) speakAside(conversation, own ?? 'Hold on a sec.', outside);
}

async function handOver(
  conversation: Conversation,
  call: ConversationCall,
  outcome: Extract<Outcome, { type: 'handoff' }>,
  outside: Outside,
): Promise<boolean> {
  await gather(conversation, outside);
  const { variableExtractionPlan: plan, assistantOverrides } = outcome.destination;
  const { variables, gathered } = conversation;
  // Of what was told, what the plan names: Vapi asks another model, and goes on with nothing when it fails.
  Object.assign(variables, extract(plan, gathered, variables, outside.render));
  Object.assign(variables, recordOf(recordOf(assistantOverrides).variableValues));
  // The text by which a handoff that worked shows (vapi-facts §2.3).
  answer(conversation, call, 'No handoff destination returned', outside);
  const context = passedOn(conversation, recordOf(outcome.destination.contextEngineeringPlan));
  return activate(conversation, outcome.member, context, outside);
}

function passedOn(conversation: Conversation, plan: Record<string, unknown>): ConversationMessage[] {
  const all = [...conversation.messages];
  switch (plan.type) {
    case 'none':
      return [];
    case 'userAndAssistantMessages':
      return all
        .filter(({ role, content }) => role !== 'tool' && content !== '')
        .map(({ toolCalls: _, ...message }) => message);
    case 'previousAssistantMessages':
      return all.slice(0, conversation.since);
    case 'lastNMessages':
      return typeof plan.maxMessages === 'number' && plan.maxMessages > 0 ? all.slice(-plan.maxMessages) : [];
    default:
      return all;
  }
}

/** The assistant ends the call by saying one of its phrases, wherever it stands (vapi-facts §12.33). */
function endOnPhrase(conversation: Conversation, said: string): void {
  const phrases = textsOf(activeMember(conversation).assistant.endCallPhrases);
  if (phrases.some((phrase) => said.toLowerCase().includes(phrase.toLowerCase())))
    conversation.ending = { reason: 'assistant-said-end-call-phrase' };
}

function answer(conversation: Conversation, call: ConversationCall, content: string, outside: Outside): void {
  push(conversation, { role: 'tool', content, toolCallId: call.id, name: call.name }, outside);
}

function speakAside(conversation: Conversation, template: string, outside: Outside): void {
  const content = outside.render(template, conversation.variables).trim();
  if (content !== '') push(conversation, { role: 'assistant', content, aside: true }, outside);
}

function push(
  conversation: Conversation,
  message: Omit<ConversationMessage, 'at' | 'assistantName'>,
  outside: Outside,
): void {
  conversation.messages.push({
    ...message,
    at: outside.now(),
    assistantName: activeMember(conversation).name,
  });
}

function modelMessages(messages: readonly ConversationMessage[]): ModelMessage[] {
  return messages
    .filter((message) => !message.aside)
    .map((message): ModelMessage => {
      if (message.role === 'tool')
        return {
          role: 'tool',
          name: message.name ?? '',
          content: message.content,
          ...(message.toolCallId === undefined ? {} : { callId: message.toolCallId }),
        };
      if (message.role === 'user') return { role: 'user', content: message.content };
      return { role: 'assistant', content: message.content, toolCalls: message.toolCalls ?? [] };
    });
}
