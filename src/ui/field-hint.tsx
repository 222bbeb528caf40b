/** The line below a field: a hint, or what is wrong with the value. */
import { CircleAlert } from 'lucide-react';
import { FieldError, Text } from 'react-aria-components';

export interface FieldHintProps {
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

export function FieldHint({ hint, error }: FieldHintProps) {
  if (error !== undefined) {
    return (
      <FieldError className="flex items-start gap-1.5 text-xs text-danger">
        <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
        <span>{error}</span>
      </FieldError>
    );
  }
  if (hint === undefined) return null;
  return (
    <Text slot="description" className="text-xs text-muted">
      {hint}
    </Text>
  );
}
