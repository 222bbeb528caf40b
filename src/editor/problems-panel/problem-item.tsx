/** One problem: what, why, what to do, its fix when there is one; pressed, it leads to where it is. */
import type { Problem } from '../../flow/problem.ts';
import { Button } from '../../ui/button.tsx';
import { SeverityIcon } from '../canvas/card-frame.tsx';
import { useDocumentState } from '../editor-context.ts';
import { problemKey } from './problem-key.ts';
import { useProblemWords } from './problem-words.ts';
import { useFix } from './use-fix.ts';

export interface ProblemItemProps {
  readonly problem: Problem;
  /** Absent where one is already. */
  readonly onShow?: () => void;
}

export function ProblemItem({ problem, onShow }: ProblemItemProps) {
  const say = useProblemWords();
  const fixOf = useFix();
  const document = useDocumentState((state) => state.document);
  const { what, todo } = say(problem, document);
  const fix = fixOf(problem, document);
  return (
    <div className="flex gap-2.5 text-sm" data-problem={problemKey(problem)}>
      <SeverityIcon severity={problem.severity} className="mt-px" />
      <div className="min-w-0 flex-1">
        {onShow ? (
          <button
            type="button"
            data-row
            onClick={onShow}
            className="press-motion -mx-1 cursor-pointer rounded-sm px-1 text-left font-medium hover:bg-hover pointer-coarse:min-h-11"
          >
            {what}
          </button>
        ) : (
          <p className="font-medium">{what}</p>
        )}
        {todo !== '' && <p className="mt-0.5 text-muted">{todo}</p>}
        {fix && (
          <Button size="small" className="mt-2" onPress={fix.onPress}>
            {fix.label}
          </Button>
        )}
      </div>
    </div>
  );
}
