/**
 * A call while it is spoken, on whatever line: its turns, its end, and the server messages that tell of them. Knows no
 * numbers and no rooms.
 */
import type { Context } from 'hono';
import { refuse } from './answers.ts';
import { artifactOf } from './artifact.ts';
import { clientMessagesOf, type Start } from './client-messages.ts';
import type { Desk } from './desk.ts';
import { shownNumber } from './routes/phone-numbers.ts';
import { languageOf, serverMessagesOf } from './runtime/assistant-view.ts';
import type { Cast } from './runtime/cast.ts';
import { activeMember, type Channel, type Conversation, newConversation } from './runtime/conversation.ts';
import { begin, gather } from './runtime/converse.ts';
import type { Outside } from './runtime/outside.ts';
import { type JsonRecord, recordOf, textOf } from './runtime/record.ts';
import type { Resource } from './store.ts';

/** Calls at once, of the whole organisation; more wait or are turned away (vapi-facts §10). */
export const MOST_CALLS = 10;

/** What happens from the moment somebody has spoken until everybody is quiet. */
export interface Turn {
  /** Messages of the conversation before it. */
  readonly before: number;
  /** Members that took over in it. */
  readonly starts: Start[];
}

export function newTurn(conversation: Conversation): Turn {
  return { before: conversation.messages.length, starts: [] };
}

/** The outside of a running call; members that take over are told to its server and noted in the turn. */
export function outsideOf(desk: Desk, call: Resource, turn: Turn): Outside {
  return desk.outside((conversation) => {
    const { assistant } = activeMember(conversation);
    turn.starts.push({ at: conversation.messages.length, member: conversation.active });
    tell(desk, call, conversation, 'assistant.started', { newAssistant: assistant });
  });
}

/** The first member takes the call. Gives what is heard. */
export function connect(
  desk: Desk,
  call: Resource,
  channel: Channel,
  cast: Cast,
  variables: JsonRecord,
): Promise<JsonRecord> {
  const conversation = newConversation(call.id, channel, cast.members, {
    ...variables,
    ...cast.variables,
  });
  return desk.inTurn(call.id, async () => {
    const turn = newTurn(conversation);
    desk.store.put('call', call);
    tell(desk, call, conversation, 'status-update', { status: 'in-progress' });
    await begin(conversation, outsideOf(desk, call, turn));
    return concluded(desk, call, conversation, turn);
  });
}

/** Runs a turn of a running call; one that is over says nothing more. */
export function withCall(
  context: Context,
  desk: Desk,
  task: (call: Resource, conversation: Conversation, turn: Turn) => Promise<void>,
): Promise<Response> {
  const id = context.req.param('id') ?? '';
  return desk.inTurn(id, async () => {
    const call = desk.store.get('call', id);
    const conversation = desk.store.conversation(id);
    if (!call) return refuse(context, 404, 'No such call.');
    if (!conversation || conversation.ending) return context.json({ callId: id, said: [], ended: true });
    const turn = newTurn(conversation);
    await task(call, conversation, turn);
    return context.json(await concluded(desk, call, conversation, turn));
  });
}

/** Keeps what has happened and gives what was said, and to a browser the messages that it would get. */
async function concluded(
  desk: Desk,
  call: Resource,
  conversation: Conversation,
  turn: Turn,
): Promise<JsonRecord> {
  const said = conversation.messages
    .slice(turn.before)
    .filter(({ role, content }) => role === 'assistant' && content !== '')
    .map(({ content }) => content);
  if (conversation.ending) await hangUp(desk, call, conversation);
  else {
    const artifact = artifactOf(conversation, Date.parse(textOf(call.startedAt)));
    desk.store.put('call', { ...call, artifact, updatedAt: new Date(desk.now()).toISOString() });
    desk.store.keepConversation(conversation);
  }
  const language = languageOf(activeMember(conversation).assistant);
  const heard = { callId: call.id, said, ended: conversation.ending !== null, language };
  if (conversation.channel !== 'web') return heard;
  const startedAt = Date.parse(textOf(call.startedAt));
  return { ...heard, messages: clientMessagesOf(conversation, turn, startedAt, desk.now()) };
}

async function hangUp(desk: Desk, call: Resource, conversation: Conversation): Promise<void> {
  const ending = conversation.ending!;
  await gather(
    conversation,
    desk.outside(() => undefined),
  );
  const endedAt = new Date(desk.now()).toISOString();
  const destination = ending.destination ? { destination: ending.destination } : {};
  const artifact = artifactOf(conversation, Date.parse(textOf(call.startedAt)));
  const ended: Resource = {
    ...call,
    ...destination,
    status: 'ended',
    endedReason: ending.reason,
    endedAt,
    updatedAt: endedAt,
    artifact,
    analysis: {},
  };
  desk.store.put('call', ended);
  desk.store.endConversation(conversation);
  if (ending.destination)
    tell(desk, call, conversation, 'status-update', { status: 'forwarding', ...destination });
  tell(desk, ended, conversation, 'status-update', { status: 'ended', endedReason: ending.reason });
  const seconds = (Date.parse(endedAt) - Date.parse(textOf(call.startedAt))) / 1000;
  tell(desk, ended, conversation, 'end-of-call-report', {
    endedReason: ending.reason,
    startedAt: call.startedAt,
    endedAt,
    durationSeconds: seconds,
    cost: 0,
    costs: [],
    analysis: {},
    ...destination,
    artifact,
    transcript: artifact.transcript,
  });
}

/** Sends a server message when the active assistant has a server and wants it. */
export function tell(
  desk: Desk,
  call: Resource,
  conversation: Conversation,
  type: string,
  rest: JsonRecord,
): void {
  const { assistant } = activeMember(conversation);
  const server = recordOf(assistant.server);
  if (textOf(server.url) === '' || !serverMessagesOf(assistant).includes(type)) return;
  desk.webhooks.tell(call.id, server, {
    type,
    timestamp: desk.now(),
    ...rest,
    ...surroundings(desk, call, conversation),
  });
}

/** What every server message carries besides its own subject. */
export function surroundings(desk: Desk, call: Resource, conversation: Conversation): JsonRecord {
  const { artifact: _, ...about } = call;
  const number = desk.store.get('phone-number', textOf(call.phoneNumberId));
  return {
    call: about,
    assistant: activeMember(conversation).assistant,
    ...(number ? { phoneNumber: shownNumber(desk, number) } : {}),
    ...(call.customer === undefined ? {} : { customer: call.customer }),
  };
}

export function isTooLong(desk: Desk, call: Resource, conversation: Conversation): boolean {
  const limits = conversation.members.map(({ assistant }) => assistant.maxDurationSeconds);
  const seconds = Math.max(...limits.map((limit) => (typeof limit === 'number' ? limit : 600)));
  return desk.now() - Date.parse(textOf(call.startedAt)) > seconds * 1000;
}

/** Milliseconds after which a call on which nobody speaks takes up no line: a telephone would have been hung up. */
const ABANDONED = 60_000;

/** Calls that take up a line now. */
export function runningCalls(desk: Desk): number {
  return desk.store
    .list('call')
    .filter(
      ({ status, updatedAt }) => status === 'in-progress' && desk.now() - Date.parse(updatedAt) < ABANDONED,
    ).length;
}
