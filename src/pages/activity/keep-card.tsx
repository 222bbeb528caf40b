/** For how many days entries of the log are kept. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { KEEP_ACTIVITY, saveActivityDays } from '../../data/activity.ts';
import { activityDaysQuery, activityQuery } from '../../data/settings-queries.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';

export function KeepCard() {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const days = useQuery(activityDaysQuery(workspace.id));
  if (days.data === undefined) return null;
  return (
    <Card title={t.keep}>
      <p className="mb-4 max-w-140 text-sm text-muted">{t.keepHint}</p>
      <KeepForm key={days.data} kept={days.data} />
    </Card>
  );
}

function KeepForm({ kept }: { readonly kept: number }) {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const [days, setDays] = useState(kept);
  const save = useMutation({
    mutationFn: () => saveActivityDays(workspace.id, days),
    onSuccess: (saved) => {
      if (!saved.ok) return notify({ tone: 'danger', text: say(saved.failure.code) });
      notify({ tone: 'success', text: t.saved });
      queries.setQueryData(activityDaysQuery(workspace.id).queryKey, saved.value);
      return queries.invalidateQueries({ queryKey: activityQuery(workspace.id).queryKey });
    },
  });
  return (
    <Form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <NumberField
        label={t.keepDays}
        value={days}
        minValue={KEEP_ACTIVITY.least}
        maxValue={KEEP_ACTIVITY.most}
        onChange={(value) => {
          if (Number.isFinite(value)) setDays(value);
        }}
        className="w-40"
      />
      <Button type="submit" isDisabled={days === kept} isPending={save.isPending}>
        {t.save}
      </Button>
    </Form>
  );
}
