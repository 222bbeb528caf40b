/** A number, written as the language writes it, with steps down and up. */
import { Minus, Plus } from 'lucide-react';
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
  Button,
  Group,
  Input,
  Label,
} from 'react-aria-components';
import { useMessages } from '../i18n/use-messages.ts';
import { classNames } from './class-names.ts';
import { type FieldError, FieldHint, isInvalid } from './field-hint.tsx';
import { BOX, FIELD, LABEL } from './field-style.ts';
import { messages } from './messages.ts';

export interface NumberFieldProps
  extends Omit<AriaNumberFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint?: string;
  readonly error?: FieldError;
  readonly className?: string;
}

const STEP =
  'press-motion flex w-8 shrink-0 cursor-pointer items-center justify-center text-muted pointer-coarse:w-11 data-hovered:bg-hover data-hovered:text-ink data-pressed:bg-press data-disabled:opacity-40';

export function NumberField({ label, labelHidden, hint, error, className, ...rest }: NumberFieldProps) {
  const t = useMessages(messages);
  return (
    <AriaNumberField
      {...rest}
      decrementAriaLabel={t.decrease(label)}
      incrementAriaLabel={t.increase(label)}
      isInvalid={isInvalid(error)}
      className={classNames(FIELD, className)}
    >
      <Label className={classNames(LABEL, labelHidden && 'sr-only')}>{label}</Label>
      <Group
        className={classNames(
          BOX,
          'flex h-9 overflow-hidden data-focus-within:border-accent data-focus-within:outline-2 data-focus-within:-outline-offset-1 data-focus-within:outline-accent pointer-coarse:h-11',
        )}
      >
        <Button slot="decrement" className={STEP}>
          <Minus aria-hidden className="size-3.5" />
        </Button>
        <Input className="min-w-0 flex-1 bg-transparent px-1 text-center tabular-nums focus-visible:outline-none" />
        <Button slot="increment" className={STEP}>
          <Plus aria-hidden className="size-3.5" />
        </Button>
      </Group>
      <FieldHint hint={hint} error={error} />
    </AriaNumberField>
  );
}
