/** Autosave against a server played here: it compares and swaps, loses answers, goes away and comes back. */
import { describe, expect, it } from 'vitest';
import { emptyDocument, type FlowDocument } from '../../flow/document.ts';
import { conflictKey } from '../../flow/merge/conflict.ts';
import { fail, succeed } from '../../lib/result.ts';
import { editSettings } from '../commands/edit-settings.ts';
import { moveSteps } from '../commands/move-steps.ts';
import { renameStep } from '../commands/rename-step.ts';
import { engineHere } from '../testing/engine-here.ts';
import { createAutosave, DEBOUNCE } from './autosave.ts';
import type { Draft, LeftDraft, SaveFailure, SavePort } from './save-port.ts';
import { createTestStore } from './test-store.ts';

function setUp(left: readonly LeftDraft[] = [], begun?: FlowDocument) {
  const { store, add } = createTestStore(begun);
  const server = { document: store.state.getState().document, revision: 1, saves: 0 };
  const copies: FlowDocument[] = [];
  const aside: string[] = [];
  let merges = 0;
  let hurried: string | undefined;
  let mood: SaveFailure | 'well' | 'answer-lost' = 'well';
  let heard: SaveFailure = 'unreachable';
  let kept: Draft | undefined;
  const timers = { pending: [] as { delay: number; callback: () => void }[] };
  const port: SavePort = {
    async save(document, base) {
      server.saves += 1;
      if (mood !== 'well' && mood !== 'answer-lost') return fail(mood);
      if (base !== server.revision) return fail('conflict');
      server.document = structuredClone(document);
      server.revision += 1;
      return mood === 'answer-lost' ? fail(heard) : succeed({ revision: server.revision });
    },
    load: async () => succeed({ document: server.document, revision: server.revision }),
    keepBoth: async (mine, theirs) => {
      if (mood !== 'well') return fail('unreachable');
      aside.push(mine.name, theirs.name);
      return succeed(null);
    },
    saveCopy: async (document) => {
      copies.push(document);
      return succeed({ flowId: 'copy' });
    },
  };
  const autosave = createAutosave({
    store,
    port,
    engine: engineHere,
    revision: 1,
    draft: {
      write: (draft) => {
        kept = draft;
      },
      clear: () => {
        kept = undefined;
      },
      hurry() {
        hurried = kept?.document.name;
      },
      settled: async () => {},
    },
    left,
    onMerged: () => {
      merges += 1;
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
    add,
    server,
    copies,
    aside,
    merges: () => merges,
    hurried: () => hurried,
    kept: () => kept,
    autosave,
    rename: (name: string) => store.run(editSettings, { name }),
    name: () => store.state.getState().document.name,
    status: () => autosave.state.getState().status,
    /** Somebody else saves. */
    elsewhere(change: Partial<FlowDocument>) {
      server.document = { ...server.document, ...change };
      server.revision += 1;
    },
    draft: () => kept?.document.name,
    be: (next: typeof mood) => {
      mood = next;
    },
    /** The server takes what it gets, and this is heard of it. */
    lose(instead: SaveFailure) {
      mood = 'answer-lost';
      heard = instead;
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

  it('tells a server that is busy from one that is not reached, and tries both again alike', async () => {
    const t = setUp();
    t.be('busy');
    t.rename('A');
    await t.wait();
    expect([t.autosave.state.getState(), t.draft()]).toEqual([{ status: 'busy', changes: 1 }, 'A']);
    expect(await t.autosave.flush()).toEqual(fail('busy'));
    t.rename('B');
    expect(t.status()).toBe('busy');
    expect(await t.wait()).toContain(4000);
    t.be('unreachable');
    expect(await t.wait()).toEqual([8000]);
    expect(t.status()).toBe('offline');
    t.be('busy');
    expect(await t.wait()).toEqual([16_000]);
    expect([t.status(), t.draft()]).toEqual(['busy', 'B']);
    t.be('well');
    t.autosave.retry();
    await t.wait();
    expect([t.status(), t.server.document.name, t.draft()]).toEqual(['saved', 'B', undefined]);
  });

  it.each(['unreachable', 'busy'] as const)(
    'recognises its own save whose answer got lost (%s)',
    async (lost) => {
      const t = setUp();
      t.lose(lost);
      t.rename('A');
      await t.wait();
      expect(t.status()).toBe(lost === 'busy' ? 'busy' : 'offline');
      t.be('well');
      await t.wait();
      expect([t.status(), t.autosave.revision(), t.server.saves]).toEqual(['saved', 2, 2]);
    },
  );

  it('merges what somebody else saved meanwhile, tells it, and undo takes back only its own', async () => {
    const t = setUp();
    t.elsewhere({ language: 'fr' });
    t.rename('Mine');
    await t.wait();
    expect([t.status(), t.server.document.name, t.server.document.language, t.merges()]).toEqual([
      'saved',
      'Mine',
      'fr',
      1,
    ]);
    t.store.undo();
    expect([t.name(), t.store.state.getState().document.language]).toEqual(['Test', 'fr']);
    await t.wait();
    expect([t.server.document.name, t.server.document.language]).toEqual(['Test', 'fr']);
  });

  it('never overwrites: where both changed the same, it keeps the work and lets the person choose', async () => {
    const t = setUp();
    t.elsewhere({ name: 'Theirs', language: 'fr' });
    t.rename('Mine');
    await t.wait();
    expect([t.status(), t.server.document.name, t.draft()]).toEqual(['conflict', 'Theirs', 'Mine']);
    t.rename('Mine too');
    await t.wait();
    expect([t.server.saves, t.draft(), await t.autosave.flush()]).toEqual([1, 'Mine too', fail('conflict')]);
    expect(t.autosave.state.getState()).toMatchObject({
      conflicts: [{ path: ['name'], base: 'Test', mine: 'Mine too', theirs: 'Theirs' }],
    });
    expect(await t.autosave.resolve(new Map([[conflictKey({ path: ['name'] }), 'theirs']]))).toEqual(
      succeed(null),
    );
    expect([t.status(), t.name(), t.server.document.language, t.aside, t.draft()]).toEqual([
      'saved',
      'Theirs',
      'fr',
      ['Mine too', 'Theirs'],
      undefined,
    ]);
    expect(t.store.undo()).toBe(false);
  });

  it('decides nothing until both versions are kept', async () => {
    const t = setUp();
    t.elsewhere({ name: 'Theirs' });
    t.rename('Mine');
    await t.wait();
    const choice = new Map([[conflictKey({ path: ['name'] }), 'mine' as const]]);
    t.be('unreachable');
    expect(await t.autosave.resolve(choice)).toEqual(fail('unreachable'));
    expect([t.status(), t.server.document.name]).toEqual(['conflict', 'Theirs']);
    t.be('well');
    await t.autosave.resolve(choice);
    expect([t.status(), t.server.document.name, t.aside]).toEqual(['saved', 'Mine', ['Mine', 'Theirs']]);
  });

  it('has nothing left to choose when the person does what the other did', async () => {
    const t = setUp();
    t.elsewhere({ name: 'Theirs' });
    t.rename('Mine');
    await t.wait();
    t.rename('Theirs');
    await t.wait();
    expect([t.status(), t.autosave.revision(), t.draft()]).toEqual(['saved', 2, undefined]);
  });

  it('knows its own words when a save arrived unheard and somebody else saved after it', async () => {
    const t = setUp();
    t.be('answer-lost');
    t.rename('Mi');
    await t.wait();
    t.be('unreachable');
    t.rename('Min');
    await t.wait();
    t.be('well');
    t.elsewhere({ language: 'fr' });
    t.rename('Mine');
    await t.wait();
    expect([t.status(), t.server.document.name, t.server.document.language]).toEqual(['saved', 'Mine', 'fr']);
  });

  it('takes in what another tab saved, while nothing is unsaved here', async () => {
    const t = setUp();
    t.elsewhere({ name: 'Theirs' });
    t.autosave.pull();
    await t.wait();
    expect([t.status(), t.name(), t.autosave.revision(), t.server.saves]).toEqual(['saved', 'Theirs', 2, 0]);
  });

  it.each([
    ['unreachable', 'offline'],
    ['busy', 'busy'],
  ] as const)('counts what is not saved while %s, and takes undone changes off', async (failure, status) => {
    const t = setUp();
    const [one, two] = [t.add('fork'), t.add('fork')];
    await t.autosave.flush();
    t.be(failure);
    t.rename('A');
    await t.wait();
    t.store.run(moveSteps, { positions: { [one]: { x: 9, y: 9 } } });
    t.store.run(renameStep, { node: two, title: 'Two' });
    await t.wait();
    expect(t.autosave.state.getState()).toEqual({ status, changes: 3 });
    t.store.undo();
    await t.wait();
    expect(t.autosave.state.getState()).toEqual({ status, changes: 2 });
  });

  it('brings the work of tabs that are gone back, one after the other, and lets them go', async () => {
    const base = emptyDocument('Test', 'en');
    const gone: string[] = [];
    const left = (name: string, document: FlowDocument): LeftDraft => ({
      draft: { document, base, sent: [] },
      done: () => void gone.push(name),
    });
    const t = setUp(
      [left('first', { ...base, name: 'First' }), left('second', { ...base, language: 'fr' })],
      base,
    );
    expect(t.name()).toBe('First');
    await t.wait();
    await t.wait();
    expect([t.server.document.name, t.server.document.language, t.status()]).toEqual([
      'First',
      'fr',
      'saved',
    ]);
    expect(gone).toEqual(['first', 'second']);
  });

  it('asks about the work of a tab that is gone where somebody else changed the same since', async () => {
    const base = emptyDocument('Test', 'en');
    const draft = { document: { ...base, name: 'Mine' }, base, sent: [] };
    const t = setUp([{ draft, done() {} }], { ...base, name: 'Theirs' });
    expect([t.status(), t.name(), t.kept()?.base.name]).toEqual(['conflict', 'Mine', 'Test']);
    await t.autosave.resolve(new Map([[conflictKey({ path: ['name'] }), 'mine']]));
    expect([t.status(), t.server.document.name]).toEqual(['saved', 'Mine']);
  });

  it('keeps mine as a copy', async () => {
    const t = setUp();
    t.be('refused');
    t.rename('Mine');
    await t.wait();
    t.be('well');
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

  it.each(['signed-out', 'unreachable', 'busy'] as const)(
    'tries once more when a save ends %s that was on its way while the person came back',
    async (failure) => {
      const t = setUp();
      t.be(failure);
      t.rename('A');
      const saving = t.autosave.flush();
      t.be('well');
      t.autosave.retry();
      await saving;
      await t.wait();
      expect([t.status(), t.server.document.name]).toEqual(['saved', 'A']);
    },
  );

  it('keeps the draft at once when the page may end', () => {
    const t = setUp();
    t.rename('A');
    t.autosave.leave();
    expect(t.hurried()).toBe('A');
  });

  it('leaves a draft behind when it is stopped with unsaved work', () => {
    const t = setUp();
    t.rename('A');
    t.autosave.stop();
    expect(t.draft()).toBe('A');
  });
});
