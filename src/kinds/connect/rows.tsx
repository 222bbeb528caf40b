/** The lists of a request: its headers, its fields, and what is kept of the answer. */
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { InformationId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { InformationPicker } from '../information-picker.tsx';
import type { KindForm } from '../kind-view.ts';
import { formMessages } from '../messages.ts';
import { RowButtons } from '../row-buttons.tsx';
import { messages } from './messages.ts';
import type { ConnectData } from './request.ts';
import { isReference } from './secret.ts';

export interface RowsProps {
  readonly data: ConnectData;
  readonly form: KindForm;
}

interface RowProps extends RowsProps {
  readonly index: number;
}

const REFERENCE = 'secret:';

export function HeaderRows({ data, form }: RowsProps) {
  const t = useMessages(messages);
  return (
    <Rows
      legend={t.headers}
      add={t.addHeader}
      isFull={data.headers.length >= 20}
      form={form}
      onAdd={() => form.set('headers', [...data.headers, { name: '', value: '' }])}
    >
      {data.headers.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <HeaderRow key={index} index={index} data={data} form={form} />
      ))}
    </Rows>
  );
}

function HeaderRow({ index, data, form }: RowProps) {
  const t = useMessages(messages);
  const header = data.headers[index];
  if (!header) return null;
  const path = `headers.${index}`;
  const isSecret = isReference(header.value);
  return (
    <Row
      form={form}
      index={index}
      count={data.headers.length}
      onRemove={() => form.set('headers', data.headers.toSpliced(index, 1))}
      first={
        <TextField
          className="flex-1"
          label={t['field.headers.name'](index + 1)}
          labelHidden
          placeholder={t['field.headers.name.placeholder']}
          value={header.name}
          maxLength={80}
          isReadOnly={form.isReadOnly}
          error={form.error(`${path}.name`)}
          onChange={(name) => form.type(`${path}.name`, name)}
        />
      }
    >
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
          onChange={(type) => form.set(`${path}.value`, type === 'secret' ? REFERENCE : '')}
        />
        <TextField
          className="min-w-0 flex-1"
          label={t['field.headers.value'](index + 1)}
          labelHidden
          placeholder={isSecret ? t['secret.placeholder'] : ''}
          value={isSecret ? header.value.slice(REFERENCE.length) : header.value}
          maxLength={isSecret ? 40 : 1000}
          isReadOnly={form.isReadOnly}
          error={form.error(`${path}.value`)}
          onChange={(value) => form.type(`${path}.value`, isSecret ? `${REFERENCE}${value}` : value)}
        />
      </div>
    </Row>
  );
}

export function BodyRows({ data, form }: RowsProps) {
  const t = useMessages(messages);
  return (
    <Rows
      legend={t.body}
      add={t.addField}
      isFull={data.body.length >= 40}
      form={form}
      onAdd={() => form.set('body', [...data.body, { name: '', information: '', value: '' }])}
    >
      {data.body.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <BodyRow key={index} index={index} data={data} form={form} />
      ))}
    </Rows>
  );
}

/** No information has such an id. */
const FIXED = 'fixed text';

function BodyRow({ index, data, form }: RowProps) {
  const t = useMessages(messages);
  const words = useMessages(formMessages);
  const field = data.body[index];
  if (!field) return null;
  const path = `body.${index}`;
  const isFixed = field.information === '';
  const isKnown = isFixed || form.document.information[field.information as InformationId] !== undefined;
  return (
    <Row
      form={form}
      index={index}
      count={data.body.length}
      onRemove={() => form.set('body', data.body.toSpliced(index, 1))}
      first={
        <TextField
          className="flex-1"
          label={t['field.body.name'](index + 1)}
          labelHidden
          placeholder={t['field.body.name.placeholder']}
          value={field.name}
          maxLength={80}
          isReadOnly={form.isReadOnly}
          onChange={(name) => form.type(`${path}.name`, name)}
        />
      }
    >
      <Select
        label={t['field.body.source'](index + 1)}
        labelHidden
        options={[
          { id: FIXED, label: t.fixed },
          ...Object.values(form.document.information).map(({ id, name }) => ({
            id: id as string,
            label: name,
          })),
          ...(isKnown ? [] : [{ id: field.information, label: words.unknownInformation }]),
        ]}
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
    </Row>
  );
}

export function AnswerRows({ data, form }: RowsProps) {
  const t = useMessages(messages);
  return (
    <Rows
      legend={t.answers}
      hint={t['answers.hint']}
      add={t.addAnswer}
      isFull={data.answers.length >= 20}
      form={form}
      onAdd={() => form.set('answers', [...data.answers, { path: '', information: '' }])}
    >
      {data.answers.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <AnswerRow key={index} index={index} data={data} form={form} />
      ))}
    </Rows>
  );
}

function AnswerRow({ index, data, form }: RowProps) {
  const t = useMessages(messages);
  const words = useMessages(formMessages);
  const answer = data.answers[index];
  if (!answer) return null;
  const path = `answers.${index}`;
  const id = answer.information as InformationId;
  const name =
    answer.information === '' ? t.choose : (form.document.information[id]?.name ?? words.unknownInformation);
  return (
    <Row
      form={form}
      index={index}
      count={data.answers.length}
      onRemove={() =>
        form.edit({
          changes: [{ path: 'answers', value: data.answers.toSpliced(index, 1) }],
          ...(answer.information === '' ? {} : { forget: [id] }),
        })
      }
      first={
        <TextField
          className="flex-1"
          label={t['field.answers.path'](index + 1)}
          labelHidden
          placeholder={t['field.answers.path.placeholder']}
          value={answer.path}
          maxLength={200}
          isReadOnly={form.isReadOnly}
          error={form.error(`${path}.path`)}
          onChange={(text) => form.type(`${path}.path`, text)}
        />
      }
    >
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
              {name}
            </Button>
          }
        />
      </div>
    </Row>
  );
}

interface ListProps {
  readonly legend: string;
  readonly hint?: string;
  readonly add: string;
  readonly isFull: boolean;
  readonly form: KindForm;
  readonly onAdd: () => void;
  readonly children: ReactNode;
}

function Rows({ legend, hint, add, isFull, form, onAdd, children }: ListProps) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      {hint !== undefined && <p className="-mt-1 mb-1 text-xs text-muted">{hint}</p>}
      {children}
      {!isFull && (
        <Button
          size="small"
          variant="ghost"
          icon={<Plus />}
          className="-ml-2 self-start"
          isDisabled={form.isReadOnly}
          onPress={onAdd}
        >
          {add}
        </Button>
      )}
    </fieldset>
  );
}

interface FrameProps {
  readonly form: KindForm;
  readonly index: number;
  readonly count: number;
  readonly onRemove: () => void;
  readonly first: ReactNode;
  readonly children: ReactNode;
}

function Row({ form, index, count, onRemove, first, children }: FrameProps) {
  return (
    <div className="flex flex-col gap-2 rounded-lg border border-line p-3">
      <div className="flex items-start gap-1">
        {first}
        <span className="flex h-9 items-center">
          <RowButtons index={index} count={count} isDisabled={form.isReadOnly} onRemove={onRemove} />
        </span>
      </div>
      {children}
    </div>
  );
}
