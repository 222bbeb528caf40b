/** Makes a test of what was said on this call, to be played again after every change of the flow. */
import { BookmarkPlus } from 'lucide-react';
import { useState } from 'react';
import type { Call, CallRecord } from '../../data/calls.ts';
import type { FlowDocument } from '../../flow/document.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useNavigate } from '../../router/router.tsx';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';

interface MakeTestProps {
  readonly record: CallRecord;
  readonly document: FlowDocument;
}

/** Nothing where there are no words to say again, or nobody may keep them. */
export function MakeTest({ record: { call, turns }, document }: MakeTestProps) {
  const t = useMessages(messages);
  const say = useFailureText();
  const format = useFormat();
  const navigate = useNavigate();
  const { workspace, canChange } = useWorkspace();
  const [isKeeping, setKeeping] = useState(false);
  const { flowId } = call;
  if (!canChange || flowId === null || !turns.some(({ role }) => role === 'caller')) return null;
  const keep = async () => {
    const [{ testFromCall }, { keepTests }] = await Promise.all([
      import('../../rehearsals/keep.ts'),
      import('../../data/test-cases.ts'),
    ]);
    const name = t.testName(format.dateTime(call.startedAt));
    const test = testFromCall(name, { ...call, turns, end: endOf(call) }, document);
    if (!test) return;
    const id = crypto.randomUUID();
    const kept = await keepTests(workspace.id, flowId, [{ id, callId: call.id, test, result: null }]);
    if (kept.ok) {
      const action = { label: t.openFlow, onPress: () => navigate(`/flows/${flowId}`) };
      notify({ text: t.madeTest, tone: 'success', action });
    } else notify({ text: t.testFailures[kept.failure.code] ?? say(kept.failure.code), tone: 'danger' });
  };
  return (
    <Button
      size="small"
      icon={<BookmarkPlus />}
      isPending={isKeeping}
      onPress={() => {
        setKeeping(true);
        void keep()
          .catch(() => notify({ text: say('offline'), tone: 'danger' }))
          .finally(() => setKeeping(false));
      }}
    >
      {t.makeTest}
    </Button>
  );
}

/** What a rehearsal can end with; a caller who hung up may hang up anywhere. */
function endOf({ outcome }: Call): 'hung-up' | 'transferred' | null {
  if (outcome === 'transferred') return 'transferred';
  return outcome === 'completed' ? 'hung-up' : null;
}
