/** How a row of the rail looks, and its name, which is written only where the rail is wide. */
import type { ReactNode } from 'react';
import { classNames } from '../ui/class-names.ts';

export interface RailProps {
  /** Icons only, however wide the window is. */
  readonly isSlim: boolean;
}

export const RAIL_ROW =
  'press-motion flex h-9 w-full min-w-0 cursor-pointer items-center gap-3 rounded-lg px-[11px] text-base font-medium text-muted data-hovered:bg-hover data-hovered:text-ink data-pressed:bg-press';

export function RailName({ isSlim, children }: RailProps & { readonly children: ReactNode }) {
  return <span className={classNames('hidden min-w-0 truncate', !isSlim && 'xl:block')}>{children}</span>;
}
