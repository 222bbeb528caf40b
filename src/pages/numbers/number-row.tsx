/** One phone number: its state in plain words, and what answers it. */
import { Phone } from 'lucide-react';
import type { ListedFlow } from '../../data/flows.ts';
import type { PhoneNumber } from '../../data/numbers.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { messages } from './messages.ts';

const TONES: Record<PhoneNumber['state'], Tone> = {
  active: 'success',
  activating: 'warning',
  blocked: 'danger',
};

export interface NumberRowProps {
  readonly number: PhoneNumber;
  readonly flow: ListedFlow | undefined;
  readonly isSandbox: boolean;
  /** Somebody changed at Vapi what answers. */
  readonly isDrifted: boolean;
  /** Absent when it cannot be called from here. */
  readonly onCall?: (() => void) | undefined;
}

export function NumberRow({ number, flow, isSandbox, isDrifted, onCall }: NumberRowProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const provider = isSandbox
    ? t.providers.sandbox
    : number.provider === 'vapi'
      ? t.providers.vapi
      : number.provider;
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
          <p className="text-md font-semibold tabular-nums">{format.phone(number.number)}</p>
          <p className="text-sm text-muted">
            {number.label === '' ? provider : `${number.label} · ${provider}`}
          </p>
        </div>
      </div>
      <div className="min-w-48 flex-1 text-sm">
        <p className="text-xs text-muted">{t.answers}</p>
        {flow === undefined ? (
          <Link href="/flows" quiet className="text-muted">
            {number.flowId === null && number.deploymentId !== null ? t.message : t.nobody}
          </Link>
        ) : (
          <Link href={`/flows/${flow.id}`} quiet className="text-base font-medium">
            {flow.name}
          </Link>
        )}
      </div>
      <div className="text-sm max-sm:flex-1 sm:w-44">
        {number.isElsewhere ? (
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
            <Badge tone={TONES[number.state]} dot>
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
