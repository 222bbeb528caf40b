/** The space around the content of ordinary pages; the editor and one call fill the window instead. */
import type { ReactNode } from 'react';
import { classNames } from '../ui/class-names.ts';

export interface PageFrameProps {
  /** The name of the page, for the browser's tab. */
  readonly title: string;
  readonly children: ReactNode;
  readonly narrow?: boolean;
}

export function PageFrame({ title, children, narrow }: PageFrameProps) {
  return (
    <div
      className={classNames(
        'mx-auto flex w-full flex-col gap-6 px-4 pt-6 pb-12 sm:px-8 sm:pt-9',
        narrow ? 'max-w-200' : 'max-w-290',
      )}
    >
      <title>{`${title} · AlloKoli`}</title>
      {children}
    </div>
  );
}
