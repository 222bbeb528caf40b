/** What kept tests and the conversation at hand have tried of the drawing; and the rest, on the drawing itself. */
import { useDeferredValue, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { type Coverage, coverageOf, type Taken } from '../../flow/coverage.ts';
import { registry } from '../../kinds/registry.ts';
import { keepConversation } from '../../rehearsals/keep.ts';
import { takenIn } from '../../rehearsals/test-result.ts';
import { takenBy } from '../../rehearsals/untried.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import type { Rehearsal } from '../rehearse-panel/rehearsal.ts';
import { conversationOf } from './keep-as-test.tsx';
import type { Tests } from './tests.ts';

const NOTHING: readonly Taken[] = [];

/** The way of the conversation at hand. */
export function useRehearsed(rehearsal: Rehearsal): readonly Taken[] {
  const document = useDeferredValue(useDocumentState((state) => state.document));
  const heard = useStore(rehearsal.state);
  return useMemo(
    () => takenBy(document, keepConversation('', conversationOf(heard), document).recorded),
    [document, heard],
  );
}

/** A moment behind what is typed: a large drawing has many ways. */
export function useCoverage(tests: Tests, rehearsed: readonly Taken[] = NOTHING): Coverage {
  const document = useDeferredValue(useDocumentState((state) => state.document));
  const kept = useStore(tests.state, (state) => state.tests);
  return useMemo(() => {
    const calls = kept.flatMap(({ result }) => (result ? [takenIn(result.last)] : []));
    return coverageOf(document, registry, [...calls, rehearsed]);
  }, [document, kept, rehearsed]);
}

/** Dashed on the canvas for as long as somebody looks. */
export function useUntriedOnCanvas(untried: Coverage['untried'], isShown: boolean): void {
  const { view } = useEditor();
  useEffect(() => {
    view.markUntried(new Set(isShown ? untried : []));
  }, [view, untried, isShown]);
  useEffect(() => () => view.markUntried(new Set()), [view]);
}
