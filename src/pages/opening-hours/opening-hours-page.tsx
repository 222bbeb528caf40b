/** Opening hours of the workspace: entered once, followed by flows. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CalendarClock, Plus } from 'lucide-react';
import { useState } from 'react';
import { openingHoursQuery, publishedHoursQuery } from '../../data/editor-queries.ts';
import type { ListedFlow } from '../../data/flows.ts';
import { createOpeningHours, type WorkspaceHours } from '../../data/opening-hours.ts';
import { followedBy, type PublishedHours } from '../../data/published-hours.ts';
import { flowsQuery } from '../../data/queries.ts';
import { DEFAULT_SETTINGS, type HoursId } from '../../flow/document.ts';
import { contentOf } from '../../flow/shared-hours.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { usualHours } from '../../kinds/hours-field.tsx';
import { isSameJson } from '../../lib/same-json.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { notify } from '../../ui/toast.tsx';
import { PageFailure } from '../page-failure.tsx';
import { PageFrame } from '../page-frame.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { HoursCard, type NamedFlow } from './hours-card.tsx';
import { messages } from './messages.ts';

export function OpeningHoursPage() {
  const t = useMessages(messages);
  const { workspace, canChange } = useWorkspace();
  const all = useQuery(openingHoursQuery(workspace.id));
  const flows = useQuery(flowsQuery(workspace.id));
  const published = useQuery(publishedHoursQuery(workspace.id));
  const [made, setMade] = useState<string | null>(null);
  const isEmpty = all.data && all.data.length === 0;
  return (
    <PageFrame title={t.title} narrow>
      <PageHeader
        title={t.title}
        lead={t.lead}
        back={
          <Link href="/settings" quiet>
            {t.back}
          </Link>
        }
        actions={canChange && isEmpty === false && <AddButton variant="secondary" onMade={setMade} />}
      />
      {all.isPending && <Skeleton className="h-40 rounded-card" />}
      {all.isError && <PageFailure error={all.error} onRetry={() => void all.refetch()} />}
      {isEmpty && (
        <EmptyState
          icon={<CalendarClock />}
          title={t.emptyTitle}
          action={canChange && <AddButton variant="primary" onMade={setMade} />}
        >
          {t.emptyText}
        </EmptyState>
      )}
      {all.data?.map((hours) => (
        <HoursCard
          key={hours.id}
          hours={hours}
          canChange={canChange}
          isOpen={hours.id === made || all.data.length === 1}
          followers={followersOf(hours, flows.data ?? [])}
          behind={behindOf(hours, published.data ?? [], flows.data ?? [])}
        />
      ))}
    </PageFrame>
  );
}

function followersOf(hours: WorkspaceHours, flows: readonly ListedFlow[]): NamedFlow[] {
  return flows.filter(({ document }) => followedBy(document).some(({ id }) => id === hours.id));
}

/** Each flow once, though it may answer several numbers. */
function behindOf(
  hours: WorkspaceHours,
  published: readonly PublishedHours[],
  flows: readonly ListedFlow[],
): NamedFlow[] {
  if (!hours.content) return [];
  const isBehind = (flow: ListedFlow) =>
    published.some(
      ({ flowId, follows }) =>
        flowId === flow.id &&
        follows.some(({ id, content }) => id === hours.id && !isSameJson(content, hours.content)),
    );
  return flows.filter(isBehind);
}

interface AddButtonProps {
  readonly variant: 'primary' | 'secondary';
  readonly onMade: (id: string) => void;
}

function AddButton({ variant, onMade }: AddButtonProps) {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const add = useMutation({
    mutationFn: () =>
      createOpeningHours(
        workspace.id,
        contentOf(usualHours('new' as HoursId, t.firstName, DEFAULT_SETTINGS.timeZone)),
      ),
    onSuccess: (added) => {
      if (added.ok) onMade(added.value.id);
      else notify({ tone: 'danger', text: say(added.failure.code) });
      return queries.invalidateQueries({ queryKey: openingHoursQuery(workspace.id).queryKey });
    },
  });
  return (
    <Button
      variant={variant}
      icon={<Plus aria-hidden />}
      isPending={add.isPending}
      onPress={() => add.mutate()}
    >
      {t.add}
    </Button>
  );
}
