/** The flow’s name: the heading of the page, and a field that changes it. Enter or leaving the field keeps what was typed, Escape does not. */
import { useMessages } from '../../i18n/use-messages.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { LONGEST_NAME, useTypedName } from '../flow-settings/use-typed-name.ts';
import { editorMessages } from '../messages.ts';

/** The page's heading, for whoever goes by headings: a field is none. */
export function FlowHeading() {
  const t = useMessages(editorMessages);
  const name = useDocumentState(({ document }) => document.name.trim());
  return <h1 className="sr-only">{name || t.canvas.label}</h1>;
}

export function FlowName() {
  const { isReadOnly } = useEditor();
  const t = useMessages(editorMessages);
  const name = useTypedName();
  return (
    // The invisible text gives the field the width of what is in it.
    <span className="relative inline-grid max-w-80 min-w-0 items-center">
      <span
        aria-hidden
        className="invisible col-start-1 row-start-1 overflow-hidden px-2 text-base font-semibold whitespace-pre"
      >
        {name.shown}
      </span>
      <input
        aria-label={t.flowName}
        value={name.shown}
        readOnly={isReadOnly}
        maxLength={LONGEST_NAME}
        size={1}
        onChange={(event) => name.type(event.target.value)}
        onBlur={name.keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key !== 'Escape') return;
          name.giveUp();
          event.stopPropagation();
        }}
        className="press-motion col-start-1 row-start-1 h-8 w-full min-w-12 truncate rounded-md bg-transparent px-2 text-base font-semibold hover:bg-hover focus:bg-card"
      />
    </span>
  );
}
