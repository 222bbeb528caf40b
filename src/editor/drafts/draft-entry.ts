/** What is kept of unsaved work, and reading it back as carefully as the server's answer. Knows no storage. */
import type { FlowDocument } from '../../flow/document.ts';
import { isJsonObject } from '../../lib/json.ts';
import type { Draft } from '../store/save-port.ts';

export interface DraftEntry extends Draft {
  /** Milliseconds since the epoch, to tell which of two is newer. */
  readonly at: number;
}

export type ReadDocument = (json: unknown) => FlowDocument | undefined;

/** Undefined for what is no draft, or holds something that cannot be read. */
export function readEntry(stored: unknown, read: ReadDocument): DraftEntry | undefined {
  if (!isJsonObject(stored) || typeof stored.at !== 'number') return undefined;
  const [document, base] = [read(stored.document), read(stored.base)];
  if (!document || !base) return undefined;
  const sent = Array.isArray(stored.sent) ? stored.sent.map(read) : [];
  return { document, base, sent: sent.filter((one) => one !== undefined), at: stored.at };
}
