/** A link that looks like a button. */
import type { ReactNode } from 'react';
import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components';
import { type ButtonSize, type ButtonVariant, buttonClasses } from './button-style.ts';

export interface ButtonLinkProps extends Omit<AriaLinkProps, 'className' | 'style' | 'children'> {
  readonly href: string;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

export function ButtonLink({
  variant = 'secondary',
  size = 'medium',
  icon,
  children,
  className,
  ...rest
}: ButtonLinkProps) {
  return (
    <AriaLink {...rest} className={buttonClasses(variant, size, className)}>
      {icon}
      {children}
    </AriaLink>
  );
}
