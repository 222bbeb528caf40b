/** One information of the flow, of the types that make sense. Knows no kind. */
import type { Information, InformationId, InformationType } from '../flow/document.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Select } from '../ui/select.tsx';
import type { KindForm } from './kind-view.ts';
import { formMessages } from './messages.ts';

const NONE = 'no information';

export interface InformationSelectProps {
  readonly form: KindForm;
  /** Path of the field in the step's data; it holds an information id, or nothing. */
  readonly path: string;
  readonly value: string;
  readonly types: readonly InformationType[];
  readonly label: string;
  readonly hint?: string;
  /** May be left empty. */
  readonly optional?: boolean;
}

export function InformationSelect(props: InformationSelectProps) {
  const { form, path, value, types, label, hint, optional = false } = props;
  const t = useMessages(formMessages);
  const offered = informationOf(form.document.information, types, value);
  const help = offered.length === 0 ? t.nothingOfThisSort : hint;
  const known = Object.hasOwn(form.document.information, value);
  return (
    <Select
      label={label}
      {...(help === undefined ? {} : { hint: help })}
      error={form.error(path)}
      placeholder={t.informationToChoose}
      options={[
        ...(optional ? [{ id: NONE, label: t.noInformation }] : []),
        ...offered.map(({ id, name }) => ({ id: id as string, label: name })),
      ]}
      value={known ? value : optional ? NONE : null}
      isDisabled={form.isReadOnly || (offered.length === 0 && !known)}
      onChange={(id) => form.set(path, id === NONE ? '' : id)}
    />
  );
}

/** What may be chosen: information of the types, and whatever is chosen now. Pure. */
export function informationOf(
  all: Readonly<Record<InformationId, Information>>,
  types: readonly InformationType[],
  chosen: string,
): Information[] {
  return Object.values(all).filter(({ id, type }) => types.includes(type) || id === chosen);
}
