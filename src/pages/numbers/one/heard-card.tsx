/** What callers hear while the flow does not answer: past the month's limit, and out of service. Never silence; the owner chose the words. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { usageQuery } from '../../../data/settings-queries.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import type { UsageAnswer } from '../../../publish/workspace-wire.ts';
import { ConversationToHear } from '../../../read-aloud/conversation-to-hear.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Card } from '../../../ui/card.tsx';
import { useWorkspace } from '../../workspace-context.ts';
import { messages } from './messages.ts';

/** Characters that a voice says in a second. */
const PACE = 15;

export function HeardCard({ numberId }: { readonly numberId: string }) {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const usage = useQuery(usageQuery(workspace.id));
  // Without the figures there is nothing true to say; the page of the limit tells why.
  if (usage.data === undefined) return null;
  const { limit, isPast, numbers } = usage.data;
  const own = numbers.find(({ id }) => id === numberId)?.words ?? {};
  return (
    <Card title={t.heardTitle} action={isPast && <Badge tone="warning">{t.heardNow}</Badge>}>
      {limit === null ? (
        <p className="max-w-160 text-sm text-pretty text-muted">{t.heardNoLimit}</p>
      ) : (
        <Heard limit={{ ...limit, ...own }} />
      )}
      <p className="mt-4 max-w-160 text-sm text-pretty text-muted">{t.heardOutOfService}</p>
      {workspace.role === 'owner' && (
        <ButtonLink href="/settings/spending" className="mt-4">
          {limit === null ? t.heardChoose : t.heardChange}
        </ButtonLink>
      )}
    </Card>
  );
}

function Heard({ limit }: { readonly limit: NonNullable<UsageAnswer['limit']> }) {
  const t = useMessages(messages);
  const format = useFormat();
  const { message, transferTo, language } = limit;
  const lines = useMemo(
    () => [{ by: 'assistant' as const, text: message, seconds: message.length / PACE }],
    [message],
  );
  return (
    <>
      <p className="mb-3 max-w-160 text-sm text-pretty text-muted">
        {transferTo === null ? t.heardThenEnds : t.heardThenPasses(format.phone(transferTo))}
      </p>
      <ConversationToHear
        lines={lines}
        language={language}
        end={transferTo === null ? 'hung-up' : 'transferred'}
      />
    </>
  );
}
