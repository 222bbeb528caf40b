/** Which keys do what in the editor. Pure but for `isTyping`, which looks at the element that has the focus. */

export type ShortcutId =
  | 'undo'
  | 'redo'
  | 'delete'
  | 'duplicate'
  | 'add'
  | 'fit'
  | 'tidy'
  | 'escape'
  | 'select-all'
  | 'select-tool'
  | 'pan-tool';

export interface Keystroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** `mod` is Ctrl, or Cmd on a Mac: both are accepted everywhere. */
export function shortcutFor({ key, ctrlKey, metaKey, shiftKey, altKey }: Keystroke): ShortcutId | undefined {
  const letter = key.toLowerCase();
  if (altKey) return undefined;
  if (ctrlKey || metaKey) {
    if (letter === 'z') return shiftKey ? 'redo' : 'undo';
    if (shiftKey) return undefined;
    if (letter === 'y') return 'redo';
    if (letter === 'd') return 'duplicate';
    return letter === 'a' ? 'select-all' : undefined;
  }
  if (key === 'Delete' || key === 'Backspace') return 'delete';
  if (key === 'Escape') return 'escape';
  if (shiftKey) return letter === 't' ? 'tidy' : undefined;
  if (letter === 'a') return 'add';
  if (letter === 'f') return 'fit';
  if (letter === 'v') return 'select-tool';
  return letter === 'h' ? 'pan-tool' : undefined;
}

/** Keys belong to what is being typed in, and to what floats above the editor. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest(
      'input, textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"]',
    ) !== null
  );
}
