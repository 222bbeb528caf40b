/** Autosave against a server played here: it compares and swaps, loses answers, goes away and comes back. */
import { describe, expect, it } from 'vitest';
import type { FlowDocument } from '../../flow/document.ts';
import { fail, succeed } from '../../lib/result.ts';
import { editSettings } from '../commands/edit-settings.ts';
import { createAutosave, DEBOUNCE } from './autosave.ts';
import type { Draft, SaveFailure, SavePort } from './save-port.ts';
import { createTestStore } from './test-store.ts';

function setUp() {
  const { store } = createTestStore();
  const server = { document: store.state.getState().document, revision: 1, saves: 0 };
  const copies: FlowDocument[] = [];
  let mood: SaveFailure | 'well' | 'answer-lost' = 'well';
  let kept: Draft | undefined;
  const timers = { pending: [] as { delay: number; callback: () => void }[] };
  const port: SavePort = {
    async save(document, base) {
      server.saves += 1;
      if (mood !== 'well' && mood !== 'answer-lost') return fail(mood);
      if (base !== server.revision) return fail('conflict');
      server.document = structuredClone(document);
      server.revision += 1;
      return mood === 'answer-lost' ? fail('unreachable') : succeed({ revision: server.revision });
    },
    load: async () => succeed({ document: server.document, revision: server.revision }),
    saveCopy: async (document) => {
      copies.push(document);
      return succeed({ flowId: 'copy' });
    },
  };
  const autosave = createAutosave({
    store,
    port,
    revision: 1,
    draft: {
      read: () => kept,
      write: (draft) => {
        kept = draft;
      },
      clear: () => {
        kept = undefined;
      },
    },
    timers: {
      after(delay, callback) {
        const timer = { delay, callback };
        timers.pending.push(timer);
        return () => {
          timers.pending = timers.pending.filter((other) => other !== timer);
        };
      },
    },
  });
  return {
    store,
    server,
    copies,
    autosave,
    rename: (name: string) => store.run(editSettings, { name }),
    status: () => autosave.state.getState().status,
    draft: () => kept?.document.name,
    be: (next: typeof mood) => {
      mood = next;
    },
    /** Lets the timers run out and everything settle. */
    async wait() {
      const delays = timers.pending.map(({ delay }) => delay);
      for (const { callback } of timers.pending.splice(0)) callback();
      await new Promise((resolve) => setTimeout(resolve));
      return delays;
    },
  };
}

describe('autosave', () => {
  it('says "saving" from the first edit, saves once after a pause, then says "saved"', async () => {
    const t = setUp();
    t.rename('A');
    t.rename('AB');
    expect(t.status()).toBe('saving');
    expect(await t.wait()).toEqual([DEBOUNCE]);
    expect([t.status(), t.server.saves, t.server.document.name, t.draft()]).toEqual([
      'saved',
      1,
      'AB',
      undefined,
    ]);
  });

  it('saves what was typed while a save was on its way', async () => {
    const t = setUp();
    t.rename('A');
    const flushed = t.autosave.flush();
    t.rename('B');
    expect(await flushed).toEqual(succeed({ revision: 3 }));
    expect([t.server.document.name, t.status()]).toEqual(['B', 'saved']);
  });

  it('keeps a draft while offline, waits longer each time, and saves when the network is back', async () => {
    const t = setUp();
    t.be('unreachable');
    t.rename('A');
    await t.wait();
    expect([t.status(), t.draft()]).toEqual(['offline', 'A']);
    expect([await t.wait(), await t.wait(), await t.wait()]).toEqual([[2000], [4000], [8000]]);
    t.rename('B');
    expect([t.status(), t.draft()]).toEqual(['offline', 'B']);
    t.be('well');
    t.autosave.retry();
    await t.wait();
    expect([t.status(), t.server.document.name, t.draft()]).toEqual(['saved', 'B', undefined]);
  });

  it('recognises its own save whose answer got lost', async () => {
    const t = setUp();
    t.be('answer-lost');
    t.rename('A');
    await t.wait();
    expect(t.status()).toBe('offline');
    t.be('well');
    await t.wait();
    expect([t.status(), t.autosave.revision(), t.server.saves]).toEqual(['saved', 2, 2]);
  });

  it('never overwrites another revision: it keeps the work and asks', async () => {
    const t = setUp();
    t.server.document = { ...t.server.document, name: 'Theirs' };
    t.server.revision = 7;
    t.rename('Mine');
    await t.wait();
    expect([t.status(), t.server.document.name, t.draft()]).toEqual(['conflict', 'Theirs', 'Mine']);
    t.rename('Mine too');
    await t.wait();
    expect([t.server.saves, t.draft()]).toEqual([1, 'Mine too']);
    expect(await t.autosave.flush()).toEqual(fail('conflict'));
    await t.autosave.loadOther();
    expect([t.status(), t.store.state.getState().document.name, t.autosave.revision()]).toEqual([
      'saved',
      'Theirs',
      7,
    ]);
    t.rename('After');
    await t.wait();
    expect([t.status(), t.server.document.name]).toEqual(['saved', 'After']);
  });

  it('keeps mine as a copy', async () => {
    const t = setUp();
    t.server.revision = 7;
    t.server.document = { ...t.server.document, name: 'Theirs' };
    t.rename('Mine');
    await t.wait();
    expect(await t.autosave.keepAsCopy(t.store.state.getState().document)).toEqual(
      succeed({ flowId: 'copy' }),
    );
    expect([t.copies.map(({ name }) => name), t.draft()]).toEqual([['Mine'], undefined]);
    t.autosave.stop();
    expect(t.draft()).toBeUndefined();
  });

  it.each(['signed-out', 'refused'] as const)(
    'stops and says so when %s, with the work in a draft',
    async (failure) => {
      const t = setUp();
      t.be(failure);
      t.rename('A');
      await t.wait();
      expect([t.status(), t.draft()]).toEqual([failure, 'A']);
      expect(await t.wait()).toEqual([]);
    },
  );

  it('goes on after signing in again', async () => {
    const t = setUp();
    t.be('signed-out');
    t.rename('A');
    await t.wait();
    t.be('well');
    t.autosave.retry();
    await t.wait();
    expect(t.status()).toBe('saved');
  });

  it('leaves a draft behind when it is stopped with unsaved work', () => {
    const t = setUp();
    t.rename('A');
    t.autosave.stop();
    expect(t.draft()).toBe('A');
  });
});
