/** What is worth a look before publishing, each leading to where it is mended. */
import { useStore } from 'zustand';
import type { Problem } from '../../flow/problem.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { useEditor } from '../editor-context.ts';
import { goToProblem } from '../problems-panel/go-to-problem.ts';
import { ProblemItem } from '../problems-panel/problem-item.tsx';
import { problemKey } from '../problems-panel/problem-key.ts';
import { publishMessages } from './messages.ts';

export function WarningsList() {
  const editor = useEditor();
  const t = useMessages(publishMessages);
  const warnings = useStore(editor.problems.state).filter(({ severity }) => severity === 'warning');
  if (warnings.length === 0) return null;
  const show = (problem: Problem) => {
    editor.panels.setState({ publication: false });
    if (!goToProblem(editor, problem)) editor.panels.setState({ problems: true });
  };
  return (
    <Disclosure title={t.seeWarnings(warnings.length)}>
      <ul className="flex flex-col gap-3 pt-2">
        {warnings.map((problem) => (
          <li key={problemKey(problem)}>
            <ProblemItem problem={problem} onShow={() => show(problem)} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
