/** The problems of the document, found a moment after an edit, by step. Knows no check: it is given one, as soon as it is there. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FlowDocument, NodeId } from '../../flow/document.ts';
import type { Problem } from '../../flow/problem.ts';
import type { DocumentStore } from './document-store.ts';
import { createKeyedSignal } from './keyed-signal.ts';
import type { Timers } from './save-port.ts';

const DELAY = 180;
const NONE: readonly Problem[] = [];

type Check = (document: FlowDocument) => readonly Problem[];

export interface Problems {
  readonly state: StoreApi<readonly Problem[]>;
  /** Whether anything was checked yet: until then no problem is known. */
  readonly known: StoreApi<boolean>;
  /** Problems of one step; the same list as long as they stay the same. */
  of(node: NodeId): readonly Problem[];
  onNode(node: NodeId, listener: () => void): () => void;
  /** Checks at once, for what must not wait. */
  check(): readonly Problem[];
  /** What another document would be found to have. */
  checkOther(document: FlowDocument): readonly Problem[];
  /** Checks the same document anew: something beside it has changed. */
  checkAgain(): void;
  stop(): void;
}

export function createProblems(
  store: DocumentStore,
  checkNow: () => Check | undefined,
  timers: Timers,
): Problems {
  const state = createStore<readonly Problem[]>(() => NONE);
  const known = createStore(() => false);
  const signal = createKeyedSignal<NodeId>();
  let byNode = new Map<NodeId, readonly Problem[]>();
  let checked: FlowDocument | undefined;
  let cancel = () => {};

  function run(): readonly Problem[] {
    cancel();
    const { document } = store.state.getState();
    const check = checkNow();
    if (document === checked || !check) return state.getState();
    checked = document;
    const problems = check(document);
    const next = new Map<NodeId, Problem[]>();
    for (const problem of problems) {
      const { node } = problem.at;
      if (node !== undefined) next.set(node, [...(next.get(node) ?? []), problem]);
    }
    const changed = [...new Set([...byNode.keys(), ...next.keys()])].filter((node) => {
      return JSON.stringify(byNode.get(node)) !== JSON.stringify(next.get(node));
    });
    // Unchanged lists keep their identity, so that unchanged cards are not drawn again.
    const kept = byNode;
    byNode = new Map(
      [...next].map(([node, list]) => [node, changed.includes(node) ? list : (kept.get(node) ?? list)]),
    );
    state.setState(problems, true);
    known.setState(true, true);
    signal.emit(changed);
    return problems;
  }

  const stopListening = store.onChange(() => {
    cancel();
    cancel = timers.after(DELAY, run);
  });
  run();
  return {
    state,
    known,
    of: (node) => byNode.get(node) ?? NONE,
    onNode: (node, listener) => signal.subscribe(node, listener),
    check: run,
    checkOther: (document) => checkNow()?.(document) ?? NONE,
    checkAgain() {
      checked = undefined;
      run();
    },
    stop() {
      stopListening();
      cancel();
    },
  };
}
