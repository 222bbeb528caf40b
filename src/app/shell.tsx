/** The frame: rail at the left (a bar at the bottom on phones), banner, page. */
import { Eye, FlaskConical } from 'lucide-react';
import { Suspense, useEffect, useState } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { useWorkspace } from '../pages/workspace-context.ts';
import { ParamsProvider, useIsLeaving, useLocation } from '../router/router.tsx';
import { classNames } from '../ui/class-names.ts';
import { later, partOf } from '../ui/later.ts';
import { BottomBar } from './bottom-bar.tsx';
import { messages } from './messages.ts';
import { PageBoundary } from './page-boundary.tsx';
import { Rail } from './rail.tsx';
import { routeAt } from './routes.tsx';
import { PageSkeleton } from './shell-skeleton.tsx';
import { WorkspaceMenu } from './workspace-menu.tsx';

const alertBanner = later(async () => (await import('../pages/alerts/alert-banner.tsx')).AlertBanner);

/** Comes after the page, and not at all without a network. */
function Alerts() {
  const [Banner, setBanner] = useState(() => alertBanner.now());
  useEffect(() => {
    if (Banner === undefined) void partOf(alertBanner).then((part) => part && setBanner(() => part));
  }, [Banner]);
  return Banner ? <Banner /> : null;
}

export function Shell() {
  const t = useMessages(messages);
  const { sandbox, canChange } = useWorkspace();
  const { pathname } = useLocation();
  const { route, params } = routeAt(pathname);
  const isWide = route.isWide === true;
  const isLeaving = useIsLeaving();
  return (
    <div className="flex h-dvh flex-col md:flex-row">
      <a
        href="#content"
        className="sr-only z-70 rounded-md bg-card px-3 py-2 shadow-overlay focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t.skip}
      </a>
      {/* late enough that a page which is already there comes without it */}
      {isLeaving && (
        <div
          aria-hidden
          className="fixed inset-x-0 top-0 z-70 h-0.5 bg-accent transition-opacity delay-150 starting:opacity-0"
        />
      )}
      <Rail isSlim={isWide} />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        {!isWide && (
          <div className="shrink-0 border-b border-line bg-card px-2.5 py-1 md:hidden">
            <WorkspaceMenu isSlim={false} isBar />
          </div>
        )}
        {sandbox && (
          <p
            role="status"
            className="flex min-h-7 shrink-0 items-center justify-center gap-2 border-b border-line bg-warning-soft px-4 py-1 text-xs font-medium text-warning"
          >
            <FlaskConical aria-hidden className="size-3.5 shrink-0" />
            {t.sandboxBanner}
          </p>
        )}
        {!canChange && !isWide && (
          <p
            role="status"
            className="flex min-h-7 shrink-0 items-center justify-center gap-2 border-b border-line bg-accent-soft px-4 py-1 text-xs font-medium text-accent"
          >
            <Eye aria-hidden className="size-3.5 shrink-0" />
            {t.viewerBanner}
          </p>
        )}
        {!isWide && pathname !== '/settings/alerts' && <Alerts />}
        <main
          id="content"
          tabIndex={-1}
          className={classNames(
            'relative min-h-0 flex-1 focus-visible:outline-none',
            isWide ? 'overflow-hidden' : 'overflow-y-auto',
          )}
        >
          <PageBoundary>
            <ParamsProvider value={params}>
              <Suspense fallback={!isWide && <PageSkeleton />}>
                <route.Page key={route.path} />
              </Suspense>
            </ParamsProvider>
          </PageBoundary>
        </main>
      </div>
      <BottomBar />
    </div>
  );
}
