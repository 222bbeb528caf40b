/**
 * What an endpoint of the runtime is given of a drawing: the step, and what its settings name. The tool of a published step
 * carries the hash of exactly this (`stepVersions`), never of the whole drawing, so that an edit elsewhere leaves the tool,
 * and with it the member that has it, as it is at Vapi.
 *
 * Why that is safe: an endpoint sees nothing of the drawing but its part (`runtime/tenant.ts`), so whatever could change an
 * answer is in the hash; two versions with the same hash answer alike, and it does not matter which of them is read. The
 * hash opens nothing: it is looked for among the deployments of the flow that the signed request names, and the workspace is
 * read from there. Whatever an endpoint learns to read has to be added here first, and then `FORMAT` is raised.
 * Pure but for hashing; knows no kind.
 */
import { emptyDocument, type FlowDocument, type FlowNode, type NodeId } from '../flow/document.ts';
import type { AnyKind, Registry } from '../flow/kind.ts';
import { contentHash } from '../lib/hash.ts';

const FORMAT = 1;
/** Tells these hashes from those of whole drawings, which tools of earlier publications carry. */
const PREFIX = 'step-';

export const STEP_VERSION = /^step-[0-9a-f]{64}$/;

type NamesDrawing = Pick<AnyKind, 'readsName'>;

/** The drawing as an endpoint sees it: one step, without its place, and the information and opening hours that its settings mention. */
export function stepPart(
  document: FlowDocument,
  node: FlowNode,
  kind: NamesDrawing | undefined,
): FlowDocument {
  const settings = JSON.stringify(node.data);
  // Ids are plain words. One that is found by chance costs nothing but a hash that changes more often.
  const mentioned = <Record extends object>(record: Record): Record =>
    Object.fromEntries(Object.entries(record).filter(([id]) => settings.includes(id))) as Record;
  const drawn = emptyDocument(kind?.readsName?.(node.data) ? document.name : '', document.language);
  return {
    ...drawn,
    nodes: { [node.id]: { id: node.id, kind: node.kind, position: { x: 0, y: 0 }, data: node.data } },
    information: mentioned(document.information),
    hours: mentioned(document.hours),
    settings: { ...drawn.settings, timeZone: document.settings.timeZone },
  };
}

/** For each step the version that its tool is compiled with. Equal parts have equal versions, whatever else is drawn. */
export async function stepVersions(
  document: FlowDocument,
  kinds: Registry,
): Promise<ReadonlyMap<NodeId, string>> {
  const nodes = Object.values<FlowNode>(document.nodes);
  return new Map(
    await Promise.all(
      nodes.map(async (node) => {
        const {
          language,
          nodes: own,
          information,
          hours,
          settings,
          name,
        } = stepPart(document, node, kinds.get(node.kind));
        const part = { own, language, information, hours, timeZone: settings.timeZone, name };
        return [node.id, `${PREFIX}${await contentHash({ format: FORMAT, ...part })}`] as const;
      }),
    ),
  );
}
