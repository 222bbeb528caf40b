/** What the store keeps, and what it lets go. */
import { expect, it } from 'vitest';
import { newConversation } from './runtime/conversation.ts';
import { createStore, emptyState } from './store.ts';

const members = [{ name: 'A', assistant: { name: 'A' } }];
const at = '2026-11-25T09:00:00.000Z';

it('keeps the cast of many conversations once, as long as one needs it', () => {
  const state = emptyState();
  const store = createStore(state, () => undefined);
  for (const id of ['1', '2']) {
    store.put('chat', { id, createdAt: at, updatedAt: at });
    store.keepConversation(newConversation(id, 'chat', members, { who: id }));
  }
  expect(Object.keys(state.casts)).toHaveLength(1);
  expect(store.conversation('2')).toMatchObject({ members, variables: { who: '2' } });
  store.remove('chat', '1');
  expect(Object.keys(state.casts)).toHaveLength(1);
  store.remove('chat', '2');
  expect(state.casts).toEqual({});
});

it('gives copies of conversations: what is not kept does not count', () => {
  const store = createStore(emptyState(), () => undefined);
  store.keepConversation(newConversation('1', 'chat', members, {}));
  store.conversation('1')!.gathered.who = 'Anna';
  expect(store.conversation('1')?.gathered).toEqual({});
});

it('lets the oldest chats go, and no assistant', () => {
  const store = createStore(emptyState(), () => undefined);
  for (let count = 0; count < 250; count += 1) {
    store.put('chat', { id: `chat-${count}`, createdAt: at, updatedAt: at });
    store.put('assistant', { id: `assistant-${count}`, createdAt: at, updatedAt: at });
  }
  expect(store.list('chat')).toHaveLength(200);
  expect(store.get('chat', 'chat-0')).toBeUndefined();
  expect(store.get('chat', 'chat-249')).toBeDefined();
  expect(store.list('assistant')).toHaveLength(250);
  expect(store.get('assistant', 'constructor')).toBeUndefined();
});
