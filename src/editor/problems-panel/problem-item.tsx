/** One problem: what, why, what to do, and its fix when there is one. */
import type { FlowDocument } from '../../flow/document.ts';
import type { Problem } from '../../flow/problem.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { Button } from '../../ui/button.tsx';
import { SeverityIcon } from '../canvas/card-frame.tsx';
import { keepInView } from '../canvas/viewport.ts';
import { findCommand } from '../commands/registry.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { useBlockWords } from '../palette/block-words.ts';
import { panelMessages } from './messages.ts';
import { useProblemWords } from './problem-words.ts';
import { type QuickFix, quickFix } from './quick-fix.ts';

export function ProblemItem({ problem }: { readonly problem: Problem }) {
  const editor = useEditor();
  const say = useProblemWords();
  const document = useDocumentState((state) => state.document);
  const { what, todo } = say(problem, document);
  const fix = quickFix(problem, document);
  const command = fix && findCommand(fix.command);
  const words = useFixWords();
  const press = () => {
    if (!command || !editor.store.run(command, fix.args)) return;
    if (fix.leadsTo) keepInView(editor, [...editor.store.state.getState().selection.nodes]);
  };
  return (
    <div className="flex gap-2.5 text-sm">
      <SeverityIcon severity={problem.severity} className="mt-px" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{what}</p>
        {todo !== '' && <p className="mt-0.5 text-muted">{todo}</p>}
        {command && !editor.isReadOnly && (
          <Button size="small" className="mt-2" onPress={press}>
            {words(fix, document)}
          </Button>
        )}
      </div>
    </div>
  );
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
