/** The list of information that “Ask” obtains: added, named, typed, put in order and removed in place. */
import { Plus } from 'lucide-react';
import { useId } from 'react';
import type { Information, InformationId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FaultLine } from '../../ui/field-hint.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { InformationFields } from '../information-fields.tsx';
import { InformationPicker } from '../information-picker.tsx';
import type { KindForm } from '../kind-view.ts';
import { formMessages } from '../messages.ts';
import { moved, RowButtons } from '../row-buttons.tsx';
import type { AskData } from './kind.ts';
import { MOST_ITEMS } from './limits.ts';
import { messages } from './messages.ts';

export interface AskedItemsProps {
  readonly data: AskData;
  readonly form: KindForm;
}

export function AskedItems({ data, form }: AskedItemsProps) {
  const t = useMessages(messages);
  const hint = useId();
  const error = form.error('items');
  const add = (information: Information, isNew: boolean) =>
    form.edit({
      changes: [{ path: 'items', value: [...data.items, { information: information.id, optional: false }] }],
      ...(isNew ? { information: [information] } : {}),
    });
  return (
    <fieldset className="flex min-w-0 flex-col gap-2" aria-describedby={hint}>
      <legend className="mb-1.5 text-sm font-medium">{t.items}</legend>
      <p id={hint} className="-mt-1 mb-1 text-xs text-muted">
        {t.itemsHint}
      </p>
      {data.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same information may stand twice until it is mended
        <ItemRow key={`${item.information} ${index}`} index={index} data={data} form={form} />
      ))}
      <FaultLine error={error} />
      {data.items.length < MOST_ITEMS && (
        <InformationPicker
          form={form}
          onPick={add}
          without={new Set(data.items.map((item) => item.information))}
          trigger={
            <Button
              size="small"
              variant="ghost"
              icon={<Plus />}
              className="-ml-2 self-start"
              isDisabled={form.isReadOnly}
            >
              {t.addItem}
            </Button>
          }
        />
      )}
    </fieldset>
  );
}

function ItemRow({ index, data, form }: AskedItemsProps & { readonly index: number }) {
  const t = useMessages(messages);
  const words = useMessages(formMessages);
  const item = data.items[index];
  const error = form.error(`items.${index}`);
  const information = item && form.document.information[item.information as InformationId];
  if (!item) return null;
  const remove = () =>
    form.edit({
      changes: [{ path: 'items', value: data.items.toSpliced(index, 1) }],
      forget: [item.information as InformationId],
    });
  return (
    <div className="flex flex-col gap-2 rounded-lg border border-line p-3">
      <div className="flex items-start gap-1">
        <TextField
          className="flex-1"
          label={t['field.name']}
          labelHidden
          placeholder={t['field.name']}
          value={information?.name ?? words.unknownInformation}
          isReadOnly={form.isReadOnly || !information}
          onChange={(name) => information && form.setInformation({ ...information, name }, true)}
        />
        <span className="flex h-9 items-center">
          <RowButtons
            index={index}
            count={data.items.length}
            isDisabled={form.isReadOnly}
            onMove={(to) => form.set('items', moved(data.items, index, to))}
            onRemove={remove}
          />
        </span>
      </div>
      {information && <InformationFields information={information} form={form} />}
      <FaultLine error={error} />
      <Checkbox
        className="text-sm"
        label={t['field.optional']}
        hint={t['field.optional.hint']}
        isSelected={item.optional}
        isDisabled={form.isReadOnly}
        onChange={(optional) => form.set(`items.${index}.optional`, optional)}
      />
    </div>
  );
}
