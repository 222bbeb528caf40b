/** Makes a drawing smaller for as long as it shows the same: without steps, links, sections, and with less in its steps. */
import type { FlowDocument, FlowEdge, NodeId } from '../../../flow/document.ts';
import { checkFlow } from '../../registry.ts';

/** The smallest sound drawing found that still `shows` it; the one given when none is smaller. Tries each change once a round. */
export async function shortestThat(
  document: FlowDocument,
  shows: (smaller: FlowDocument) => Promise<boolean>,
): Promise<FlowDocument> {
  let smallest = document;
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (const change of changesOf(smallest)) {
      const smaller = change(smallest);
      if (smaller === null || !isSound(smaller) || !(await shows(smaller))) continue;
      smallest = smaller;
      isSmaller = true;
    }
  }
  return smallest;
}

type Change = (document: FlowDocument) => FlowDocument | null;

function isSound(document: FlowDocument): boolean {
  return checkFlow(document).every(({ severity }) => severity !== 'error');
}

function changesOf(document: FlowDocument): Change[] {
  const nodes = Object.keys(document.nodes) as NodeId[];
  return [
    ...nodes.flatMap((node) => stepsBehind(document, node).map((to) => withoutStep(node, to))),
    ...nodes.map((node) => withoutStep(node, null)),
    (drawn) => (drawn.settings.recording ? withSettings(drawn) : null),
    ...nodes.flatMap((node) => fieldsOf(document, node).map((change) => withData(node, change))),
    withoutUnused,
  ];
}

function stepsBehind({ edges }: FlowDocument, node: NodeId): NodeId[] {
  return [...new Set(Object.values(edges).flatMap(({ from, to }) => (from === node ? [to] : [])))];
}

/** What led to the step leads to one behind it, or nowhere; steps that nothing leads to go as well. */
function withoutStep(node: NodeId, to: NodeId | null): Change {
  return (document) => {
    if (!document.nodes[node] || to === node || (to !== null && !document.nodes[to])) return null;
    const { [node]: _, ...nodes } = document.nodes;
    const edges = Object.values(document.edges).flatMap((edge): FlowEdge[] => {
      if (edge.from === node) return [];
      if (edge.to !== node) return [edge];
      return to === null ? [] : [{ ...edge, to }];
    });
    return reached({ ...document, nodes, edges: Object.fromEntries(edges.map((edge) => [edge.id, edge])) });
  };
}

function reached(document: FlowDocument): FlowDocument {
  const edges = Object.values(document.edges);
  const begin = Object.keys(document.nodes)[0] as NodeId;
  const goals = Object.values(document.anytime).flatMap(({ goTo }) => goTo ?? []);
  const sections = Object.values(document.nodes).flatMap(({ section }) => section ?? []);
  const seen = new Set<NodeId>([begin, ...goals, ...sections]);
  for (const node of seen) for (const edge of edges) if (edge.from === node) seen.add(edge.to);
  const kept = <Value>(all: Readonly<Record<string, Value>>, isKept: (value: Value) => boolean) =>
    Object.fromEntries(Object.entries(all).filter(([, value]) => isKept(value)));
  return {
    ...document,
    nodes: kept(document.nodes, ({ id }) => seen.has(id)),
    edges: kept(document.edges, ({ from, to }) => seen.has(from) && seen.has(to)),
  };
}

function withSettings(document: FlowDocument): FlowDocument {
  return { ...document, settings: { ...document.settings, recording: false, consent: null } };
}

type Data = Readonly<Record<string, unknown>>;

/** Each list of the step without one of its rows, and each optional switch left out. */
function fieldsOf(document: FlowDocument, node: NodeId): ((data: Data) => Data)[] {
  return Object.entries(document.nodes[node]!.data as Data).flatMap(([key, value]) => {
    if (Array.isArray(value) && value.length > 1)
      return value.map((_, index) => (data: Data) => ({
        ...data,
        [key]: (data[key] as unknown[]).filter((__, at) => at !== index),
      }));
    return value === true ? [(data: Data) => ({ ...data, [key]: false })] : [];
  });
}

function withData(node: NodeId, change: (data: Data) => Data): Change {
  return (document) => {
    const drawn = document.nodes[node];
    if (!drawn) return null;
    const data = change(drawn.data as Data);
    if (JSON.stringify(data) === JSON.stringify(drawn.data)) return null;
    const edges = Object.values(document.edges).filter(
      ({ from, exit }) => from !== node || !isGoneExit(exit, drawn.data as Data, data),
    );
    return reached({
      ...document,
      nodes: { ...document.nodes, [node]: { ...drawn, data: data as typeof drawn.data } },
      edges: Object.fromEntries(edges.map((edge) => [edge.id, edge])),
    });
  };
}

/** Choices and cases are exits: one that is gone takes its link along. */
function isGoneExit(exit: string, before: Data, after: Data): boolean {
  const ids = (data: Data) =>
    [data.choices, data.cases].flatMap((rows) => ((rows ?? []) as { id: string }[]).map(({ id }) => id));
  return ids(before).includes(exit) && !ids(after).includes(exit);
}

const withoutUnused: Change = (document) => {
  const nodes = JSON.stringify(document.nodes) + String(document.settings.consent);
  const used = Object.entries(document.information).filter(([id]) => nodes.includes(id));
  if (used.length === Object.keys(document.information).length) return null;
  return { ...document, information: Object.fromEntries(used) };
};

/** A drawing in a few lines, for whoever has to find out. */
export function describeFlow(document: FlowDocument): string {
  const nodes = Object.values(document.nodes).map(
    ({ id, kind, section, data }) =>
      `  ${id} ${kind}${section ? ` in ${section}` : ''} ${JSON.stringify(data)}`,
  );
  const links = Object.values(document.edges).map(({ from, exit, to }) => `${from}.${exit} → ${to}`);
  const information = Object.values(document.information).map(({ id, type }) => `${id} ${type}`);
  return [
    ...nodes,
    `  links: ${links.join(', ')}`,
    `  information: ${information.join(', ')}; ${document.language}`,
  ].join('\n');
}
