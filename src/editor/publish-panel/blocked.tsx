/** The errors that stand in the way, each with the step where it is mended. */
import { useStore } from 'zustand';
import type { Problem } from '../../flow/problem.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { Button } from '../../ui/button.tsx';
import { SeverityIcon } from '../canvas/card-frame.tsx';
import { centreOn } from '../canvas/viewport.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { useProblemWords } from '../problems-panel/problem-words.ts';
import { selectNodes } from '../store/selection.ts';
import { publishMessages } from './messages.ts';

export function Blocked() {
  const { problems } = useEditor();
  const t = useMessages(publishMessages);
  const errors = useStore(problems.state).filter(({ severity }) => severity === 'error');
  return (
    <>
      <p className="mb-3 text-base">{t.blocked(errors.length)}</p>
      <ul className="flex flex-col divide-y divide-line rounded-lg border border-line">
        {errors.map((problem) => (
          <Row key={`${problem.code} ${JSON.stringify(problem.at)}`} problem={problem} />
        ))}
      </ul>
    </>
  );
}

function Row({ problem }: { readonly problem: Problem }) {
  const editor = useEditor();
  const t = useMessages(publishMessages);
  const names = useKindNames();
  const say = useProblemWords();
  const document = useDocumentState((state) => state.document);
  const node = problem.at.node === undefined ? undefined : document.nodes[problem.at.node];
  const show = () => {
    editor.panels.setState({ publication: false });
    if (!node) return editor.panels.setState({ problems: true });
    editor.store.select(selectNodes(node.id));
    centreOn(editor, node.id);
  };
  return (
    <li className="flex items-center gap-3 px-3 py-2.5 text-sm">
      <SeverityIcon severity={problem.severity} />
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{say(problem, document).what}</span>
        {node && <span className="block truncate text-muted">{names.step(node)}</span>}
      </span>
      <Button size="small" onPress={show}>
        {t.show}
      </Button>
    </li>
  );
}
