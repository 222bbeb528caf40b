/** Sending an invitation, the first time or again: what came of it is told, or the link handed to whoever asked. Shows no form. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApiResult } from '../../data/ask.ts';
import { peopleQuery } from '../../data/settings-queries.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { InviteAnswer } from '../../publish/people-wire.ts';
import { notify } from '../../ui/toast.tsx';
import { useWorkspace } from '../workspace-context.ts';
import type { Unsent } from './invitation-link.tsx';
import { messages } from './messages.ts';

interface Sending {
  readonly email: string;
  readonly ask: () => ApiResult<InviteAnswer>;
}

/** `say`: the sentence of a refusal that no form shows. */
export function useInviting(onUnsent: (unsent: Unsent) => void, say?: (code: string) => string) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  return useMutation({
    mutationFn: ({ ask }: Sending) => ask(),
    onSuccess: async (sent, { email }) => {
      if (!sent.ok) {
        if (say) notify({ tone: 'danger', text: say(sent.failure.code) });
      } else if (sent.value.link === undefined || sent.value.delivery === 'sent') {
        notify({ tone: 'success', text: t.sent(email) });
      } else {
        onUnsent({ email, link: sent.value.link, why: sent.value.delivery });
      }
      await queries.invalidateQueries({ queryKey: peopleQuery(workspace.id).queryKey });
    },
  });
}
