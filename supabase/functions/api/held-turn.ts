/** What was heard and seen of a conversation with a compiled draft, read from what Vapi wrote down. Knows no request. */
import { beginningAt, type Pretence } from '../../../src/flow/compile/pretend.ts';
import { registry, traceCall } from '../../../src/kinds/registry.ts';
import { fromChat, type TraceMessage } from '../../../src/publish/conversation.ts';
import type { RehearsalAnswer } from '../../../src/publish/wire.ts';
import type { ChatMessage } from '../../../src/vapi/contract/chat.ts';
import type { CompiledFlow } from './flow.ts';

/** What was said before a turn, and in it. */
export interface HeldTurn {
  /** When it was taken, milliseconds since the epoch; null when nobody says. */
  readonly at: number | null;
  readonly before: readonly ChatMessage[];
  readonly now: readonly ChatMessage[];
}

export interface SpokenLine {
  readonly who: 'assistant' | 'caller';
  readonly text: string;
  readonly node: string | null;
}

export type Heard = Pick<RehearsalAnswer, 'visited' | 'path' | 'information' | 'end'> & {
  /** Both sides, in order. */
  readonly spoken: readonly SpokenLine[];
};

/** The drawing that was played. */
export function playedAs(compiled: CompiledFlow, { from }: Pretence): CompiledFlow {
  return from === undefined
    ? compiled
    : { ...compiled, document: beginningAt(compiled.document, registry, from) };
}

export function readHeld({ document, manifest }: CompiledFlow, turn: HeldTurn): Heard {
  const before = fromChat(turn.before);
  const held = fromChat(turn.now);
  const isOf = (role: 'transfer' | 'end') => (message: TraceMessage) =>
    message.role === 'tool-call' &&
    manifest.tools.some((tool) => tool.name === message.tool && tool.role === role);
  // A chat cannot be transferred and goes on as if nobody had answered; on the phone the caller would be away.
  const away = held.findIndex(isOf('transfer'));
  const answered = held.findIndex((message, index) => index > away && message.role === 'tool-result');
  // What is announced with the transfer still belongs to it.
  const now = away < 0 ? held : held.slice(0, answered < 0 ? away + 1 : answered);
  const known = traceCall(document, manifest, before, turn.at);
  const trace = traceCall(document, manifest, [...before, ...now], turn.at);
  const spoken = now.flatMap((message, index): SpokenLine[] =>
    message.role === 'assistant' || message.role === 'caller'
      ? [{ who: message.role, text: message.text, node: trace.steps[before.length + index] ?? null }]
      : [],
  );
  return {
    spoken,
    visited: trace.visits.slice(known.visits.length).map((visit) => visit.node),
    path: trace.visits.map(({ node, confidence }, place) => {
      const left = trace.leavings[place];
      const because = left && { code: left.because.code, params: { ...left.because.params } };
      return { node, confidence, left: left && because ? { ...left, because } : null };
    }),
    information: { ...trace.information },
    end: away >= 0 ? 'transferred' : now.some(isOf('end')) ? 'hung-up' : null,
  };
}
