/** Opening a flow with unsaved work of last time: it comes back, and never overwrites what was saved since. */
import { describe, expect, it } from 'vitest';
import type { FlowDocument } from '../flow/document.ts';
import { fail, succeed } from '../lib/result.ts';
import { templates } from '../templates/registry.ts';
import { createEditor } from './create-editor.ts';
import type { Draft } from './store/save-port.ts';

const stored = templates[0]!.build('en', { name: 'Stored' });
const mine: FlowDocument = { ...stored, name: 'Mine' };

function open(draft: Draft | undefined, serverRevision: number) {
  let kept = draft;
  const server = { document: stored, revision: serverRevision };
  const timers: (() => void)[] = [];
  const editor = createEditor(
    { flowId: 'f', workspaceId: 'w', document: stored, revision: serverRevision, isReadOnly: false },
    {
      save: {
        async save(document, base) {
          if (base !== server.revision) return fail('conflict');
          server.document = document;
          server.revision += 1;
          return succeed({ revision: server.revision });
        },
        load: async () => succeed(server),
        saveCopy: async () => succeed({ flowId: 'copy' }),
      },
      draft: {
        read: () => kept,
        write: (next) => {
          kept = next;
        },
        clear: () => {
          kept = undefined;
        },
      },
      timers: {
        after(_, callback) {
          timers.push(callback);
          return () => {};
        },
      },
    },
    (node) => node.kind,
  );
  return { editor, server, kept: () => kept, name: () => editor.store.state.getState().document.name };
}

describe('unsaved work of last time', () => {
  it('comes back, is saved, and can be undone', async () => {
    const t = open({ document: mine, baseRevision: 3 }, 3);
    expect([t.editor.hasRestored, t.name()]).toEqual([true, 'Mine']);
    await t.editor.autosave.flush();
    expect([t.server.document.name, t.kept()]).toEqual(['Mine', undefined]);
    t.editor.store.undo();
    expect(t.name()).toBe('Stored');
  });

  it('never overwrites what was saved since, even after several reloads', async () => {
    const first = open({ document: mine, baseRevision: 3 }, 5);
    await first.editor.autosave.flush();
    expect([first.editor.autosave.state.getState().status, first.server.document.name]).toEqual([
      'conflict',
      'Stored',
    ]);
    const second = open(first.kept(), 5);
    await second.editor.autosave.flush();
    expect([second.editor.autosave.state.getState().status, second.name()]).toEqual(['conflict', 'Mine']);
  });

  it('is forgotten when it was saved after all', () => {
    const t = open({ document: structuredClone(stored), baseRevision: 3 }, 4);
    expect([t.editor.hasRestored, t.kept()]).toEqual([false, undefined]);
    expect(t.editor.autosave.state.getState().status).toBe('saved');
  });
});
