/** Why the last thing that was asked of the tests did not work. */
import { useStore } from 'zustand';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useEditor } from '../editor-context.ts';
import { testsMessages } from './messages.ts';
import type { Tests } from './tests.ts';

export function TestsFailure({ tests }: { readonly tests: Tests }) {
  const { panels } = useEditor();
  const t = useMessages(testsMessages);
  const say = useFailureText();
  const failure = useStore(tests.state, (state) => state.failure);
  const status = useStore(tests.state, (state) => state.status);
  if (failure === null) return null;
  const hasErrors = failure === 'flow-has-errors';
  const action = hasErrors ? (
    <Button size="small" onPress={() => panels.setState({ problems: true, publication: false })}>
      {t.showProblems}
    </Button>
  ) : (
    status === 'failed' && (
      <Button size="small" onPress={() => void tests.load()}>
        {t.loadAgain}
      </Button>
    )
  );
  return (
    <Banner tone="danger" className="m-3" action={action}>
      {hasErrors
        ? t.errorsFirst
        : failure === 'not-saved'
          ? t.notSaved
          : (t.failures[failure] ?? say(failure))}
    </Banner>
  );
}
