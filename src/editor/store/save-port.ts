/** What autosave needs from the world: a server that compares and swaps, a place for drafts, timers. Knows none of them. */
import type { FlowDocument } from '../../flow/document.ts';
import { fail, type Result } from '../../lib/result.ts';

/** A document as the server has it. */
export interface SavedFlow {
  readonly document: FlowDocument;
  readonly revision: number;
}

/**
 * `conflict`: somebody saved another revision meanwhile. `unreachable`: nobody answered; nothing is known, try again.
 * `busy`: the server answered that it cannot just now, or took too long; try again.
 * `signed-out`: the person must sign in first. `refused`: trying again is useless (no right to write, deleted).
 */
export type SaveFailure = 'conflict' | 'unreachable' | 'busy' | 'signed-out' | 'refused';

export interface SavePort {
  /** Saves if the server still has the base revision; answers the new one. */
  save(
    document: FlowDocument,
    baseRevision: number,
  ): Promise<Result<{ readonly revision: number }, SaveFailure>>;
  load(): Promise<Result<SavedFlow, SaveFailure>>;
  /** Keeps both sides of a conflict, whole, before one of them is chosen. */
  keepBoth(mine: FlowDocument, theirs: FlowDocument): Promise<Result<null, SaveFailure>>;
  /** Saves as a new flow; answers its id. */
  saveCopy(document: FlowDocument): Promise<Result<{ readonly flowId: string }, SaveFailure>>;
}

/** Unsaved work on this machine. */
export interface Draft {
  readonly document: FlowDocument;
  /** What the work began with, as the server had it. */
  readonly base: FlowDocument;
  /** Were on their way to the server, which may have taken one of them. */
  readonly sent: readonly FlowDocument[];
}

/** The drafts of one person, flow and tab. Never throws: where nothing can be kept, the screen says so and work goes on. */
export interface DraftPort {
  /** Keeps it within a second. */
  write(draft: Draft): void;
  /** Keeps what is still to be written at once, as the page may end with this call. */
  hurry(): void;
  /** Waits until all that was written is kept. */
  settled(): Promise<void>;
  clear(): void;
}

/** A draft of a tab that is gone, ours until `done`: another tab does not take it. */
export interface LeftDraft {
  readonly draft: Draft;
  /** It stands in a draft of this tab, or is saved: it is not needed any more. */
  done(): void;
}

export interface Timers {
  /** Calls back later; the answer cancels. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** A port that breaks its promise is treated as a network that does not answer. */
export async function settle<Value>(
  ask: () => Promise<Result<Value, SaveFailure>>,
): Promise<Result<Value, SaveFailure>> {
  try {
    return await ask();
  } catch {
    return fail('unreachable');
  }
}
