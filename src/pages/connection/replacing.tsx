/** While a former secret is still accepted: what uses it, and putting an end to it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { retireSignature } from '../../data/connection.ts';
import { connectionQuery } from '../../data/settings-queries.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { ConnectionAnswer } from '../../publish/connection-wire.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';

export interface ReplacingProps {
  readonly replacing: NonNullable<NonNullable<ConnectionAnswer['own']>['replacing']>;
  readonly canChange: boolean;
}

export function Replacing({ replacing, canChange }: ReplacingProps) {
  const t = useMessages(messages);
  const say = useFailureText();
  const format = useFormat();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const [isAsking, setAsking] = useState(false);
  const { since, signedAt, formerSignedAt, numbers } = replacing;
  const retire = useMutation({
    mutationFn: () => retireSignature(workspace.id),
    onSuccess: (done) => {
      setAsking(false);
      if (done.ok) notify({ tone: 'success', text: t.retired });
      else notify({ tone: 'danger', text: say(done.failure.code) });
      return queries.invalidateQueries({ queryKey: connectionQuery(workspace.id).queryKey });
    },
  });
  const facts = [
    t.replacing(format.date(since)),
    signedAt === null ? t.newUnseen : t.newSeen(format.dateTime(signedAt)),
    ...(formerSignedAt === null ? [] : [t.formerSeen(format.dateTime(formerSignedAt))]),
    ...(numbers > 0 ? [t.formerNumbers(numbers)] : []),
    t.retiresItself,
  ];
  return (
    <div className="mt-4 flex flex-col items-start gap-3">
      <Banner tone={signedAt === null || numbers > 0 ? 'warning' : 'info'}>{facts.join(' ')}</Banner>
      {canChange && <Button onPress={() => setAsking(true)}>{t.retire}</Button>}
      <Confirm
        isOpen={isAsking}
        title={t.retireTitle}
        confirmLabel={t.retire}
        isDanger
        isPending={retire.isPending}
        onConfirm={() => retire.mutate()}
        onClose={() => setAsking(false)}
      >
        {t.retireText}
      </Confirm>
    </div>
  );
}
