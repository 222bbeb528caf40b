/** Professional secrecy: what it means, switching it, and what must be put in service again for it to hold. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { type Privacy, setSecrecy } from '../../data/privacy.ts';
import { privacyQuery, secrecyQuery } from '../../data/settings-queries.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Card } from '../../ui/card.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Link } from '../../ui/link.tsx';
import { Switch } from '../../ui/switch.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';

export interface SecrecyCardProps {
  readonly privacy: Privacy;
  readonly canChange: boolean;
}

export function SecrecyCard({ privacy, canChange }: SecrecyCardProps) {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const [isAsked, setAsked] = useState(false);
  const change = useMutation({
    mutationFn: (secrecy: boolean) => setSecrecy(workspace.id, secrecy),
    onSuccess: (saved) => {
      setAsked(false);
      if (!saved.ok) return notify({ tone: 'danger', text: say(saved.failure.code) });
      queries.setQueryData(privacyQuery(workspace.id).queryKey, saved.value);
      notify({ tone: 'success', text: saved.value.secrecy ? t.secrecyIsOn : t.secrecyIsOff });
      return queries.invalidateQueries({ queryKey: secrecyQuery(workspace.id).queryKey });
    },
  });
  return (
    <Card title={t.secrecy}>
      <Switch
        label={t.secrecySwitch}
        hint={t.secrecyHint}
        isSelected={privacy.secrecy}
        isReadOnly={!canChange}
        onChange={() => canChange && setAsked(true)}
      />
      <ul className="mt-4 flex max-w-160 list-disc flex-col gap-1 pl-5 text-sm text-pretty text-muted">
        {Object.values(t.secrecyMeans).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="mt-3 max-w-160 text-xs text-pretty text-muted">{t.secrecyHosting}</p>
      <ToRepublish secrecy={privacy.secrecy} />
      <Confirm
        isOpen={isAsked}
        title={privacy.secrecy ? t.secrecyOffTitle : t.secrecyOnTitle}
        confirmLabel={privacy.secrecy ? t.secrecyOff : t.secrecyOn}
        isDanger
        isPending={change.isPending}
        onConfirm={() => change.mutate(!privacy.secrecy)}
        onClose={() => setAsked(false)}
      >
        {privacy.secrecy ? t.secrecyOffText : t.secrecyOnText}
      </Confirm>
    </Card>
  );
}

/** What was published otherwise than the workspace wants it now. */
function ToRepublish({ secrecy }: { readonly secrecy: boolean }) {
  const t = useMessages(messages);
  const format = useFormat();
  const { workspace } = useWorkspace();
  const { data } = useQuery(secrecyQuery(workspace.id));
  const others = data?.inService.filter(({ isSecret }) => isSecret !== secrecy) ?? [];
  if (others.length === 0) return null;
  return (
    <div className="mt-4 rounded-lg border border-line p-4">
      <p className="flex items-start gap-2 text-sm font-medium">
        <TriangleAlert aria-hidden className="size-4 shrink-0 text-warning" />
        {secrecy ? t.republishForSecrecy : t.republishWithoutSecrecy}
      </p>
      <ul aria-label={t.toRepublish} className="mt-2 flex flex-col gap-1 text-base">
        {others.map(({ flowId, name, number }) => (
          <li key={`${flowId} ${number}`}>
            <Link href={`/flows/${flowId}`}>{name}</Link>
            <span className="text-muted"> · {format.phone(number)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
