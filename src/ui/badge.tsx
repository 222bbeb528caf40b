/** A small mark of state: a dot or icon and a word. */
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

const TONES: Record<Tone, string> = {
  neutral: 'bg-fill text-muted',
  accent: 'bg-accent-soft text-accent',
  success: 'bg-success-soft text-success',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
};

export interface BadgeProps {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  /** A filled dot before the word. */
  readonly dot?: boolean;
  readonly children: ReactNode;
  readonly className?: string;
}

export function Badge({ tone = 'neutral', icon, dot, children, className }: BadgeProps) {
  return (
    <span
      className={classNames(
        'inline-flex h-5.5 w-fit shrink-0 items-center gap-1.5 rounded-full px-2 text-xs font-medium whitespace-nowrap [&_svg]:size-3.5',
        TONES[tone],
        className,
      )}
    >
      {dot === true && <span aria-hidden className="size-1.5 rounded-full bg-current" />}
      {icon}
      {children}
    </span>
  );
}
