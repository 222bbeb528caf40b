/**
 * Drafts in the browser's local storage: written at once even while the page is closing, which asynchronous
 * storage cannot promise. Knows no flow but the JSON it was given.
 */

import type { FlowDocument } from '../../flow/document.ts';
import { isJsonObject } from '../../lib/json.ts';
import type { DraftPort } from './save-port.ts';

const PREFIX = 'allokoli:draft:';

/** The part of `Storage` that is used. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** `read` turns stored JSON into a document and refuses what is none: a draft is read as carefully as the server's answer. */
export function createLocalDraft(
  storage: DraftStorage,
  person: string,
  flow: string,
  read: (json: unknown) => FlowDocument | undefined,
): DraftPort {
  const key = `${PREFIX}${person}:${flow}`;
  // Another tab may have put its own unsaved work here: only what this one knows is ever taken away.
  let known: string | null = null;
  const write = (text: string) => {
    storage.setItem(key, text);
    known = text;
  };
  return {
    read() {
      try {
        known = storage.getItem(key);
        const stored: unknown = JSON.parse(known ?? 'null');
        if (!isJsonObject(stored) || typeof stored.baseRevision !== 'number') return undefined;
        const document = read(stored.document);
        return document && { document, baseRevision: stored.baseRevision };
      } catch {
        return undefined;
      }
    },
    write(draft) {
      const text = JSON.stringify(draft);
      try {
        write(text);
      } catch {
        // The storage is full or forbidden. Drafts of other flows are older: this one matters now.
        try {
          for (const other of draftKeys(storage)) if (other !== key) storage.removeItem(other);
          write(text);
        } catch {
          // Without storage the server's copy is the only one.
        }
      }
    },
    clear() {
      try {
        if (known !== null && storage.getItem(key) === known) storage.removeItem(key);
      } catch {
        // nothing was kept
      }
    },
  };
}

function draftKeys(storage: DraftStorage): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
    key.startsWith(PREFIX),
  );
}
