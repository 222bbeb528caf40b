/** Puts an answer into the draft of a flow, and takes it back: compare-and-swap, on the newest drawing each time. Shows nothing. */
import { getFlow, saveFlow } from '../../data/flows.ts';
import type { OpenQuestion } from '../../data/report.ts';
import type { NodeId } from '../../flow/document.ts';
import type { TaughtFact } from '../../flow/kind.ts';

export type AnswerFailure =
  | 'no-step'
  | 'full'
  | 'unreadable'
  | 'conflict'
  | 'gone'
  | 'signed-out'
  | 'offline'
  | 'busy'
  | 'refused'
  | 'unexpected';

/** What was changed, so that it can be taken back. */
export interface Answered {
  readonly flowId: string;
  readonly node: NodeId;
  /** Its name on the drawing; empty where it has none. */
  readonly step: string;
  readonly taught: unknown;
  readonly before: unknown;
}

/** Somebody who types saves often. */
const MOST_TRIES = 4;

/** The kinds are fetched when somebody answers. */
const engine = async () => {
  const [{ readFlow, registry }, { teach, unteach }] = await Promise.all([
    import('../../kinds/registry.ts'),
    import('../../flow/teach.ts'),
  ]);
  return { readFlow, registry, teach, unteach };
};

export async function answerQuestion(
  { flowId, node }: OpenQuestion,
  fact: TaughtFact,
): Promise<Answered | AnswerFailure> {
  const { readFlow, registry, teach } = await engine();
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const stored = await getFlow(flowId);
    if (!stored.ok) return stored.failure.code === 'not-found' ? 'gone' : reasonOf(stored.failure.code);
    const { document, problems } = readFlow(stored.value.document);
    // What could not be read would be lost by saving.
    if (problems.length > 0) return 'unreadable';
    const taught = teach(document, registry, node as NodeId, fact);
    if (!taught.ok) return taught.reason;
    const saved = await saveFlow(flowId, stored.value.revision, taught.document);
    if (saved.ok)
      return {
        flowId,
        node: taught.node,
        step: document.nodes[taught.node]?.title ?? '',
        taught: taught.document.nodes[taught.node]?.data,
        before: document.nodes[taught.node]?.data,
      };
    if (saved.reason !== 'conflict') return saved.reason;
  }
  return 'conflict';
}

/** Null when it is as before; `changed`: somebody changed the step since. */
export async function takeBack(answered: Answered): Promise<null | 'changed' | AnswerFailure> {
  const { readFlow, unteach } = await engine();
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const stored = await getFlow(answered.flowId);
    if (!stored.ok) return stored.failure.code === 'not-found' ? 'gone' : reasonOf(stored.failure.code);
    const { document, problems } = readFlow(stored.value.document);
    const undone =
      problems.length > 0 ? null : unteach(document, answered.node, answered.taught, answered.before);
    if (undone === null) return 'changed';
    const saved = await saveFlow(answered.flowId, stored.value.revision, undone);
    if (saved.ok) return null;
    if (saved.reason !== 'conflict') return saved.reason;
  }
  return 'conflict';
}

function reasonOf(code: string): AnswerFailure {
  const isTold = code === 'offline' || code === 'busy' || code === 'signed-out' || code === 'refused';
  return isTold ? code : 'unexpected';
}
