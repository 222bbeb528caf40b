/** A link inside text. Pages of the app open without a reload; `external` opens a new tab. */
import type { ReactNode } from 'react';
import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components';
import { classNames } from './class-names.ts';

export interface LinkProps extends Omit<AriaLinkProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
  readonly external?: boolean;
  /** Without underline until hovered; for lists and titles. */
  readonly quiet?: boolean;
  readonly className?: string;
}

export function Link({ children, external, quiet, className, ...rest }: LinkProps) {
  return (
    <AriaLink
      {...rest}
      {...(external ? { target: '_blank', rel: 'noreferrer' } : {})}
      className={classNames(
        'press-motion cursor-pointer rounded-sm underline-offset-3 data-hovered:underline data-disabled:cursor-default data-disabled:opacity-50',
        quiet
          ? 'text-inherit'
          : 'font-medium text-accent underline decoration-accent/35 data-hovered:decoration-accent',
        className,
      )}
    >
      {children}
    </AriaLink>
  );
}
