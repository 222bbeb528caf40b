/** A quiet surface with a thin border. */
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface CardProps {
  readonly children: ReactNode;
  /** A title row with an optional action at its end. */
  readonly title?: ReactNode;
  readonly action?: ReactNode;
  /** Without inner space, for lists that reach the border. */
  readonly flush?: boolean;
  readonly className?: string;
}

export function Card({ children, title, action, flush, className }: CardProps) {
  return (
    <section
      className={classNames(
        'rounded-card border border-line bg-card shadow-card',
        !flush && 'p-5',
        className,
      )}
    >
      {title !== undefined && (
        <div className={classNames('flex items-center gap-3', flush ? 'px-5 pt-4 pb-3' : 'pb-4')}>
          <h2 className="min-w-0 flex-1 text-md font-semibold">{title}</h2>
          {action}
        </div>
      )}
      {children}
    </section>
  );
}
