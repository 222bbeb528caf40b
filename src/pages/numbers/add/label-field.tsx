/** What a number is called here. */
import { TextField } from '../../../ui/text-field.tsx';

export interface LabelFieldProps {
  readonly words: { readonly label: string; readonly labelHint: string };
  readonly value: string;
  readonly onChange: (label: string) => void;
}

export function LabelField({ words, value, onChange }: LabelFieldProps) {
  return (
    <TextField
      label={words.label}
      hint={words.labelHint}
      maxLength={80}
      value={value}
      onChange={onChange}
      className="max-w-110"
    />
  );
}
