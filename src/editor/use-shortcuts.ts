/** Carries out the editor's shortcuts. */
import { useEffect } from 'react';
import type { NodeId } from '../flow/document.ts';
import { offerAnyStep } from './canvas/offer-step.ts';
import { fitAll } from './canvas/viewport.ts';
import { deleteSelection } from './commands/delete-selection.ts';
import { duplicate } from './commands/duplicate.ts';
import { tidyLayout } from './commands/tidy-layout.ts';
import type { Editor } from './editor-context.ts';
import { isTyping, type ShortcutId, shortcutFor } from './shortcuts.ts';
import { NOTHING_SELECTED, selectNodes } from './store/selection.ts';

const READING: ReadonlySet<ShortcutId> = new Set(['fit', 'escape', 'select-all', 'select-tool', 'pan-tool']);

export function useShortcuts(editor: Editor): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const shortcut = shortcutFor(event);
      if (!shortcut || (editor.isReadOnly && !READING.has(shortcut))) return;
      event.preventDefault();
      actionsOf(editor)[shortcut]();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [editor]);
}

function actionsOf(editor: Editor): Record<ShortcutId, () => unknown> {
  const { store, panels } = editor;
  return {
    undo: () => store.undo(),
    redo: () => store.redo(),
    delete: () => store.run(deleteSelection, null),
    duplicate: () => store.run(duplicate, null),
    add: () => offerAnyStep(editor),
    fit: () => fitAll(editor),
    tidy: () => {
      if (store.run(tidyLayout, null)) fitAll(editor);
    },
    escape() {
      panels.setState({ palette: null });
      store.select(NOTHING_SELECTED);
    },
    'select-all': () =>
      store.select(selectNodes(...(Object.keys(store.state.getState().document.nodes) as NodeId[]))),
    'select-tool': () => panels.setState({ tool: 'select' }),
    'pan-tool': () => panels.setState({ tool: 'pan' }),
  };
}
