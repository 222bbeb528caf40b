/** The name of the flow while it is typed: one change when it is kept, none when it is given up. */
import { useState } from 'react';
import { editSettings } from '../commands/edit-settings.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';

export const LONGEST_NAME = 120;

export function useTypedName() {
  const { store } = useEditor();
  const name = useDocumentState(({ document }) => document.name);
  const [typed, setTyped] = useState<string | null>(null);
  const giveUp = () => setTyped(null);
  return {
    shown: typed ?? name,
    type: setTyped,
    keep() {
      if (typed !== null) store.run(editSettings, { name: typed });
      giveUp();
    },
    giveUp,
  };
}
