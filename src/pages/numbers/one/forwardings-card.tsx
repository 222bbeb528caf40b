/** Numbers of one's own that are forwarded to this one, and whether a call has proved it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { PhoneForwarded, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type Forwarding, removeForwarding } from '../../../data/number-changes.ts';
import { forwardingsQuery } from '../../../data/number-queries.ts';
import type { PhoneNumber } from '../../../data/numbers.ts';
import { codesOf, OPERATORS } from '../../../forwarding/codes.ts';
import { useFailureText } from '../../../i18n/failures/failure-text.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import { Badge } from '../../../ui/badge.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Card } from '../../../ui/card.tsx';
import { Confirm } from '../../../ui/confirm.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { notify } from '../../../ui/toast.tsx';
import { useWorkspace } from '../../workspace-context.ts';
import { messages as wizard } from '../forward/messages.ts';
import { messages } from './messages.ts';

export function ForwardingsCard({ number }: { readonly number: PhoneNumber }) {
  const t = useMessages(messages);
  const { workspace, canChange } = useWorkspace();
  const forwardings = useQuery(forwardingsQuery(workspace.id));
  const own = (forwardings.data ?? []).filter(({ numberId }) => numberId === number.id);
  const [leaving, setLeaving] = useState<Forwarding | null>(null);
  return (
    <Card title={t.forwardingsTitle}>
      {own.length === 0 ? (
        <p className="max-w-160 text-sm text-pretty text-muted">{t.forwardingsNone}</p>
      ) : (
        <ul className="divide-y divide-line">
          {own.map((forwarding) => (
            <ForwardingRow
              key={forwarding.id}
              forwarding={forwarding}
              check={canChange ? `/numbers/${number.id}/forward?check=${forwarding.id}` : undefined}
              onForget={canChange ? () => setLeaving(forwarding) : undefined}
            />
          ))}
        </ul>
      )}
      {canChange && (
        <ButtonLink
          href={`/numbers/${number.id}/forward`}
          icon={<PhoneForwarded aria-hidden />}
          className="mt-4"
        >
          {own.length === 0 ? t.forward : t.forwardAnother}
        </ButtonLink>
      )}
      {leaving && <Forget number={number} forwarding={leaving} onClose={() => setLeaving(null)} />}
    </Card>
  );
}

interface ForwardingRowProps {
  readonly forwarding: Forwarding;
  /** Where a call proves it. */
  readonly check: string | undefined;
  readonly onForget: (() => void) | undefined;
}

function ForwardingRow({ forwarding, check, onForget }: ForwardingRowProps) {
  const t = useMessages(messages);
  const words = useMessages(wizard);
  const format = useFormat();
  const { ownNumber, mode, verifiedAt } = forwarding;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0">
      <div className="min-w-0 flex-1">
        <p className="text-base font-medium tabular-nums">{format.phone(ownNumber)}</p>
        <p className="text-sm text-muted">{words.modes[mode]}</p>
      </div>
      <Badge tone={verifiedAt === null ? 'warning' : 'success'} dot>
        {verifiedAt === null ? t.unverified : t.verified(format.dateTime(verifiedAt))}
      </Badge>
      {check && (
        <ButtonLink href={check} size="small" aria-label={t.checkOf(format.phone(ownNumber))}>
          {t.check}
        </ButtonLink>
      )}
      {onForget && (
        <IconButton label={t.forget(format.phone(ownNumber))} icon={<Trash2 />} onPress={onForget} />
      )}
    </li>
  );
}

interface ForgetProps {
  readonly number: PhoneNumber;
  readonly forwarding: Forwarding;
  readonly onClose: () => void;
}

/** We forget it; the line does not, and how it is told is said. */
function Forget({ number, forwarding, onClose }: ForgetProps) {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const forget = useMutation({
    mutationFn: () => removeForwarding(forwarding.id),
    onSuccess: (removed) => {
      onClose();
      notify(
        removed.ok
          ? { tone: 'success', text: t.forgotten }
          : { tone: 'danger', text: say(removed.failure.code) },
      );
      return queries.invalidateQueries({ queryKey: forwardingsQuery(workspace.id).queryKey });
    },
  });
  const { line, mode, seconds, ownNumber } = forwarding;
  const operator = OPERATORS.find(({ id }) => id === forwarding.operator)?.id ?? 'other';
  const codes = codesOf({ operator, line, mode, seconds, from: ownNumber, to: number.number });
  return (
    <Confirm
      isOpen
      title={t.forgetTitle}
      confirmLabel={t.forgetDo}
      isPending={forget.isPending}
      onConfirm={() => forget.mutate()}
      onClose={onClose}
    >
      {t.forgetText(codes?.off ?? '')}
    </Confirm>
  );
}
