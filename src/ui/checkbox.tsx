/** A box to tick. */
import { Check, Minus } from 'lucide-react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components';
import { classNames } from './class-names.ts';

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  readonly hint?: string;
  readonly className?: string;
}

export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox
      {...rest}
      className={classNames(
        'group flex min-h-6 cursor-pointer items-start gap-2.5 text-base data-disabled:cursor-default data-disabled:opacity-50 pointer-coarse:min-h-11',
        className,
      )}
    >
      {({ isIndeterminate }) => (
        <>
          <span
            aria-hidden
            className="press-motion mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border border-field bg-card text-on-accent group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-accent group-data-indeterminate:border-accent group-data-indeterminate:bg-accent group-data-selected:border-accent group-data-selected:bg-accent"
          >
            {isIndeterminate ? (
              <Minus className="size-3" strokeWidth={3} />
            ) : (
              <Check className="invisible size-3 group-data-selected:visible" strokeWidth={3} />
            )}
          </span>
          <span className="min-w-0">
            <span className="block">{label}</span>
            {hint !== undefined && <span className="block text-xs text-muted">{hint}</span>}
          </span>
        </>
      )}
    </AriaCheckbox>
  );
}
