/** Send: its form. */
import { useMessages } from '../../i18n/use-messages.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { informationOf } from '../information-select.tsx';
import type { KindForm } from '../kind-view.ts';
import { SentenceField } from '../sentence-field.tsx';
import type { SendData } from './kind.ts';
import { messages } from './messages.ts';
import { CALLER, CHANNELS, type Channel, ME, REACHED_BY } from './recipient.ts';

interface InspectorProps {
  readonly data: SendData;
  readonly form: KindForm;
}

export function Form({ data, form }: InspectorProps) {
  const t = useMessages(messages);
  return (
    <>
      <ChannelField data={data} form={form} />
      <RecipientField data={data} form={form} />
      {data.to === ME && (
        <TextField
          type={data.channel === 'sms' ? 'tel' : 'email'}
          label={t[`field.address.${data.channel}`]}
          hint={t[`field.address.${data.channel}.hint`]}
          placeholder={t[`field.address.${data.channel}.example`]}
          value={data.address}
          maxLength={254}
          isReadOnly={form.isReadOnly}
          error={form.error('address')}
          onChange={(address) => form.type('address', address)}
        />
      )}
      {data.channel === 'email' && (
        <SentenceField
          form={form}
          path="subject"
          value={data.subject}
          label={t['field.subject']}
          hint={t['field.subject.hint']}
          placeholder={t['field.subject.placeholder']}
        />
      )}
      <SentenceField
        form={form}
        path="text"
        value={data.text}
        label={t['field.text']}
        hint={t['field.text.hint']}
        placeholder={t['field.text.placeholder']}
      />
    </>
  );
}

/** Another channel reaches people by something else: whoever cannot be reached by it is replaced at once. */
function ChannelField({ data, form }: InspectorProps) {
  const t = useMessages(messages);
  const choose = (channel: Channel) => {
    const known = Object.values(form.document.information).find(({ type }) => type === REACHED_BY[channel]);
    const to = data.to === ME ? ME : channel === 'sms' ? CALLER : (known?.id ?? ME);
    form.edit({
      changes: [
        { path: 'channel', value: channel },
        { path: 'to', value: to },
      ],
    });
  };
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-sm font-medium">{t['field.channel']}</span>
      <SegmentedControl
        label={t['field.channel']}
        segments={CHANNELS.map((id) => ({ id, label: t[id] }))}
        value={data.channel}
        onChange={(channel) => !form.isReadOnly && choose(channel)}
      />
      <p className="text-xs text-muted">{t['field.channel.hint']}</p>
    </div>
  );
}

function RecipientField({ data, form }: InspectorProps) {
  const t = useMessages(messages);
  const known = informationOf(form.document.information, [REACHED_BY[data.channel]], data.to).filter(
    ({ id }) => id !== CALLER && id !== ME,
  );
  const options = [
    ...(data.channel === 'sms' ? [{ id: CALLER, label: t.caller }] : []),
    ...known.map(({ id, name }) => ({ id: id as string, label: name })),
    { id: ME, label: t.me },
  ];
  return (
    <Select
      label={t['field.to']}
      hint={t[`field.to.${data.channel}.hint`]}
      error={form.error('to')}
      placeholder={t.nobody}
      options={options}
      value={options.some(({ id }) => id === data.to) ? data.to : null}
      isDisabled={form.isReadOnly}
      onChange={(to) => form.set('to', to)}
    />
  );
}
