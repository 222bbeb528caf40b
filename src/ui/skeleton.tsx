/** The grey shape of what is coming. Silent for screen readers: the region that waits says so. */
import { classNames } from './class-names.ts';

export function Skeleton({ className }: { readonly className?: string }) {
  return <div aria-hidden className={classNames('animate-shimmer rounded-md bg-ink/8', className)} />;
}
