/** The kept tests of the flow: how many ways they try, whether they pass, and what can be done with each. */
import { FlaskConical, MessageCircle, Waypoints } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { StoredTest } from '../../data/test-cases.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { notify } from '../../ui/toast.tsx';
import { useEditor } from '../editor-context.ts';
import type { Rehearsal } from '../rehearse-panel/rehearsal.ts';
import { BeforeAfter } from './before-after.tsx';
import { CallerChoice } from './caller-choice.tsx';
import { ConversationOf } from './conversation-of.tsx';
import { CoveragePart, useTryTheRest } from './coverage-part.tsx';
import { EditTest } from './edit-test.tsx';
import { testsMessages } from './messages.ts';
import { RunBar } from './run-bar.tsx';
import { TestRow } from './test-row.tsx';
import type { Tests } from './tests.ts';
import { TestsFailure } from './tests-failure.tsx';
import { testsOf } from './tests-of.ts';
import { useRehearsed } from './use-coverage.ts';
import { useIsSandbox } from './use-is-sandbox.ts';

/** Fetched together. */
export { PublishTests } from './publish-tests.tsx';

export interface TestsPanelProps {
  readonly rehearsal: Rehearsal;
}

export function TestsPanel({ rehearsal }: TestsPanelProps) {
  const editor = useEditor();
  const t = useMessages(testsMessages);
  const tests = testsOf(editor);
  const { status, tests: kept, unreadable, running } = useStore(tests.state);
  useEffect(() => void tests.load(), [tests]);
  if (status === 'loading') return <Loading label={t.loading} />;
  if (status === 'failed') return <TestsFailure tests={tests} />;
  return (
    <>
      {(kept.length > 0 || running) && <CoveragePart tests={tests} rehearsal={rehearsal} />}
      <TestsFailure tests={tests} />
      {kept.length > 0 && <CallerChoice tests={tests} rehearsal={rehearsal} />}
      <RunBar tests={tests} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        {kept.length === 0 && !running && <Nothing tests={tests} rehearsal={rehearsal} />}
        {kept.length > 0 && <List tests={tests} />}
        {unreadable > 0 && <p className="px-4 py-3 text-sm text-muted">{t.unreadable(unreadable)}</p>}
      </div>
      <WhoPlays tests={tests} rehearsal={rehearsal} />
    </>
  );
}

function Loading({ label }: { readonly label: string }) {
  return (
    <div role="status" className="flex flex-col gap-3 p-4">
      <span className="sr-only">{label}</span>
      <Skeleton className="h-10" />
      <Skeleton className="h-8" />
      <Skeleton className="h-8" />
    </div>
  );
}

interface PartProps extends TestsPanelProps {
  readonly tests: Tests;
}

function Nothing({ tests, rehearsal }: PartProps) {
  const { panels } = useEditor();
  const t = useMessages(testsMessages);
  const tryTheRest = useTryTheRest(tests, useRehearsed(rehearsal));
  return (
    <EmptyState
      icon={<FlaskConical />}
      title={t.emptyTitle}
      action={
        <>
          <Button icon={<MessageCircle />} onPress={() => panels.setState({ rehearsalTab: 'talk' })}>
            {t.talk}
          </Button>
          <Button variant="primary" icon={<Waypoints />} onPress={() => void tryTheRest()}>
            {t.tryWays}
          </Button>
        </>
      }
    >
      {t.emptyText}
    </EmptyState>
  );
}

function List({ tests }: { readonly tests: Tests }) {
  const t = useMessages(testsMessages);
  const { tests: kept, running, chosen, caller } = useStore(tests.state);
  const [edited, setEdited] = useState<StoredTest | null>(null);
  const [compared, setCompared] = useState<string | null>(null);
  const [read, setRead] = useState<string | null>(null);
  const remove = async ({ id, test }: StoredTest) => {
    const bringBack = await tests.remove(id);
    if (!bringBack) return;
    notify({ text: t.deletedNews(test.name), action: { label: t.undo, onPress: () => void bringBack() } });
  };
  return (
    <>
      <ul aria-label={t.list} className="border-t border-line">
        {kept.map((stored) => (
          <TestRow
            key={stored.id}
            stored={stored}
            isOpen={chosen === stored.id}
            phase={running?.now[stored.id] ?? null}
            isSimulated={caller === 'simulated'}
            isBusy={running !== null}
            onToggle={() => tests.choose(chosen === stored.id ? null : stored.id)}
            onRun={() => void tests.run([stored.id], caller)}
            onEdit={() => setEdited(stored)}
            onCompare={() => setCompared(stored.id)}
            onRead={() => setRead(stored.id)}
            onDelete={() => void remove(stored)}
          />
        ))}
      </ul>
      {edited && (
        <EditTest
          stored={edited}
          onClose={() => setEdited(null)}
          onSave={(test) => {
            setEdited(null);
            void tests.change(edited.id, test);
          }}
        />
      )}
      <BeforeAfter
        stored={kept.find(({ id }) => id === compared) ?? null}
        onClose={() => setCompared(null)}
      />
      <ConversationOf stored={kept.find(({ id }) => id === read) ?? null} onClose={() => setRead(null)} />
    </>
  );
}

/** Whether it costs something is known once somebody has answered. */
function WhoPlays({ tests, rehearsal }: PartProps) {
  const t = useMessages(testsMessages);
  const isSandbox = useIsSandbox(tests, rehearsal);
  if (isSandbox === null) return null;
  return (
    <p className="shrink-0 border-t border-line px-4 py-2.5 text-xs text-muted">
      {isSandbox ? t.sandbox : t.real}
    </p>
  );
}
