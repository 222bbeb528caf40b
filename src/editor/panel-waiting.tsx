/** The shape of a panel that is still to come. Late enough that one which is already there comes without it. */
import { Skeleton } from '../ui/skeleton.tsx';

/** `isBeside`: a column beside the canvas, not a panel over it. */
export function PanelWaiting({ isBeside = false }: { readonly isBeside?: boolean }) {
  return (
    <div
      aria-busy="true"
      className={`flex flex-col gap-4 bg-card p-4 transition-opacity delay-150 starting:opacity-0 ${
        isBeside
          ? 'w-full shrink-0 border-l border-line sm:w-90'
          : 'w-full rounded-panel border border-line shadow-overlay'
      }`}
    >
      <Skeleton className="h-6 w-40" />
      <Skeleton className="h-9" />
      <Skeleton className="h-9" />
      <Skeleton className="h-9" />
    </div>
  );
}
