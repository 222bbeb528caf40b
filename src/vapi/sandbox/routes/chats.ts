/** `/chat`: text conversations with saved or written-out assistants and squads. */
import { Hono } from 'hono';
import { refuse } from '../answers.ts';
import { openAiMessage } from '../artifact.ts';
import { born, type Desk, lookupOf, readBody } from '../desk.ts';
import { castOf, type Target } from '../runtime/cast.ts';
import { type Conversation, newConversation } from '../runtime/conversation.ts';
import { begin, hear } from '../runtime/converse.ts';
import { type JsonRecord, recordsOf, textOf } from '../runtime/record.ts';
import { chatShape } from '../shapes/bodies.ts';
import { checkShape } from '../shapes/check.ts';
import { checkTarget } from '../shapes/target.ts';
import type { Resource } from '../store.ts';
import { own } from './filters.ts';
import { page } from './pages.ts';
import { responseEvents, responseOf } from './responses.ts';
import { isOpen } from './sessions.ts';

const FILTERS = own('id', 'idAny', 'assistantId', 'assistantIdAny', 'squadId', 'sessionId', 'previousChatId');

export function chatRoutes(desk: Desk): Hono {
  const routes = new Hono();
  const { store } = desk;

  routes.post('/', async (context) => {
    const body = checkShape(chatShape, await readBody(context));
    if (!body.ok) return refuse(context, 400, body.failure);
    const opened = await openConversation(desk, body.value);
    if (Array.isArray(opened)) return refuse(context, 400, opened);
    const chat = await answer(desk, body.value, opened);
    if (typeof chat === 'string') return refuse(context, 400, chat);
    return body.value.stream === true ? streamed(chat) : context.json(chat, 201);
  });

  routes.post('/responses', async (context) => {
    const body = checkShape(chatShape, await readBody(context));
    if (!body.ok) return refuse(context, 400, body.failure);
    const opened = await openConversation(desk, body.value);
    if (Array.isArray(opened)) return refuse(context, 400, opened);
    const chat = await answer(desk, body.value, opened);
    if (typeof chat === 'string') return refuse(context, 400, chat);
    const response = responseOf(chat);
    return body.value.stream === false ? context.json(response, 201) : responseEvents(response);
  });

  routes.get('/', (context) => page(context, desk, 'chat', { fields: FILTERS }));

  routes.get('/:id', (context) => {
    const chat = store.get('chat', context.req.param('id'));
    return chat ? context.json(chat) : refuse(context, 404, 'Chat not found.');
  });

  routes.delete('/:id', (context) => {
    const chat = store.get('chat', context.req.param('id'));
    if (!chat) return refuse(context, 404, 'Chat not found.');
    store.remove('chat', chat.id);
    return context.json(chat);
  });

  return routes;
}

/** The conversation to go on with, or what is wrong with the request. */
async function openConversation(desk: Desk, body: JsonRecord): Promise<Conversation | string[]> {
  const previous = textOf(body.previousChatId);
  const sessionId = textOf(body.sessionId);
  if (previous !== '' && sessionId !== '') return ['only one of sessionId and previousChatId can be given'];
  if (sessionId !== '') return openSession(desk, sessionId);
  if (previous !== '') {
    // Every chat keeps its own state: an earlier one can be taken up again.
    return desk.store.conversation(previous) ?? [`previousChatId: chat ${previous} does not exist`];
  }
  return start(desk, body);
}

/** A conversation in which the assistant has said what it says first. */
async function start(desk: Desk, body: JsonRecord): Promise<Conversation | string[]> {
  const lookup = lookupOf(desk.store);
  const complaints = checkTarget(body, lookup);
  if (complaints.length > 0) return complaints;
  const cast = castOf(body as Target, lookup);
  if (!cast.ok) return [cast.failure];
  const conversation = newConversation('', 'chat', cast.value.members, cast.value.variables);
  await begin(
    conversation,
    desk.outside(() => undefined),
  );
  return conversation;
}

/** A session goes on where its last chat ended; its own target answers, whatever the chat names. */
async function openSession(desk: Desk, id: string): Promise<Conversation | string[]> {
  const session = desk.store.get('session', id);
  if (!session) return [`sessionId: session ${id} does not exist`];
  if (!isOpen(desk, session)) return [`sessionId: session ${id} is completed`];
  return desk.store.conversation(id) ?? start(desk, session);
}

/** Server-sent events, a word each: what an answer adds to which message (vapi-facts §6). */
function streamed(chat: Resource): Response {
  const about = { id: chat.id, ...(chat.sessionId === undefined ? {} : { sessionId: chat.sessionId }) };
  const events = recordsOf(chat.output).flatMap((message, index) =>
    textOf(message.content)
      .split(/(?<= )/)
      .filter((delta) => delta !== '')
      .map((delta) => ({ ...about, path: `chat.output[${index}].content`, delta })),
  );
  return new Response(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''), {
    status: 201,
    headers: { 'content-type': 'text/event-stream' },
  });
}

/**
 * An empty input on a new chat answers with what the assistant says first. A sentence when the model could not be used: Vapi
 * does not publish what it answers then; nothing is kept, so that the same turn can be tried again.
 */
async function answer(desk: Desk, body: JsonRecord, conversation: Conversation): Promise<Resource | string> {
  const input = inputText(body.input);
  const chat = born(desk, {});
  const mine: Conversation = { ...conversation, id: chat.id };
  const before = body.previousChatId === undefined && input === '' ? 0 : mine.messages.length;
  if (input !== '')
    await hear(
      mine,
      input,
      desk.outside(() => undefined),
    );
  if (mine.ending?.failure !== undefined) return mine.ending.failure;
  const { assistantId, squadId, previousChatId, sessionId, name } = body;
  const said = mine.messages.slice(before);
  const complete = {
    ...chat,
    ...Object.fromEntries(
      Object.entries({ assistantId, squadId, previousChatId, sessionId, name }).filter(
        ([, value]) => value !== undefined,
      ),
    ),
    input: body.input,
    messages: mine.messages.slice(0, before).map(openAiMessage),
    output: said.filter(({ role }) => role !== 'user').map(openAiMessage),
    cost: 0,
    costs: [],
  };
  desk.store.put('chat', complete);
  desk.store.keepConversation(mine);
  if (sessionId !== undefined) desk.store.keepConversation({ ...mine, id: textOf(sessionId) });
  return complete;
}

function inputText(input: unknown): string {
  if (typeof input === 'string') return input.trim();
  return textOf(recordsOf(input).findLast((message) => message.role === 'user')?.content).trim();
}
