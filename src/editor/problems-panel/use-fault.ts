/** A problem as it stands below the field that it is about. */
import type { FlowDocument } from '../../flow/document.ts';
import type { Problem, Severity } from '../../flow/problem.ts';
import type { FaultTone, FieldFault } from '../../ui/field-hint.tsx';
import { problemKey } from './problem-key.ts';
import { useProblemWords } from './problem-words.ts';
import { useFix } from './use-fix.ts';

const TONES: Record<Severity, FaultTone> = { error: 'danger', warning: 'warning', hint: 'hint' };

export function useFault(): (problem: Problem | undefined, document: FlowDocument) => FieldFault | undefined {
  const say = useProblemWords();
  const fixOf = useFix();
  return (problem, document) => {
    if (!problem) return undefined;
    const { what, todo } = say(problem, document);
    const action = fixOf(problem, document);
    return {
      id: problemKey(problem),
      text: what,
      more: todo,
      tone: TONES[problem.severity],
      ...(action ? { action } : {}),
    };
  };
}
