/** Who calls in the tests that are run: somebody who says their sentences, or an AI caller; and what that means. */
import { useStore } from 'zustand';
import { useMessages } from '../../i18n/use-messages.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import type { Rehearsal } from '../rehearse-panel/rehearsal.ts';
import { testsMessages } from './messages.ts';
import { CALLERS, type Tests } from './tests.ts';
import { useIsSandbox } from './use-is-sandbox.ts';

interface CallerChoiceProps {
  readonly tests: Tests;
  readonly rehearsal: Rehearsal;
}

export function CallerChoice({ tests, rehearsal }: CallerChoiceProps) {
  const { simulated: t } = useMessages(testsMessages);
  const caller = useStore(tests.state, (state) => state.caller);
  const isRunning = useStore(tests.state, ({ running }) => running !== null);
  const isSandbox = useIsSandbox(tests, rehearsal);
  if (isRunning) return null;
  return (
    <div className="shrink-0 px-4 pt-3">
      <SegmentedControl
        label={t.who}
        segments={CALLERS.map((id) => ({ id, label: t.callers[id] }))}
        value={caller}
        onChange={tests.chooseCaller}
      />
      {caller === 'simulated' && (
        <p className="mt-2 text-xs text-muted">
          {isSandbox === true ? t.here : isSandbox === false ? t.there : `${t.there} ${t.here}`}
        </p>
      )}
    </div>
  );
}
