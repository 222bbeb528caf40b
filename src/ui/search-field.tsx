/** Finds in a list while typing; Escape empties it. */
import { Search, X } from 'lucide-react';
import { SearchField as AriaSearchField, Button, Input, Label } from 'react-aria-components';
import { useMessages } from '../i18n/use-messages.ts';
import { classNames } from './class-names.ts';
import { BOX, CONTROL_HEIGHT } from './field-style.ts';
import { messages } from './messages.ts';

export interface SearchFieldProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
  readonly className?: string;
}

export function SearchField({
  label,
  placeholder,
  value,
  onChange,
  autoFocus = false,
  className,
}: SearchFieldProps) {
  const t = useMessages(messages);
  return (
    <AriaSearchField
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
      className={classNames('group relative min-w-0', className)}
    >
      <Label className="sr-only">{label}</Label>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted"
      />
      <Input
        placeholder={placeholder ?? label}
        className={classNames(BOX, CONTROL_HEIGHT, 'pr-9 pl-9 [&::-webkit-search-cancel-button]:hidden')}
      />
      <Button
        aria-label={t.clearSearch}
        className="press-motion absolute top-1/2 right-1.5 flex size-7 -translate-y-1/2 cursor-pointer items-center justify-center rounded-md text-muted group-data-empty:hidden data-hovered:bg-hover data-hovered:text-ink pointer-coarse:right-0 pointer-coarse:size-11"
      >
        <X aria-hidden className="size-4" />
      </Button>
    </AriaSearchField>
  );
}
