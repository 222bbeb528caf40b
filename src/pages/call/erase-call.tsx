/** Erases what is known of one call, after asking. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Eraser } from 'lucide-react';
import { useState } from 'react';
import { callQuery } from '../../data/call-queries.ts';
import { eraseCall } from '../../data/calls.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';

export function EraseCall({ id, isErased }: { readonly id: string; readonly isErased: boolean }) {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  const { canChange } = useWorkspace();
  const [isAsking, setAsking] = useState(false);
  const erase = useMutation({
    mutationFn: () => eraseCall(id),
    onSuccess: async (done) => {
      setAsking(false);
      if (!done.ok) return notify({ tone: 'danger', text: `${t.eraseFailed} ${say(done.failure.code)}` });
      await queries.invalidateQueries({ queryKey: callQuery(id).queryKey });
      void queries.invalidateQueries({ queryKey: ['calls'] });
      notify({ tone: 'success', text: t.erased });
    },
  });
  if (isErased) return <p className="text-sm text-muted">{t.erased}</p>;
  if (!canChange) return null;
  return (
    <>
      <Button className="self-start" icon={<Eraser aria-hidden />} onPress={() => setAsking(true)}>
        {t.erase}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={t.eraseTitle}
        confirmLabel={t.eraseConfirm}
        isDanger
        isPending={erase.isPending}
        onConfirm={() => erase.mutate()}
        onClose={() => setAsking(false)}
      >
        {t.eraseText}
      </Confirm>
    </>
  );
}
