/** Connect a tool: its form. */
import { useMessages } from '../../i18n/use-messages.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { KindForm } from '../kind-view.ts';
import { SentenceField } from '../sentence-field.tsx';
import { messages } from './messages.ts';
import { AnswerRows, BodyRows, HeaderRows } from './rows.tsx';
import { type ConnectData, hasBody, METHODS } from './settings.ts';
import { TryIt } from './try-it.tsx';

export function Form({ data, form }: { readonly data: ConnectData; readonly form: KindForm }) {
  const t = useMessages(messages);
  return (
    <>
      <TextField
        label={t['field.label']}
        hint={t['field.label.hint']}
        placeholder={t['field.label.placeholder']}
        value={data.label}
        maxLength={80}
        isReadOnly={form.isReadOnly}
        error={form.error('label')}
        onChange={(label) => form.type('label', label)}
      />
      <SentenceField
        form={form}
        path="say"
        value={data.say}
        label={t['field.say']}
        hint={t['field.say.hint']}
        placeholder={t['field.say.placeholder']}
      />
      <Select
        label={t['field.method']}
        hint={t['field.method.hint']}
        options={METHODS.map((id) => ({ id, label: t[`method.${id}`] }))}
        value={data.method}
        isDisabled={form.isReadOnly}
        onChange={(method) => form.set('method', method)}
      />
      <SentenceField
        form={form}
        path="url"
        value={data.url}
        label={t['field.url']}
        hint={t['field.url.hint']}
        placeholder={t['field.url.placeholder']}
      />
      <HeaderRows data={data} form={form} />
      {hasBody(data.method) && <BodyRows data={data} form={form} />}
      <AnswerRows data={data} form={form} />
      <NumberField
        label={t['field.timeoutSeconds']}
        hint={t['field.timeoutSeconds.hint']}
        minValue={1}
        maxValue={30}
        formatOptions={{ style: 'unit', unit: 'second', unitDisplay: 'long' }}
        value={data.timeoutSeconds}
        isReadOnly={form.isReadOnly}
        onChange={(seconds) => {
          if (Number.isInteger(seconds)) form.set('timeoutSeconds', seconds);
        }}
      />
      {form.outside && <TryIt data={data} form={form} outside={form.outside} />}
    </>
  );
}
