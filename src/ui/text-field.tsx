/** One line of text with its label, hint and error. */
import type { ReactNode, Ref } from 'react';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
  Label,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import { type FieldError, FieldHint, isInvalid } from './field-hint.tsx';
import { BOX, CONTROL_HEIGHT, FIELD, LABEL } from './field-style.ts';

export interface TextFieldProps
  extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> {
  readonly label: string;
  /** The label is for screen readers only; something else on screen says it. */
  readonly labelHidden?: boolean;
  readonly hint?: string;
  /** What is wrong, as a sentence; marks the field. */
  readonly error?: FieldError;
  readonly placeholder?: string;
  /** Shown inside the box, before the text. */
  readonly icon?: ReactNode;
  readonly className?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function TextField(props: TextFieldProps) {
  const { label, labelHidden, hint, error, placeholder, icon, className, inputRef, ...rest } = props;
  return (
    <AriaTextField {...rest} isInvalid={isInvalid(error)} className={classNames(FIELD, className)}>
      <Label className={classNames(LABEL, labelHidden && 'sr-only')}>{label}</Label>
      <div className="relative">
        {icon !== undefined && (
          <span
            aria-hidden
            className="pointer-events-none absolute inset-y-0 left-3 flex items-center text-muted [&_svg]:size-4"
          >
            {icon}
          </span>
        )}
        <Input
          {...(inputRef === undefined ? {} : { ref: inputRef })}
          {...(placeholder === undefined ? {} : { placeholder })}
          className={classNames(BOX, CONTROL_HEIGHT, icon !== undefined && 'pl-9')}
        />
      </div>
      <FieldHint hint={hint} error={error} />
    </AriaTextField>
  );
}
