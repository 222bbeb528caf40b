/** What a shortcut does, in the language of the screen: the words of its command, or of the list of shortcuts. */
import { useMessages } from '../../i18n/use-messages.ts';
import { useActionName } from '../commands/action-name.ts';
import { editorMessages } from '../messages.ts';
import { outlineMessages } from '../outline/messages.ts';
import {
  CANVAS_KEYS,
  type CanvasKeyId,
  OUTLINE_KEYS,
  type OutlineKeyId,
  SHORTCUTS,
  type Shortcut,
  type ShortcutId,
} from '../shortcuts.ts';
import { findMessages } from './messages.ts';

type AnyId = ShortcutId | CanvasKeyId | OutlineKeyId;

export const ALL_SHORTCUTS: readonly (Shortcut & { readonly id: AnyId })[] = [
  ...SHORTCUTS,
  ...CANVAS_KEYS,
  ...OUTLINE_KEYS,
];

export function useShortcutName(): (id: AnyId) => string {
  const { find, undo, redo, bar, rename } = useMessages(editorMessages);
  const { keys } = useMessages(outlineMessages);
  const names: Readonly<Record<string, string>> = {
    ...useMessages(findMessages).shortcuts.names,
    view: keys.cycle,
    'outline-connect': keys.connect,
    'outline-rename': keys.rename,
    'outline-problems': keys.problems,
    // As their buttons are called.
    find,
    undo,
    redo,
    fit: bar.fit,
    'fit-selection': bar.fitSelection,
    write: rename,
    'pan-tool': bar.pan,
    'select-tool': bar.select,
  };
  const say = useActionName();
  return (id) => {
    const command = ALL_SHORTCUTS.find((one) => one.id === id)?.command;
    return command ? say({ key: command.label }) : (names[id] ?? id);
  };
}
