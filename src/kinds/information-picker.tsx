/** A button that offers the information of the flow, or a new one by its name. Knows no kind. */
import { Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { Information } from '../flow/document.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Button } from '../ui/button.tsx';
import { PickList } from '../ui/pick-list.tsx';
import { Popover } from '../ui/popover.tsx';
import { guessType } from './information-type.ts';
import type { KindForm } from './kind-view.ts';
import { formMessages } from './messages.ts';

export interface InformationPickerProps {
  readonly form: Pick<KindForm, 'document' | 'isReadOnly' | 'newInformation'>;
  /** `isNew`: it must be saved together with its first use. */
  readonly onPick: (information: Information, isNew: boolean) => void;
  /** Not offered: already there. */
  readonly without?: ReadonlySet<string>;
  readonly trigger?: ReactElement;
  /** For whoever opens it from elsewhere too. */
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}

export function InformationPicker(props: InformationPickerProps) {
  const { form, onPick, without, trigger, isOpen, onOpenChange } = props;
  const t = useMessages(formMessages);
  const [isOwnOpen, setOwnOpen] = useState(false);
  const change = onOpenChange ?? setOwnOpen;
  const pick = (information: Information, isNew: boolean) => {
    change(false);
    onPick(information, isNew);
  };
  return (
    <Popover
      label={t.insert}
      placement="bottom end"
      className="w-80 !p-2"
      isOpen={isOpen ?? isOwnOpen}
      onOpenChange={change}
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
      <PickerList form={form} onPick={pick} {...(without ? { without } : {})} />
    </Popover>
  );
}

/** No information has such an id. */
const NEW = 'new information';

function PickerList({ form, onPick, without }: InformationPickerProps) {
  const t = useMessages(formMessages);
  const [query, setQuery] = useState('');
  const wanted = plain(query);
  const name = query.trim();
  const all = Object.values(form.document.information);
  const found = all.filter((item) => !without?.has(item.id) && plain(item.name).includes(wanted));
  const isNew = wanted !== '' && !all.some((item) => plain(item.name) === wanted);
  const type = guessType(name);
  const typeName = (item: Information['type']) => t.information[item].toLocaleLowerCase();
  const choose = (id: string) => {
    const item = found.find((one) => one.id === id);
    if (item) onPick(item, false);
    else if (id === NEW) onPick(form.newInformation(name, type), true);
  };
  return (
    <PickList
      label={t.find}
      placeholder={t.find}
      value={query}
      onChange={setQuery}
      items={[
        ...found.map((item) => ({ id: item.id as string, title: item.name, detail: typeName(item.type) })),
        ...(isNew ? [{ id: NEW, title: t.create(name), detail: typeName(type), icon: <Plus /> }] : []),
      ]}
      onChoose={choose}
      empty={t.noneYet}
    />
  );
}

/** Without case and accents: "Téléphone" is found by "tele". */
function plain(text: string): string {
  return text.trim().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
