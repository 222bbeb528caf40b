/** What can be done from the search besides going somewhere: every shortcut that means something there, and the buttons. Knows no component. */
import {
  Archive,
  Infinity as AtAnyTime,
  Columns2,
  Compass,
  Hand,
  Keyboard,
  Languages,
  ListTree,
  ListX,
  type LucideIcon,
  Maximize,
  MessagesSquare,
  Monitor,
  Moon,
  MousePointer2,
  Pencil,
  Printer,
  Redo2,
  Rocket,
  Scan,
  Settings2,
  SquareDashedMousePointer,
  Sun,
  Undo2,
  Workflow,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import { currentLanguage } from '../../i18n/language.ts';
import { SCREEN_LANGUAGES } from '../../i18n/messages.ts';
import { switchLanguage } from '../../ui/switch-language.ts';
import { currentTheme, setTheme, THEME_CHOICES, type ThemeChoice } from '../../ui/theme.ts';
import {
  ARRANGEMENT_ICONS,
  ARRANGEMENTS,
  type Arrangement,
  arrange,
  canArrange,
} from '../canvas/arrangements.ts';
import type { Command } from '../commands/command.ts';
import { deleteSelection } from '../commands/delete-selection.ts';
import { duplicate } from '../commands/duplicate.ts';
import { tidyLayout } from '../commands/tidy-layout.ts';
import type { Editor } from '../editor-context.ts';
import { printFlow } from '../printed-flow/printed-flow.tsx';
import { SHORTCUTS, type Shortcut, type ShortcutId } from '../shortcuts.ts';
import type { EditorView } from '../store/panels.ts';
import { isEmpty, NOTHING_SELECTED, onlyNode } from '../store/selection.ts';
import { shortcutActions } from '../use-shortcuts.ts';
import { possibleViews, shownView, showView } from '../views.ts';

/** What only has a button. */
export const BUTTONS = [
  'rehearse',
  'publish',
  'problems',
  'settings',
  'lane',
  'aside',
  'tour',
  'view-canvas',
  'view-both',
  'view-outline',
  'print',
  'zoom-in',
  'zoom-out',
  'actual-size',
] as const;
export type ButtonId = (typeof BUTTONS)[number];

export interface FindAction {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly name:
    | { readonly of: 'shortcut'; readonly id: ShortcutId }
    | { readonly of: 'button'; readonly id: ButtonId }
    | { readonly of: 'arrangement'; readonly id: Arrangement }
    | { readonly of: 'language'; readonly id: (typeof SCREEN_LANGUAGES)[number] }
    | { readonly of: 'theme'; readonly id: ThemeChoice };
  readonly keys?: string;
  readonly perform: () => unknown;
}

/** What can be done now: what would do nothing is left out. */
export function findActions(editor: Editor): FindAction[] {
  return [...ofButtons(editor), ...ofShortcuts(editor), ...ofArrangements(editor), ...ofScreen()];
}

/** Meaningless while a dialog is open, or the search itself. */
const NOT_HERE: ReadonlySet<ShortcutId> = new Set(['find', 'escape', 'menu']);

const ICONS: Partial<Record<ShortcutId, LucideIcon>> = {
  shortcuts: Keyboard,
  undo: Undo2,
  redo: Redo2,
  view: Columns2,
  'select-all': SquareDashedMousePointer,
  'fit-selection': ZoomIn,
  write: Pencil,
  fit: Maximize,
  'pan-tool': Hand,
  'select-tool': MousePointer2,
};

function ofShortcuts(editor: Editor): FindAction[] {
  const actions = shortcutActions(editor);
  return SHORTCUTS.flatMap((shortcut): FindAction[] => {
    const { id, keys, reads, command }: Shortcut & { readonly id: ShortcutId } = shortcut;
    if (NOT_HERE.has(id) || (editor.isReadOnly && !reads) || !isPossible(editor, id)) return [];
    const icon = command?.icon ?? ICONS[id] ?? Keyboard;
    const [first] = keys;
    return [
      {
        id: `action:${id}`,
        icon,
        name: { of: 'shortcut', id },
        ...(first === undefined ? {} : { keys: first }),
        perform: actions[id],
      },
    ];
  });
}

function isPossible({ store }: Editor, id: ShortcutId): boolean {
  const { document, selection, history } = store.state.getState();
  const can = (command: Command<null>) => command.enabled({ document, selection, kinds: store.kinds }, null);
  if (id === 'undo') return history.past.length > 0;
  if (id === 'redo') return history.future.length > 0;
  if (id === 'delete') return can(deleteSelection);
  if (id === 'duplicate') return can(duplicate);
  if (id === 'fit-selection') return !isEmpty(selection);
  if (id === 'write') return onlyNode(selection) !== undefined;
  return id !== 'tidy' || can(tidyLayout);
}

function ofButtons(editor: Editor): FindAction[] {
  const { panels, canvas, isReadOnly, store } = editor;
  const { rehearsal, problems, lane, settings } = panels.getState();
  const all: Record<ButtonId, { icon: LucideIcon; isOffered: boolean; perform: () => unknown }> = {
    rehearse: {
      icon: MessagesSquare,
      isOffered: !rehearsal,
      perform: () => panels.setState({ rehearsal: true }),
    },
    publish: {
      icon: Rocket,
      isOffered: !isReadOnly,
      perform: () => panels.setState({ publication: true }),
    },
    problems: { icon: ListX, isOffered: !problems, perform: () => panels.setState({ problems: true }) },
    settings: {
      icon: Settings2,
      isOffered: !settings,
      perform() {
        store.select(NOTHING_SELECTED);
        panels.setState({ settings: true });
      },
    },
    lane: { icon: AtAnyTime, isOffered: !lane, perform: () => panels.setState({ lane: true }) },
    aside: { icon: Archive, isOffered: true, perform: () => panels.setState({ dialog: 'aside' }) },
    tour: { icon: Compass, isOffered: true, perform: () => panels.setState({ tour: 0 }) },
    'view-canvas': viewButton(editor, 'canvas', Workflow),
    'view-both': viewButton(editor, 'both', Columns2),
    'view-outline': viewButton(editor, 'outline', ListTree),
    print: { icon: Printer, isOffered: true, perform: () => void printFlow() },
    'zoom-in': { icon: ZoomIn, isOffered: true, perform: () => canvas.current?.zoomIn({ duration: 120 }) },
    'zoom-out': { icon: ZoomOut, isOffered: true, perform: () => canvas.current?.zoomOut({ duration: 120 }) },
    'actual-size': {
      icon: Scan,
      isOffered: true,
      perform: () => canvas.current?.zoomTo(1, { duration: 120 }),
    },
  };
  return BUTTONS.filter((id) => all[id].isOffered).map((id) => ({
    id: `action:${id}`,
    icon: all[id].icon,
    name: { of: 'button', id },
    perform: all[id].perform,
  }));
}

function ofArrangements(editor: Editor): FindAction[] {
  return ARRANGEMENTS.filter((id) => canArrange(editor, id)).map((id) => ({
    id: `action:arrange-${id}`,
    icon: ARRANGEMENT_ICONS[id],
    name: { of: 'arrangement', id },
    perform: () => arrange(editor, id),
  }));
}

function viewButton(editor: Editor, view: EditorView, icon: LucideIcon) {
  const isOffered = shownView(editor) !== view && possibleViews().includes(view);
  return { icon, isOffered, perform: () => showView(editor, view) };
}

const THEME_ICONS: Record<ThemeChoice, LucideIcon> = { system: Monitor, light: Sun, dark: Moon };

function ofScreen(): FindAction[] {
  return [
    ...SCREEN_LANGUAGES.filter((id) => id !== currentLanguage()).map(
      (id): FindAction => ({
        id: `language:${id}`,
        icon: Languages,
        name: { of: 'language', id },
        perform: () => void switchLanguage(id),
      }),
    ),
    ...THEME_CHOICES.filter((id) => id !== currentTheme()).map(
      (id): FindAction => ({
        id: `theme:${id}`,
        icon: THEME_ICONS[id],
        name: { of: 'theme', id },
        perform: () => setTheme(id),
      }),
    ),
  ];
}
