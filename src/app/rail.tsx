/** The rail at the left: workspace, places, person. Slim (icons with tooltips) unless the window is wide. */
import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useMessages } from '../i18n/use-messages.ts';
import { useLocation } from '../router/router.tsx';
import { classNames } from '../ui/class-names.ts';
import { TooltipFor } from '../ui/tooltip.tsx';
import { messages } from './messages.ts';
import { isInside, PLACES } from './places.ts';
import { AccountMenu, LanguageMenu, ThemeMenu } from './rail-menus.tsx';
import { RAIL_ROW, RailName, type RailProps } from './rail-row.tsx';
import { preparePage } from './routes.tsx';
import { WorkspaceMenu } from './workspace-menu.tsx';

export function Rail({ isSlim }: RailProps) {
  const t = useMessages(messages);
  const { pathname } = useLocation();
  return (
    <header
      className={classNames(
        'hidden shrink-0 flex-col border-r border-line bg-card px-2 py-3 md:flex',
        isSlim ? 'w-14' : 'w-14 xl:w-52',
      )}
    >
      <WorkspaceMenu isSlim={isSlim} />
      <nav aria-label={t.navigation} className="mt-5 flex flex-col gap-1">
        {PLACES.map((place) => (
          <RailRow key={place.id} name={t[place.id]} isSlim={isSlim}>
            <Link
              href={place.path}
              onHoverStart={() => preparePage(place.path)}
              onFocus={() => preparePage(place.path)}
              aria-label={t[place.id]}
              {...(isInside(place, pathname) ? { 'aria-current': 'page' as const } : {})}
              className={classNames(
                RAIL_ROW,
                'aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent',
              )}
            >
              <place.Icon aria-hidden className="size-[18px] shrink-0" />
              <RailName isSlim={isSlim}>{t[place.id]}</RailName>
            </Link>
          </RailRow>
        ))}
      </nav>
      <div className="mt-auto flex flex-col gap-1">
        <LanguageMenu isSlim={isSlim} />
        <ThemeMenu isSlim={isSlim} />
        <AccountMenu isSlim={isSlim} />
      </div>
    </header>
  );
}

/** A tooltip only where the name is not written. */
function RailRow({ name, isSlim, children }: { name: string; isSlim: boolean; children: ReactElement }) {
  const isNamed = !isSlim && globalThis.matchMedia?.('(min-width: 80rem)').matches;
  if (isNamed) return children;
  return (
    <TooltipFor text={name} placement="right">
      {children}
    </TooltipFor>
  );
}
