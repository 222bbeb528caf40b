/** A button that acts. While pending it keeps its width, shows a ring and cannot be pressed again. */
import { LoaderCircle } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { type ButtonSize, type ButtonVariant, buttonClasses } from './button-style.ts';
import { classNames } from './class-names.ts';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  /** An icon before the words. */
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  /** For placing only: margins, width. */
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  variant = 'secondary',
  size = 'medium',
  icon,
  children,
  className,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton {...rest} className={buttonClasses(variant, size, className)}>
      {({ isPending }) => (
        <>
          <span className={classNames('inline-flex items-center gap-[inherit]', isPending && 'opacity-0')}>
            {icon}
            {children}
          </span>
          {isPending && <LoaderCircle aria-hidden className="absolute animate-spin" />}
        </>
      )}
    </AriaButton>
  );
}
