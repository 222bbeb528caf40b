/** The workspace's secrets by name, to be removed. Made where a step uses them; not shown while there are none. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { removeSecret } from '../../data/api.ts';
import { secretsQuery } from '../../data/editor-queries.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Card } from '../../ui/card.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { notify } from '../../ui/toast.tsx';
import { messages } from './messages.ts';

export interface SecretsCardProps {
  readonly workspaceId: string;
  readonly canChange: boolean;
}

export function SecretsCard({ workspaceId, canChange }: SecretsCardProps) {
  const t = useMessages(messages);
  const say = useFailureText();
  const format = useFormat();
  const queries = useQueryClient();
  const query = secretsQuery(workspaceId);
  const { data: secrets = [] } = useQuery(query);
  const [going, setGoing] = useState<string | null>(null);
  const remove = useMutation({
    mutationFn: (name: string) => removeSecret(workspaceId, name),
    onSuccess: (removed) => {
      setGoing(null);
      if (!removed.ok) notify({ tone: 'danger', text: say(removed.failure.code) });
      return queries.invalidateQueries({ queryKey: query.queryKey });
    },
  });
  if (secrets.length === 0) return null;
  return (
    <Card title={t.secrets} flush>
      <p className="px-5 pb-3 text-sm text-muted">{t.secretsHint}</p>
      <ul aria-label={t.secrets} className="divide-y divide-line border-t border-line">
        {secrets.map(({ name, updatedAt }) => (
          <li key={name} className="flex items-center gap-3 px-5 py-2.5">
            <KeyRound aria-hidden className="size-4 shrink-0 text-muted" />
            <div className="min-w-0 flex-1">
              <p className="truncate text-base font-medium">{name}</p>
              <p className="text-xs text-muted">{t.secretChanged(format.date(updatedAt))}</p>
            </div>
            {canChange && (
              <IconButton
                label={t.removeSecret(name)}
                icon={<Trash2 />}
                size="small"
                onPress={() => setGoing(name)}
              />
            )}
          </li>
        ))}
      </ul>
      <Confirm
        isOpen={going !== null}
        title={t.removeSecret(going ?? '')}
        confirmLabel={t.remove}
        isDanger
        isPending={remove.isPending}
        onConfirm={() => going !== null && remove.mutate(going)}
        onClose={() => setGoing(null)}
      >
        {t.removeSecretText}
      </Confirm>
    </Card>
  );
}
