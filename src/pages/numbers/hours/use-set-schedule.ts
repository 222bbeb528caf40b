/** Saving who answers when: told in a notice, and looked at anew everywhere. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { setSchedule } from '../../../data/number-schedules.ts';
import { useFailureText } from '../../../i18n/failures/failure-text.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import type { ScheduleRequest } from '../../../publish/numbers-wire.ts';
import { notify } from '../../../ui/toast.tsx';
import { messages } from './messages.ts';

export function useSetSchedule(numberId: string, onDone: () => void) {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (request: ScheduleRequest) => setSchedule(numberId, request),
    onSuccess: async (saved) => {
      notify(
        saved.ok ? { tone: 'success', text: t.saved } : { tone: 'danger', text: say(saved.failure.code) },
      );
      if (saved.ok) onDone();
      for (const key of ['numbers', 'flows', 'number-service'])
        await queries.invalidateQueries({ queryKey: [key] });
    },
  });
}
