/** The fix of a problem as a button: what it says, and what it does. */
import type { FlowDocument } from '../../flow/document.ts';
import type { Problem } from '../../flow/problem.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { keepInView } from '../canvas/viewport.ts';
import { findCommand } from '../commands/registry.ts';
import { useEditor } from '../editor-context.ts';
import { useBlockWords } from '../palette/block-words.ts';
import { panelMessages } from './messages.ts';
import { type QuickFix, quickFix } from './quick-fix.ts';

export interface OfferedFix {
  readonly label: string;
  readonly onPress: () => void;
}

/** Undefined where nothing can be mended with one press, or nothing may be changed. */
export function useFix(): (problem: Problem, document: FlowDocument) => OfferedFix | undefined {
  const editor = useEditor();
  const words = useFixWords();
  return (problem, document) => {
    const fix = editor.isReadOnly ? undefined : quickFix(problem, document);
    const command = fix && findCommand(fix.command);
    if (!fix || !command) return undefined;
    return {
      label: words(fix, document),
      onPress() {
        if (!editor.store.run(command, fix.args)) return;
        if (fix.leadsTo) keepInView(editor, [...editor.store.state.getState().selection.nodes]);
      },
    };
  };
}

/** What the button says: where it leads when it makes a link. */
export function useFixWords(): (fix: QuickFix, document: FlowDocument) => string {
  const t = useMessages(panelMessages);
  const names = useKindNames();
  const block = useBlockWords();
  return ({ leadsTo }, { nodes }) => {
    if (!leadsTo) return t.fix;
    if ('block' in leadsTo) return t.leadToBlock(block(leadsTo.block).name);
    const step = nodes[leadsTo.step];
    return step ? t.leadToStep(names.step(step)) : t.fix;
  };
}
