/**
 * Which keys do what in the editor: one table, from which keys are heard, shown in tooltips, and listed for people. A key
 * that is not in it does nothing. Pure but for `isTyping`, which looks at the element that has the focus.
 */
import { addStep } from './commands/add-step.ts';
import type { Command } from './commands/command.ts';
import { deleteSelection } from './commands/delete-selection.ts';
import { duplicate } from './commands/duplicate.ts';
import { tidyLayout } from './commands/tidy-layout.ts';

/** Under which heading the list of shortcuts shows it. */
export type ShortcutGroup = 'everywhere' | 'steps' | 'view';
export const SHORTCUT_GROUPS: readonly ShortcutGroup[] = ['everywhere', 'steps', 'view'];

export interface Shortcut {
  readonly id: string;
  readonly group: ShortcutGroup;
  /** Any of these; `mod` stands for Ctrl, or Cmd on a Mac: both are accepted everywhere. */
  readonly keys: readonly string[];
  /** Gives the keys and the name; without one the words of the list name it. */
  readonly command?: Pick<Command<never>, 'label' | 'icon'>;
  /** Changes nothing, so that it works in a flow that may only be looked at. */
  readonly reads?: true;
  /** Heard in fields too. */
  readonly whileTyping?: true;
}

const ofCommand = <Id extends string>(id: Id, command: Command<never>) =>
  ({ id, group: 'steps', keys: command.keys ?? [], command }) as const;

export const SHORTCUTS = [
  { id: 'find', group: 'everywhere', keys: ['mod+k'], reads: true, whileTyping: true },
  { id: 'shortcuts', group: 'everywhere', keys: ['?'], reads: true },
  { id: 'undo', group: 'everywhere', keys: ['mod+z'] },
  { id: 'redo', group: 'everywhere', keys: ['mod+shift+z', 'mod+y'] },
  { id: 'escape', group: 'everywhere', keys: ['escape'], reads: true },
  ofCommand('add', addStep),
  ofCommand('duplicate', duplicate),
  ofCommand('delete', deleteSelection),
  { id: 'select-all', group: 'steps', keys: ['mod+a'], reads: true },
  { id: 'write', group: 'steps', keys: ['f2'] },
  { id: 'menu', group: 'steps', keys: ['shift+f10', 'contextmenu'], reads: true },
  { id: 'view', group: 'view', keys: ['o'], reads: true },
  { id: 'fit', group: 'view', keys: ['f'], reads: true },
  { id: 'fit-selection', group: 'view', keys: ['z'], reads: true },
  { ...ofCommand('tidy', tidyLayout), group: 'view' },
  { id: 'pan-tool', group: 'view', keys: ['h'], reads: true },
  { id: 'select-tool', group: 'view', keys: ['v'], reads: true },
] as const satisfies readonly Shortcut[];

export type ShortcutId = (typeof SHORTCUTS)[number]['id'];

/** What the canvas and the browser's clipboard hear themselves, to be listed with the others. */
export const CANVAS_KEYS = [
  { id: 'copy', group: 'steps', keys: ['mod+c'] },
  { id: 'cut', group: 'steps', keys: ['mod+x'] },
  { id: 'paste', group: 'steps', keys: ['mod+v'] },
  { id: 'open-step', group: 'steps', keys: ['enter'] },
  { id: 'move-step', group: 'steps', keys: ['arrows', 'shift+arrows'] },
  { id: 'pick-more', group: 'steps', keys: ['mod+click'] },
  { id: 'frame', group: 'steps', keys: ['shift+drag'] },
  { id: 'drag-view', group: 'view', keys: ['space+drag'] },
  { id: 'wheel-zoom', group: 'view', keys: ['mod+wheel'] },
] as const satisfies readonly Shortcut[];

export type CanvasKeyId = (typeof CANVAS_KEYS)[number]['id'];

/** What a row of the outline hears itself, besides the arrows and letters that lead from row to row. */
export const OUTLINE_KEYS = [
  { id: 'outline-connect', group: 'steps', keys: ['c'] },
  { id: 'outline-rename', group: 'steps', keys: ['f2'] },
  { id: 'outline-problems', group: 'steps', keys: ['alt+arrows'] },
] as const satisfies readonly Shortcut[];

export type OutlineKeyId = (typeof OUTLINE_KEYS)[number]['id'];

export interface Keystroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export function shortcutFor(stroke: Keystroke): ShortcutId | undefined {
  return SHORTCUTS.find(({ keys }) => keys.some((one) => isPressed(one, stroke)))?.id;
}

export function shortcutOf(id: ShortcutId): Shortcut {
  const found: Shortcut | undefined = SHORTCUTS.find((one) => one.id === id);
  if (!found) throw new Error(`no shortcut ${id}`);
  return found;
}

const LETTER = /^[a-z]$/;

function isPressed(keys: string, { key, ctrlKey, metaKey, shiftKey, altKey }: Keystroke): boolean {
  const parts = keys.split('+');
  const last = parts.at(-1)!;
  if (altKey || key.toLowerCase() !== last || (ctrlKey || metaKey) !== parts.includes('mod')) return false;
  // Which signs need Shift differs from keyboard to keyboard.
  return !LETTER.test(last) || shiftKey === parts.includes('shift');
}

/** Keys belong to what is being typed in, and to what floats above the editor. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    isIn(target, 'input:not([type="radio"]), textarea, select, [contenteditable="true"]') || isAbove(target)
  );
}

/** In a menu, a list or a dialog, which hear all keys themselves. */
export function isAbove(target: EventTarget | null): boolean {
  return isIn(target, '[role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"]');
}

function isIn(target: EventTarget | null, places: string): boolean {
  return target instanceof Element && target.closest(places) !== null;
}
