/** What the kept tests say of the version that is about to be published. It warns and never stands in the way. */
import { CircleCheck, Info, Play, TriangleAlert } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { fingerprint } from '../../flow/fingerprint.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { Part } from '../publish-panel/part.tsx';
import { PlanLine } from '../publish-panel/plan-line.tsx';
import { useCoverageText } from './coverage-part.tsx';
import { showTest } from './keep-as-test.tsx';
import { testsMessages } from './messages.ts';
import { RunProgress } from './run-bar.tsx';
import { StateMark } from './test-row.tsx';
import { TestsFailure } from './tests-failure.tsx';
import { testsOf, useStopUnless } from './tests-of.ts';
import { useCoverage } from './use-coverage.ts';

export function PublishTests() {
  const editor = useEditor();
  const t = useMessages(testsMessages);
  const tests = testsOf(editor);
  const document = useDocumentState((state) => state.document);
  const drawing = useMemo(() => fingerprint(document), [document]);
  const { status, tests: kept, running } = useStore(tests.state);
  const coverage = useCoverageText()(useCoverage(tests));
  useEffect(() => void tests.load(), [tests]);
  useStopUnless(editor, ({ rehearsal }) => rehearsal);
  if (status === 'loading') return null;
  const onThis = kept.filter(({ result }) => result?.last.drawing === drawing);
  const failing = onThis.filter(({ result }) => result?.holds === false);
  const hasPassed = onThis.length === kept.length && failing.length === 0;
  return (
    <Part title={t.publish.title}>
      <ul className="flex flex-col gap-2">
        {kept.length === 0 ? (
          <PlanLine icon={<Info className="text-accent" />}>{`${t.publish.none} ${coverage}.`}</PlanLine>
        ) : (
          <PlanLine icon={<Info className="text-accent" />}>
            {`${t.publish.tried(onThis.length, kept.length)} ${coverage}.`}
          </PlanLine>
        )}
        {kept.length > 0 && hasPassed && (
          <PlanLine icon={<CircleCheck className="text-success" />}>
            {t.publish.passing(kept.length)}
          </PlanLine>
        )}
        {failing.length > 0 && (
          <PlanLine icon={<TriangleAlert className="text-warning" />}>
            {t.publish.failing(failing.length)}
          </PlanLine>
        )}
      </ul>
      {failing.length > 0 && (
        <ul className="mt-2 flex flex-col pl-6.5">
          {failing.map(({ id, test }) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => showTest(editor, id)}
                className="press-motion flex min-h-8 w-full cursor-pointer items-center gap-2 rounded-md px-1.5 text-left text-sm underline decoration-line underline-offset-2 hover:bg-hover pointer-coarse:min-h-11"
              >
                <StateMark state="fails" />
                <span className="min-w-0 flex-1">{test.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <TestsFailure tests={tests} />
      {running ? (
        <RunProgress running={running} onStop={tests.stop} />
      ) : (
        <div className="mt-3 flex flex-wrap gap-2">
          {kept.length > 0 && (
            <Button size="small" icon={<Play />} onPress={() => void tests.run()}>
              {t.runAll}
            </Button>
          )}
          <Button size="small" variant="ghost" onPress={() => showTest(editor, null)}>
            {t.publish.open}
          </Button>
        </div>
      )}
    </Part>
  );
}
