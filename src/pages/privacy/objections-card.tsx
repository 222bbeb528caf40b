/** Who objected, with the way back. Not shown while nobody did. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { withdrawObjection } from '../../data/privacy.ts';
import { objectionsQuery } from '../../data/settings-queries.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Card } from '../../ui/card.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';

export function ObjectionsCard({ canChange }: { readonly canChange: boolean }) {
  const t = useMessages(messages);
  const say = useFailureText();
  const format = useFormat();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const query = objectionsQuery(workspace.id);
  const { data: objections = [] } = useQuery(query);
  const withdraw = useMutation({
    mutationFn: (number: string) => withdrawObjection(workspace.id, number),
    onSuccess: (done) => {
      if (!done.ok) notify({ tone: 'danger', text: say(done.failure.code) });
      return queries.invalidateQueries({ queryKey: query.queryKey });
    },
  });
  if (objections.length === 0) return null;
  return (
    <Card title={t.objections} flush>
      <ul aria-label={t.objections} className="divide-y divide-line border-t border-line">
        {objections.map(({ number, since }) => (
          <li key={number} className="flex items-center gap-3 px-5 py-2.5">
            <p className="min-w-0 flex-1 text-base">
              {format.phone(number)} <span className="text-sm text-muted">{t.since(format.date(since))}</span>
            </p>
            {canChange && (
              <IconButton
                size="small"
                label={t.withdraw(format.phone(number))}
                icon={<Trash2 />}
                isDisabled={withdraw.isPending}
                onPress={() => withdraw.mutate(number)}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
