/** How often a question is put again. Knows no kind. */
import { useMessages } from '../i18n/use-messages.ts';
import { NumberField } from '../ui/number-field.tsx';
import type { KindForm } from './kind-view.ts';
import { formMessages } from './messages.ts';

export interface RetriesFieldProps {
  readonly form: KindForm;
  readonly value: number;
  readonly most: number;
  readonly hint: string;
}

export function RetriesField({ form, value, most, hint }: RetriesFieldProps) {
  const t = useMessages(formMessages);
  return (
    <NumberField
      label={t.retries}
      hint={hint}
      error={form.error('retries')}
      value={value}
      minValue={0}
      maxValue={most}
      isReadOnly={form.isReadOnly}
      onChange={(retries) => {
        if (!Number.isNaN(retries)) form.set('retries', retries);
      }}
    />
  );
}
