/** How far something long has come. */
import { ProgressBar } from 'react-aria-components';
import { classNames } from './class-names.ts';

export interface ProgressProps {
  readonly label: string;
  /** 0 to 100; without it the length is not known. */
  readonly value?: number;
  readonly className?: string;
}

export function Progress({ label, value, className }: ProgressProps) {
  return (
    <ProgressBar
      aria-label={label}
      {...(value === undefined ? { isIndeterminate: true } : { value })}
      className={classNames('block', className)}
    >
      {({ percentage, isIndeterminate }) => (
        <div className="h-1.5 overflow-hidden rounded-full bg-fill">
          <div
            className={classNames(
              'h-full rounded-full bg-accent transition-[width] duration-(--layout)',
              isIndeterminate && 'animate-shimmer',
            )}
            style={{ width: isIndeterminate ? '100%' : `${percentage}%` }}
          />
        </div>
      )}
    </ProgressBar>
  );
}
