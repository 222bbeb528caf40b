/** The flow's name, changed in place: Enter or leaving the field keeps it, Escape does not. */
import { useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { editSettings } from '../commands/edit-settings.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { editorMessages } from '../messages.ts';

const LONGEST_NAME = 120;

export function FlowName() {
  const { store, isReadOnly } = useEditor();
  const t = useMessages(editorMessages);
  const name = useDocumentState(({ document }) => document.name);
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    if (typed !== null) store.run(editSettings, { name: typed });
    setTyped(null);
  };
  return (
    // The invisible text gives the field the width of what is in it.
    <span className="relative inline-grid max-w-80 min-w-0 items-center">
      <span
        aria-hidden
        className="invisible col-start-1 row-start-1 overflow-hidden px-2 text-base font-semibold whitespace-pre"
      >
        {typed ?? name}
      </span>
      <input
        aria-label={t.flowName}
        value={typed ?? name}
        readOnly={isReadOnly}
        maxLength={LONGEST_NAME}
        size={1}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key !== 'Escape') return;
          setTyped(null);
          event.stopPropagation();
        }}
        className="press-motion col-start-1 row-start-1 h-8 w-full min-w-12 truncate rounded-md bg-transparent px-2 text-base font-semibold hover:bg-hover focus:bg-card"
      />
    </span>
  );
}
