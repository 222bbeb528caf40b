/** One of two to four short words side by side; changes at once. */
import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { classNames } from './class-names.ts';

export interface Segment<Value extends string> {
  readonly id: Value;
  readonly label: string;
  /** With an icon the word is for screen readers and the tooltip only. */
  readonly icon?: ReactNode;
}

export interface SegmentedControlProps<Value extends string> {
  readonly label: string;
  readonly segments: readonly Segment<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly className?: string;
}

export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, segments, value, onChange, className } = props;
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = segments.find((segment) => keys.has(segment.id));
        if (chosen !== undefined && chosen.id !== value) onChange(chosen.id);
      }}
      className={classNames('inline-flex w-fit rounded-lg bg-fill p-0.5', className)}
    >
      {segments.map((segment) => (
        <ToggleButton
          key={segment.id}
          id={segment.id}
          {...(segment.icon === undefined ? {} : { 'aria-label': segment.label })}
          className="press-motion flex h-8 min-w-8 cursor-pointer items-center justify-center gap-1.5 rounded-md px-3 text-sm font-medium whitespace-nowrap text-muted data-hovered:text-ink data-selected:bg-raised data-selected:text-ink data-selected:shadow-card pointer-coarse:h-10 [&_svg]:size-4"
        >
          {segment.icon ?? segment.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
