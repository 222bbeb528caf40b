/** The errors that stand in the way, each with the step where it is mended. */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Problem } from '../../flow/problem.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { Button } from '../../ui/button.tsx';
import { SeverityIcon } from '../canvas/card-frame.tsx';
import { centreOn } from '../canvas/viewport.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { useProblemWords } from '../problems-panel/problem-words.ts';
import { useFix } from '../problems-panel/use-fix.ts';
import { selectNodes } from '../store/selection.ts';
import { publishMessages } from './messages.ts';

export function Blocked({ onMended }: { readonly onMended: () => void }) {
  const { problems } = useEditor();
  const t = useMessages(publishMessages);
  const errors = useStore(problems.state).filter(({ severity }) => severity === 'error');
  const count = errors.length;
  const former = useRef(count);
  useEffect(() => {
    // What only the server found is not mended here, so that it is not asked again and again.
    if (former.current > 0 && count === 0) onMended();
    former.current = count;
  }, [count, onMended]);
  return (
    <>
      <p className="mb-3 text-base">{t.blocked(count)}</p>
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
  const { what, todo } = say(problem, document);
  const fix = useFix()(problem, document);
  const node = problem.at.node === undefined ? undefined : document.nodes[problem.at.node];
  const show = () => {
    editor.panels.setState({ publication: false });
    if (!node) return editor.panels.setState({ problems: true });
    editor.store.select(selectNodes(node.id));
    centreOn(editor, node.id);
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2.5 text-sm">
      <SeverityIcon severity={problem.severity} />
      <div className="min-w-0 flex-[1_1_14rem]">
        <p className="font-medium">{what}</p>
        {node && <p className="truncate text-muted">{names.step(node)}</p>}
        {todo !== '' && <p className="mt-0.5 text-muted">{todo}</p>}
      </div>
      <div className="flex flex-wrap gap-2">
        {fix && (
          <Button size="small" variant="primary" onPress={fix.onPress}>
            {fix.label}
          </Button>
        )}
        <Button size="small" onPress={show}>
          {t.show}
        </Button>
      </div>
    </li>
  );
}
