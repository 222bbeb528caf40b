/** What can be done with the step that the menu was opened on, and with those selected with it. */
import {
  AlignLeft,
  ChevronsDownUp,
  ChevronsUpDown,
  Copy,
  CopyPlus,
  Group,
  Pencil,
  Play,
  Plus,
  Scissors,
  TextCursorInput,
  Trash2,
  Wand2,
  ZoomIn,
} from 'lucide-react';
import { useMessages } from '../../i18n/use-messages.ts';
import type { MenuGroup } from '../../ui/menu.tsx';
import { requestCopy } from '../clipboard/copy-steps.ts';
import { clipboardMessages } from '../clipboard/messages.ts';
import { useActionName } from '../commands/action-name.ts';
import { deletable, deleteSelection } from '../commands/delete-selection.ts';
import { freeExit } from '../commands/drawing.ts';
import { duplicate } from '../commands/duplicate.ts';
import { makeSection } from '../commands/make-section.ts';
import { tidySelection } from '../commands/tidy-selection.ts';
import { useEditor } from '../editor-context.ts';
import { keyNames } from '../key-names.ts';
import { editorMessages } from '../messages.ts';
import { playMessages } from '../play-from-here/messages.ts';
import { canPlayFrom, playFrom } from '../play-from-here/play-from-here.ts';
import type { MenuRequest } from '../store/panels.ts';
import { tidySelected } from '../tidy/tidy-up.ts';
import { canArrange } from './arrangements.ts';
import { hasWords, writeOnCard } from './inline-field.tsx';
import { useCan, when } from './menu-actions.ts';
import { offerStep } from './offer-step.ts';
import { useArrangeGroups } from './use-arrange-groups.tsx';
import { fitSelection } from './viewport.ts';

export function useStepGroups() {
  const editor = useEditor();
  const { store, view, isReadOnly } = editor;
  const t = useMessages(editorMessages);
  const words = useMessages(clipboardMessages);
  const play = useMessages(playMessages);
  const say = useActionName();
  const can = useCan();
  const arrangements = useArrangeGroups();
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
          ...when(isOne && canPlayFrom(document, store.kinds, id), {
            id: 'play',
            label: play.playFromHere,
            icon: <Play />,
            onAction: () => playFrom(editor, id),
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
          ...(canArrange(editor, 'left')
            ? [{ id: 'align', label: t.several.align, icon: <AlignLeft />, groups: arrangements() }]
            : []),
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
            onAction: () => void tidySelected(editor),
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
