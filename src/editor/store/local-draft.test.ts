/** Drafts in a storage played here: full, forbidden, or with something strange in it. */
import { describe, expect, it } from 'vitest';
import { emptyDocument, type FlowDocument } from '../../flow/document.ts';
import { createLocalDraft, type DraftStorage } from './local-draft.ts';

function storageWith(room: number): DraftStorage & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    removeItem: (key) => void entries.delete(key),
    setItem(key, text) {
      const others = [...entries]
        .filter(([other]) => other !== key)
        .reduce((sum, [, value]) => sum + value.length, 0);
      if (others + text.length > room) throw new Error('full');
      entries.set(key, text);
    },
  };
}

const read = (json: unknown) => (json as FlowDocument | null) ?? undefined;
const draft = { document: emptyDocument('Work', 'en'), baseRevision: 3 };

describe('local drafts', () => {
  it('gives back what was written, to the same person and flow only', () => {
    const storage = storageWith(10_000);
    createLocalDraft(storage, 'ann', 'flow', read).write(draft);
    expect(createLocalDraft(storage, 'ann', 'flow', read).read()).toEqual(draft);
    expect(createLocalDraft(storage, 'bob', 'flow', read).read()).toBeUndefined();
    expect(createLocalDraft(storage, 'ann', 'other', read).read()).toBeUndefined();
  });

  it('takes away its own draft, never that of another tab', () => {
    const storage = storageWith(10_000);
    const [mine, theirs] = [
      createLocalDraft(storage, 'ann', 'flow', read),
      createLocalDraft(storage, 'ann', 'flow', read),
    ];
    mine.write(draft);
    theirs.write({ ...draft, baseRevision: 4 });
    mine.clear();
    expect(mine.read()?.baseRevision).toBe(4);
    mine.clear();
    expect(mine.read()).toBeUndefined();
  });

  it('gives up older drafts of other flows when the storage is full, and nothing else', () => {
    const size = JSON.stringify(draft).length;
    const storage = storageWith(size + 60);
    storage.entries.set('theme', 'dark');
    createLocalDraft(storage, 'ann', 'old', read).write(draft);
    createLocalDraft(storage, 'ann', 'new', read).write(draft);
    expect([...storage.entries.keys()]).toEqual(['theme', 'allokoli:draft:ann:new']);
  });

  it('is silent when nothing can be stored, or what is stored is no draft', () => {
    const storage = storageWith(0);
    const local = createLocalDraft(storage, 'ann', 'flow', read);
    local.write(draft);
    expect(local.read()).toBeUndefined();
    storage.entries.set('allokoli:draft:ann:flow', '{"document":');
    expect(local.read()).toBeUndefined();
  });
});
