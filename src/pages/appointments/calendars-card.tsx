/** The named calendars of the workspace: what is ahead in each, which flows book into it; another name, and removal. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarAnswer } from '../../data/calendars.ts';
import { calendarsQuery } from '../../data/call-queries.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { PageFailure } from '../page-failure.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';
import { RemoveCalendar } from './remove-calendar.tsx';
import { RenameCalendar } from './rename-calendar.tsx';

interface Asked {
  readonly what: 'rename' | 'remove';
  readonly calendar: CalendarAnswer;
}

/** Nothing where there is but the usual one. */
export function CalendarsCard() {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const found = useQuery(calendarsQuery(workspace.id));
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  if (found.isError) return <PageFailure error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined || found.data.length === 0) return null;
  return (
    <Card title={t.named.title} flush>
      <p className="max-w-160 px-5 pb-4 text-muted text-pretty">{t.named.text}</p>
      <ul className="divide-y divide-line border-t border-line">
        {found.data.map((calendar) => (
          <Row key={calendar.name} calendar={calendar} onAsk={(what) => setAsked({ what, calendar })} />
        ))}
      </ul>
      {asked?.what === 'rename' && <RenameCalendar name={asked.calendar.name} onClose={close} />}
      {asked?.what === 'remove' && <RemoveCalendar calendar={asked.calendar} onClose={close} />}
    </Card>
  );
}

interface RowProps {
  readonly calendar: CalendarAnswer;
  readonly onAsk: (what: Asked['what']) => void;
}

function Row({ calendar: { name, ahead, flows }, onAsk }: RowProps) {
  const t = useMessages(messages);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
      <div className="min-w-48 flex-1">
        <span className="block font-medium wrap-anywhere">{name}</span>
        <span className="block text-sm text-muted">{t.named.ahead(ahead)}</span>
        {flows.length > 0 && (
          <ul aria-label={t.named.usedBy} className="mt-1 flex flex-wrap gap-x-3 gap-y-1 text-sm">
            {flows.map((flow) => (
              <li key={flow.id} className="flex items-center gap-1.5">
                <Link href={`/flows/${flow.id}`}>{flow.name}</Link>
                {flow.inService && <Badge tone="success">{t.named.inService}</Badge>}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="flex gap-2">
        <Button
          size="small"
          variant="ghost"
          aria-label={t.named.renameOne(name)}
          onPress={() => onAsk('rename')}
        >
          {t.named.rename}
        </Button>
        <Button
          size="small"
          variant="ghost"
          aria-label={t.named.removeOne(name)}
          onPress={() => onAsk('remove')}
        >
          {t.named.remove}
        </Button>
      </div>
    </li>
  );
}
