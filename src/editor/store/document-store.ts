/**
 * The store of one open flow: the document, what is selected, and the history. The only writer is `run`.
 * Knows no React, no canvas and no server; ids and the clock are given to it.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EdgeId, FlowDocument, NodeId, Point } from '../../flow/document.ts';
import type { DrawnKinds } from '../../flow/kind.ts';
import type { Command, CommandOutcome } from '../commands/command.ts';
import { applyPatches } from './apply-patches.ts';
import { type Patch, writeInto } from './draft.ts';
import {
  EMPTY_HISTORY,
  type History,
  type HistoryEntry,
  record,
  stepBack,
  stepForward,
  type UndoWord,
} from './history.ts';
import { keepOwn } from './keep-own.ts';
import { createKeyedSignal } from './keyed-signal.ts';
import { equalSelections, isEmpty, NOTHING_SELECTED, type Selection } from './selection.ts';

export interface DocumentState {
  readonly document: FlowDocument;
  readonly selection: Selection;
  readonly history: History;
}

export interface DocumentStoreDeps {
  readonly kinds: DrawnKinds;
  newId(prefix: 'n' | 'e'): string;
  now(): number;
  layout(document: FlowDocument): Readonly<Record<NodeId, Point>>;
  /** What is meant by a selection: more than is seen, where a card stands for others. */
  meantBy?(selection: Selection, document: FlowDocument): Selection;
}

/** What an edit touched; `everything` when the document was exchanged. */
export interface DocumentChange {
  readonly nodes: ReadonlySet<NodeId>;
  readonly edges: ReadonlySet<EdgeId>;
  readonly everything: boolean;
}

export interface DocumentStore {
  readonly state: StoreApi<DocumentState>;
  readonly kinds: DrawnKinds;
  /** Runs a command if it is enabled; false when it is not, or changed nothing. */
  run<Args>(command: Command<Args>, args: Args): boolean;
  undo(): boolean;
  redo(): boolean;
  select(selection: Selection): void;
  /** What commands act upon: the selection with all that it stands for. */
  chosen(): Selection;
  /** Calls back after every change of the document, never for selections. */
  onChange(listener: (change: DocumentChange) => void): () => void;
  /** Calls back when this step changed. */
  onNode(node: NodeId, listener: () => void): () => void;
}

export function createDocumentStore(initial: FlowDocument, deps: DocumentStoreDeps): DocumentStore {
  const state = createStore<DocumentState>(() => ({
    document: initial,
    selection: NOTHING_SELECTED,
    history: EMPTY_HISTORY,
  }));
  const nodeSignal = createKeyedSignal<NodeId>();
  const listeners = new Set<(change: DocumentChange) => void>();

  function commit(next: DocumentState, change: DocumentChange) {
    state.setState(next, true);
    nodeSignal.emit(change.everything ? (Object.keys(next.document.nodes) as NodeId[]) : change.nodes);
    for (const listener of [...listeners]) listener(change);
  }

  function chosen(): Selection {
    const { selection, document } = state.getState();
    return deps.meantBy?.(selection, document) ?? selection;
  }

  function run<Args>(command: Command<Args>, args: Args): boolean {
    const before = state.getState();
    const selected = chosen();
    if (!command.enabled({ document: before.document, selection: selected, kinds: deps.kinds }, args))
      return false;
    let outcome: CommandOutcome | undefined;
    const context = {
      kinds: deps.kinds,
      selection: selected,
      newNodeId: () => deps.newId('n') as NodeId,
      newEdgeId: () => deps.newId('e') as EdgeId,
      layout: deps.layout,
    };
    const { document, patches, inverse } = writeInto(before.document, (draft) => {
      outcome = command.run(draft, args, context);
    });
    if (patches.length === 0) return false;
    const selection = withoutTheVanished(outcome?.select ?? before.selection, document);
    const mergeKey = command.history === 'merge' ? command.mergeKey?.(args) : undefined;
    const entry = () => ({
      label: outcome?.label ?? { key: command.label },
      patches,
      inverse,
      selectionBefore: before.selection,
      selectionAfter: selection,
      at: deps.now(),
      ...(command.announced && !outcome?.isSmall ? { isAnnounced: true as const } : {}),
      ...(mergeKey === undefined ? {} : { mergeKey, isOneGo: command.isOneGo?.(args) === true }),
    });
    const history = historyAfter(command.history, before.history, entry);
    commit({ document, selection, history }, touchedBy(patches));
    return true;
  }

  function travel(
    step: typeof stepBack,
    direction: 'inverse' | 'patches',
    selectionOf: 'selectionBefore' | 'selectionAfter',
  ) {
    const before = state.getState();
    const moved = step(before.history);
    if (!moved) return false;
    const patches = moved.entry[direction];
    const document = applyPatches(before.document, patches);
    const selection = withoutTheVanished(moved.entry[selectionOf], document);
    commit({ document, selection, history: moved.history }, touchedBy(patches));
    return true;
  }

  return {
    state,
    kinds: deps.kinds,
    run,
    chosen,
    undo: () => travel(stepBack, 'inverse', 'selectionBefore'),
    redo: () => travel(stepForward, 'patches', 'selectionAfter'),
    select(selection) {
      if (!equalSelections(state.getState().selection, selection)) state.setState({ selection });
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onNode: (node, listener) => nodeSignal.subscribe(node, listener),
  };
}

function historyAfter(word: UndoWord, before: History, entry: () => HistoryEntry): History {
  if (word === 'never') return before;
  return word === 'others' ? keepOwn(before, entry()) : record(before, entry());
}

function touchedBy(patches: readonly Patch[]): DocumentChange {
  const nodes = new Set<NodeId>();
  const edges = new Set<EdgeId>();
  let everything = false;
  for (const { path } of patches) {
    if (path[0] === 'nodes' && path.length > 1) nodes.add(path[1] as NodeId);
    else if (path[0] === 'edges' && path.length > 1) edges.add(path[1] as EdgeId);
    else if (path.length === 0 || path[0] === 'nodes' || path[0] === 'edges') everything = true;
  }
  return { nodes, edges, everything };
}

/** Selected things that no longer exist are let go, so that nothing acts on a ghost. */
function withoutTheVanished(selection: Selection, document: FlowDocument): Selection {
  if (isEmpty(selection)) return selection;
  const nodes = [...selection.nodes].filter((id) => document.nodes[id]);
  const edges = [...selection.edges].filter((id) => document.edges[id]);
  if (nodes.length === selection.nodes.size && edges.length === selection.edges.size) return selection;
  return { nodes: new Set(nodes), edges: new Set(edges) };
}
