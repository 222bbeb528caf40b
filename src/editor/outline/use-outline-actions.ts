/** The actions of the outline for its components; what cannot be done is told, not shown. */
import { useMemo } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { announce } from '../../ui/live-region.tsx';
import { useEditor } from '../editor-context.ts';
import { outlineMessages } from './messages.ts';
import { type OutlineActions, outlineActions, type Refusal } from './outline-actions.ts';
import { useOutlineView } from './outline-context.ts';

export function useOutlineActions(): OutlineActions {
  const editor = useEditor();
  const view = useOutlineView();
  const t = useMessages(outlineMessages);
  return useMemo(() => {
    const actions = outlineActions(editor, view);
    const told = (refusal: Refusal | undefined) => {
      if (refusal) announce(t.said[refusal]);
      return refusal;
    };
    return {
      ...actions,
      add: (row) => told(actions.add(row)),
      connect: (row) => told(actions.connect(row)),
      remove: (row) => told(actions.remove(row)),
    };
  }, [editor, view, t]);
}
