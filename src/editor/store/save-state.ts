/** What saving by itself needs, what can be asked of it, and what it says of the work. Types only. */
import type { StoreApi } from 'zustand/vanilla';
import type { FlowDocument } from '../../flow/document.ts';
import type { Conflict } from '../../flow/merge/conflict.ts';
import type { Choices } from '../../flow/merge/merge-documents.ts';
import type { Edits } from '../../flow/merge/records.ts';
import type { Result } from '../../lib/result.ts';
import type { LaterEngine } from '../engine.ts';
import type { DocumentStore } from './document-store.ts';
import type { DraftPort, LeftDraft, SaveFailure, SavePort, Timers } from './save-port.ts';

/** `saving` begins with the first unsaved edit: nobody is told "saved" while something is not. */
export type SaveState =
  | { readonly status: 'saved' }
  | { readonly status: 'saving' }
  /**
   * Tried again by itself: nobody answers, or the server cannot just now. `changes`: how many the server does not have; 0 while
   * they are not counted.
   */
  | { readonly status: 'offline' | 'busy'; readonly changes: number }
  /** What both changed differently, and the drawings it is about. */
  | { readonly status: 'conflict'; readonly conflicts: readonly Conflict[]; readonly edits: Edits }
  | { readonly status: 'signed-out' }
  | { readonly status: 'refused' };

export interface AutosaveDeps {
  readonly store: DocumentStore;
  readonly port: SavePort;
  readonly draft: DraftPort;
  readonly timers: Timers;
  /** Merges and counts. */
  readonly engine: LaterEngine;
  readonly revision: number;
  /** Drafts of tabs that are gone, oldest first. */
  readonly left?: readonly LeftDraft[];
  /** Changes of somebody else came in. */
  readonly onMerged?: () => void;
}

export interface Autosave {
  readonly state: StoreApi<SaveState>;
  /** The revision the server has of this document. */
  revision(): number;
  /** Saves now and waits until nothing is left to save. */
  flush(): Promise<Result<{ readonly revision: number }, SaveFailure>>;
  /** Tries again at once: the network is back, the person signed in again. */
  retry(): void;
  /** The page may end with this call: the draft is kept at once, and saving is tried. */
  leave(): void;
  /** Takes in what was saved elsewhere. */
  pull(): void;
  /** Ends a conflict as the person chose; both sides are kept on the server first. */
  resolve(choices: Choices): Promise<Result<null, SaveFailure>>;
  /** Saves what is here as a new flow, when this one cannot be saved; answers its id. */
  keepAsCopy(copy: FlowDocument): Promise<Result<{ readonly flowId: string }, SaveFailure>>;
  stop(): void;
}
