/** One change of the limit: sent, told, and the page asked again; what is wrong with it stands at its field. Shows nothing itself. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiResult } from '../../data/ask.ts';
import { usageQuery } from '../../data/settings-queries.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { notify } from '../../ui/toast.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';

export interface LimitChange {
  readonly send: () => ApiResult<object>;
  /** The sentence of success. */
  readonly told: string;
  /** What callers would hear; null when nothing is said any more. */
  readonly message: string | null;
}

export function useChangeLimit() {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const [error, setError] = useState<{ message?: string; number?: string }>({});
  const change = useMutation({
    mutationFn: async ({ send, told, message }: LimitChange) => {
      if (message?.trim() === '') return { told, answer: null };
      return { told, answer: await send() };
    },
    onSuccess: ({ told, answer }) => {
      setError({});
      if (answer === null) return setError({ message: t.needMessage });
      if (!answer.ok && answer.failure.params.field === 'transferTo')
        return setError({ number: t.badNumber });
      if (!answer.ok) return notify({ tone: 'danger', text: say(answer.failure.code) });
      notify({ tone: 'success', text: told });
      return queries.invalidateQueries({ queryKey: usageQuery(workspace.id).queryKey });
    },
  });
  return { change, error };
}
