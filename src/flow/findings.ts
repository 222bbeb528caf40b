/** What a call came to, out of its trace: whether it reached a goal of the drawing, and what it could not answer. Pure and total. */
import type { FlowDocument, NodeId } from './document.ts';
import type { Registry } from './kind.ts';
import type { CallMessage, Trace } from './trace.ts';

export interface Findings {
  /** What the caller wanted was done, or what was asked for was given and the call came to an end of the drawing. */
  readonly reachedGoal: boolean;
  /** In order, each in the caller's own words. */
  readonly questions: readonly { readonly node: NodeId; readonly question: string }[];
}

/** `messages` are those that were traced. */
export function findingsIn(
  document: FlowDocument,
  registry: Registry,
  trace: Trace,
  messages: readonly CallMessage[],
): Findings {
  const saidAt = wordsByVisit(trace, messages);
  const questions = trace.visits.flatMap(({ node }, index) => {
    if (trace.leavings[index]?.because.code !== 'question-unanswered') return [];
    const question = questionAmong(saidAt[index] ?? []);
    return question === null ? [] : [{ node, question }];
  });
  return { reachedGoal: reachedGoal(document, registry, trace), questions };
}

/** By a way out that is a goal; or at an end of the drawing, with what was asked for and nothing that failed after it. */
function reachedGoal(document: FlowDocument, registry: Registry, { visits, leavings }: Trace): boolean {
  let hasGiven = false;
  for (const [index, { node }] of visits.entries()) {
    const drawn = document.nodes[node];
    const kind = drawn && registry.get(drawn.kind);
    if (!kind) continue;
    const exits = kind.exits(drawn.data);
    const isEnd = kind.family === 'leave' && exits.length === 0;
    if (isEnd && index === visits.length - 1) return hasGiven;
    const taken = exits.find(({ id }) => id === leavings[index]?.exit);
    if (taken?.goal) return true;
    if (taken?.role === 'failure') hasGiven = false;
    else if (taken && kind.collects(drawn.data, taken.id).length > 0) hasGiven = true;
  }
  return false;
}

/** For each visit what the caller said during it. A visit that was put in between has no message of its own. */
function wordsByVisit({ visits, steps }: Trace, messages: readonly CallMessage[]): string[][] {
  const said: string[][] = visits.map(() => []);
  let visit = -1;
  let here: NodeId | null = null;
  messages.forEach((message, index) => {
    const step = steps[index] ?? null;
    if (step !== here && step !== null) {
      const next = visits.findIndex(({ node }, place) => place > visit && node === step);
      if (next >= 0) visit = next;
      here = step;
    }
    if (message.role === 'caller' && message.text.trim() !== '') said[visit]?.push(message.text.trim());
  });
  return said;
}

/** Words enough to be a question where no mark says so. */
const MANY_WORDS = 4;

/**
 * The assistant asks once what is meant: what was said before leaving is the question, or the same once more and shorter. Of the last two
 * turns the latest that reads like a question; the longer one where neither does.
 */
function questionAmong(said: readonly string[]): string | null {
  const [last, before] = said.slice(-2).reverse();
  if (last === undefined) return null;
  const reads = [last, before].find(
    (text) => text !== undefined && (text.includes('?') || text.split(/\s+/).length >= MANY_WORDS),
  );
  return reads ?? (before !== undefined && before.length > last.length ? before : last);
}
