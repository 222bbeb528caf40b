/** Messages that calls have sent: to whom, in which words, and what became of them. */
import { useQuery } from '@tanstack/react-query';
import { Mail, MessageSquareText, Send } from 'lucide-react';
import { messagesQuery } from '../../data/call-queries.ts';
import { statusQuery } from '../../data/queries.ts';
import type { SentMessage } from '../../data/sent-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { smsParts } from '../../kinds/send/sms-length.ts';
import { Banner } from '../../ui/banner.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CallerNumber } from '../caller-number.tsx';
import { CallsNav } from '../calls-nav.tsx';
import { MessageBadge } from '../message-state.tsx';
import { PageFailure } from '../page-failure.tsx';
import { PageFrame } from '../page-frame.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';

const LATER = 20_000;

export function SentMessagesPage() {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const sent = useQuery({ ...messagesQuery(workspace.id), refetchInterval: LATER });
  return (
    <PageFrame title={t.title}>
      <PageHeader title={t.title} />
      <CallsNav />
      <Carriers />
      {sent.isPending && <Skeleton className="h-40 rounded-card" />}
      {sent.isError && <PageFailure error={sent.error} onRetry={() => void sent.refetch()} />}
      {sent.data?.length === 0 && (
        <EmptyState
          icon={<Send />}
          title={t.emptyTitle}
          action={
            <ButtonLink href="/flows" variant="primary">
              {t.emptyAction}
            </ButtonLink>
          }
        >
          {t.emptyText}
        </EmptyState>
      )}
      {sent.data !== undefined && sent.data.length > 0 && (
        <ul
          aria-label={t.title}
          className="divide-y divide-line rounded-card border border-line bg-card shadow-card"
        >
          {sent.data.map((message) => (
            <MessageRow key={message.id} message={message} />
          ))}
        </ul>
      )}
    </PageFrame>
  );
}

/** Whether messages leave at all, where they do not. */
function Carriers() {
  const t = useMessages(messages);
  const { data } = useQuery(statusQuery);
  if (!data) return null;
  const { sms, email } = data.messages;
  if (sms === 'caught' && email === 'caught') return <Banner>{t.caught}</Banner>;
  return (['sms', 'email'] as const).map((channel) => {
    const carrier = data.messages[channel];
    if (carrier === 'provider') return null;
    const say = carrier === 'caught' ? t.someCaught : t.none;
    return (
      <Banner key={channel} tone={carrier === 'none' ? 'warning' : 'info'}>
        {say(t[channel])}
      </Banner>
    );
  });
}

function MessageRow({ message }: { readonly message: SentMessage }) {
  const t = useMessages(messages);
  const format = useFormat();
  const { channel, recipient, subject, text, state, at, callId } = message;
  const Icon = channel === 'sms' ? MessageSquareText : Mail;
  const parts = channel === 'sms' ? smsParts(text) : 1;
  return (
    <li className="grid grid-cols-[auto_1fr] items-start gap-x-4 gap-y-2 px-5 py-3.5 sm:grid-cols-[auto_1fr_auto]">
      <Icon aria-hidden className="mt-1 size-4 shrink-0 text-muted" />
      <div className="min-w-0">
        <p className="flex min-h-6 flex-wrap items-center gap-x-2 text-sm text-muted">
          <span>{t[channel]}</span>
          {recipient === '' ? (
            <span>{t.toCaller}</span>
          ) : channel === 'sms' ? (
            <CallerNumber number={recipient} />
          ) : (
            <span className="break-all">{recipient}</span>
          )}
          {parts > 1 && <span>{t.parts(parts)}</span>}
        </p>
        {subject !== '' && <p className="mt-1 font-medium break-words">{subject}</p>}
        <p className="mt-0.5 max-w-160 break-words whitespace-pre-line">{text}</p>
      </div>
      <div className="flex flex-col items-end gap-1.5 max-sm:col-start-2 max-sm:flex-row max-sm:flex-wrap max-sm:items-center">
        <MessageBadge state={state} />
        <span className="text-sm text-muted tabular-nums">{format.dateTime(at)}</span>
        {callId !== null && (
          <Link href={`/calls/${callId}`} className="text-sm">
            {t.toCall}
          </Link>
        )}
      </div>
    </li>
  );
}
