/** Drafts in an IndexedDB and locks played here: tabs that live, tabs that died, other people, a storage that is full. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDocument, type FlowDocument } from '../../flow/document.ts';
import type { Draft } from '../store/save-port.ts';
import { createDraftShelf, type DraftShelf, type GuardStorage } from './draft-shelf.ts';
import { KEPT_WITHIN, openDrafts } from './open-drafts.ts';

const base = emptyDocument('Base', 'en');
const draftOf = (name: string): Draft => ({ document: { ...base, name }, base, sent: [] });
const read = (json: unknown) =>
  (json as FlowDocument | null)?.format === base.format ? (json as FlowDocument) : undefined;

function memory(): GuardStorage & { readonly entries: Map<string, string>; isFull: boolean } {
  const entries = new Map<string, string>();
  return {
    entries,
    isFull: false,
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    removeItem: (key) => void entries.delete(key),
    setItem(key, text) {
      if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
      entries.set(key, text);
    },
  };
}

/** One browser: what its tabs share. */
function browser() {
  const local = memory();
  const held = new Set<string>();
  const tools = { shelf: createDraftShelf(() => local) as DraftShelf, time: 0 };
  const request = async (
    name: string,
    options: { ifAvailable?: boolean },
    given: (lock: object | null) => Promise<void> | undefined,
  ) => {
    if (held.has(name)) {
      if (options.ifAvailable) return given(null);
      throw new DOMException('waited long enough', 'TimeoutError');
    }
    held.add(name);
    await given({ name });
    held.delete(name);
  };
  return {
    local,
    tools,
    /** A tab crashes: its locks are free. */
    kill: (tab: string) => held.delete(`allokoli:tab:${tab}`),
    async open(tab: string, person = 'ann', flow = 'flow') {
      const timers: { after: number; callback: () => void }[] = [];
      const drafts = await openDrafts({
        shelf: tools.shelf,
        locks: { request } as unknown as LockManager,
        timers: {
          after(after, callback) {
            const timer = { after, callback };
            timers.push(timer);
            return () => void timers.splice(timers.indexOf(timer), 1);
          },
        },
        person,
        flow,
        tab,
        read,
        now: () => ++tools.time,
        follow: () => null,
      });
      return { ...drafts, timers, names: drafts.left.map(({ draft }) => draft.document.name) };
    },
  };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('drafts', () => {
  it('are kept soon after typing began, with what came since', async () => {
    const b = browser();
    const tab = await b.open('one');
    tab.draft.write(draftOf('A'));
    tab.draft.write(draftOf('AB'));
    expect(tab.timers.map(({ after }) => after)).toEqual([KEPT_WITHIN]);
    tab.timers[0]!.callback();
    await tab.draft.settled();
    b.kill('one');
    expect((await b.open('two')).names).toEqual(['AB']);
  });

  it('of a tab that lives are left to it', async () => {
    const b = browser();
    const tab = await b.open('one');
    tab.draft.write(draftOf('A'));
    await tab.draft.settled();
    expect((await b.open('two')).names).toEqual([]);
    tab.close();
    await tab.draft.settled();
    await new Promise((resolve) => setTimeout(resolve));
    expect((await b.open('three')).names).toEqual(['A']);
  });

  it('of a tab that is gone are given to one tab only, until they are done with', async () => {
    const b = browser();
    for (const name of ['one', 'two']) {
      const tab = await b.open(name);
      tab.draft.write(draftOf(name));
      await tab.draft.settled();
    }
    b.kill('one');
    b.kill('two');
    const third = await b.open('three');
    expect([third.names, (await b.open('four')).names]).toEqual([['one', 'two'], []]);
    third.left[0]!.done();
    b.kill('two');
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect((await b.open('five')).names).toEqual(['two']);
  });

  it('belong to one person and one flow', async () => {
    const b = browser();
    const tab = await b.open('one');
    tab.draft.write(draftOf('A'));
    await tab.draft.settled();
    b.kill('one');
    expect((await b.open('two', 'bob')).names).toEqual([]);
    expect((await b.open('three', 'ann', 'other')).names).toEqual([]);
    expect((await b.open('four')).names).toEqual(['A']);
  });

  it('are forgotten when all is saved', async () => {
    const b = browser();
    const tab = await b.open('one');
    tab.draft.write(draftOf('A'));
    await tab.draft.settled();
    tab.draft.clear();
    await tab.draft.settled();
    b.kill('one');
    expect((await b.open('two')).names).toEqual([]);
  });

  it('survive a page that ends before IndexedDB has written', async () => {
    const b = browser();
    const working = b.tools.shelf;
    b.tools.shelf = { ...working, put: () => new Promise(() => {}) };
    const tab = await b.open('one');
    tab.draft.write(draftOf('A'));
    tab.draft.hurry();
    b.kill('one');
    b.tools.shelf = working;
    expect((await b.open('two')).names).toEqual(['A']);
  });

  it('that cannot be read stay where they are', async () => {
    const b = browser();
    await b.tools.shelf.put('ann:flow:old', { document: { format: 99 }, base, sent: [], at: 1 });
    await b.tools.shelf.put('ann:flow:odd', { at: 'yesterday' });
    expect((await b.open('one')).names).toEqual([]);
    expect(await b.tools.shelf.keysOf('ann:flow:')).toHaveLength(2);
  });
});

describe('a storage that keeps nothing', () => {
  it.each([
    ['full', () => Promise.reject(new DOMException('full', 'QuotaExceededError'))],
    ['forbidden', () => Promise.reject(new DOMException('no', 'InvalidStateError'))],
  ])('is told, and nothing breaks (%s)', async (_, refuse) => {
    const b = browser();
    const working = b.tools.shelf;
    b.tools.shelf = { ...working, put: refuse };
    b.local.isFull = true;
    const tab = await b.open('one');
    expect(tab.blocked.getState()).toBe(false);
    tab.draft.write(draftOf('A'));
    tab.draft.hurry();
    await tab.draft.settled();
    expect(tab.blocked.getState()).toBe(true);
    tab.draft.clear();
    tab.close();
  });

  it('is told at once when it cannot even be opened, or never answers', async () => {
    const b = browser();
    b.tools.shelf = {
      ...b.tools.shelf,
      keysOf: () => Promise.reject(new DOMException('no', 'SecurityError')),
    };
    expect((await b.open('one')).blocked.getState()).toBe(true);
  });

  it('is no longer told when there is room again', async () => {
    const b = browser();
    const working = b.tools.shelf;
    b.tools.shelf = {
      ...working,
      put: () => (b.local.isFull ? Promise.reject(new Error()) : Promise.resolve()),
    };
    b.local.isFull = true;
    const tab = await b.open('one');
    tab.draft.write(draftOf('A'));
    await tab.draft.settled();
    b.local.isFull = false;
    tab.draft.write(draftOf('AB'));
    await tab.draft.settled();
    expect(tab.blocked.getState()).toBe(false);
  });

  it('is told until something was kept again: being done with a draft needs no room', async () => {
    const b = browser();
    const working = b.tools.shelf;
    const tab = await b.open('one');
    tab.draft.write(draftOf('A'));
    await tab.draft.settled();
    const put = vi.spyOn(working, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    tab.draft.write(draftOf('AB'));
    await tab.draft.settled();
    tab.draft.clear();
    await tab.draft.settled();
    expect(tab.blocked.getState()).toBe(true);
    put.mockRestore();
    tab.draft.write(draftOf('ABC'));
    await tab.draft.settled();
    expect(tab.blocked.getState()).toBe(false);
  });
});
