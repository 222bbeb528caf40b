/** One of a few, all visible, each with an optional explanation. */
import type { ReactNode } from 'react';
import { RadioGroup as AriaRadioGroup, Label, Radio } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { type FieldError, FieldHint, isInvalid } from './field-hint.tsx';
import { LABEL } from './field-style.ts';
import type { Option } from './select.tsx';

export interface RadioGroupProps<Value extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint?: string;
  readonly error?: FieldError;
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
  /** Stands at the end of an option's row: a button. */
  readonly beside?: (id: Value) => ReactNode;
  readonly className?: string;
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const {
    label,
    labelHidden,
    hint,
    error,
    options,
    value,
    onChange,
    isDisabled = false,
    beside,
    className,
  } = props;
  const choose = (id: string) => {
    const option = options.find((known) => known.id === id);
    if (option !== undefined) onChange(option.id);
  };
  return (
    <AriaRadioGroup
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
      isInvalid={isInvalid(error)}
      className={classNames('flex flex-col gap-2', className)}
    >
      <Label className={classNames(LABEL, labelHidden && 'sr-only')}>{label}</Label>
      {options.map((option) => (
        <div key={option.id} className="flex items-start gap-2">
          <Radio
            value={option.id}
            className="group flex flex-1 min-h-6 cursor-pointer items-start gap-2.5 text-base data-disabled:opacity-50 pointer-coarse:min-h-11"
          >
            <span
              aria-hidden
              className="press-motion mt-0.5 size-4 shrink-0 rounded-full border border-field bg-card group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-accent group-data-selected:border-5 group-data-selected:border-accent"
            />
            <span className="min-w-0">
              <span className="block">{option.label}</span>
              {option.hint !== undefined && <span className="block text-xs text-muted">{option.hint}</span>}
            </span>
          </Radio>
          {beside?.(option.id)}
        </div>
      ))}
      <FieldHint hint={hint} error={error} />
    </AriaRadioGroup>
  );
}
