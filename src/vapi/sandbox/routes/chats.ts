/** `/chat`: text conversations with saved or written-out assistants and squads. */
import { type Context, Hono } from 'hono';
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

export function chatRoutes(desk: Desk): Hono {
  const routes = new Hono();
  const { store } = desk;

  routes.post('/', async (context) => {
    const body = checkShape(chatShape, await readBody(context));
    if (!body.ok) return refuse(context, 400, body.failure);
    if (body.value.stream === true) return refuse(context, 400, ['stream: the sandbox does not stream']);
    const opened = await openConversation(desk, body.value);
    if (Array.isArray(opened)) return refuse(context, 400, opened);
    return answer(context, desk, body.value, opened);
  });

  routes.get('/', (context) => {
    const results = store.list('chat').slice(0, 100);
    return context.json({
      results,
      metadata: { itemsPerPage: 100, totalItems: store.list('chat').length, currentPage: 1 },
    });
  });

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
  if (previous !== '') {
    // Every chat keeps its own state: an earlier one can be taken up again.
    return desk.store.conversation(previous) ?? [`previousChatId: chat ${previous} does not exist`];
  }
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

/** An empty input on a new chat answers with what the assistant says first. */
async function answer(
  context: Context,
  desk: Desk,
  body: JsonRecord,
  conversation: Conversation,
): Promise<Response> {
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
  const { assistantId, squadId, previousChatId, name } = body;
  const said = mine.messages.slice(before);
  const complete = {
    ...chat,
    ...Object.fromEntries(
      Object.entries({ assistantId, squadId, previousChatId, name }).filter(
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
  return context.json(complete, 201);
}

function inputText(input: unknown): string {
  if (typeof input === 'string') return input.trim();
  return textOf(recordsOf(input).findLast((message) => message.role === 'user')?.content).trim();
}
