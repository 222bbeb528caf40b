/** The secret address by which a calendar program follows the appointments: copy it, replace it, give it up. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Booking, renewCalendarFeed, stopCalendarFeed } from '../../data/bookings.ts';
import { calendarFeedQuery } from '../../data/call-queries.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { ALL, calendarChosen, useCalendarChoices } from './calendars.ts';
import { messages } from './messages.ts';

type Change = 'renew' | 'stop';

export function CalendarLink({ bookings }: { readonly bookings: readonly Booking[] }) {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const { data: address } = useQuery(calendarFeedQuery(workspace.id));
  const [asked, setAsked] = useState<Change | null>(null);
  const choices = useCalendarChoices(bookings);
  const [chosen, setChosen] = useState(ALL);
  const change = useMutation({
    mutationFn: (wanted: Change) => (wanted === 'stop' ? stopCalendarFeed : renewCalendarFeed)(workspace.id),
    onSuccess: (changed) => {
      setAsked(null);
      if (!changed.ok) notify({ tone: 'danger', text: say(changed.failure.code) });
      return queries.invalidateQueries({ queryKey: calendarFeedQuery(workspace.id).queryKey });
    },
  });
  if (address === undefined) return null;
  const only = calendarChosen(chosen);
  const shown =
    address === null || only === null ? address : `${address}?calendar=${encodeURIComponent(only)}`;
  return (
    <Card title={t.feed.title}>
      <p className="max-w-160 text-muted text-pretty">{t.feed.text}</p>
      {shown === null ? (
        <Button className="mt-4" isPending={change.isPending} onPress={() => change.mutate('renew')}>
          {t.feed.make}
        </Button>
      ) : (
        <>
          {choices.length > 0 && (
            <Select
              label={t.feed.which}
              options={choices}
              value={chosen}
              onChange={setChosen}
              className="mt-4 max-w-80"
            />
          )}
          <TextField
            label={t.feed.address}
            hint={t.feed.secret}
            value={shown}
            isReadOnly
            onFocus={(event) =>
              event.currentTarget instanceof HTMLInputElement && event.currentTarget.select()
            }
            className="mt-4 max-w-160"
          />
          <div className="mt-4 flex flex-wrap gap-2">
            <CopyButton
              text={shown}
              label={t.feed.copy}
              copied={t.feed.copied}
              notCopied={t.feed.notCopied}
            />
            <Button variant="ghost" onPress={() => setAsked('renew')}>
              {t.feed.renew}
            </Button>
            <Button variant="ghost" onPress={() => setAsked('stop')}>
              {t.feed.stop}
            </Button>
          </div>
        </>
      )}
      {asked && (
        <Confirm
          isOpen
          isDanger
          title={asked === 'stop' ? t.feed.stopTitle : t.feed.renewTitle}
          confirmLabel={asked === 'stop' ? t.feed.stop : t.feed.renew}
          isPending={change.isPending}
          onConfirm={() => change.mutate(asked)}
          onClose={() => setAsked(null)}
        >
          {asked === 'stop' ? t.feed.stopText : t.feed.renewText}
        </Confirm>
      )}
    </Card>
  );
}
