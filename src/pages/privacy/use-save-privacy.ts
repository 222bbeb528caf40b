/** Saves the workspace's choices; what is shown follows what the server has. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Privacy, savePrivacy } from '../../data/privacy.ts';
import { privacyQuery } from '../../data/settings-queries.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { notify } from '../../ui/toast.tsx';
import { useWorkspace } from '../workspace-context.ts';

export function useSavePrivacy(savedText: string) {
  const say = useFailureText();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const { queryKey } = privacyQuery(workspace.id);
  return useMutation({
    mutationFn: (privacy: Privacy) => savePrivacy(workspace.id, privacy),
    onSuccess: (saved) => {
      if (!saved.ok) return notify({ tone: 'danger', text: say(saved.failure.code) });
      queries.setQueryData(queryKey, saved.value);
      notify({ tone: 'success', text: savedText });
    },
  });
}
