/** The menu of a step, a link or the canvas: everything that also has a key, for mice and fingers. */
import {
  ChevronsDownUp,
  ChevronsUpDown,
  ClipboardPaste,
  Copy,
  CopyPlus,
  Group,
  Maximize,
  Pencil,
  Plus,
  Scissors,
  SquareDashedMousePointer,
  TextCursorInput,
  Trash2,
  Unlink,
  Wand2,
  ZoomIn,
} from 'lucide-react';
import { useMessages } from '../../i18n/use-messages.ts';
import { ContextMenu } from '../../ui/context-menu.tsx';
import type { MenuAction, MenuGroup } from '../../ui/menu.tsx';
import { requestCopy } from '../clipboard/copy-steps.ts';
import { clipboardMessages } from '../clipboard/messages.ts';
import { requestPaste } from '../clipboard/request-paste.ts';
import { useActionName } from '../commands/action-name.ts';
import type { Command } from '../commands/command.ts';
import { deletable, deleteSelection } from '../commands/delete-selection.ts';
import { disconnect } from '../commands/disconnect.ts';
import { freeExit } from '../commands/drawing.ts';
import { duplicate } from '../commands/duplicate.ts';
import { makeSection } from '../commands/make-section.ts';
import { tidyLayout } from '../commands/tidy-layout.ts';
import { tidySelection } from '../commands/tidy-selection.ts';
import { useEditor, usePanel } from '../editor-context.ts';
import { keyNames } from '../key-names.ts';
import { editorMessages } from '../messages.ts';
import type { MenuRequest } from '../store/panels.ts';
import { shortcutActions } from '../use-shortcuts.ts';
import { hasWords, writeOnCard } from './inline-field.tsx';
import { offerStep, offerStepHere, offerStepOn } from './offer-step.ts';
import { fitAll, fitSelection } from './viewport.ts';

export function CanvasMenu() {
  const { panels } = useEditor();
  const request = usePanel(({ menu }) => menu);
  const t = useMessages(editorMessages);
  const groupsFor = useMenuGroups();
  if (!request) return null;
  return (
    <ContextMenu
      label={t.menu.label}
      at={request.at}
      groups={groupsFor(request).filter(({ actions }) => actions.length > 0)}
      onClose={() => panels.setState({ menu: null })}
    />
  );
}

function useMenuGroups(): (request: MenuRequest) => MenuGroup[] {
  const groupsOfStep = useStepGroups();
  const groupsOfLink = useLinkGroups();
  const groupsOfCanvas = useCanvasGroups();
  return ({ on, at }) => {
    if (on.type === 'step') return groupsOfStep(on);
    return on.type === 'link' ? groupsOfLink(on) : groupsOfCanvas(at);
  };
}

/** What can be done now; in a flow that may only be looked at, nothing that changes it. */
function useCan() {
  const { store, isReadOnly } = useEditor();
  return (command: Command<null>) => {
    const { document } = store.state.getState();
    return !isReadOnly && command.enabled({ document, selection: store.chosen(), kinds: store.kinds }, null);
  };
}

function useStepGroups() {
  const editor = useEditor();
  const { store, view, isReadOnly } = editor;
  const t = useMessages(editorMessages);
  const words = useMessages(clipboardMessages);
  const say = useActionName();
  const can = useCan();
  return ({ node: id }: Extract<MenuRequest['on'], { type: 'step' }>): MenuGroup[] => {
    const { document, selection } = store.state.getState();
    const node = document.nodes[id];
    if (!node) return [];
    const isOne = selection.nodes.size === 1;
    const isSection = store.kinds.get(node.kind)?.gathers === true;
    const exit = isOne ? freeExit(document, store.kinds, id) : undefined;
    const count = deletable({ document, selection: store.chosen(), kinds: store.kinds }).length;
    const folded = view.isFolded(id);
    const hasSteps = Object.values(document.nodes).some(({ section }) => section === id);
    return [
      {
        id: 'step',
        actions: [
          ...when(!isReadOnly && exit !== undefined, {
            id: 'next',
            label: t.addNext,
            icon: <Plus />,
            onAction: () => exit !== undefined && offerStep(editor, { node: id, exit }),
          }),
          ...when(!isReadOnly && isOne, {
            id: 'rename',
            label: t.rename,
            icon: <Pencil />,
            keys: keyNames('F2'),
            onAction: () => writeOnCard(editor, node, 'title'),
          }),
          ...when(!isReadOnly && isOne && hasWords(node), {
            id: 'write',
            label: t.menu.write,
            icon: <TextCursorInput />,
            onAction: () => writeOnCard(editor, node, 'words'),
          }),
          ...when(isOne && isSection && hasSteps, {
            id: 'fold',
            label: folded ? t.section.unfold : t.section.fold,
            icon: folded ? <ChevronsUpDown /> : <ChevronsDownUp />,
            onAction: () => view.fold([id], !folded),
          }),
          ...when(can(makeSection), {
            id: 'section',
            label: say({ key: makeSection.label }),
            icon: <Group />,
            onAction: () => store.run(makeSection, null),
          }),
          ...when(can(tidySelection), {
            id: 'tidy',
            label: say({ key: tidySelection.label }),
            icon: <Wand2 />,
            onAction: () => store.run(tidySelection, null),
          }),
          ...when(true, {
            id: 'zoom',
            label: t.bar.fitSelection,
            icon: <ZoomIn />,
            keys: keyNames('z'),
            onAction: () => fitSelection(editor),
          }),
        ],
      },
      {
        id: 'clipboard',
        actions: [
          ...when(true, {
            id: 'copy',
            label: words.copyMany(store.chosen().nodes.size),
            icon: <Copy />,
            keys: keyNames('mod+c'),
            onAction: () => requestCopy(editor, 'copy', words),
          }),
          ...when(!isReadOnly && count > 0, {
            id: 'cut',
            label: say({ key: 'cut', count }),
            icon: <Scissors />,
            keys: keyNames('mod+x'),
            onAction: () => requestCopy(editor, 'cut', words),
          }),
          ...when(can(duplicate), {
            id: 'duplicate',
            label: say({ key: 'duplicate', count }),
            icon: <CopyPlus />,
            keys: keyNames('mod+d'),
            onAction: () => store.run(duplicate, null),
          }),
        ],
      },
      {
        id: 'delete',
        actions: when(!isReadOnly && count > 0, {
          id: 'delete',
          label: say({ key: 'delete-selection', count }),
          icon: <Trash2 />,
          isDanger: true,
          onAction: () => store.run(deleteSelection, null),
        }),
      },
    ];
  };
}

function useLinkGroups() {
  const editor = useEditor();
  const t = useMessages(editorMessages);
  return ({ edge }: Extract<MenuRequest['on'], { type: 'link' }>): MenuGroup[] => [
    {
      id: 'link',
      actions: [
        ...when(!editor.isReadOnly, {
          id: 'insert',
          label: t.insertHere,
          icon: <Plus />,
          onAction: () => offerStepOn(editor, edge),
        }),
        ...when(true, {
          id: 'zoom',
          label: t.bar.fitSelection,
          icon: <ZoomIn />,
          keys: keyNames('z'),
          onAction: () => fitSelection(editor),
        }),
        ...when(!editor.isReadOnly, {
          id: 'remove',
          label: t.removeLink,
          icon: <Unlink />,
          isDanger: true,
          onAction: () => editor.store.run(disconnect, { edge }),
        }),
      ],
    },
  ];
}

function useCanvasGroups() {
  const editor = useEditor();
  const t = useMessages(editorMessages);
  const words = useMessages(clipboardMessages);
  const say = useActionName();
  const can = useCan();
  return (at: MenuRequest['at']): MenuGroup[] => [
    {
      id: 'here',
      actions: [
        ...when(!editor.isReadOnly, {
          id: 'add',
          label: t.insertHere,
          icon: <Plus />,
          keys: keyNames('a'),
          onAction: () => offerStepHere(editor, at),
        }),
        ...when(!editor.isReadOnly, {
          id: 'paste',
          label: t.menu.pasteHere,
          icon: <ClipboardPaste />,
          keys: keyNames('mod+v'),
          onAction: () => void requestPaste(editor, at, words),
        }),
      ],
    },
    {
      id: 'all',
      actions: [
        ...when(true, {
          id: 'select-all',
          label: t.menu.selectAll,
          icon: <SquareDashedMousePointer />,
          keys: keyNames('mod+a'),
          onAction: () => shortcutActions(editor)['select-all'](),
        }),
        ...when(true, {
          id: 'fit',
          label: t.bar.fit,
          icon: <Maximize />,
          keys: keyNames('f'),
          onAction: () => fitAll(editor),
        }),
        ...when(can(tidyLayout), {
          id: 'tidy',
          label: say({ key: tidyLayout.label }),
          icon: <Wand2 />,
          keys: keyNames('shift+t'),
          onAction: () => shortcutActions(editor).tidy(),
        }),
      ],
    },
  ];
}

function when(isOffered: boolean, action: MenuAction): MenuAction[] {
  return isOffered ? [action] : [];
}
