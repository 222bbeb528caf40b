/** A button that offers the information of the flow, or a new one by its name. Knows no kind. */
import { Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { Information } from '../flow/document.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Button } from '../ui/button.tsx';
import { Popover } from '../ui/popover.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { KindForm } from './kind-view.ts';
import { formMessages } from './messages.ts';

export interface InformationPickerProps {
  readonly form: KindForm;
  /** `isNew`: it must be saved together with its first use. */
  readonly onPick: (information: Information, isNew: boolean) => void;
  /** Not offered: already there. */
  readonly without?: ReadonlySet<string>;
  readonly trigger?: ReactElement;
}

export function InformationPicker({ form, onPick, without, trigger }: InformationPickerProps) {
  const t = useMessages(formMessages);
  return (
    <Popover
      label={t.insert}
      placement="bottom end"
      className="w-68 !p-2"
      trigger={
        trigger ?? (
          <Button
            size="small"
            variant="ghost"
            icon={<Plus />}
            aria-label={t.insert}
            className="-mr-1 !px-1.5 !text-xs !font-normal !text-muted"
            isDisabled={form.isReadOnly}
          >
            {t.insertShort}
          </Button>
        )
      }
    >
      <PickerList form={form} onPick={onPick} {...(without ? { without } : {})} />
    </Popover>
  );
}

function PickerList({ form, onPick, without }: InformationPickerProps) {
  const t = useMessages(formMessages);
  const [query, setQuery] = useState('');
  const wanted = plain(query);
  const offered = Object.values(form.document.information).filter((item) => !without?.has(item.id));
  const found = offered.filter((item) => plain(item.name).includes(wanted));
  const isNew =
    wanted !== '' && !Object.values(form.document.information).some((item) => plain(item.name) === wanted);
  return (
    <div className="flex flex-col gap-2">
      <TextField
        label={t.find}
        labelHidden
        placeholder={t.find}
        value={query}
        onChange={setQuery}
        autoFocus
      />
      <div className="flex max-h-64 flex-col overflow-y-auto">
        {found.map((item) => (
          <Button
            key={item.id}
            slot="close"
            variant="ghost"
            className="!justify-start"
            onPress={() => onPick(item, false)}
          >
            <span className="truncate">{item.name}</span>
            <span className="truncate text-xs font-normal text-muted">
              {t.information[item.type].toLocaleLowerCase()}
            </span>
          </Button>
        ))}
        {isNew && (
          <Button
            slot="close"
            variant="ghost"
            className="!justify-start"
            icon={<Plus />}
            onPress={() => onPick(form.newInformation(query.trim(), 'text'), true)}
          >
            {t.create(query.trim())}
          </Button>
        )}
        {found.length === 0 && !isNew && <p className="px-2 py-1.5 text-sm text-muted">{t.noneYet}</p>}
      </div>
    </div>
  );
}

/** Without case and accents: "Téléphone" is found by "tele". */
function plain(text: string): string {
  return text.trim().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
