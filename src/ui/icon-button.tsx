/** A square button with an icon only: its label is the tooltip and what screen readers say. */
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { TooltipFor } from './tooltip.tsx';

export interface IconButtonProps
  extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  readonly label: string;
  readonly icon: ReactNode;
  readonly size?: 'small' | 'medium';
  readonly variant?: 'ghost' | 'secondary' | 'primary';
  /** Keys that do the same, shown in the tooltip. */
  readonly keys?: string;
  readonly placement?: 'top' | 'bottom' | 'left' | 'right';
  /** Shown as switched on; makes it a toggle for screen readers. */
  readonly isActive?: boolean;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

const VARIANTS = {
  ghost: 'text-muted data-hovered:bg-hover data-hovered:text-ink data-pressed:bg-press',
  secondary:
    'border border-line bg-card text-ink shadow-card data-hovered:border-edge/60 data-hovered:bg-canvas data-pressed:bg-sunken',
  primary: 'bg-accent text-on-accent data-hovered:bg-accent-strong data-pressed:bg-accent-strong',
} as const;

export function IconButton(props: IconButtonProps) {
  const {
    label,
    icon,
    size = 'medium',
    variant = 'ghost',
    keys,
    placement,
    isActive,
    className,
    ...rest
  } = props;
  return (
    <TooltipFor
      text={label}
      {...(keys === undefined ? {} : { keys })}
      {...(placement === undefined ? {} : { placement })}
    >
      <AriaButton
        {...rest}
        aria-label={label}
        {...(isActive === undefined ? {} : { 'aria-pressed': isActive })}
        className={classNames(
          'press-motion inline-flex shrink-0 cursor-pointer items-center justify-center [&_svg]:shrink-0',
          'data-disabled:cursor-default data-disabled:opacity-40 pointer-coarse:size-11',
          size === 'small' ? 'size-7 rounded-md [&_svg]:size-4' : 'size-9 rounded-lg [&_svg]:size-[18px]',
          isActive ? 'bg-accent-soft text-accent' : VARIANTS[variant],
          className,
        )}
      >
        {icon}
      </AriaButton>
    </TooltipFor>
  );
}
