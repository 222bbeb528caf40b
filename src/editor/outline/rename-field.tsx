/** The name of a step, written in its row: Enter or leaving the field keeps it, Escape does not. */
import { useRef } from 'react';
import type { FlowNode } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { renameStep } from '../commands/rename-step.ts';
import { useEditor } from '../editor-context.ts';
import { outlineMessages } from './messages.ts';
import { useOutlineView } from './outline-context.ts';
import { rowOfStep } from './outline-rows.ts';

interface RenameFieldProps {
  readonly node: FlowNode;
  readonly number: number;
}

export function RenameField({ node, number }: RenameFieldProps) {
  const { store } = useEditor();
  const { asked, tree } = useOutlineView();
  const t = useMessages(outlineMessages);
  const names = useKindNames();
  const isGivenUp = useRef(false);
  const leave = () => {
    // Leaving the field keeps what is in it.
    tree.current?.focus(rowOfStep(node.id));
    asked.setState({ renaming: null });
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the field opens because the person asked for it, to type
      autoFocus
      aria-label={t.renameField(number)}
      placeholder={names.kind(node.kind)}
      defaultValue={node.title ?? ''}
      maxLength={120}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => {
        const title = event.currentTarget.value;
        if (!isGivenUp.current && title !== (node.title ?? ''))
          store.run(renameStep, { node: node.id, title });
        asked.setState(({ renaming }) => ({ renaming: renaming === node.id ? null : renaming }));
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        isGivenUp.current = event.key === 'Escape';
        leave();
      }}
      className="h-8 min-w-0 flex-1 rounded-md border border-field bg-card px-2 text-base font-medium"
    />
  );
}
