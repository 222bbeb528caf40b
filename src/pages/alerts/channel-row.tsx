/** Somebody who is told: of what, whether it got through, a test, and no longer. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Mail, RotateCw, Send, Trash2, Webhook } from 'lucide-react';
import { ALERT_KINDS, type AlertKind } from '../../alerts/alert.ts';
import { messages as alertWords } from '../../alerts/messages.ts';
import { alertsQuery } from '../../data/alert-queries.ts';
import { askChannelAgain, changeChannel, testChannel } from '../../data/alerts.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { AlertChannel } from '../../publish/alerts-wire.ts';
import { Badge } from '../../ui/badge.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';
import type { ShownOnce } from './shown-once.tsx';
import { useChannelChange } from './use-channel-change.ts';
import { useError } from './use-error.ts';

export interface ChannelRowProps {
  readonly channel: AlertChannel;
  readonly onRemove: () => void;
  readonly onShow: (shown: ShownOnce) => void;
}

export function ChannelRow({ channel, onRemove, onShow }: ChannelRowProps) {
  const t = useMessages(messages);
  const { canChange } = useWorkspace();
  const { id, type, to, isConfirmed } = channel;
  const Icon = type === 'email' ? Mail : Webhook;
  const test = useTest(channel);
  const again = useAskAgain(channel, onShow);
  return (
    <li className="flex flex-col gap-3 px-5 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Icon aria-hidden className="size-4 shrink-0 text-muted" />
        <div className="min-w-40 flex-1">
          <p className="text-base font-medium break-all">{to}</p>
          <p className="text-sm text-pretty text-muted">
            {isConfirmed ? <LastTold channel={channel} /> : t.waitingHint}
          </p>
        </div>
        {!isConfirmed && <Badge tone="warning">{t.waiting}</Badge>}
        {canChange && (
          <div className="flex items-center gap-1">
            {isConfirmed ? (
              <IconButton
                label={t.testOf(to)}
                icon={<Send />}
                isDisabled={test.isPending}
                onPress={() => test.mutate()}
              />
            ) : (
              <IconButton
                label={t.again(to)}
                icon={<RotateCw />}
                isDisabled={again.isPending}
                onPress={() => again.mutate()}
              />
            )}
            <IconButton label={t.removeOf(to)} icon={<Trash2 />} onPress={onRemove} />
          </div>
        )}
      </div>
      <Kinds key={id} channel={channel} />
    </li>
  );
}

function LastTold({ channel: { last } }: { readonly channel: AlertChannel }) {
  const t = useMessages(messages);
  const format = useFormat();
  const why = useError();
  if (last === null) return t.neverTold;
  const { state, attempts, error, at } = last;
  return (
    <span className={state === 'failed' ? 'text-danger' : ''}>
      {t.lastTold(t.states[state](attempts), format.dateTime(at))}
      {error !== null && `. ${why(error)}`}
    </span>
  );
}

function Kinds({ channel: { id, to, kinds } }: { readonly channel: AlertChannel }) {
  const t = useMessages(messages);
  const words = useMessages(alertWords);
  const { canChange } = useWorkspace();
  const change = useChannelChange();
  const toggle = (kind: AlertKind, isOn: boolean) =>
    change.mutate({
      send: () =>
        changeChannel(
          id,
          ALERT_KINDS.filter((one) => (one === kind ? isOn : kinds.includes(one))),
        ),
      told: t.saved,
    });
  return (
    <fieldset className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
      <legend className="sr-only">{t.kindsOf(to)}</legend>
      {ALERT_KINDS.map((kind) => (
        <Checkbox
          key={kind}
          label={words.kinds[kind]}
          isSelected={kinds.includes(kind)}
          isDisabled={!canChange || change.isPending}
          onChange={(isOn) => toggle(kind, isOn)}
        />
      ))}
    </fieldset>
  );
}

function useTest({ id, to }: AlertChannel) {
  const t = useMessages(messages);
  const say = useFailureText();
  const why = useError();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  return useMutation({
    mutationFn: () => testChannel(id),
    onSuccess: (tested) => {
      if (!tested.ok) notify({ tone: 'danger', text: say(tested.failure.code) });
      else if (tested.value.state === 'sent') notify({ tone: 'success', text: t.tested(to) });
      else if (tested.value.state === 'caught') notify({ tone: 'success', text: t.testCaught });
      else notify({ tone: 'danger', text: t.testFailed(why(tested.value.error ?? '')) });
      return queries.invalidateQueries({ queryKey: alertsQuery(workspace.id).queryKey });
    },
  });
}

function useAskAgain({ id, to }: AlertChannel, onShow: (shown: ShownOnce) => void) {
  const t = useMessages(messages);
  const say = useFailureText();
  return useMutation({
    mutationFn: () => askChannelAgain(id),
    onSuccess: (asked) => {
      if (!asked.ok) return notify({ tone: 'danger', text: say(asked.failure.code) });
      const { link, asked: became } = asked.value;
      if (link !== undefined) return onShow({ what: 'link', text: link, to });
      return became === 'failed'
        ? notify({ tone: 'danger', text: t.askFailed(to) })
        : notify({ tone: 'success', text: t.askedAgain(to) });
    },
  });
}
