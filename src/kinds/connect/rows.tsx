/** The lists of a request: its headers, its fields, and what is kept of the answer. */
import type { InformationId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { InformationPicker } from '../information-picker.tsx';
import type { KindForm } from '../kind-view.ts';
import { ListOfRows } from '../list-of-rows.tsx';
import { formMessages } from '../messages.ts';
import { RowTextField } from '../row-text-field.tsx';
import { messages } from './messages.ts';
import { isReference, referenceTo } from './secret.ts';
import { SecretField } from './secret-field.tsx';
import { type ConnectData, MOST_ANSWERS } from './settings.ts';

export interface RowsProps {
  readonly data: ConnectData;
  readonly form: KindForm;
}

export function HeaderRows({ data, form }: RowsProps) {
  const t = useMessages(messages);
  return (
    <ListOfRows
      form={form}
      path="headers"
      rows={data.headers}
      legend={t.headers}
      hint={t.headersHint}
      add={t.addHeader}
      most={20}
      create={() => ({ name: '', value: '' })}
      first={(header, { index, path }) => (
        <RowTextField
          form={form}
          path={`${path}.name`}
          value={header.name}
          label={t['field.headers.name'](index + 1)}
          placeholder={t['field.headers.name.placeholder']}
          maxLength={80}
        />
      )}
      rest={(header, { index, path }) => {
        const isSecret = isReference(header.value);
        return (
          <div className="flex items-start gap-2">
            <Select
              className="w-28 shrink-0"
              label={t['field.headers.type'](index + 1)}
              labelHidden
              options={[
                { id: 'literal', label: t.literal },
                { id: 'secret', label: t.secret },
              ]}
              value={isSecret ? 'secret' : 'literal'}
              isDisabled={form.isReadOnly}
              onChange={(type) => form.set(`${path}.value`, type === 'secret' ? referenceTo('') : '')}
            />
            {isSecret ? (
              <SecretField
                form={form}
                path={`${path}.value`}
                value={header.value}
                label={t['field.headers.value'](index + 1)}
              />
            ) : (
              <TextField
                className="min-w-0 flex-1"
                label={t['field.headers.value'](index + 1)}
                labelHidden
                value={header.value}
                maxLength={1000}
                isReadOnly={form.isReadOnly}
                error={form.error(`${path}.value`)}
                onChange={(value) => form.type(`${path}.value`, value)}
              />
            )}
          </div>
        );
      }}
    />
  );
}

/** No information has such an id. */
const FIXED = 'fixed text';

export function BodyRows({ data, form }: RowsProps) {
  const t = useMessages(messages);
  const words = useMessages(formMessages);
  const { information } = form.document;
  const sources = [
    { id: FIXED, label: t.fixed },
    ...Object.values(information).map(({ id, name }) => ({ id: id as string, label: name })),
  ];
  return (
    <ListOfRows
      form={form}
      path="body"
      rows={data.body}
      legend={t.body}
      hint={t.bodyHint}
      add={t.addField}
      most={40}
      create={() => ({ name: '', information: '', value: '' })}
      first={(field, { index, path }) => (
        <RowTextField
          form={form}
          path={`${path}.name`}
          value={field.name}
          label={t['field.body.name'](index + 1)}
          placeholder={t['field.body.name.placeholder']}
          maxLength={80}
        />
      )}
      rest={(field, { index, path }) => {
        const isFixed = field.information === '';
        const isKnown = isFixed || information[field.information as InformationId] !== undefined;
        return (
          <>
            <Select
              label={t['field.body.source'](index + 1)}
              labelHidden
              options={
                isKnown ? sources : [...sources, { id: field.information, label: words.unknownInformation }]
              }
              value={isFixed ? FIXED : field.information}
              isDisabled={form.isReadOnly}
              onChange={(source) => form.set(`${path}.information`, source === FIXED ? '' : source)}
            />
            {isFixed && (
              <TextField
                label={t['field.body.value'](index + 1)}
                labelHidden
                value={field.value}
                maxLength={1000}
                isReadOnly={form.isReadOnly}
                error={form.error(`${path}.value`)}
                onChange={(value) => form.type(`${path}.value`, value)}
              />
            )}
          </>
        );
      }}
    />
  );
}

export function AnswerRows({ data, form }: RowsProps) {
  const t = useMessages(messages);
  const words = useMessages(formMessages);
  const nameOf = (id: string) =>
    id === '' ? t.choose : (form.document.information[id as InformationId]?.name ?? words.unknownInformation);
  return (
    <ListOfRows
      form={form}
      path="answers"
      rows={data.answers}
      legend={t.answers}
      hint={t['answers.hint']}
      add={t.addAnswer}
      most={MOST_ANSWERS}
      create={() => ({ path: '', information: '' })}
      onRemove={({ information }) => (information === '' ? {} : { forget: [information as InformationId] })}
      first={(answer, { index, path }) => (
        <RowTextField
          form={form}
          path={`${path}.path`}
          value={answer.path}
          label={t['field.answers.path'](index + 1)}
          placeholder={t['field.answers.path.placeholder']}
          maxLength={200}
        />
      )}
      rest={(answer, { path }) => (
        <div className="flex items-center gap-2">
          <span className="text-sm text-muted">{t.becomes}</span>
          <InformationPicker
            form={form}
            onPick={(information, isNew) =>
              form.edit({
                changes: [{ path: `${path}.information`, value: information.id }],
                ...(isNew ? { information: [information] } : {}),
              })
            }
            trigger={
              <Button
                size="small"
                variant="secondary"
                className="min-w-0 truncate"
                isDisabled={form.isReadOnly}
              >
                {nameOf(answer.information)}
              </Button>
            }
          />
        </div>
      )}
    />
  );
}
