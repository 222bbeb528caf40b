/**
 * A caller who goes a drawn way: at each step they say what leaves it by the exit of the way. Listens to the steps seen so
 * far, never to words; falls silent when the call goes another way, so that the difference shows.
 */
import type { FlowDocument, InformationId, NodeId } from '../flow/document.ts';
import { isListening } from '../flow/kind.ts';
import type { Way } from '../flow/paths.ts';
import type { Visit } from '../flow/trace.ts';
import { registry } from '../kinds/registry.ts';
import { type Circumstances, obtains } from './circumstances.ts';
import { HELLO, repliesOf, spokenReply } from './replies.ts';

/** What the caller says next, after what has happened so far; null says nothing more. */
export type Caller = (call: { readonly visits: readonly Pick<Visit, 'node'>[] }) => string | null;

/** A step at which nobody is understood after so many lines is a difference in itself. */
const PATIENCE = 6;

/** `interrupt` may put lines before what is said at a step. */
export function callerAlong(
  document: FlowDocument,
  way: Way,
  circumstances: Circumstances,
  interrupt: (node: NodeId) => readonly string[] = () => [],
): Caller {
  let place = -1;
  let said = 0;
  let waiting: string[] = [];
  return ({ visits }) => {
    const next = waiting.shift();
    if (next !== undefined) return next;
    const here = visits.length - 1;
    if (visits.some(({ node }, index) => node !== way.steps[index]?.node)) return null;
    if (here !== place) [place, said] = [here, 0];
    const step = way.steps[here];
    if (!step || said === PATIENCE + linesAt(document, way, here, circumstances).length) return null;
    const line = lineAt(document, way, here, circumstances, said);
    said += 1;
    waiting = [...interrupt(step.node), line];
    return waiting.shift()!;
  };
}

/** Whether the step of a way waits for what callers say. */
export function listensAt(document: FlowDocument, node: NodeId): boolean {
  return isListening(registry.get(document.nodes[node]!.kind));
}

/** The n-th line at a step; the last one again when there are no more. */
function lineAt(
  document: FlowDocument,
  way: Way,
  place: number,
  circumstances: Circumstances,
  index: number,
): string {
  const lines = linesAt(document, way, place, circumstances);
  return lines[Math.min(index, lines.length - 1)] ?? HELLO[document.language];
}

interface Facts {
  readonly facts?: readonly { readonly question: string; readonly answer: string }[];
}

/** What the caller asks at a step that answers questions, with its answer. */
export function askedFact({ facts = [] }: Facts) {
  return facts.find(({ question, answer }) => question.trim() !== '' && answer.trim() !== '');
}

/** Whether a value was obtained at an earlier step of the way. */
export function isKnownAt(
  document: FlowDocument,
  way: Way,
  place: number,
  { told }: Circumstances,
  information: InformationId,
): boolean {
  return way.steps
    .slice(0, place)
    .some((step, earlier) => obtains(document, step, information) && told(earlier, information).value !== '');
}

function linesAt(document: FlowDocument, way: Way, place: number, circumstances: Circumstances): string[] {
  const { node, exit } = way.steps[place]!;
  const tell = (information: InformationId) => circumstances.told(place, information);
  const isKnown = (information: InformationId) => isKnownAt(document, way, place, circumstances, information);
  const replies = repliesOf(document, node, exit);
  const isGiven = replies.some(
    (reply) => reply.type === 'tells' && (tell(reply.information).value !== '' || isKnown(reply.information)),
  );
  return replies.flatMap((reply) => {
    if (reply.type === 'tells')
      return reply.skipsKnown && isKnown(reply.information) ? [] : [tell(reply.information).spoken];
    return reply.type === 'agrees' && !isGiven ? [] : [spokenReply(reply, document.language)];
  });
}
