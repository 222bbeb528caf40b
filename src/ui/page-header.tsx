/** The top of a page: its name, and what can be done here. */
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface PageHeaderProps {
  readonly title: string;
  /** Where one came from: a link, shown with an arrow. */
  readonly back?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly className?: string;
}

export function PageHeader({ title, back, lead, actions, className }: PageHeaderProps) {
  return (
    <header className={classNames('flex flex-wrap items-start justify-between gap-x-6 gap-y-4', className)}>
      <div className={classNames('min-w-0 flex-1', lead !== undefined && 'basis-72')}>
        {back !== undefined && (
          <div className="relative mb-2 text-sm text-muted [&>a]:relative [&>a]:inline-block [&>a]:pl-5.5 pointer-coarse:[&>a]:after:absolute pointer-coarse:[&>a]:after:-inset-x-2 pointer-coarse:[&>a]:after:-inset-y-3.5">
            <ArrowLeft aria-hidden className="pointer-events-none absolute top-px left-0 size-4" />
            {back}
          </div>
        )}
        <h1 className="text-xl font-semibold tracking-[-0.02em] text-balance">{title}</h1>
        {lead !== undefined && <p className="mt-1 max-w-160 text-base text-pretty text-muted">{lead}</p>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
