/** One of two to four short words side by side; changes at once. The browser's own choice, so that little has to be fetched for it. */
import { type ReactNode, useId } from 'react';
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
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={classNames('inline-flex w-fit rounded-lg bg-fill p-0.5', className)}
    >
      {segments.map((segment) => (
        <label
          key={segment.id}
          data-chosen={segment.id === value || undefined}
          className="press-motion relative flex h-8 min-w-8 cursor-pointer items-center justify-center gap-1.5 rounded-md px-3 text-sm font-medium whitespace-nowrap text-muted hover:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent data-chosen:bg-raised data-chosen:text-ink data-chosen:shadow-card pointer-coarse:h-11 pointer-coarse:min-w-11 [&_svg]:size-4"
        >
          {/* Above the words, so that it is what is pressed. */}
          <input
            type="radio"
            name={name}
            checked={segment.id === value}
            onChange={() => onChange(segment.id)}
            {...(segment.icon === undefined ? {} : { 'aria-label': segment.label })}
            className="absolute inset-0 m-0 cursor-pointer appearance-none rounded-md outline-none"
          />
          {segment.icon ?? segment.label}
        </label>
      ))}
    </div>
  );
}
