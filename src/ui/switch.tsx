/** On or off, at once. */
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { FaultLine, type FieldError } from './field-hint.tsx';

export interface SwitchProps extends Omit<AriaSwitchProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  readonly hint?: string;
  readonly error?: FieldError;
  readonly className?: string;
}

export function Switch({ error, className, ...rest }: SwitchProps) {
  if (error === undefined) return <PlainSwitch {...rest} className={className ?? ''} />;
  return (
    <div className={classNames('flex flex-col gap-1.5', className)}>
      <PlainSwitch {...rest} />
      <div className="pl-11.5">
        <FaultLine error={error} />
      </div>
    </div>
  );
}

function PlainSwitch({ label, hint, className, ...rest }: Omit<SwitchProps, 'error'>) {
  return (
    <AriaSwitch
      {...rest}
      className={classNames(
        'group flex min-h-6 cursor-pointer items-start gap-3 text-base data-disabled:cursor-default data-disabled:opacity-50 pointer-coarse:min-h-11',
        className,
      )}
    >
      <span
        aria-hidden
        className="press-motion mt-px flex h-5 w-8.5 shrink-0 items-center rounded-full bg-field p-0.5 group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-accent group-data-selected:bg-accent forced-colors:border forced-colors:group-data-selected:bg-[Highlight]"
      >
        <span className="press-motion size-4 rounded-full bg-card shadow-card group-data-selected:translate-x-3.5 forced-colors:bg-[ButtonText]" />
      </span>
      <span className="min-w-0">
        <span className="block">{label}</span>
        {hint !== undefined && <span className="block text-xs text-muted">{hint}</span>}
      </span>
    </AriaSwitch>
  );
}
