/** A line that stays: something the person should know while they work. */
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface BannerProps {
  readonly tone?: 'info' | 'warning' | 'danger';
  readonly children: ReactNode;
  /** A button or link at the end. */
  readonly action?: ReactNode;
  readonly className?: string;
}

const TONES = {
  info: { box: 'bg-accent-soft', icon: 'text-accent', Icon: Info },
  warning: { box: 'bg-warning-soft', icon: 'text-warning', Icon: TriangleAlert },
  danger: { box: 'bg-danger-soft', icon: 'text-danger', Icon: CircleAlert },
} as const;

export function Banner({ tone = 'info', children, action, className }: BannerProps) {
  const { box, icon, Icon } = TONES[tone];
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={classNames(
        'flex items-center gap-2.5 rounded-lg px-3.5 py-2.5 text-sm text-ink',
        box,
        className,
      )}
    >
      <div className="flex min-w-0 flex-1 items-start gap-2.5">
        <Icon aria-hidden className={classNames('mt-px size-4 shrink-0', icon)} />
        <div className="min-w-0 flex-1">{children}</div>
      </div>
      {action}
    </div>
  );
}
