/** Renaming, duplicating and deleting flows from the list: the requests, and the news of how they went. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { deleteFlow, duplicateFlow, type ListedFlow, renameFlow } from '../../data/flows.ts';
import { flowsQuery } from '../../data/queries.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { notify } from '../../ui/toast.tsx';
import { messages } from './messages.ts';

/** Codes of a save that did not happen, as those of failures. */
const REASONS = {
  conflict: 'flow-changed',
  gone: 'not-found',
  'signed-out': 'signed-out',
  offline: 'offline',
  busy: 'busy',
  refused: 'refused',
} as const;

export function useFlowActions(workspaceId: string) {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: flowsQuery(workspaceId).queryKey });
  const complain = (code: string) => notify({ tone: 'danger', text: say(code) });

  const rename = useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) => renameFlow(id, name),
    onSuccess: (saved) => {
      if (!saved.ok) complain(REASONS[saved.reason]);
      return refresh();
    },
  });
  const duplicate = useMutation({
    mutationFn: (flow: ListedFlow) => duplicateFlow(workspaceId, flow.id, t.copyName(flow.name)),
    onSuccess: (made) => {
      if (made.ok) notify({ tone: 'success', text: t.duplicated });
      else complain(made.failure.code);
      return refresh();
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => deleteFlow(id),
    onSuccess: (gone) => {
      if (gone.ok) notify({ tone: 'success', text: t.deleted });
      else if (gone.failure.code === 'in-use') notify({ tone: 'danger', text: t.deleteLive });
      else complain(gone.failure.code);
      return refresh();
    },
  });
  return { rename, duplicate, remove };
}
