/** What an owner looks at after a call: the calls themselves, what they add up to, and what was asked, booked and sent in them. */
import { useEffect, useRef } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { useLocation } from '../router/router.tsx';
import { Link } from '../ui/link.tsx';
import { messages } from './messages.ts';

const PLACES = [
  { id: 'calls', path: '/calls' },
  { id: 'figures', path: '/calls/figures' },
  { id: 'questions', path: '/calls/questions' },
  { id: 'appointments', path: '/calls/appointments' },
  { id: 'messages', path: '/calls/messages' },
] as const;

export function CallsNav() {
  const t = useMessages(messages);
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  // On a phone the last of them are out of view.
  useEffect(() => {
    const here = nav.current?.querySelector<HTMLElement>(`[href="${pathname}"]`);
    if (nav.current && here)
      nav.current.scrollLeft = here.offsetLeft + here.offsetWidth - nav.current.clientWidth + 4;
  }, [pathname]);
  return (
    <nav
      ref={nav}
      aria-label={t.afterCalls}
      className="relative -mt-2 flex gap-5 overflow-x-auto border-b border-line px-1"
    >
      {PLACES.map(({ id, path }) => {
        const isHere = pathname === path;
        return (
          <Link
            key={id}
            href={path}
            quiet
            {...(isHere ? { 'aria-current': 'page' } : {})}
            className={`-mb-px flex h-9 items-center border-b-2 text-sm font-medium whitespace-nowrap pointer-coarse:h-11 ${isHere ? 'border-accent text-ink' : 'border-transparent text-muted'}`}
          >
            {t.places[id]}
          </Link>
        );
      })}
    </nav>
  );
}
