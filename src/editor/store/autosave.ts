/**
 * Saves the document by itself and says honestly where the work is. What somebody else saved meanwhile is merged in; where
 * both changed the same thing, nothing is saved until the person has chosen. Never overwrites somebody else's revision.
 * Knows no server, no storage and no React: they come as ports.
 */
import { createStore } from 'zustand/vanilla';
import type { FlowDocument } from '../../flow/document.ts';
import { fail, type Result, succeed } from '../../lib/result.ts';
import { restoreDraft } from '../commands/restore-draft.ts';
import { takeIn } from '../commands/take-in.ts';
import type { EditorEngine } from '../engine.ts';
import type { Work } from './reconcile.ts';
import { type SavedFlow, type SaveFailure, settle } from './save-port.ts';
import type { Autosave, AutosaveDeps, SaveState } from './save-state.ts';
import { withSent } from './sent-drawings.ts';

export const DEBOUNCE = 600;
const FIRST_RETRY = 2000;
const LONGEST_RETRY = 60_000;
/** Counting compares whole drawings: not at every keystroke. */
const COUNT_PAUSE = 400;

export function createAutosave(deps: AutosaveDeps): Autosave {
  const { store, port, draft, timers, engine } = deps;
  const state = createStore<SaveState>(() => ({ status: 'saved' }));
  const left = [...(deps.left ?? [])];
  let base: SavedFlow = { document: store.state.getState().document, revision: deps.revision };
  /** What unsaved work began with, where that is older than the base: a draft of last time. */
  let origin: Omit<Work, 'mine'> | undefined;
  /** On their way to the server, which may have taken one without our hearing of it. */
  let sent: readonly FlowDocument[] = [];
  let isTakingIn = false;
  let isStopped = false;
  /** Saved as a copy: it needs no draft any more. */
  let copied: FlowDocument | undefined;
  let running: Promise<void> | undefined;
  /** The person signed in, or the network came back, while a save that knew nothing of it was on its way. */
  let isWoken = false;
  let cancelTimer = () => {};
  let failures = 0;

  const current = () => store.state.getState().document;
  const isDirty = () => current() !== base.document;
  const status = () => state.getState().status;
  const set = (next: SaveState) => {
    if ('changes' in next || next.status === 'conflict' || next.status !== status())
      state.setState(next, true);
  };
  const isWaiting = () => 'changes' in state.getState();
  const setWaiting = (reason: 'offline' | 'busy') =>
    set({
      status: reason,
      changes: engine.now()?.changes(base.document, current(), store.kinds).length ?? 0,
    });
  let cancelCount: (() => void) | undefined;
  const countSoon = () => {
    cancelCount ??= timers.after(COUNT_PAUSE, () => {
      cancelCount = undefined;
      const { status: now } = state.getState();
      if (now === 'offline' || now === 'busy') setWaiting(now);
    });
  };
  const keepDraft = () => {
    if (current() === copied) return;
    const from = origin ?? { base: base.document, sent };
    draft.write({
      document: current(),
      base: from.base,
      sent: from.sent,
    });
  };
  const schedule = (delay: number, callback: () => void = () => void start()) => {
    cancelTimer();
    cancelTimer = timers.after(delay, callback);
  };

  const stopListening = store.onChange(() => {
    if (isTakingIn || !isDirty()) return;
    keepDraft();
    if (status() === 'saved') set({ status: 'saving' });
    if (status() === 'saving' || status() === 'conflict') schedule(DEBOUNCE);
    if (isWaiting()) countSoon();
  });

  function start(): Promise<void> {
    cancelTimer();
    running ??= saveAll().finally(() => {
      running = undefined;
      if (isWoken && !isStopped) retry();
    });
    return running;
  }

  function retry(): void {
    isWoken = running !== undefined;
    if (!isWaiting() && status() !== 'signed-out') return;
    failures = 0;
    set({ status: 'saving' });
    void start();
  }

  async function saveAll(): Promise<void> {
    for (;;) {
      if (status() === 'conflict') {
        const part = await fetched();
        if (!part || !judgeAgain(part)) return;
      }
      if (!isDirty()) break;
      const mine = current();
      const before = sent;
      sent = withSent(sent, mine);
      keepDraft();
      const answer = await settle(() => port.save(mine, base.revision));
      if (!answer.ok && answer.failure !== 'unreachable' && answer.failure !== 'busy') sent = before;
      if (answer.ok) accept({ document: mine, revision: answer.value.revision });
      else if (answer.failure !== 'conflict') return failed(answer.failure);
      else {
        const other = await settle(() => port.load());
        if (!other.ok) return failed(other.failure);
        // A conflict with nobody: not to be asked again at once.
        if (other.value.revision === base.revision) return failed('busy');
        const part = await fetched();
        if (!part) return failed('unreachable');
        if (!meet(other.value, part)) return;
      }
    }
    draft.clear();
    set({ status: 'saved' });
    adoptNext();
  }

  function accept(flow: SavedFlow): void {
    failures = 0;
    base = flow;
    origin = undefined;
    sent = [];
  }

  /** Undefined while there is no network to fetch it by. */
  async function fetched(): Promise<EditorEngine | undefined> {
    if (!engine.now()) await engine.load().catch(() => {});
    return engine.now();
  }

  /** Merges what the server has into what is here. False when the person must choose. */
  function meet(theirs: SavedFlow, { editsOf, reconcile, isSame }: EditorEngine): boolean {
    const work = origin ?? { base: base.document, sent };
    const edits = editsOf({ ...work, mine: current() }, theirs.document, store.kinds);
    const merged = reconcile(edits, store.kinds);
    const isNews = !isSame(edits.base, theirs.document);
    base = theirs;
    if (merged.open.length > 0) {
      origin = { base: edits.base, sent: [] };
      keepDraft();
      set({ status: 'conflict', conflicts: merged.open, edits });
      return false;
    }
    become(merged.document, isSame);
    if (isNews) deps.onMerged?.();
    return true;
  }

  /** What is here now; what the server has stands as its very own object, so that nothing is left to save. */
  function become(document: FlowDocument, isSame: EditorEngine['isSame']): void {
    origin = undefined;
    sent = [];
    failures = 0;
    isTakingIn = true;
    store.run(takeIn, { document });
    isTakingIn = false;
    if (isSame(current(), base.document)) base = { ...base, document: current() };
  }

  /** The person went on working: perhaps there is nothing left to choose. */
  function judgeAgain({ reconcile, isSame }: EditorEngine): boolean {
    const { base: before = base.document } = origin ?? {};
    const edits = { base: before, mine: current(), theirs: base.document };
    const merged = reconcile(edits, store.kinds);
    if (merged.open.length > 0) {
      set({ status: 'conflict', conflicts: merged.open, edits });
      return false;
    }
    set({ status: 'saving' });
    become(merged.document, isSame);
    return true;
  }

  /** Work of a tab that is gone is merged in when nothing else is under way. */
  function adoptNext(): boolean {
    const part = engine.now();
    const next = isStopped || !part ? undefined : left.shift();
    if (!part || !next) return false;
    const { draft: work } = next;
    const edits = part.editsOf({ ...work, mine: work.document }, base.document, store.kinds);
    const merged = part.reconcile(edits, store.kinds);
    const isOpen = merged.open.length > 0;
    if (isOpen) origin = { base: edits.base, sent: [] };
    const isRestored = store.run(restoreDraft, { document: isOpen ? work.document : merged.document });
    if (isOpen) set({ status: 'conflict', conflicts: merged.open, edits });
    void draft.settled().then(next.done);
    return isRestored || adoptNext();
  }

  function failed(failure: SaveFailure): void {
    if (failure === 'unreachable' || failure === 'busy' || failure === 'conflict') {
      setWaiting(failure === 'unreachable' ? 'offline' : 'busy');
      schedule(Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** failures));
      failures += 1;
    } else set({ status: failure });
  }

  function outcome(): Result<{ readonly revision: number }, SaveFailure> {
    const now = status();
    if (now === 'saved' || now === 'saving') return succeed({ revision: base.revision });
    return fail(now === 'offline' ? 'unreachable' : now);
  }

  async function pull(): Promise<void> {
    const other = await settle(() => port.load());
    if (!other.ok || running || status() !== 'saved' || other.value.revision <= base.revision) return;
    const part = await fetched();
    if (!part || running || status() !== 'saved' || other.value.revision <= base.revision) return;
    meet(other.value, part);
    if (isDirty()) void start();
  }

  if (!adoptNext() && left.length > 0)
    void fetched().then(() => status() === 'saved' && !running && adoptNext());

  return {
    state,
    revision: () => base.revision,
    async flush() {
      if (isDirty() && status() !== 'conflict' && status() !== 'refused') await start();
      return outcome();
    },
    retry,
    leave() {
      if (isDirty() && status() !== 'conflict' && status() !== 'refused') void start();
      draft.hurry();
    },
    pull: () => void pull(),
    async resolve(choices) {
      const now = state.getState();
      if (now.status !== 'conflict') return succeed(null);
      const kept = await settle(() => port.keepBoth(current(), base.document));
      if (!kept.ok || status() !== 'conflict') return kept;
      const part = await fetched();
      if (!part || status() !== 'conflict') return fail('unreachable');
      const edits = { ...now.edits, mine: current() };
      const merged = part.reconcile(edits, store.kinds, choices);
      if (merged.open.length > 0) {
        set({ status: 'conflict', conflicts: merged.open, edits });
        return fail('conflict');
      }
      set({ status: 'saving' });
      become(merged.document, part.isSame);
      await start();
      return succeed(null);
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
      isStopped = true;
      stopListening();
      cancelTimer();
      cancelCount?.();
      if (isDirty()) keepDraft();
      draft.hurry();
    },
  };
}
