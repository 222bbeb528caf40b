/**
 * What React Flow draws: positions (also while dragging, before they belong to the document), selection marks, sections open or
 * folded. Follows the document; writes to it only through commands. Knows no component.
 */
import type { EdgeChange, NodeChange } from '@xyflow/react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EdgeId, FlowNode, NodeId, Point } from '../../flow/document.ts';
import { moveSteps } from '../commands/move-steps.ts';
import { putOnLink } from '../commands/put-on-link.ts';
import type { DocumentChange, DocumentStore } from '../store/document-store.ts';
import { createFolds, type Folds } from '../store/folds.ts';
import { createKeyedSignal } from '../store/keyed-signal.ts';
import type { Timers } from '../store/save-port.ts';
import { onlyNode, selectNodes } from '../store/selection.ts';
import { createDragAid, type DragAid } from './drag-aid.ts';
import type { Box } from './link-route.ts';
import { droppedPlaces, moveCards } from './move-cards.ts';
import { createIndex, kept, replaced } from './redraw.ts';
import { membersOf } from './sections.ts';
import {
  type CanvasEdge,
  type CanvasNode,
  type Drawn,
  drawEdge,
  drawEverything,
  drawNode,
  type Look,
  linkName,
  wiredExits,
} from './to-react-flow.ts';

export interface ViewStore {
  readonly state: StoreApi<Drawn>;
  readonly aid: DragAid;
  onNodesChange(changes: readonly NodeChange<CanvasNode>[]): void;
  onEdgesChange(changes: readonly EdgeChange<CanvasEdge>[]): void;
  /** The linked exits of a step, between line breaks. */
  wired(node: NodeId): string;
  onWired(node: NodeId, listener: () => void): () => void;
  /** Where a step is seen: its card, or that of the folded section it lies in. */
  boxOf(node: NodeId): Box | undefined;
  /** The cards that a link from left to right may have to pass. The steps of an open section are in the way, its frame is not. */
  cardsBetween(left: number, right: number): Box[];
  isFolded(section: NodeId): boolean;
  /** Folds or unfolds sections that have steps; a step that is put away is no longer selected, its section is. */
  fold(sections: readonly NodeId[], isFolded: boolean): void;
  /** Opens the section that hides the step. */
  reveal(node: NodeId): void;
  /** Marks the links that no test has taken; only those of which that changed are drawn anew. */
  markUntried(edges: ReadonlySet<EdgeId>): void;
  /** Names again: the language of the screen changed. */
  rename(nameOf: (node: FlowNode) => string): void;
  stop(): void;
}

/** Names reach screen readers a moment later: at every letter all links would be gone through. */
const NAMED_AFTER = 300;

const AT_ONCE: Timers = {
  after(_, callback) {
    callback();
    return () => {};
  },
};

export function createViewStore(
  store: DocumentStore,
  firstNameOf: (node: FlowNode) => string,
  folds: Folds = createFolds(),
  timers: Timers = AT_ONCE,
): ViewStore {
  let nameOf = firstNameOf;
  let untried: ReadonlySet<EdgeId> = new Set();
  const read = () => store.state.getState();
  const aid = createDragAid();
  let members = membersOf(read().document, store.kinds);
  const look = (): Look => ({
    kinds: store.kinds,
    selection: read().selection,
    members,
    folded: folds.state.getState(),
    untried,
    nameOf,
  });
  const all = () => drawEverything(read().document, look());
  const state = createStore<Drawn>(all);
  const wiredSignal = createKeyedSignal<NodeId>();
  let wired = wiredExits(read().document);
  const indexOf = createIndex();
  const linkIndexOf = createIndex();
  let dragging = false;
  let cancelNames = () => {};

  function redraw() {
    members = membersOf(read().document, store.kinds);
    const before = state.getState();
    const next = all();
    state.setState({ nodes: kept(before.nodes, next.nodes), edges: kept(before.edges, next.edges) }, true);
  }

  /** Sections of steps that came, went or changed theirs are another matter than one card. */
  function changesSections({ nodes, edges }: DocumentChange): boolean {
    if (folds.state.getState().size > 0 && edges.size > 0) return true;
    const { document } = read();
    if (members.size === 0 && ![...nodes].some((id) => document.nodes[id]?.section !== undefined))
      return false;
    for (const id of nodes) {
      const section = document.nodes[id]?.section;
      if (members.has(id) && !document.nodes[id]) return true;
      const isInside = section !== undefined && (members.get(section)?.includes(id) ?? false);
      if (section !== undefined && !isInside) return true;
      if (section === undefined && [...members.values()].some((steps) => steps.includes(id))) return true;
    }
    return false;
  }

  function follow(change: DocumentChange) {
    const { document } = read();
    if (change.everything || changesSections(change)) redraw();
    else {
      const drawn = state.getState();
      const now = look();
      const touchedNodes = new Set<string>(change.nodes);
      for (const id of change.nodes) {
        const section = document.nodes[id]?.section;
        if (section !== undefined && members.has(section)) touchedNodes.add(section);
      }
      const nodes = replaced(drawn.nodes, touchedNodes, indexOf, (id) => {
        const node = document.nodes[id as NodeId];
        return node && drawNode(node, document, now);
      });
      const loose = nodes.length < drawn.nodes.length || change.edges.size > 0;
      const touched = new Set<string>(change.edges);
      if (loose) for (const edge of drawn.edges) if (!document.edges[edge.id as EdgeId]) touched.add(edge.id);
      const edges = replaced(drawn.edges, touched, linkIndexOf, (id) => {
        const edge = document.edges[id as EdgeId];
        return edge && drawEdge(edge, document, now);
      });
      // A keystroke in a form mostly changes nothing that React Flow draws.
      if (nodes !== drawn.nodes || edges !== drawn.edges) state.setState({ nodes, edges }, true);
      if (isRenamed(change.nodes)) {
        cancelNames();
        cancelNames = timers.after(NAMED_AFTER, nameAgain);
      }
    }
    if (change.everything || change.edges.size > 0) rewire();
  }

  function isRenamed(changed: ReadonlySet<NodeId>): boolean {
    const { document } = read();
    const cards = state.getState().nodes;
    return [...changed].some((id) => {
      const node = document.nodes[id];
      const card = cards[indexOf(cards, id)];
      return node !== undefined && card !== undefined && nameOf(node) !== card.ariaLabel;
    });
  }

  /** Cards as their steps are called by now, and links as the steps at their ends. */
  function nameAgain() {
    const { document } = read();
    const drawn = state.getState();
    const renamed = new Set<string>();
    const nodes = drawn.nodes.map((card) => {
      const node = document.nodes[card.id as NodeId];
      const name = node && nameOf(node);
      if (name === undefined || name === card.ariaLabel) return card;
      renamed.add(card.id);
      return { ...card, ariaLabel: name };
    });
    const edges = drawn.edges.map((line) => {
      const edge = document.edges[line.id as EdgeId];
      if (!edge || !(renamed.has(edge.from) || renamed.has(edge.to))) return line;
      return { ...line, ariaLabel: linkName(edge, document, nameOf) };
    });
    if (renamed.size > 0) state.setState({ nodes, edges }, true);
  }

  function rewire() {
    const before = wired;
    wired = wiredExits(read().document);
    const changed = [...new Set([...before.keys(), ...wired.keys()])].filter(
      (id) => before.get(id) !== wired.get(id),
    );
    wiredSignal.emit(changed);
  }

  /** The folded section that hides a step. */
  function hiddenIn(node: NodeId): NodeId | undefined {
    const section = read().document.nodes[node]?.section;
    return section !== undefined && folds.state.getState().has(section) && members.has(section)
      ? section
      : undefined;
  }

  const stopDocument = store.onChange(follow);
  const stopFolds = folds.state.subscribe(redraw);
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
    // The one selected step is always to be seen, whoever selected it.
    const only = onlyNode(selection);
    if (only) reveal(only);
  });

  function reveal(node: NodeId) {
    const section = hiddenIn(node);
    if (section) folds.set([section], false);
  }

  function onNodesChange(changes: readonly NodeChange<CanvasNode>[]) {
    const positions = new Map<string, Point>();
    let isDropped = false;
    let selected: Set<NodeId> | undefined;
    let wasDragged = dragging;
    for (const change of changes) {
      if (change.type === 'position' && change.position) {
        positions.set(change.id, change.position);
        if (change.dragging) {
          dragging = true;
          wasDragged = true;
        } else isDropped = true;
      } else if (change.type === 'select') {
        selected ??= new Set(read().selection.nodes);
        if (change.selected) selected.add(change.id as NodeId);
        else selected.delete(change.id as NodeId);
      }
    }
    const { nodes, edges } = state.getState();
    const moved =
      positions.size > 0
        ? moveCards(nodes, positions, { members, indexOf, aid: wasDragged ? aid : undefined })
        : nodes;
    if (moved !== nodes) state.setState({ nodes: moved, edges }, true);
    if (selected) store.select({ nodes: selected, edges: read().selection.edges });
    if (isDropped) drop(moved, [...positions.keys()] as NodeId[], wasDragged);
  }

  function drop(nodes: readonly CanvasNode[], ids: readonly NodeId[], wasDragged: boolean) {
    dragging = false;
    const edge = aid.marked('target');
    const { loose } = aid;
    aid.end();
    const { document } = read();
    const dropped = droppedPlaces(document, look(), nodes, ids);
    const [only] = ids;
    const card = nodes.find(({ id }) => id === only);
    if (edge && loose && only === loose && card) {
      const { width = 0, height = 0 } = card.measured ?? {};
      const wanted = { x: card.position.x + width / 2, y: card.position.y + height / 2 };
      if (store.run(putOnLink, { node: loose, edge, wanted })) return;
    }
    if (Object.keys(dropped).length > 0) store.run(moveSteps, { positions: dropped, nudge: !wasDragged });
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
    aid,
    onNodesChange,
    onEdgesChange,
    wired: (node) => wired.get(node) ?? '',
    onWired: (node, listener) => wiredSignal.subscribe(node, listener),
    boxOf(node) {
      const shown = hiddenIn(node) ?? node;
      const { nodes } = state.getState();
      const card = nodes[indexOf(nodes, shown)];
      return (
        card && { ...card.position, width: card.measured?.width ?? 0, height: card.measured?.height ?? 0 }
      );
    },
    cardsBetween(left, right) {
      const boxes: Box[] = [];
      for (const { type, position, measured } of state.getState().nodes) {
        const { width = 0, height = 0 } = measured ?? {};
        if (type !== 'frame' && position.x < right && position.x + width > left)
          boxes.push({ x: position.x, y: position.y, width, height });
      }
      return boxes;
    },
    isFolded: (section) => folds.state.getState().has(section) && members.has(section),
    fold(sections, isFolded) {
      folds.set(
        sections.filter((id) => members.has(id)),
        isFolded,
      );
      const { selection } = read();
      const hidden = isFolded ? [...selection.nodes].filter((id) => hiddenIn(id) !== undefined) : [];
      if (hidden.length === 0) return;
      const left = [...selection.nodes].filter((id) => !hidden.includes(id));
      store.select(selectNodes(...new Set([...left, ...hidden.map((id) => hiddenIn(id) ?? id)])));
    },
    reveal,
    markUntried(next) {
      const touched = new Set([...untried, ...next].filter((id) => untried.has(id) !== next.has(id)));
      untried = next;
      const { document } = read();
      const { nodes, edges: before } = state.getState();
      const edges = replaced(before, touched, linkIndexOf, (id) => {
        const edge = document.edges[id as EdgeId];
        return edge && drawEdge(edge, document, look());
      });
      if (edges !== before) state.setState({ nodes, edges }, true);
    },
    rename(next) {
      nameOf = next;
      state.setState(all(), true);
    },
    stop() {
      cancelNames();
      stopDocument();
      stopFolds();
      stopSelection();
    },
  };
}
