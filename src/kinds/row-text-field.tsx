/** The text field of a row in a list: the row says what it is about, so its label is only read aloud. Knows no kind. */
import { TextField } from '../ui/text-field.tsx';
import type { KindForm } from './kind-view.ts';

export interface RowTextFieldProps {
  readonly form: KindForm;
  /** Where the text stands in the step's data. */
  readonly path: string;
  readonly value: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly maxLength: number;
  readonly className?: string;
}

export function RowTextField({ form, path, className = 'flex-1', ...field }: RowTextFieldProps) {
  return (
    <TextField
      {...field}
      className={className}
      labelHidden
      isReadOnly={form.isReadOnly}
      error={form.error(path)}
      onChange={(text) => form.type(path, text)}
    />
  );
}
