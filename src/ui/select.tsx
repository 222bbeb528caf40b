/** One of a short list; for a long one use `ComboBox`. */
import { Check, ChevronDown } from 'lucide-react';
import {
  Select as AriaSelect,
  type SelectProps as AriaSelectProps,
  Button,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import { type FieldError, FieldHint, isInvalid } from './field-hint.tsx';
import { BOX, CONTROL_HEIGHT, FIELD, LABEL } from './field-style.ts';
import { FLOATING, ROW } from './list-style.ts';

export interface Option<Value extends string = string> {
  readonly id: Value;
  readonly label: string;
  readonly hint?: string;
}

export interface SelectProps<Value extends string>
  extends Omit<
    AriaSelectProps<object>,
    | 'className'
    | 'style'
    | 'children'
    | 'isInvalid'
    | 'value'
    | 'onChange'
    | 'selectedKey'
    | 'onSelectionChange'
    | 'selectionMode'
  > {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint?: string;
  readonly error?: FieldError;
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly className?: string;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, labelHidden, hint, error, options, value, onChange, className, ...rest } = props;
  const choose = (key: Key | null) => {
    const option = options.find(({ id }) => id === key);
    if (option !== undefined) onChange(option.id);
  };
  return (
    <AriaSelect
      {...rest}
      value={value}
      onChange={choose}
      isInvalid={isInvalid(error)}
      className={classNames(FIELD, className)}
    >
      <Label className={classNames(LABEL, labelHidden && 'sr-only')}>{label}</Label>
      <Button className={classNames(BOX, CONTROL_HEIGHT, 'flex cursor-pointer items-center gap-2 text-left')}>
        <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-muted">
          {({ selectedText, defaultChildren, isPlaceholder }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
      </Button>
      <FieldHint hint={hint} error={error} />
      <Popover className={FLOATING}>
        <ListBox items={options} className="outline-none">
          {(option) => <OptionRow option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** A row of a floating list, ticked when it is the chosen one. */
export function OptionRow({ option }: { readonly option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className={classNames(ROW, 'group')}>
      <span className="min-w-0 flex-1">
        <span className="block truncate">{option.label}</span>
        {option.hint !== undefined && (
          <span slot="description" className="block text-xs text-muted">
            {option.hint}
          </span>
        )}
      </span>
      <Check aria-hidden className="invisible !text-accent group-data-selected:visible" />
    </ListBoxItem>
  );
}
