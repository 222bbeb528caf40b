/** Shows a call on the drawing while it goes on: which step it is at, and whether that is known. Pure; knows no line. */
import type { FlowDocument, NodeId } from '../flow/document.ts';
import type { Manifest } from '../flow/manifest.ts';
import { type CallMessage, type Confidence, traceMessages } from '../flow/trace.ts';
// The tracer is given the kinds here, for the registry with it would bring it to the first page of the editor.
import { registry } from '../kinds/registry.ts';

export interface Position {
  readonly node: NodeId;
  /** Null where the line does not say. */
  readonly confidence: Confidence | null;
}

export interface Follower {
  take(message: CallMessage): Position | null;
  /** Another assistant has taken over. It may be told before, or without, the tool call that led there. */
  enter(member: string): Position | null;
}

/** `startedAt`: milliseconds since the epoch, for rules of the calendar. */
export function followCall(document: FlowDocument, manifest: Manifest, startedAt: number): Follower {
  const messages: CallMessage[] = [];
  let entered: string | null = null;

  function position(): Position | null {
    const last = traceMessages(document, registry, manifest, messages, startedAt).visits.at(-1);
    const traced = last ? { node: last.node, confidence: last.confidence } : null;
    const member = manifest.members.find(({ name }) => name === entered);
    // The first member begins with its opening, which is heard at once.
    if (!member || member === manifest.members[0]) return traced;
    if (traced && member.steps.some(({ node }) => node === traced.node)) return traced;
    const start = member.steps.find(({ number }) => number === member.start);
    return start ? { node: start.node, confidence: 'inferred' } : traced;
  }

  return {
    take(message) {
      messages.push(message);
      return position();
    },
    enter(name) {
      entered = name;
      return position();
    },
  };
}
