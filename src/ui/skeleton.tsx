/** The grey shape of what is coming. Silent for screen readers: the region that waits says so. Nothing else is fetched meanwhile. */
import { useEffect } from 'react';
import { classNames } from './class-names.ts';
import { holdLater } from './later.ts';

export function Skeleton({ className }: { readonly className?: string }) {
  useEffect(() => holdLater(), []);
  return <div aria-hidden className={classNames('animate-shimmer rounded-md bg-ink/8', className)} />;
}
