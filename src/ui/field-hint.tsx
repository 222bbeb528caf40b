/** The lines below a field: its hint, and what is wrong with its value, with a button that mends it. Knows no domain word. */
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { Text } from 'react-aria-components';
import { Button } from './button.tsx';

export type FaultTone = 'danger' | 'warning' | 'hint';

/** What is wrong with the value of a field. Only `danger` marks the field as invalid. */
export interface FieldFault {
  readonly text: string;
  /** Why it matters, what to do. */
  readonly more?: string;
  readonly tone?: FaultTone;
  /** Found again on the page by this name. */
  readonly id?: string;
  /** Mends it. */
  readonly action?: { readonly label: string; readonly onPress: () => void };
}

/** A sentence alone is an error. */
export type FieldError = string | FieldFault | undefined;

export interface FieldHintProps {
  readonly hint?: string | undefined;
  readonly error?: FieldError;
}

export function isInvalid(error: FieldError): boolean {
  return typeof error === 'string' || (error !== undefined && (error.tone ?? 'danger') === 'danger');
}

export function FieldHint({ hint, error }: FieldHintProps) {
  if (error === undefined && hint === undefined) return null;
  if (error === undefined) {
    return (
      <Text slot="description" className="text-xs text-muted">
        {hint}
      </Text>
    );
  }
  const fault = typeof error === 'string' ? { text: error } : error;
  return (
    <>
      <Text slot="description" className="flex flex-col gap-1 text-xs text-muted">
        {hint !== undefined && !isInvalid(error) && <span>{hint}</span>}
        <FaultText fault={fault} />
      </Text>
      {fault.action && <FixButton {...fault.action} />}
    </>
  );
}

function FixButton({ label, onPress }: NonNullable<FieldFault['action']>) {
  return (
    // Without a slot it would become the button of the field that it stands in.
    <Button slot={null} size="small" className="ml-5 self-start" onPress={onPress}>
      {label}
    </Button>
  );
}

/** The same below something that is no field: a list. */
export function FaultLine({ error }: { readonly error: FieldError }) {
  if (error === undefined) return null;
  const fault = typeof error === 'string' ? { text: error } : error;
  return (
    <div className="flex flex-col gap-1.5 text-xs">
      <FaultText fault={fault} />
      {fault.action && <FixButton {...fault.action} />}
    </div>
  );
}

const TONES = {
  danger: { Icon: CircleAlert, className: 'text-danger' },
  warning: { Icon: TriangleAlert, className: 'text-warning' },
  hint: { Icon: Info, className: 'text-accent' },
} as const;

function FaultText({ fault: { id, text, more, tone = 'danger' } }: { readonly fault: FieldFault }) {
  const { Icon, className } = TONES[tone];
  return (
    <span className="flex items-start gap-1.5" data-fault={id}>
      <Icon aria-hidden className={`mt-px size-3.5 shrink-0 ${className}`} />
      <span>
        <span className={`font-medium ${className}`}>{text}</span>
        {more !== undefined && more !== '' && <span className="block text-muted">{more}</span>}
      </span>
    </span>
  );
}
