/** Opening a flow with unsaved work of last time: it comes back, and never overwrites what was saved since. */
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { FlowDocument } from '../flow/document.ts';
import { fail, succeed } from '../lib/result.ts';
import { templates } from '../templates/registry.ts';
import { createEditor } from './create-editor.ts';
import type { Draft } from './store/save-port.ts';
import { engineHere } from './testing/engine-here.ts';

const stored = templates[0]!.build('en', { name: 'Stored' });
const mine: FlowDocument = { ...stored, name: 'Mine' };

function open(draft: Draft | undefined, onServer: FlowDocument) {
  let isLeft = draft !== undefined;
  const server = { document: onServer, revision: 5 };
  const editor = createEditor(
    { flowId: 'f', workspaceId: 'w', document: onServer, revision: 5, person: 'me', isReadOnly: false },
    {
      save: {
        async save(document, base) {
          if (base !== server.revision) return fail('conflict');
          server.document = document;
          server.revision += 1;
          return succeed({ revision: server.revision });
        },
        load: async () => succeed(server),
        keepBoth: async () => succeed(null),
        saveCopy: async () => succeed({ flowId: 'copy' }),
      },
      draft: { write() {}, clear() {}, hurry() {}, settled: async () => {} },
      left: draft
        ? [
            {
              draft,
              done: () => {
                isLeft = false;
              },
            },
          ]
        : [],
      blocked: createStore(() => false),
      engine: engineHere,
      timers: { after: () => () => {} },
    },
    (node) => node.kind,
  );
  return {
    editor,
    server,
    isLeft: () => isLeft,
    name: () => editor.store.state.getState().document.name,
    status: () => editor.autosave.state.getState().status,
  };
}

describe('unsaved work of last time', () => {
  it('comes back, is saved, and can be undone', async () => {
    const t = open({ document: mine, base: stored, sent: [] }, stored);
    expect([t.editor.hasRestored, t.name()]).toEqual([true, 'Mine']);
    await t.editor.autosave.flush();
    expect([t.server.document.name, t.isLeft(), t.status()]).toEqual(['Mine', false, 'saved']);
    t.editor.store.undo();
    expect(t.name()).toBe('Stored');
  });

  it('joins what was saved since', async () => {
    const t = open({ document: mine, base: stored, sent: [] }, { ...stored, language: 'fr' });
    await t.editor.autosave.flush();
    expect(t.server.document).toMatchObject({ name: 'Mine', language: 'fr' });
  });

  it('never overwrites what was saved since', async () => {
    const t = open({ document: mine, base: stored, sent: [] }, { ...stored, name: 'Theirs' });
    await t.editor.autosave.flush();
    expect([t.status(), t.server.document.name, t.name()]).toEqual(['conflict', 'Theirs', 'Mine']);
  });

  it('is forgotten when it was saved after all', async () => {
    const t = open({ document: mine, base: stored, sent: [mine] }, structuredClone(mine));
    await Promise.resolve();
    expect([t.editor.hasRestored, t.isLeft(), t.status()]).toEqual([false, false, 'saved']);
  });
});
