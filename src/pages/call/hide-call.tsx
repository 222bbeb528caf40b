/** Leaves a call out of lists and figures, or shows it there again; each can be taken back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Eye, EyeOff } from 'lucide-react';
import { callQuery } from '../../data/call-queries.ts';
import { hideCall } from '../../data/calls.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';

export function HideCall({ id, isHidden }: { readonly id: string; readonly isHidden: boolean }) {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  const { canChange } = useWorkspace();
  const change = useMutation({
    mutationFn: ({ hides }: { hides: boolean; isUndoing?: boolean }) => hideCall(id, hides),
    onSuccess: async (done, { hides, isUndoing = false }) => {
      if (!done.ok) return notify({ tone: 'danger', text: say(done.failure.code) });
      await queries.invalidateQueries({ queryKey: callQuery(id).queryKey });
      for (const key of ['calls', 'questions']) void queries.invalidateQueries({ queryKey: [key] });
      notify({
        tone: 'success',
        text: hides ? t.hiddenNow : t.shownNow,
        ...(isUndoing
          ? {}
          : { action: { label: t.undo, onPress: () => change.mutate({ hides: !hides, isUndoing: true }) } }),
      });
    },
  });
  const button = canChange && (
    <Button
      icon={isHidden ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
      isPending={change.isPending}
      onPress={() => change.mutate({ hides: !isHidden })}
    >
      {isHidden ? t.show : t.hide}
    </Button>
  );
  return (
    <div className="flex flex-col items-start gap-2">
      {isHidden ? (
        <p className="text-sm text-muted text-pretty">{t.isHidden}</p>
      ) : (
        canChange && <p className="text-sm text-muted text-pretty">{t.hideHint}</p>
      )}
      {button}
    </div>
  );
}
