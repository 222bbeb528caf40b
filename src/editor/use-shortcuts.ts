/** Carries out the editor's shortcuts. */
import { useEffect } from 'react';
import type { NodeId } from '../flow/document.ts';
import { writeOnCard } from './canvas/inline-field.tsx';
import { offerAnyStep } from './canvas/offer-step.ts';
import { openMenuByKey } from './canvas/open-menu.ts';
import { fitAll, fitSelection } from './canvas/viewport.ts';
import { deleteSelection } from './commands/delete-selection.ts';
import { duplicate } from './commands/duplicate.ts';
import type { Editor } from './editor-context.ts';
import { isAbove, isTyping, type ShortcutId, shortcutFor, shortcutOf } from './shortcuts.ts';
import { NOTHING_SELECTED, onlyNode, selectNodes } from './store/selection.ts';
import { tidySelected, tidyUp } from './tidy/tidy-up.ts';
import { showNextView } from './views.ts';

export function useShortcuts(editor: Editor): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const id = shortcutFor(event);
      if (!id || event.defaultPrevented || !isHeard(editor, id, event.target)) return;
      event.preventDefault();
      shortcutActions(editor)[id]();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [editor]);
}

function isHeard({ panels, isReadOnly }: Editor, id: ShortcutId, target: EventTarget | null): boolean {
  const { whileTyping, reads } = shortcutOf(id);
  if (isReadOnly && !reads) return false;
  // A dialog that was called up hears the keys, also in the moment before it is there.
  if (panels.getState().dialog !== null) return id === 'find';
  return whileTyping ? !isAbove(target) : !isTyping(target);
}

/** What each shortcut does, also without its keys. */
export function shortcutActions(editor: Editor): Record<ShortcutId, () => unknown> {
  const { store, panels } = editor;
  return {
    find: () =>
      panels.setState(({ dialog }) => ({ palette: null, dialog: dialog === 'find' ? null : 'find' })),
    shortcuts: () => panels.setState({ palette: null, dialog: 'shortcuts' }),
    undo: () => store.undo(),
    redo: () => store.redo(),
    delete: () => store.run(deleteSelection, null),
    duplicate: () => store.run(duplicate, null),
    add: () => offerAnyStep(editor),
    view: () => showNextView(editor),
    fit: () => fitAll(editor),
    'fit-selection': () => fitSelection(editor),
    // Of several selected steps only these are tidied up: nothing else moves.
    tidy() {
      if (store.chosen().nodes.size > 1) void tidySelected(editor);
      else void tidyUp(editor);
    },
    write() {
      const { document, selection } = store.state.getState();
      const node = document.nodes[onlyNode(selection) ?? ('' as NodeId)];
      if (node) writeOnCard(editor, node, 'title');
    },
    menu: () => openMenuByKey(editor),
    escape() {
      panels.setState({ palette: null, inline: null });
      store.select(NOTHING_SELECTED);
    },
    'select-all': () =>
      store.select(selectNodes(...(Object.keys(store.state.getState().document.nodes) as NodeId[]))),
    'select-tool': () => panels.setState({ tool: 'select' }),
    'pan-tool': () => panels.setState({ tool: 'pan' }),
  };
}
