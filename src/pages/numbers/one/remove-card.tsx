/** Giving a number back: what that means is said first, and it can be taken back for a while. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keepNumber, removeNumber } from '../../../data/number-changes.ts';
import { forwardingsQuery, numbersQuery } from '../../../data/number-queries.ts';
import type { PhoneNumber } from '../../../data/numbers.ts';
import { useFailureText } from '../../../i18n/failures/failure-text.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Confirm } from '../../../ui/confirm.tsx';
import { notify } from '../../../ui/toast.tsx';
import { useWorkspace } from '../../workspace-context.ts';
import { messages } from './messages.ts';

/** That it goes, and the way to keep it. */
export function Leaving({ number }: { readonly number: PhoneNumber }) {
  const t = useMessages(messages);
  const format = useFormat();
  const { canChange } = useWorkspace();
  const keep = useKeepNumber(number.id);
  if (number.removalDueAt === null) return null;
  return (
    <Banner
      tone="warning"
      action={
        canChange && (
          <Button isPending={keep.isPending} onPress={() => keep.mutate()}>
            {t.keep}
          </Button>
        )
      }
    >
      {t.goes(format.time(number.removalDueAt))}
    </Banner>
  );
}

export function useKeepNumber(id: string) {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  return useMutation({
    mutationFn: () => keepNumber(id),
    onSuccess: (kept) => {
      if (kept.ok) notify({ tone: 'success', text: t.kept });
      else {
        const { code } = kept.failure;
        notify({ tone: 'danger', text: code === 'number-busy' ? t.tooLate : say(code) });
      }
      return queries.invalidateQueries({ queryKey: numbersQuery(workspace.id).queryKey });
    },
  });
}

interface RemoveCardProps {
  readonly number: PhoneNumber;
  /** The name of the flow that answers. */
  readonly answering: string | null;
}

export function RemoveCard({ number, answering }: RemoveCardProps) {
  const t = useMessages(messages);
  const say = useFailureText();
  const format = useFormat();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const [isAsking, setAsking] = useState(false);
  const forwardings = useQuery(forwardingsQuery(workspace.id));
  const forwarded = (forwardings.data ?? []).filter(({ numberId }) => numberId === number.id);
  const remove = useMutation({
    mutationFn: () => removeNumber(number.id),
    onSuccess: (removed) => {
      setAsking(false);
      if (!removed.ok) notify({ tone: 'danger', text: say(removed.failure.code) });
      return queries.invalidateQueries({ queryKey: numbersQuery(workspace.id).queryKey });
    },
  });
  if (number.removalDueAt !== null || number.isElsewhere) return null;
  const hint = number.provider === 'vapi' ? t.removeHints.vapi : t.removeHints.own;
  return (
    <Card title={t.removeTitle}>
      <p className="mb-4 max-w-160 text-sm text-pretty text-muted">{hint}</p>
      <Button variant="danger" onPress={() => setAsking(true)}>
        {t.remove}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={t.removeConfirm}
        confirmLabel={t.remove}
        isDanger
        isPending={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsking(false)}
      >
        <span className="flex flex-col gap-2">
          <span>{answering === null ? t.removeNobody : t.removeAnswers(answering)}</span>
          {forwarded.length > 0 && (
            <span>
              {t.removeForwarded(format.list(forwarded.map(({ ownNumber }) => format.phone(ownNumber))))}
            </span>
          )}
          <span>{hint}</span>
          <span>{t.removeUndo}</span>
        </span>
      </Confirm>
    </Card>
  );
}
