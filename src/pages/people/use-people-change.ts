/** One change of the people of the workspace: sent, told, and everything that depends on it asked again. Shows nothing itself. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApiResult } from '../../data/ask.ts';
import { membersQuery, workspacesQuery } from '../../data/queries.ts';
import { peopleQuery } from '../../data/settings-queries.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { notify } from '../../ui/toast.tsx';
import { useWorkspace } from '../workspace-context.ts';

export interface PeopleChange {
  readonly send: () => ApiResult<object>;
  /** The sentence of success. */
  readonly told: string;
}

export function usePeopleChange() {
  const say = useFailureText();
  const queries = useQueryClient();
  const { workspace, person } = useWorkspace();
  return useMutation({
    mutationFn: async ({ send, told }: PeopleChange) => ({ answer: await send(), told }),
    onSuccess: async ({ answer, told }) => {
      if (answer.ok) notify({ tone: 'success', text: told });
      else notify({ tone: 'danger', text: say(answer.failure.code) });
      await Promise.all(
        [peopleQuery(workspace.id), membersQuery(workspace.id), workspacesQuery(person.id)].map(
          ({ queryKey }) => queries.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
}
