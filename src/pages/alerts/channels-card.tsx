/** Who is told, of what; adding and removing. */
import { MailPlus, Webhook } from 'lucide-react';
import { useState } from 'react';
import { removeChannel } from '../../data/alerts.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { AlertChannel, AlertsAnswer } from '../../publish/alerts-wire.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { AddDialog, type ChannelType } from './add-dialog.tsx';
import { ChannelRow } from './channel-row.tsx';
import { messages } from './messages.ts';
import { type ShownOnce, ShownOnceDialog } from './shown-once.tsx';
import { useChannelChange } from './use-channel-change.ts';

export function ChannelsCard({ channels, mail }: Pick<AlertsAnswer, 'channels' | 'mail'>) {
  const t = useMessages(messages);
  const { canChange, person } = useWorkspace();
  const [adding, setAdding] = useState<ChannelType | null>(null);
  const [shown, setShown] = useState<ShownOnce | null>(null);
  const [leaving, setLeaving] = useState<AlertChannel | null>(null);
  const isIn = channels.some(({ to }) => to.toLowerCase() === person.email.toLowerCase());
  return (
    <Card title={t.channels} flush>
      <p className="px-5 pb-4 text-sm text-pretty text-muted">{t.channelsHint}</p>
      {mail !== 'provider' && (
        <Banner tone={mail === 'none' ? 'warning' : 'info'} className="mx-5 mb-4">
          {mail === 'none' ? t.mailNone : t.mailCaught}
        </Banner>
      )}
      {channels.length === 0 ? (
        <p className="border-t border-line px-5 py-4 text-base text-muted">{t.noChannels}</p>
      ) : (
        <ul aria-label={t.channels} className="divide-y divide-line border-t border-line">
          {channels.map((channel) => (
            <ChannelRow
              key={channel.id}
              channel={channel}
              onRemove={() => setLeaving(channel)}
              onShow={setShown}
            />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2 border-t border-line px-5 py-4">
        {canChange ? (
          <>
            <Button
              variant={channels.length === 0 ? 'primary' : 'secondary'}
              icon={<MailPlus aria-hidden />}
              isDisabled={mail === 'none'}
              onPress={() => setAdding('email')}
            >
              {t.addMail}
            </Button>
            <Button icon={<Webhook aria-hidden />} onPress={() => setAdding('webhook')}>
              {t.addHook}
            </Button>
          </>
        ) : (
          <p className="text-sm text-muted">{t.onlyEditors}</p>
        )}
      </div>
      <AddDialog
        type={adding}
        suggested={isIn ? '' : person.email}
        onShow={setShown}
        onClose={() => setAdding(null)}
      />
      <ShownOnceDialog shown={shown} onClose={() => setShown(null)} />
      {leaving && <Remove channel={leaving} onClose={() => setLeaving(null)} />}
    </Card>
  );
}

interface RemoveProps {
  readonly channel: AlertChannel;
  readonly onClose: () => void;
}

function Remove({ channel: { id, to }, onClose }: RemoveProps) {
  const t = useMessages(messages);
  const change = useChannelChange();
  return (
    <Confirm
      isOpen
      title={t.removeTitle(to)}
      confirmLabel={t.remove}
      isDanger
      isPending={change.isPending}
      onConfirm={() =>
        change.mutate({ send: () => removeChannel(id), told: t.removed(to) }, { onSettled: onClose })
      }
      onClose={onClose}
    >
      {t.removeText}
    </Confirm>
  );
}
