/** Keeping one's own number: which number here its calls are forwarded to. */
import { useQuery } from '@tanstack/react-query';
import { Phone, Plus } from 'lucide-react';
import { numbersQuery } from '../../../data/number-queries.ts';
import { flowsQuery } from '../../../data/queries.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import { useNavigate } from '../../../router/router.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { PageFailure } from '../../page-failure.tsx';
import { useWorkspace } from '../../workspace-context.ts';
import { Choices } from '../choices.tsx';
import { Step } from '../step.tsx';
import { messages } from './messages.ts';

export function KeepNumber({ onBack }: { readonly onBack: () => void }) {
  const t = useMessages(messages);
  const format = useFormat();
  const navigate = useNavigate();
  const { workspace } = useWorkspace();
  const numbers = useQuery(numbersQuery(workspace.id));
  const flows = useQuery(flowsQuery(workspace.id));
  if (numbers.isError) return <PageFailure error={numbers.error} onRetry={() => void numbers.refetch()} />;
  if (!numbers.data || flows.isPending) return <Skeleton className="h-40 rounded-card" />;
  const usable = numbers.data.filter(
    ({ isElsewhere, removalDueAt, number }) => !isElsewhere && removalDueAt === null && number !== '',
  );
  const answering = (flowId: string | null) => {
    const flow = flows.data?.find(({ id }) => id === flowId);
    return flow ? t.answersWith(flow.name) : t.nobodyAnswers;
  };
  return (
    <Step title={t.keepTitle} hint={t.keepHint} onBack={onBack}>
      {usable.length === 0 && <Banner tone="info">{t.keepNone}</Banner>}
      <Choices
        label={t.keepTitle}
        choices={[
          ...usable.map(({ id, number, flowId }) => ({
            id,
            label: format.phone(number),
            hint: answering(flowId),
            icon: <Phone />,
          })),
          { id: '', label: t.keepOther, icon: <Plus /> },
        ]}
        onChoose={(id) => (id === '' ? onBack() : navigate(`/numbers/${id}/forward`))}
      />
    </Step>
  );
}
