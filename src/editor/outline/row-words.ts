/** How ways out are worded, and where a row keeps what names it. */
import type { HTMLAttributes } from 'react';
import type { FlowNode } from '../../flow/document.ts';
import type { Exit } from '../../flow/kind.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { useDocumentState } from '../editor-context.ts';
import { outlineMessages } from './messages.ts';
import type { OutlineRow } from './outline-rows.ts';

/** Ids of elements inside a row. */
export const nameOf = (row: string) => `outline-${row}-name`;
export const summaryOf = (row: string) => `outline-${row}-summary`;

/** A caller's own words are told as such; the others read as they are. */
export function useExitWords(): (node: FlowNode, exit: Exit) => string {
  const t = useMessages(outlineMessages);
  const names = useKindNames();
  return (node, exit) => {
    const name = names.exit(node, exit);
    return exit.because === 'caller-chose' ? t.says(name) : name;
  };
}

/** The row is heard by the name inside it, and described by the line below. */
export function useRowAttributes(row: OutlineRow): HTMLAttributes<HTMLDivElement> {
  const isSelected = useDocumentState(
    ({ selection }) => row.type === 'step' && selection.nodes.has(row.node),
  );
  return {
    'aria-label': undefined,
    'aria-labelledby': nameOf(row.id),
    'aria-describedby': row.type === 'step' ? summaryOf(row.id) : undefined,
    'aria-current': isSelected || undefined,
  };
}
