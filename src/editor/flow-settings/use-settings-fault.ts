/** The gravest problem of the flow that a field of its settings is about. */
import { useStore } from 'zustand';
import type { Problem } from '../../flow/problem.ts';
import type { FieldFault } from '../../ui/field-hint.tsx';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { useFault } from '../problems-panel/use-fault.ts';

export function useSettingsFault(): (isMine: (problem: Problem) => boolean) => FieldFault | undefined {
  const { problems } = useEditor();
  const found = useStore(problems.state);
  const document = useDocumentState((state) => state.document);
  const faultOf = useFault();
  return (isMine) =>
    faultOf(
      found.find((problem) => problem.at.node === undefined && isMine(problem)),
      document,
    );
}
