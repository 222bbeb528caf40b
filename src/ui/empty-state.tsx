/** What stands where a list would be: one sentence and the next thing to do. */
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  /** The next action. */
  readonly action?: ReactNode;
  /** It stands for a whole page, and its title is the page's. */
  readonly isPage?: boolean;
  readonly className?: string;
}

export function EmptyState({ icon, title, children, action, isPage = false, className }: EmptyStateProps) {
  const Title = isPage ? 'h1' : 'h2';
  return (
    <div
      className={classNames('mx-auto flex max-w-100 flex-col items-center px-6 py-14 text-center', className)}
    >
      {icon !== undefined && (
        <span
          aria-hidden
          className="mb-4 flex size-11 items-center justify-center rounded-card border border-line bg-card text-muted shadow-card [&_svg]:size-5"
        >
          {icon}
        </span>
      )}
      <Title className="text-md font-semibold text-balance">{title}</Title>
      {children !== undefined && <div className="mt-1.5 text-base text-pretty text-muted">{children}</div>}
      {action !== undefined && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
