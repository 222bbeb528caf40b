/** One problem: what, why, what to do, and its fix when there is one. */
import type { Problem } from '../../flow/problem.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { SeverityIcon } from '../canvas/card-frame.tsx';
import { findCommand } from '../commands/registry.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { problemMessages, useProblemWords } from './problem-words.ts';

export function ProblemItem({ problem }: { readonly problem: Problem }) {
  const { store, isReadOnly } = useEditor();
  const t = useMessages(problemMessages);
  const say = useProblemWords();
  const document = useDocumentState((state) => state.document);
  const { what, todo } = say(problem, document);
  const command = problem.fix && findCommand(problem.fix.command);
  return (
    <div className="flex gap-2.5 text-sm">
      <SeverityIcon severity={problem.severity} className="mt-px" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{what}</p>
        {todo !== '' && <p className="mt-0.5 text-muted">{todo}</p>}
        {command && !isReadOnly && (
          <Button size="small" className="mt-2" onPress={() => store.run(command, problem.fix?.args)}>
            {t.fix}
          </Button>
        )}
      </div>
    </div>
  );
}
