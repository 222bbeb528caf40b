/** Which steps and links a call went through. Pure. */
import type { FlowDocument, FlowEdge } from '../../flow/document.ts';

export interface PathStep {
  readonly node: string;
  /** `inferred`: it must have been there, but nothing said so. */
  readonly confidence: 'known' | 'inferred';
}

export interface PathMarks {
  readonly nodes: ReadonlySet<string>;
  /** Steps that no visit is sure about. */
  readonly inferred: ReadonlySet<string>;
  /** By link id; a link that was certainly taken once stays certain. */
  readonly edges: ReadonlyMap<string, PathStep['confidence']>;
}

export function pathMarks(document: FlowDocument, path: readonly PathStep[]): PathMarks {
  const byEnds = new Map<string, string[]>();
  for (const edge of Object.values(document.edges) as FlowEdge[]) {
    const ends = `${edge.from}\n${edge.to}`;
    byEnds.set(ends, [...(byEnds.get(ends) ?? []), edge.id]);
  }
  const edges = new Map<string, PathStep['confidence']>();
  path.forEach((step, index) => {
    const next = path[index + 1];
    if (!next) return;
    const between = byEnds.get(`${step.node}\n${next.node}`) ?? [];
    // Several links lead there: which of them was taken is not known.
    const isKnown = step.confidence === 'known' && next.confidence === 'known' && between.length === 1;
    for (const edge of between) {
      if (edges.get(edge) !== 'known') edges.set(edge, isKnown ? 'known' : 'inferred');
    }
  });
  const known = new Set(path.filter(({ confidence }) => confidence === 'known').map(({ node }) => node));
  const nodes = new Set(path.map(({ node }) => node));
  return { nodes, inferred: new Set([...nodes].filter((node) => !known.has(node))), edges };
}
