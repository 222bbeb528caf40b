/**
 * The documents of the workspace as the open flow sees them, and those on their way there, one after the other. Filled from
 * outside; knows no server and no component.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NodeId } from '../../flow/document.ts';
import type { WorkspaceHoldings } from '../../flow/kind.ts';
import type { FileUse, OfferedFile } from '../../kinds/kind-view.ts';
import type { Result } from '../../lib/result.ts';

/** The list in a step's data that a file is for. */
export interface FilePlace {
  readonly node: NodeId;
  readonly path: string;
}

export interface Upload extends FilePlace {
  readonly id: string;
  readonly name: string;
  /** From 0 to 1. */
  readonly progress: number;
  /** Code of the failure that ended it. */
  readonly failure?: string;
}

interface Failure {
  readonly code: string;
}

/** What people may do who may change the workspace. */
export interface FileChanges {
  upload(place: FilePlace, files: readonly File[]): void;
  uses(file: string): Promise<Result<readonly FileUse[], Failure>>;
  /** Out of the workspace, and of the list at the place. */
  remove(place: FilePlace, file: string): Promise<Result<null, Failure>>;
}

export interface WorkspaceFilesState {
  /** Null while it is not known which there are. */
  readonly all: readonly OfferedFile[] | null;
  readonly uploads: readonly Upload[];
  readonly changes?: FileChanges;
}

export type WorkspaceFilesStore = StoreApi<WorkspaceFilesState>;

export function createWorkspaceFiles(): WorkspaceFilesStore {
  return createStore<WorkspaceFilesState>(() => ({ all: null, uploads: [] }));
}

/** Those that calls can be answered from; nothing while they are not known. Pure. */
export function usableFiles({ all }: WorkspaceFilesState): Pick<WorkspaceHoldings, 'files'> {
  const usable = all?.filter(({ state }) => state !== 'interrupted' && state !== 'unreadable');
  return usable ? { files: new Set(usable.map(({ id }) => id)) } : {};
}

export interface UploadPorts {
  newId(): string;
  /** The code of why the file is not even sent; undefined when it is. */
  refusal(file: File): string | undefined;
  send(file: File, onProgress: (part: number) => void): Promise<Result<OfferedFile, Failure>>;
  /** It arrived. */
  added(place: FilePlace, file: OfferedFile): void;
}

/** Gives the function that sends files. Those of one choice, and of the next, go one after the other. */
export function createUploads(
  store: WorkspaceFilesStore,
  { newId, refusal, send, added }: UploadPorts,
): (place: FilePlace, files: readonly File[]) => Promise<void> {
  let last = Promise.resolve();
  const change = (id: string, values: Partial<Upload>) =>
    store.setState(({ uploads }) => ({
      uploads: uploads.map((upload) => (upload.id === id ? { ...upload, ...values } : upload)),
    }));
  const carry = async (place: FilePlace, file: File, id: string) => {
    const sent = await send(file, (progress) => change(id, { progress }));
    if (!sent.ok) return change(id, { failure: sent.failure.code });
    dismissUpload(store, id);
    store.setState(({ all }) => ({ all: [...(all ?? []), sent.value] }));
    added(place, sent.value);
  };
  return (place, files) => {
    for (const file of files) {
      const id = newId();
      const failure = refusal(file);
      const upload = { ...place, id, name: file.name, progress: 0, ...(failure ? { failure } : {}) };
      store.setState(({ uploads }) => ({ uploads: [...uploads, upload] }));
      if (!failure) last = last.then(() => carry(place, file, id));
    }
    return last;
  };
}

export function dismissUpload(store: WorkspaceFilesStore, id: string): void {
  store.setState(({ uploads }) => ({ uploads: uploads.filter((upload) => upload.id !== id) }));
}
