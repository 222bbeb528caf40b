/** One flow in the list: map, name, state, and what can be done with it. */
import { Copy, Ellipsis, History, PencilLine, Route, Trash2 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { ListedFlow } from '../../data/flows.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useNavigate } from '../../router/router.tsx';
import { Badge } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Link } from '../../ui/link.tsx';
import { Menu, type MenuGroup } from '../../ui/menu.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { messages } from './messages.ts';

const FlowDrawing = lazy(async () => ({ default: (await import('./flow-drawing.tsx')).FlowDrawing }));

export interface FlowCardProps {
  readonly flow: ListedFlow;
  /** Without it there is nothing but looking. */
  readonly canChange: boolean;
  readonly onRename: () => void;
  readonly onVersions: () => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
}

export function FlowCard({ flow, canChange, ...actions }: FlowCardProps) {
  const t = useMessages(messages);
  const format = useFormat();
  return (
    <article className="press-motion group relative flex flex-col overflow-hidden rounded-card border border-line bg-card shadow-card hover:border-edge/50 hover:shadow-raised">
      <div className="relative h-42 border-b border-line bg-canvas">
        <Suspense fallback={<Skeleton className="absolute inset-5" />}>
          <FlowDrawing name={flow.name} stored={flow.document} />
        </Suspense>
      </div>
      <div className="flex flex-col gap-2 p-4 pt-3.5">
        <div className="flex items-center gap-2">
          <h2 className="min-w-0 flex-1 truncate text-md font-semibold">
            {/* the link's area is the whole card; the menu lies above it */}
            <Link
              href={`/flows/${flow.id}`}
              quiet
              className="after:absolute after:inset-0 after:rounded-card"
            >
              {flow.name}
            </Link>
          </h2>
          <FlowMenu id={flow.id} name={flow.name} canChange={canChange} {...actions} />
        </div>
        <div className="flex min-w-0 items-center justify-between gap-3">
          {flow.service === null ? (
            <Badge>{t.draft}</Badge>
          ) : (
            <Badge tone="success" dot>
              {t.live(flow.service.version)}
            </Badge>
          )}
          <span className="min-w-0 truncate text-sm text-muted tabular-nums">
            {flow.service === null
              ? t.changed(format.relative(flow.updatedAt))
              : format.phone(flow.service.number)}
          </span>
        </div>
      </div>
    </article>
  );
}

function FlowMenu({
  id,
  name,
  canChange,
  onRename,
  onVersions,
  onDuplicate,
  onDelete,
}: Omit<FlowCardProps, 'flow'> & { id: string; name: string }) {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const changes: readonly MenuGroup[] = [
    {
      id: 'edit',
      actions: [
        { id: 'rename', label: t.rename, icon: <PencilLine />, onAction: onRename },
        { id: 'duplicate', label: t.duplicate, icon: <Copy />, onAction: onDuplicate },
      ],
    },
    {
      id: 'remove',
      actions: [{ id: 'delete', label: t.delete, icon: <Trash2 />, isDanger: true, onAction: onDelete }],
    },
  ];
  return (
    <Menu
      label={t.more(name)}
      trigger={
        <IconButton label={t.more(name)} icon={<Ellipsis />} size="small" className="relative z-10 -mr-1.5" />
      }
      groups={[
        {
          id: 'look',
          actions: [
            { id: 'versions', label: t.versions, icon: <History />, onAction: onVersions },
            {
              id: 'traffic',
              label: t.traffic,
              icon: <Route />,
              onAction: () => navigate(`/flows/${id}/traffic`),
            },
          ],
        },
        ...(canChange ? changes : []),
      ]}
    />
  );
}

/** The shape of a card that is coming. */
export function FlowCardSkeleton() {
  return (
    <div className="overflow-hidden rounded-card border border-line bg-card">
      <div className="h-42 border-b border-line bg-canvas p-5">
        <Skeleton className="size-full" />
      </div>
      <div className="flex flex-col gap-3 p-4">
        <Skeleton className="h-5 w-1/2" />
        <Skeleton className="h-5 w-3/4" />
      </div>
    </div>
  );
}
