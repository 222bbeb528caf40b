/** What autosave needs from the world: a server that compares and swaps, a place for drafts, timers. Knows none of them. */
import type { FlowDocument } from '../../flow/document.ts';
import type { Result } from '../../lib/result.ts';

/** A document as the server has it. */
export interface SavedFlow {
  readonly document: FlowDocument;
  readonly revision: number;
}

/**
 * `conflict`: somebody saved another revision meanwhile. `unreachable`: nothing is known, try again.
 * `signed-out`: the person must sign in first. `refused`: trying again is useless (no right to write, deleted).
 */
export type SaveFailure = 'conflict' | 'unreachable' | 'signed-out' | 'refused';

export interface SavePort {
  /** Saves if the server still has the base revision; answers the new one. */
  save(
    document: FlowDocument,
    baseRevision: number,
  ): Promise<Result<{ readonly revision: number }, SaveFailure>>;
  load(): Promise<Result<SavedFlow, SaveFailure>>;
  /** Saves as a new flow; answers its id. */
  saveCopy(document: FlowDocument): Promise<Result<{ readonly flowId: string }, SaveFailure>>;
}

/** Unsaved work on this machine. */
export interface Draft {
  readonly document: FlowDocument;
  readonly baseRevision: number;
}

/** Drafts of one person and one flow. Never throws; a draft that cannot be kept is a lost comfort, not an error. */
export interface DraftPort {
  read(): Draft | undefined;
  write(draft: Draft): void;
  clear(): void;
}

export interface Timers {
  /** Calls back later; the answer cancels. */
  after(milliseconds: number, callback: () => void): () => void;
}
