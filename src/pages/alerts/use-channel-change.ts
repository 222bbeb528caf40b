/** One change of who is told: sent, told, and the list asked again. Shows nothing itself. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { alertsQuery } from '../../data/alert-queries.ts';
import type { ApiResult } from '../../data/ask.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { notify } from '../../ui/toast.tsx';
import { useWorkspace } from '../workspace-context.ts';

export interface ChannelChange {
  readonly send: () => ApiResult<object>;
  /** The sentence of success. */
  readonly told: string;
}

export function useChannelChange() {
  const say = useFailureText();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  return useMutation({
    mutationFn: async ({ send, told }: ChannelChange) => ({ answer: await send(), told }),
    onSuccess: ({ answer, told }) => {
      if (answer.ok) notify({ tone: 'success', text: told });
      else notify({ tone: 'danger', text: say(answer.failure.code) });
      return queries.invalidateQueries({ queryKey: alertsQuery(workspace.id).queryKey });
    },
  });
}
