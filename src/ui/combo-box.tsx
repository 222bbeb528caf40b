/** One of a long list, found by typing; accents do not matter. */
import { ChevronDown } from 'lucide-react';
import {
  ComboBox as AriaComboBox,
  Button,
  Input,
  type Key,
  Label,
  ListBox,
  Popover,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import { type FieldError, FieldHint, isInvalid } from './field-hint.tsx';
import { BOX, CONTROL_HEIGHT, FIELD, LABEL } from './field-style.ts';
import { FLOATING } from './list-style.ts';
import { type Option, OptionRow } from './select.tsx';

export interface ComboBoxProps<Value extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint?: string;
  readonly error?: FieldError;
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
  readonly className?: string;
}

export function ComboBox<Value extends string>(props: ComboBoxProps<Value>) {
  const { label, labelHidden, hint, error, options, value, onChange, isDisabled = false, className } = props;
  const choose = (key: Key | null) => {
    const option = options.find(({ id }) => id === key);
    if (option !== undefined) onChange(option.id);
  };
  return (
    <AriaComboBox
      defaultItems={options}
      value={value}
      onChange={choose}
      isInvalid={isInvalid(error)}
      isDisabled={isDisabled}
      menuTrigger="focus"
      className={classNames(FIELD, className)}
    >
      <Label className={classNames(LABEL, labelHidden && 'sr-only')}>{label}</Label>
      <div className="relative">
        <Input className={classNames(BOX, CONTROL_HEIGHT, 'pr-9 pointer-coarse:pr-11')} />
        <Button className="absolute inset-y-0 right-0 flex w-9 cursor-pointer items-center justify-center text-muted pointer-coarse:w-11">
          <ChevronDown aria-hidden className="size-4" />
        </Button>
      </div>
      <FieldHint hint={hint} error={error} />
      <Popover className={FLOATING}>
        <ListBox<Option<Value>> className="outline-none">{(option) => <OptionRow option={option} />}</ListBox>
      </Popover>
    </AriaComboBox>
  );
}
