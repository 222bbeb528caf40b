/**
 * The projector: what a call's events amount to. A pure function of the set of events: order, repetition and lateness
 * make no difference, the status never goes back, and reading all of them again gives the same. Knows no database, and
 * the drawing only through the reader it is given.
 */
import type { Findings } from '../flow/findings.ts';
import type { Leaving, Trace, Visit } from '../flow/trace.ts';
import type { CallMessage } from '../vapi/contract/call.ts';
import {
  type CallEvent,
  type CallStatus,
  distinct,
  earliest,
  type Fact,
  firstTime,
  furthest,
  isoOf,
  readEvent,
  strongest,
} from './call-facts.ts';
import type { Outcome } from './calls-wire.ts';
import { fromCall, type TraceMessage } from './conversation.ts';

/** The longest text of a turn that is kept. */
const LONGEST_TEXT = 10_000;

/** The drawing that was published, as far as the projector asks about it. */
export interface DrawingReader {
  /** The engine's trace of a conversation that began at an instant: milliseconds since the epoch, null when it is not known. */
  trace(messages: readonly TraceMessage[], startedAt: number | null): Trace;
  /** What a trace of it amounts to. */
  findings(trace: Trace, messages: readonly TraceMessage[]): Findings;
  /** Ids of the information that the drawing collects. */
  readonly information: readonly string[];
}

export interface Turn {
  readonly role: 'assistant' | 'caller' | 'tool';
  readonly text: string;
  /** Milliseconds from the start of the call; null when unknown. */
  readonly at: number | null;
  readonly node: string | null;
}

/** `left`: by which way out; its exit is null when a rule valid at any time led away. Absent where the call ended. */
export interface PassedStep extends Visit {
  readonly left?: Pick<Leaving, 'exit' | 'confidence'>;
}

export interface ProjectedCall {
  readonly status: CallStatus;
  readonly caller: string | null;
  readonly endedReason: string | null;
  /** ISO 8601. */
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly outcome: Outcome | null;
  readonly cost: number | null;
  readonly information: Readonly<Record<string, string>>;
  readonly path: readonly PassedStep[];
  readonly turns: readonly Turn[];
  /** Put through to a person, or by the findings of the drawing. */
  readonly reachedGoal: boolean;
  readonly questions: Findings['questions'];
}

/** Pure; events that cannot be read contribute nothing. */
export function projectCall(events: readonly CallEvent[], drawing: DrawingReader): ProjectedCall {
  const facts = distinct(events.map(readEvent).filter((fact) => fact !== null));
  const status = furthest(facts.flatMap((fact) => fact.statuses));
  const startedAt = earliest(facts.map((fact) => fact.startedAt)) ?? isoOf(firstTime(facts, 'in-progress'));
  const endedAt = strongest(facts, (fact) => fact.endedAt) ?? isoOf(firstTime(facts, 'ended'));
  const endedReason = strongest(facts, (fact) => fact.endedReason);
  const start = startedAt === null ? null : Date.parse(startedAt);
  const messages = fromCall(conversation(facts, start));
  const trace = drawing.trace(messages, start);
  const { visits, information, steps, leavings } = trace;
  const { reachedGoal, questions } = drawing.findings(trace, messages);
  const outcome = status === 'ended' ? outcomeOf(endedReason) : null;
  return {
    status,
    caller: strongest(facts, (fact) => fact.caller),
    endedReason,
    startedAt,
    endedAt: status === 'ended' ? endedAt : null,
    outcome,
    cost: strongest(facts, (fact) => fact.cost),
    // What a tool was given was acted on; the record, written after the call, fills what no tool was told.
    information: { ...recorded(facts, drawing.information), ...information },
    path: visits.map((visit, index) => withLeaving(visit, leavings[index])),
    turns: turnsOf(messages, steps),
    reachedGoal: reachedGoal || outcome === 'transferred',
    questions,
  };
}

function withLeaving(visit: Visit, leaving: Leaving | null | undefined): PassedStep {
  return leaving ? { ...visit, left: { exit: leaving.exit, confidence: leaving.confidence } } : visit;
}

function recorded(facts: readonly Fact[], ids: readonly string[]): Record<string, string> {
  const entries = ids.flatMap((id): [string, string][] => {
    const value = strongest(
      facts,
      (fact) => (Object.hasOwn(fact.record, id) ? fact.record[id] : null) ?? null,
    );
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return isPlain && value !== '' ? [[id, String(value).slice(0, LONGEST_TEXT)]] : [];
  });
  return Object.fromEntries(entries);
}

/** The report's or the record's messages; during the call what was heard so far. */
function conversation(facts: readonly Fact[], start: number | null): CallMessage[] {
  const whole = facts.filter((fact) => fact.messages.length > 0);
  const best = whole.find(
    (fact) => fact.weight === whole[0]?.weight && fact.messages.length === longest(whole),
  );
  const messages = best?.messages ?? facts.map((fact) => fact.said).filter((said) => said !== null);
  return messages.map((message) => {
    if (message.secondsFromStart != null || message.time == null || start === null) return message;
    return { ...message, secondsFromStart: Math.max(0, message.time - start) / 1000 };
  });
}

function longest(whole: readonly Fact[]): number {
  return Math.max(
    ...whole.filter((fact) => fact.weight === whole[0]?.weight).map((fact) => fact.messages.length),
  );
}

function turnsOf(messages: readonly TraceMessage[], steps: Trace['steps']): Turn[] {
  return messages.flatMap((message, index): Turn[] => {
    if (message.role === 'tool-result') return [];
    const place = { at: message.at ?? null, node: steps[index] ?? null };
    if (message.role === 'tool-call') return [{ role: 'tool', text: message.tool, ...place }];
    return [{ role: message.role, text: message.text.slice(0, LONGEST_TEXT), ...place }];
  });
}

/** Vapi has some 600 reasons; these are the kinds a person tells apart. Pure. */
export function outcomeOf(endedReason: string | null): Outcome {
  if (endedReason === null) return 'completed';
  if (/^assistant-(ended-call|said-end-call-phrase)/.test(endedReason)) return 'completed';
  if (endedReason === 'assistant-forwarded-call' || endedReason.startsWith('call.forwarding.')) {
    return endedReason.includes('error') ? 'failed' : 'transferred';
  }
  if (endedReason === 'customer-ended-call') return 'caller-hung-up';
  if (endedReason === 'silence-timed-out') return 'silence';
  if (endedReason === 'exceeded-max-duration') return 'too-long';
  return 'failed';
}
