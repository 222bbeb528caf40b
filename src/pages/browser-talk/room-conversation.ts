/** The sandbox's room of a web call as a conversation: words go in and come out, without sound. Knows no component. */
import { joinRoom, type LineAnswer, type LineFailure, leaveRoom, sayInRoom } from '../../data/line.ts';
import type { Result } from '../../lib/result.ts';
import type { Conversation, Moment } from '../../talk/sandbox-line.ts';

export interface RoomConversation extends Conversation {
  leave(): Promise<void>;
}

export function roomConversation(address: string): RoomConversation {
  let moment: Moment = { status: 'starting', turns: [], current: null };
  const listeners = new Set<() => void>();
  let isOver = false;

  const change = (next: Partial<Moment>) => {
    moment = { ...moment, ...next };
    for (const listener of listeners) listener();
  };
  const withTurns = (who: 'assistant' | 'caller', texts: readonly string[]): Moment['turns'] => [
    ...moment.turns,
    ...texts.map((text, index) => ({ id: moment.turns.length + index + 1, who, text })),
  ];
  const take = (answer: Result<LineAnswer, LineFailure>) => {
    if (!answer.ok) {
      isOver = true;
      return change({ status: 'failed' });
    }
    const { said, ended } = answer.value;
    isOver = ended;
    change({ status: ended ? 'ended' : 'listening', turns: withTurns('assistant', said) });
  };

  return {
    moment: () => moment,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      take(await joinRoom(address));
    },
    async say(text) {
      change({ status: 'thinking', turns: withTurns('caller', [text]) });
      take(await sayInRoom(address, text));
    },
    async leave() {
      if (isOver) return;
      isOver = true;
      await leaveRoom(address);
    },
  };
}
