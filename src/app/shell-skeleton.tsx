/** The shape of the shell while it is not known who is there. */
import { Skeleton } from '../ui/skeleton.tsx';

export function ShellSkeleton() {
  return (
    <div className="flex min-h-dvh" aria-busy="true">
      <div className="hidden w-14 border-r border-line bg-card md:block xl:w-52" />
      <PageSkeleton />
    </div>
  );
}

/** Of a page that is still to come. */
export function PageSkeleton() {
  return (
    <div aria-busy="true" className="mx-auto flex w-full max-w-290 flex-col gap-6 px-4 pt-6 sm:px-8 sm:pt-9">
      <Skeleton className="h-8 w-40" />
      <Skeleton className="h-9 w-72" />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Skeleton className="h-56 rounded-card" />
        <Skeleton className="h-56 rounded-card" />
        <Skeleton className="h-56 rounded-card" />
      </div>
    </div>
  );
}
