/** The rail of phones. */
import { Link } from 'react-aria-components';
import { useMessages } from '../i18n/use-messages.ts';
import { useLocation } from '../router/router.tsx';
import { messages } from './messages.ts';
import { isInside, PLACES } from './places.ts';
import { preparePage } from './routes.tsx';

export function BottomBar() {
  const t = useMessages(messages);
  const { pathname } = useLocation();
  return (
    <nav
      aria-label={t.navigation}
      className="flex shrink-0 border-t border-line bg-card pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {PLACES.map((place) => (
        <Link
          key={place.id}
          href={place.path}
          onPressStart={() => preparePage(place.path)}
          {...(isInside(place, pathname) ? { 'aria-current': 'page' as const } : {})}
          className="press-motion flex h-14 flex-1 flex-col items-center justify-center gap-1 text-xs font-medium text-muted focus-visible:-outline-offset-2 aria-[current=page]:text-accent"
        >
          <place.Icon aria-hidden className="size-5" />
          {t[place.id]}
        </Link>
      ))}
    </nav>
  );
}
