/**
 * Saves the document by itself and says honestly where the work is. Never overwrites somebody else's revision.
 * Knows no server, no storage and no React: they come as ports.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FlowDocument } from '../../flow/document.ts';
import { stableStringify } from '../../lib/json.ts';
import { fail, type Result, succeed } from '../../lib/result.ts';
import type { DocumentStore } from './document-store.ts';
import type { DraftPort, SavedFlow, SaveFailure, SavePort, Timers } from './save-port.ts';

export const DEBOUNCE = 600;
const FIRST_RETRY = 2000;
const LONGEST_RETRY = 60_000;

/** `saving` begins with the first unsaved edit: nobody is told "saved" while something is not. */
export type SaveState =
  | { readonly status: 'saved' }
  | { readonly status: 'saving' }
  | { readonly status: 'offline' }
  | { readonly status: 'conflict' }
  | { readonly status: 'signed-out' }
  | { readonly status: 'refused' };

export interface AutosaveDeps {
  readonly store: DocumentStore;
  readonly port: SavePort;
  readonly draft: DraftPort;
  readonly timers: Timers;
  readonly revision: number;
}

export interface Autosave {
  readonly state: StoreApi<SaveState>;
  /** The revision the server has of this document. */
  revision(): number;
  /** Saves now and waits until nothing is left to save. */
  flush(): Promise<Result<{ readonly revision: number }, SaveFailure>>;
  /** Tries again at once: the network is back, the person signed in again. */
  retry(): void;
  /** Ends a conflict by taking the server's document; what was here is given up. */
  loadOther(): Promise<boolean>;
  /** Ends a conflict by saving what is here as a new flow; answers its id. */
  keepAsCopy(copy: FlowDocument): Promise<Result<{ readonly flowId: string }, SaveFailure>>;
  stop(): void;
}

export function createAutosave({ store, port, draft, timers, revision: first }: AutosaveDeps): Autosave {
  const state = createStore<SaveState>(() => ({ status: 'saved' }));
  let revision = first;
  let saved: FlowDocument = store.state.getState().document;
  /** Saved as a copy: it needs no draft any more. */
  let copied: FlowDocument | undefined;
  let running: Promise<void> | undefined;
  let cancelTimer = () => {};
  let failures = 0;

  const current = () => store.state.getState().document;
  const isDirty = () => current() !== saved;
  const set = (status: SaveState['status']) => {
    if (state.getState().status !== status) state.setState({ status }, true);
  };
  const keepDraft = () => {
    if (current() !== copied) draft.write({ document: current(), baseRevision: revision });
  };
  const schedule = (delay: number) => {
    cancelTimer();
    cancelTimer = timers.after(delay, () => void start());
  };

  const stopListening = store.onChange(() => {
    if (!isDirty()) return;
    const { status } = state.getState();
    if (status === 'conflict' || status === 'signed-out' || status === 'refused') return keepDraft();
    if (status === 'saved') set('saving');
    if (status === 'offline') return keepDraft();
    schedule(DEBOUNCE);
  });

  function start(): Promise<void> {
    cancelTimer();
    running ??= saveAll().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function saveAll(): Promise<void> {
    while (isDirty()) {
      const sent = current();
      keepDraft();
      const answer = await settle(() => port.save(sent, revision));
      if (!answer.ok) return failed(answer.failure, sent);
      accept({ document: sent, revision: answer.value.revision });
    }
    draft.clear();
    set('saved');
  }

  function accept(flow: SavedFlow): void {
    failures = 0;
    revision = flow.revision;
    saved = flow.document;
  }

  async function failed(failure: SaveFailure, sent: FlowDocument): Promise<void> {
    if (failure === 'unreachable') {
      set('offline');
      schedule(Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** failures));
      failures += 1;
      return;
    }
    if (failure !== 'conflict') return set(failure);
    // A save whose answer got lost looks like somebody else's: the same document on the server is our own.
    const other = await settle(() => port.load());
    if (other.ok && stableStringify(other.value.document) === stableStringify(sent)) {
      accept({ document: sent, revision: other.value.revision });
      if (isDirty()) return saveAll();
      draft.clear();
      return set('saved');
    }
    set('conflict');
  }

  function outcome(): Result<{ readonly revision: number }, SaveFailure> {
    const { status } = state.getState();
    if (status === 'saved' || status === 'saving') return succeed({ revision });
    return fail(status === 'offline' ? 'unreachable' : status);
  }

  return {
    state,
    revision: () => revision,
    async flush() {
      const { status } = state.getState();
      if (isDirty() && status !== 'conflict' && status !== 'refused') await start();
      return outcome();
    },
    retry() {
      const { status } = state.getState();
      if (status !== 'offline' && status !== 'signed-out') return;
      failures = 0;
      set('saving');
      void start();
    },
    async loadOther() {
      const other = await settle(() => port.load());
      if (!other.ok) return false;
      cancelTimer();
      store.replace(other.value.document);
      accept({ document: current(), revision: other.value.revision });
      draft.clear();
      set('saved');
      return true;
    },
    async keepAsCopy(copy) {
      const work = current();
      const answer = await settle(() => port.saveCopy(copy));
      if (answer.ok) {
        copied = work;
        if (current() === work) draft.clear();
      }
      return answer;
    },
    stop() {
      stopListening();
      cancelTimer();
      if (isDirty()) keepDraft();
    },
  };
}

/** A port that breaks its promise is treated as a network that does not answer. */
async function settle<Value>(
  ask: () => Promise<Result<Value, SaveFailure>>,
): Promise<Result<Value, SaveFailure>> {
  try {
    return await ask();
  } catch {
    return fail('unreachable');
  }
}
