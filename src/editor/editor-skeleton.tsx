/** The shape of the editor while the flow is on its way. */
import { useMessages } from '../i18n/use-messages.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { editorMessages } from './messages.ts';

const CARDS = [
  { left: '8%', top: '34%', height: 132 },
  { left: '38%', top: '26%', height: 188 },
  { left: '68%', top: '20%', height: 132 },
  { left: '68%', top: '54%', height: 132 },
];

export function EditorSkeleton() {
  const t = useMessages(editorMessages);
  return (
    <div role="status" aria-label={t.canvas.loading} className="flex h-full min-h-0 flex-col">
      <div className="flex h-14 shrink-0 items-center gap-3 border-b border-line bg-card px-4">
        <Skeleton className="h-5 w-44" />
        <span className="flex-1" />
        <Skeleton className="h-8 w-24" />
        <Skeleton className="h-8 w-24" />
      </div>
      <div className="relative flex-1 overflow-hidden bg-canvas">
        {CARDS.map((card) => (
          <div
            key={`${card.left} ${card.top}`}
            className="absolute w-70 rounded-card border border-line bg-card p-3.5"
            style={card}
          >
            <div className="flex items-center gap-2.5">
              <Skeleton className="size-7" />
              <Skeleton className="h-4 w-28" />
            </div>
            <Skeleton className="mt-3 h-3.5 w-56" />
            <Skeleton className="mt-2 h-3.5 w-40" />
          </div>
        ))}
      </div>
    </div>
  );
}
