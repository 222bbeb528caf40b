/** What a drawing no longer needs goes: steps that no call reaches, information, hours and remarks of them alone. Pure. */
import {
  ANYTIME_RULES,
  type Anytime,
  type FlowDocument,
  type FlowEdge,
  type FlowNode,
  type HoursId,
  type InformationId,
  type NodeId,
} from '../flow/document.ts';
import { isUsed } from '../flow/information-use.ts';
import { registry } from '../kinds/registry.ts';

/** Whatever led to `from` leads to `to`. */
export function redirect(document: FlowDocument, from: NodeId, to: NodeId): FlowDocument {
  const edges = Object.values<FlowEdge>(document.edges).map((edge) => [
    edge.id,
    edge.to === from ? { ...edge, to } : edge,
  ]);
  const anytime = Object.fromEntries(
    ANYTIME_RULES.map((rule) => {
      const setting = document.anytime[rule];
      return [rule, setting.goTo === from ? { ...setting, goTo: to } : setting];
    }),
  ) as Anytime;
  return { ...document, edges: Object.fromEntries(edges), anytime };
}

/** `remarks`: cards beside the drawing, each with the step that it is about. */
export function pruned(document: FlowDocument, remarks: Readonly<Record<string, string>>): FlowDocument {
  const reached = reachedIn(document);
  const nodes = keep(document.nodes, ({ id, kind }) => {
    if (registry.get(kind)?.family !== 'aid') return reached.has(id);
    const about = remarks[id];
    return about === undefined || reached.has(about as NodeId);
  });
  const edges = keep(
    document.edges,
    ({ from, to }) => Object.hasOwn(nodes, from) && Object.hasOwn(nodes, to),
  );
  const drawn = { ...document, nodes, edges } as FlowDocument;
  const hours = new Set<HoursId>(
    Object.values<FlowNode>(drawn.nodes).flatMap(
      ({ kind, data }) => registry.get(kind)?.hours?.(data as never) ?? [],
    ),
  );
  return {
    ...drawn,
    information: keep(drawn.information, ({ id }) =>
      isUsed(drawn, registry, id as InformationId),
    ) as FlowDocument['information'],
    hours: keep(drawn.hours, ({ id }) => hours.has(id as HoursId)) as FlowDocument['hours'],
  };
}

/** From the step that answers, and from where the rules of the lane lead. */
function reachedIn({ nodes, edges, anytime }: FlowDocument): ReadonlySet<NodeId> {
  const reached = new Set<NodeId>(
    Object.values<FlowNode>(nodes).flatMap(({ id, kind }) => (registry.get(kind)?.entry ? [id] : [])),
  );
  for (const rule of ANYTIME_RULES) {
    const { enabled, goTo } = anytime[rule];
    if (enabled && goTo !== null) reached.add(goTo);
  }
  const links = Object.values<FlowEdge>(edges);
  for (const id of reached) for (const { from, to } of links) if (from === id) reached.add(to);
  return reached;
}

function keep<Value extends { readonly id: string }>(
  all: Readonly<Record<string, Value>>,
  isKept: (value: Value) => boolean,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => isKept(value)));
}
