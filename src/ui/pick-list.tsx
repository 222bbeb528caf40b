/** A field and what it finds, inside something that floats: chosen by arrows and Enter, or by pointer. Knows no domain word. */
import type { ReactNode } from 'react';
import { TextField as AriaTextField, Autocomplete, Input, ListBox, ListBoxItem } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { BOX, CONTROL_HEIGHT } from './field-style.ts';
import { ROW } from './list-style.ts';

export interface PickItem {
  readonly id: string;
  readonly title: string;
  /** At the end of the row. */
  readonly detail?: string;
  readonly icon?: ReactNode;
}

export interface PickListProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly items: readonly PickItem[];
  readonly onChoose: (id: string) => void;
  readonly empty: string;
}

export function PickList({ label, placeholder, value, onChange, items, onChoose, empty }: PickListProps) {
  return (
    <Autocomplete inputValue={value} onInputChange={onChange}>
      <AriaTextField aria-label={label} autoFocus>
        <Input
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          className={classNames(BOX, CONTROL_HEIGHT)}
        />
      </AriaTextField>
      <ListBox
        aria-label={label}
        items={items}
        onAction={(id) => onChoose(String(id))}
        renderEmptyState={() => <p className="px-2 py-1.5 text-sm text-muted">{empty}</p>}
        className="max-h-64 overflow-y-auto pt-2 outline-none"
      >
        {({ id, title, detail, icon }) => (
          <ListBoxItem id={id} textValue={title} className={classNames(ROW, 'data-focused:bg-accent-soft')}>
            {icon}
            <span className="min-w-0 flex-1 truncate">{title}</span>
            {detail !== undefined && <span className="shrink-0 text-xs text-muted">{detail}</span>}
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
}
