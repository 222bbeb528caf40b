/** How buttons look, shared by those that act and those that lead somewhere. Knows no behaviour. */
import { classNames } from './class-names.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'small' | 'medium';

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent data-hovered:bg-accent-strong data-pressed:bg-accent-strong',
  secondary:
    'border border-line bg-card text-ink shadow-card data-hovered:border-edge/60 data-hovered:bg-canvas data-pressed:bg-sunken',
  ghost: 'text-ink data-hovered:bg-hover data-pressed:bg-press',
  danger: 'bg-danger text-on-danger data-hovered:bg-danger-strong data-pressed:bg-danger-strong',
};

const SIZES: Record<ButtonSize, string> = {
  small: 'h-7 gap-1.5 rounded-md px-2.5 text-sm [&_svg]:size-3.5 pointer-coarse:h-11 pointer-coarse:px-4',
  medium: 'h-9 gap-2 rounded-lg px-3.5 text-base [&_svg]:size-4 pointer-coarse:h-11',
};

/** Classes of a button. Pure. */
export function buttonClasses(variant: ButtonVariant, size: ButtonSize, extra?: string): string {
  return classNames(
    'press-motion relative inline-flex shrink-0 cursor-pointer items-center justify-center font-medium whitespace-nowrap select-none',
    'data-disabled:cursor-default data-disabled:opacity-50 [&_svg]:shrink-0 forced-colors:border',
    VARIANTS[variant],
    SIZES[size],
    extra,
  );
}
