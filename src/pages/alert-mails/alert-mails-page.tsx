/** What the links in e-mails about alerts lead to: saying yes to them, or no more of them. For anybody who holds one, with an account or without. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { followAlertLink } from '../../data/alerts.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useLocation } from '../../router/router.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Door } from '../door.tsx';
import { messages } from './messages.ts';

export function AlertMailsPage() {
  const t = useMessages(messages);
  const say = useFailureText();
  const token = useLocation().hash.slice(1);
  // A link that is only looked at changes nothing: mail programs open links by themselves.
  const looked = useQuery({ queryKey: ['alert-link', token], queryFn: () => followAlertLink(token, false) });
  const act = useMutation({ mutationFn: () => followAlertLink(token, true) });
  const answer = act.data?.ok ? act.data : looked.data;
  const failed = act.data?.ok === false ? act.data.failure.code : null;
  return (
    <Door title={t.title}>
      {!(answer?.ok && answer.value.state === 'open') && (
        <h1 className="mb-3 text-lg font-semibold text-balance">{t.title}</h1>
      )}
      {answer === undefined && (
        <div role="status" aria-label={t.looking}>
          <Skeleton className="h-40 rounded-card" />
        </div>
      )}
      {answer?.ok === false && (
        <Banner
          tone="danger"
          action={
            <Button size="small" onPress={() => void looked.refetch()}>
              {t.retry}
            </Button>
          }
        >
          {answer.failure.code === 'not-found' || answer.failure.code === 'bad-request'
            ? t.unknown
            : say(answer.failure.code)}
        </Banner>
      )}
      {answer?.ok && answer.value.state === 'gone' && <Banner tone="warning">{t.gone}</Banner>}
      {answer?.ok && answer.value.state === 'done' && (
        <p role="status" className="text-base text-pretty">
          {answer.value.wish === 'confirm' ? t.confirmed(answer.value.address) : t.stopped}
        </p>
      )}
      {answer?.ok && answer.value.state === 'open' && (
        <>
          <h1 className="text-lg font-semibold text-balance">
            {t[answer.value.wish](answer.value.workspace)}
          </h1>
          <p className="mt-1.5 text-base text-pretty text-muted">
            {(answer.value.wish === 'confirm' ? t.confirmText : t.stopText)(answer.value.address)}
          </p>
          {failed !== null && (
            <Banner tone="danger" className="mt-4">
              {say(failed)}
            </Banner>
          )}
          <Button
            variant="primary"
            className="mt-6 w-full"
            isPending={act.isPending}
            onPress={() => act.mutate()}
          >
            {answer.value.wish === 'confirm' ? t.confirmDo : t.stopDo}
          </Button>
        </>
      )}
    </Door>
  );
}
