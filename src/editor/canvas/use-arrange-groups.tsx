/** The rows of a menu that bring several steps into line. */
import { useMessages } from '../../i18n/use-messages.ts';
import type { MenuAction } from '../../ui/menu.tsx';
import { ALIGNMENTS } from '../commands/align-steps.ts';
import { useEditor } from '../editor-context.ts';
import { editorMessages } from '../messages.ts';
import { ARRANGEMENT_ICONS, type Arrangement, arrange, canArrange, SPACINGS } from './arrangements.ts';

export interface ArrangeGroup {
  readonly id: string;
  readonly actions: readonly MenuAction[];
}

/** What cannot be done yet is shown, but cannot be chosen: spacing needs three. */
export function useArrangeGroups(): () => ArrangeGroup[] {
  const editor = useEditor();
  const { several } = useMessages(editorMessages);
  const row = (way: Arrangement): MenuAction => {
    const Icon = ARRANGEMENT_ICONS[way];
    return {
      id: way,
      label: several[way],
      icon: <Icon />,
      isDisabled: !canArrange(editor, way),
      onAction: () => arrange(editor, way),
    };
  };
  return () => [
    { id: 'align', actions: ALIGNMENTS.map(row) },
    { id: 'space', actions: SPACINGS.map(row) },
  ];
}
