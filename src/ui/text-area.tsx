/** Several lines of text; grows with what is written. */
import type { Ref } from 'react';
import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Label,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import { type FieldError, FieldHint, isInvalid } from './field-hint.tsx';
import { BOX, FIELD, LABEL } from './field-style.ts';

export interface TextAreaProps
  extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint?: string;
  readonly error?: FieldError;
  readonly placeholder?: string;
  /** Lines shown when empty. */
  readonly rows?: number;
  readonly className?: string;
  readonly inputRef?: Ref<HTMLTextAreaElement>;
}

export function TextArea(props: TextAreaProps) {
  const { label, labelHidden, hint, error, placeholder, rows = 3, className, inputRef, ...rest } = props;
  return (
    <AriaTextField {...rest} isInvalid={isInvalid(error)} className={classNames(FIELD, className)}>
      <Label className={classNames(LABEL, labelHidden && 'sr-only')}>{label}</Label>
      <AriaTextArea
        rows={rows}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
        {...(placeholder === undefined ? {} : { placeholder })}
        className={classNames(BOX, 'field-sizing-content max-h-80 min-h-16 resize-none px-3 py-2')}
      />
      <FieldHint hint={hint} error={error} />
    </AriaTextField>
  );
}
