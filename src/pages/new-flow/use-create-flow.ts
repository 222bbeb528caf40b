/** Saves a drawing as a new flow and opens it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { beginFirstSteps } from '../../data/first-steps.ts';
import { createFlow } from '../../data/flows.ts';
import { flowsQuery } from '../../data/queries.ts';
import type { FlowDocument } from '../../flow/document.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useNavigate } from '../../router/router.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';

export interface Made {
  readonly document: FlowDocument;
  /** Somebody begins: the editor says that it can be heard at once, and what is left to be done. */
  readonly isFirst: boolean;
}

export function useCreateFlow() {
  const t = useMessages(messages);
  const say = useFailureText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  return useMutation({
    mutationFn: ({ document }: Made) => createFlow(workspace.id, document),
    onSuccess: async (made, { isFirst }) => {
      if (!made.ok) return notify({ tone: 'danger', text: `${t.createFailed} ${say(made.failure.code)}` });
      if (isFirst) beginFirstSteps(made.value.id);
      void queries.invalidateQueries({ queryKey: flowsQuery(workspace.id).queryKey });
      navigate(`/flows/${made.value.id}`);
    },
  });
}
