/**
 * What React Flow draws: positions (also while dragging, before they belong to the document) and selection marks.
 * Follows the document; writes to it only through commands. Knows no component.
 */
import type { EdgeChange, NodeChange } from '@xyflow/react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EdgeId, FlowDocument, FlowNode, NodeId, Point } from '../../flow/document.ts';
import { moveSteps } from '../commands/move-steps.ts';
import type { DocumentChange, DocumentStore } from '../store/document-store.ts';
import { createKeyedSignal } from '../store/keyed-signal.ts';
import {
  type CanvasEdge,
  type CanvasNode,
  type Drawn,
  drawAll,
  drawEdge,
  drawNode,
  leads,
  linkName,
  wiredExits,
} from './to-react-flow.ts';

export interface ViewStore {
  readonly state: StoreApi<Drawn>;
  onNodesChange(changes: readonly NodeChange<CanvasNode>[]): void;
  onEdgesChange(changes: readonly EdgeChange<CanvasEdge>[]): void;
  /** The linked exits of a step, between line breaks. */
  wired(node: NodeId): string;
  onWired(node: NodeId, listener: () => void): () => void;
  /** Names again: the language of the screen changed. */
  rename(nameOf: (node: FlowNode) => string): void;
  stop(): void;
}

export function createViewStore(store: DocumentStore, firstNameOf: (node: FlowNode) => string): ViewStore {
  let nameOf = firstNameOf;
  const read = () => store.state.getState();
  const all = () => drawAll(read().document, store.kinds, read().selection, nameOf);
  const state = createStore<Drawn>(all);
  const wiredSignal = createKeyedSignal<NodeId>();
  let wired = wiredExits(read().document);
  let dragging = false;

  function follow(change: DocumentChange) {
    const { document, selection } = read();
    if (change.everything) state.setState(all(), true);
    else {
      const drawn = state.getState();
      const nodes = replaced(drawn.nodes, change.nodes as ReadonlySet<string>, (id) => {
        const node = document.nodes[id as NodeId];
        return node && drawNode(node, store.kinds, selection.nodes.has(node.id), nameOf(node));
      });
      const loose = nodes.length < drawn.nodes.length || change.edges.size > 0;
      const touched = new Set<string>([...change.edges, ...linksOfRenamed(drawn, document, change.nodes)]);
      if (loose) for (const edge of drawn.edges) if (!document.edges[edge.id as EdgeId]) touched.add(edge.id);
      const edges = replaced(drawn.edges, touched, (id) => {
        const edge = document.edges[id as EdgeId];
        return edge && leads(edge, document)
          ? drawEdge(edge, selection.edges.has(edge.id), linkName(edge, document, nameOf))
          : undefined;
      });
      state.setState({ nodes, edges }, true);
    }
    if (change.everything || change.edges.size > 0) rewire();
  }

  /** Links are named by the steps at their ends. */
  function linksOfRenamed(drawn: Drawn, document: FlowDocument, changed: ReadonlySet<NodeId>): string[] {
    const renamed = new Set<string>();
    for (const { id, ariaLabel } of changed.size > 0 ? drawn.nodes : []) {
      const node = changed.has(id as NodeId) ? document.nodes[id as NodeId] : undefined;
      if (node && nameOf(node) !== ariaLabel) renamed.add(id);
    }
    if (renamed.size === 0) return [];
    return drawn.edges
      .filter(({ source, target }) => renamed.has(source) || renamed.has(target))
      .map(({ id }) => id);
  }

  function rewire() {
    const before = wired;
    wired = wiredExits(read().document);
    const changed = [...new Set([...before.keys(), ...wired.keys()])].filter(
      (id) => before.get(id) !== wired.get(id),
    );
    wiredSignal.emit(changed);
  }

  const stopDocument = store.onChange(follow);
  const stopSelection = store.state.subscribe(({ selection }, previous) => {
    if (selection === previous.selection) return;
    const mark = <Item extends { id: string; selected?: boolean | undefined }>(
      items: Item[],
      chosen: ReadonlySet<string>,
    ) =>
      items.map((item) =>
        item.selected === chosen.has(item.id) ? item : { ...item, selected: chosen.has(item.id) },
      );
    const { nodes, edges } = state.getState();
    state.setState({ nodes: mark(nodes, selection.nodes), edges: mark(edges, selection.edges) }, true);
  });

  function onNodesChange(changes: readonly NodeChange<CanvasNode>[]) {
    const positions = new Map<string, Point>();
    const dropped: Record<NodeId, Point> = {};
    let selected: Set<NodeId> | undefined;
    let wasDragged = dragging;
    for (const change of changes) {
      if (change.type === 'position' && change.position) {
        positions.set(change.id, change.position);
        if (change.dragging) {
          dragging = true;
          wasDragged = true;
        } else dropped[change.id as NodeId] = change.position;
      } else if (change.type === 'select') {
        selected ??= new Set(read().selection.nodes);
        if (change.selected) selected.add(change.id as NodeId);
        else selected.delete(change.id as NodeId);
      }
    }
    if (positions.size > 0) {
      const { nodes, edges } = state.getState();
      const moved = nodes.map((node) => {
        const position = positions.get(node.id);
        return position ? { ...node, position } : node;
      });
      state.setState({ nodes: moved, edges }, true);
    }
    if (selected) store.select({ nodes: selected, edges: read().selection.edges });
    if (Object.keys(dropped).length > 0) {
      dragging = false;
      store.run(moveSteps, { positions: dropped, nudge: !wasDragged });
    }
  }

  function onEdgesChange(changes: readonly EdgeChange<CanvasEdge>[]) {
    const selected = new Set(read().selection.edges);
    for (const change of changes) {
      if (change.type !== 'select') continue;
      if (change.selected) selected.add(change.id as EdgeId);
      else selected.delete(change.id as EdgeId);
    }
    store.select({ nodes: read().selection.nodes, edges: selected });
  }

  return {
    state,
    onNodesChange,
    onEdgesChange,
    wired: (node) => wired.get(node) ?? '',
    onWired: (node, listener) => wiredSignal.subscribe(node, listener),
    rename(next) {
      nameOf = next;
      state.setState(all(), true);
    },
    stop() {
      stopDocument();
      stopSelection();
    },
  };
}

/** The list with the touched items drawn anew, added at the end or taken out; the others keep their identity. */
function replaced<Item extends { id: string }>(
  items: Item[],
  touched: ReadonlySet<string>,
  draw: (id: string) => Item | undefined,
): Item[] {
  if (touched.size === 0) return items;
  const left = new Set(touched);
  const kept = items.flatMap((item) => {
    if (!left.delete(item.id)) return [item];
    return draw(item.id) ?? [];
  });
  return [...kept, ...[...left].flatMap((id) => draw(id) ?? [])];
}
