/** Removes a calendar, after saying what that does to its appointments and to the flows that book into it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type CalendarAnswer, removeCalendar } from '../../data/calendars.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';

export interface RemoveCalendarProps {
  readonly calendar: CalendarAnswer;
  readonly onClose: () => void;
}

export function RemoveCalendar({ calendar: { name, ahead, flows }, onClose }: RemoveCalendarProps) {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const [fate, setFate] = useState<'keep' | 'cancel'>('keep');
  const remove = useMutation({
    mutationFn: () => removeCalendar(workspace.id, name, ahead > 0 && fate === 'cancel'),
    onSuccess: (removed) => {
      onClose();
      if (!removed.ok) notify({ tone: 'danger', text: say(removed.failure.code) });
      else notify({ tone: 'success', text: t.named.removed(name, removed.value.cancelled) });
      return Promise.all([
        queries.invalidateQueries({ queryKey: ['calendars', workspace.id] }),
        queries.invalidateQueries({ queryKey: ['bookings', workspace.id] }),
      ]);
    },
  });
  const serving = flows.filter(({ inService }) => inService).map((flow) => flow.name);
  const drafts = flows.filter(({ inService }) => !inService).map((flow) => flow.name);
  return (
    <Confirm
      isOpen
      isDanger
      title={t.named.removeTitle(name)}
      confirmLabel={t.named.remove}
      isPending={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <div className="flex flex-col gap-3 text-pretty">
        {serving.length > 0 && <p>{t.named.serving(serving)}</p>}
        {drafts.length > 0 && <p>{t.named.drafts(drafts)}</p>}
        {ahead > 0 && (
          <RadioGroup
            label={t.named.ahead(ahead)}
            options={[
              { id: 'keep', label: t.named.keep, hint: t.named.keepHint },
              { id: 'cancel', label: t.named.cancel, hint: t.named.cancelHint },
            ]}
            value={fate}
            onChange={setFate}
          />
        )}
        <p>{t.named.past}</p>
      </div>
    </Confirm>
  );
}
