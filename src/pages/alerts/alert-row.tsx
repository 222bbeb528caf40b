/** One alert: what is or was so, since when, what to look at, and who was told. */
import { useQuery } from '@tanstack/react-query';
import { messages as alertWords } from '../../alerts/messages.ts';
import { forwardingsQuery } from '../../data/number-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { AlertAnswer, AlertChannel } from '../../publish/alerts-wire.ts';
import { Badge } from '../../ui/badge.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Link } from '../../ui/link.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';
import { useError } from './use-error.ts';

export interface AlertRowProps {
  readonly alert: AlertAnswer;
  readonly channels: readonly AlertChannel[];
}

export function AlertRow({ alert, channels }: AlertRowProps) {
  const t = useMessages(messages);
  const words = useMessages(alertWords);
  const format = useFormat();
  const { kind, beganAt, overAt, deliveries } = alert;
  const { reason, flowId: _, numberId: __, ...names } = alert.told;
  const filling = {
    ...names,
    ...(names.number === undefined ? {} : { number: format.phone(names.number) }),
  };
  return (
    <li className="flex flex-col gap-2 px-5 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Badge tone={overAt === null ? (kind === 'budget' ? 'warning' : 'danger') : 'neutral'} dot>
          {words.kinds[kind]}
        </Badge>
        <span className="text-sm text-muted tabular-nums">
          {overAt === null
            ? t.since(format.dateTime(beganAt))
            : t.fromTo(format.dateTime(beganAt), format.dateTime(overAt))}
        </span>
      </div>
      <p className="max-w-160 text-base text-pretty">{words.reasons[reason](filling)}</p>
      {overAt === null && (
        <Link href={placeOf(alert)} className="w-fit text-sm">
          {t.look[kind]}
        </Link>
      )}
      {overAt === null && reason === 'no-calls' && <ForwardingChecks numberId={alert.told.numberId ?? ''} />}
      {deliveries.length === 0 ? (
        <p className="text-sm text-muted">{t.nobodyTold}</p>
      ) : (
        <Disclosure title={t.toldTo}>
          <Deliveries alert={alert} channels={channels} />
        </Disclosure>
      )}
    </li>
  );
}

/** A number may be silent because a line forwards its calls no more: a call to that line tells. */
function ForwardingChecks({ numberId }: { readonly numberId: string }) {
  const t = useMessages(messages);
  const format = useFormat();
  const { workspace, canChange } = useWorkspace();
  const { data: forwardings = [] } = useQuery({ ...forwardingsQuery(workspace.id), enabled: canChange });
  return forwardings
    .filter((forwarding) => forwarding.numberId === numberId)
    .map(({ id, ownNumber }) => (
      <Link key={id} href={`/numbers/${numberId}/forward?check=${id}`} className="w-fit text-sm">
        {t.checkForwarding(format.phone(ownNumber))}
      </Link>
    ));
}

function Deliveries({ alert: { deliveries }, channels }: AlertRowProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const why = useError();
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {deliveries.map(({ channelId, phase, state, attempts, error, at }) => (
        <li key={`${channelId} ${at} ${phase}`} className="text-pretty text-muted">
          <span className="break-all text-ink">{channels.find(({ id }) => id === channelId)?.to ?? '…'}</span>{' '}
          {`${format.dateTime(at)} · ${t.phases[phase]} · `}
          <span className={state === 'failed' ? 'text-danger' : ''}>{t.states[state](attempts)}</span>
          {error !== null && ` · ${why(error)}`}
        </li>
      ))}
    </ul>
  );
}

function placeOf({ kind, told }: AlertAnswer): string {
  if (kind === 'budget') return '/settings/spending';
  if (kind === 'failed-calls') return `/calls?flow=${told.flowId ?? ''}&outcome=failed`;
  return `/numbers/${told.numberId ?? ''}`;
}
