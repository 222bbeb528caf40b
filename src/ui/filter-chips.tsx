/** A row of choices of which one holds; the choice belongs to whoever shows it. */
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { classNames } from './class-names.ts';

export interface FilterChip<Value extends string> {
  readonly id: Value;
  readonly label: string;
  readonly count?: number;
}

export interface FilterChipsProps<Value extends string> {
  readonly label: string;
  readonly chips: readonly FilterChip<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly className?: string;
}

export function FilterChips<Value extends string>({
  label,
  chips,
  value,
  onChange,
  className,
}: FilterChipsProps<Value>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = chips.find((chip) => keys.has(chip.id));
        if (chosen !== undefined && chosen.id !== value) onChange(chosen.id);
      }}
      className={classNames('flex flex-wrap gap-1.5', className)}
    >
      {chips.map((chip) => (
        <ToggleButton
          key={chip.id}
          id={chip.id}
          className="press-motion flex h-8 cursor-pointer items-center gap-1.5 rounded-full border border-line bg-card px-3 text-sm font-medium text-muted data-hovered:border-edge/60 data-hovered:text-ink data-selected:border-accent data-selected:bg-accent-soft data-selected:text-accent pointer-coarse:h-11"
        >
          {chip.label}
          {chip.count !== undefined && <span className="text-xs tabular-nums">{chip.count}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
