/** One phone number: its state in plain words, and what answers it. */
import { Phone, PhoneForwarded } from 'lucide-react';
import type { ListedFlow } from '../../data/flows.ts';
import type { Forwarding } from '../../data/number-changes.ts';
import type { PhoneNumber } from '../../data/numbers.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { messages } from './messages.ts';
import { STATE_TONES, useProviderName } from './number-state.tsx';

export interface NumberRowProps {
  readonly number: PhoneNumber;
  readonly flow: ListedFlow | undefined;
  /** Who answers when, of a number that several flows answer in turn; empty otherwise. */
  readonly byHours: readonly string[];
  readonly isSandbox: boolean;
  /** Numbers of one's own that are forwarded to it. */
  readonly forwardings: readonly Forwarding[];
  /** Somebody changed at Vapi what answers. */
  readonly isDrifted: boolean;
  /** Absent when it cannot be called from here. */
  readonly onCall?: (() => void) | undefined;
}

export function NumberRow(props: NumberRowProps) {
  const { number, flow, byHours, isSandbox, forwardings, isDrifted, onCall } = props;
  const t = useMessages(messages);
  const format = useFormat();
  const provider = useProviderName()(number, isSandbox);
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 px-5 py-4">
      <div className="flex min-w-60 flex-1 items-center gap-4">
        <span
          aria-hidden
          className="flex size-10 shrink-0 items-center justify-center rounded-card bg-family-act-tint text-family-act"
        >
          <Phone className="size-5" />
        </span>
        <div className="min-w-0">
          <Link href={`/numbers/${number.id}`} quiet className="text-md font-semibold tabular-nums">
            {format.phone(number.number)}
          </Link>
          <p className="text-sm text-muted">
            {number.label === '' ? provider : `${number.label} · ${provider}`}
          </p>
          {forwardings.map(({ id, ownNumber, verifiedAt }) => (
            <p key={id} className="flex items-start gap-1.5 text-xs text-muted">
              <PhoneForwarded aria-hidden className="mt-0.5 size-3 shrink-0" />
              {verifiedAt === null
                ? t.forwardedUnproved(format.phone(ownNumber))
                : t.forwarded(format.phone(ownNumber))}
            </p>
          ))}
        </div>
      </div>
      <div className="min-w-48 flex-1 text-sm">
        <p className="text-xs text-muted">{t.answers}</p>
        {flow === undefined ? (
          <Link href="/flows" quiet className="text-muted">
            {number.flowId !== null || number.deploymentId === null
              ? t.nobody
              : byHours.length > 0
                ? t.sentence
                : t.message}
          </Link>
        ) : (
          <Link href={`/flows/${flow.id}`} quiet className="text-base font-medium">
            {flow.name}
          </Link>
        )}
        {byHours.map((line) => (
          <p key={line} className="text-xs text-pretty text-muted">
            {line}
          </p>
        ))}
      </div>
      <div className="text-sm max-sm:flex-1 sm:w-44">
        {number.removalDueAt !== null ? (
          <Badge tone="warning">{t.goes(format.time(number.removalDueAt))}</Badge>
        ) : number.isElsewhere ? (
          <>
            <Badge tone="warning">{t.elsewhere}</Badge>
            <p className="mt-1 text-xs text-muted">{t.elsewhereHint}</p>
          </>
        ) : isDrifted ? (
          <>
            <Badge tone="warning">{t.changed}</Badge>
            <p className="mt-1 text-xs text-muted">{t.changedHint}</p>
          </>
        ) : (
          <>
            <Badge tone={STATE_TONES[number.state]} dot>
              {t.states[number.state]}
            </Badge>
            {number.state !== 'active' && (
              <p className="mt-1 text-xs text-muted">{t.stateHints[number.state]}</p>
            )}
          </>
        )}
      </div>
      {onCall !== undefined && (
        <Button
          icon={<Phone aria-hidden />}
          onPress={onCall}
          isDisabled={flow === undefined && number.deploymentId === null}
        >
          {t.call}
        </Button>
      )}
    </li>
  );
}
