/** What can be done with a link, and with a place of the canvas where nothing is. */
import {
  ClipboardPaste,
  Maximize,
  Plus,
  SquareDashedMousePointer,
  Unlink,
  Wand2,
  ZoomIn,
} from 'lucide-react';
import { useMessages } from '../../i18n/use-messages.ts';
import type { MenuGroup } from '../../ui/menu.tsx';
import { clipboardMessages } from '../clipboard/messages.ts';
import { requestPaste } from '../clipboard/request-paste.ts';
import { useActionName } from '../commands/action-name.ts';
import { disconnect } from '../commands/disconnect.ts';
import { tidyLayout } from '../commands/tidy-layout.ts';
import { useEditor } from '../editor-context.ts';
import { keyNames } from '../key-names.ts';
import { editorMessages } from '../messages.ts';
import type { MenuRequest } from '../store/panels.ts';
import { shortcutActions } from '../use-shortcuts.ts';
import { useCan, when } from './menu-actions.ts';
import { offerStepHere, offerStepOn } from './offer-step.ts';
import { fitAll, fitSelection } from './viewport.ts';

export function useLinkGroups() {
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

export function useCanvasGroups() {
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
