/** What two drawings beside each other mark as different: steps and links, each drawing its own. Pure and total. */
import type { FlowDocument, FlowEdge } from '../document.ts';
import type { Change, ChangeCode } from './change.ts';

export type DrawingMark = 'added' | 'changed' | 'removed';

export interface DrawingMarks {
  readonly nodes: ReadonlyMap<string, DrawingMark>;
  readonly edges: ReadonlyMap<string, DrawingMark>;
}

/** Told by the link itself. */
const OF_LINKS: readonly ChangeCode[] = ['link-added', 'link-removed', 'link-redirected'];

/**
 * `changes` are those from `before` to `after`. A step that is in one drawing only is added or removed there; any other
 * step that a change speaks of is changed in both. A link is known by its way out and where it leads.
 */
export function drawingMarks(
  before: FlowDocument,
  after: FlowDocument,
  changes: readonly Change[],
): { readonly before: DrawingMarks; readonly after: DrawingMarks } {
  const changed = new Set(
    changes.flatMap(({ code, node }) => (node === undefined || OF_LINKS.includes(code) ? [] : [node])),
  );
  return {
    before: {
      nodes: stepMarks(before, after, 'removed', changed),
      edges: linkMarks(before, after, 'removed'),
    },
    after: { nodes: stepMarks(after, before, 'added', changed), edges: linkMarks(after, before, 'added') },
  };
}

function stepMarks(
  shown: FlowDocument,
  other: FlowDocument,
  alone: DrawingMark,
  changed: ReadonlySet<string>,
): Map<string, DrawingMark> {
  return new Map(
    Object.keys(shown.nodes).flatMap((id): [string, DrawingMark][] => {
      if (!Object.hasOwn(other.nodes, id)) return [[id, alone]];
      return changed.has(id) ? [[id, 'changed']] : [];
    }),
  );
}

function linkMarks(shown: FlowDocument, other: FlowDocument, alone: DrawingMark): Map<string, DrawingMark> {
  const there = new Set(Object.values<FlowEdge>(other.edges).map(nameOf));
  return new Map(
    Object.values<FlowEdge>(shown.edges).flatMap((edge): [string, DrawingMark][] =>
      there.has(nameOf(edge)) ? [] : [[edge.id, alone]],
    ),
  );
}

function nameOf({ from, exit, to }: FlowEdge): string {
  return `${from}\u0000${exit}\u0000${to}`;
}
