/** Hands the address down to whatever asks for it, and lets it be changed. Knows no page. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  useTransition,
} from 'react';
import type { History, Location, Navigate, NavigateOptions } from './history.ts';
import type { Params } from './match.ts';

interface RouterState {
  readonly history: History;
  readonly location: Location;
  readonly isLeaving: boolean;
}

const RouterContext = createContext<RouterState | null>(null);
const ParamsContext = createContext<Params>({});
export const ParamsProvider = ParamsContext.Provider;

interface RouterProps {
  readonly history: History;
  readonly children: ReactNode;
}

/** The page that is left stays until the next one is there. */
export function Router({ history, children }: RouterProps) {
  const [location, setLocation] = useState(history.location);
  const [isLeaving, startLeaving] = useTransition();
  // Before the effects of what stands inside, which may navigate at once.
  useLayoutEffect(() => {
    setLocation(history.location());
    return history.subscribe((now, before) => {
      // What is written into the address letter by letter must not lag behind.
      if (now.pathname === before.pathname) setLocation(now);
      else startLeaving(() => setLocation(now));
    });
  }, [history]);
  const state = useMemo(() => ({ history, location, isLeaving }), [history, location, isLeaving]);
  return <RouterContext value={state}>{children}</RouterContext>;
}

function useRouter(): RouterState {
  const state = useContext(RouterContext);
  if (!state) throw new Error('The address is only known inside a Router.');
  return state;
}

export function useLocation(): Location {
  return useRouter().location;
}

/** Whether another page is on its way. */
export function useIsLeaving(): boolean {
  return useRouter().isLeaving;
}

export function useNavigate(): Navigate {
  return useRouter().history.navigate;
}

/** What stands in the address where its pattern says `:name`. */
export function useParams(): Partial<Params> {
  return useContext(ParamsContext);
}

type SearchChange = Readonly<Record<string, string>> | ((known: URLSearchParams) => URLSearchParams);

export function useSearchParams(): readonly [
  URLSearchParams,
  (change: SearchChange, options?: NavigateOptions) => void,
] {
  const { history, location } = useRouter();
  const params = useMemo(() => new URLSearchParams(location.search), [location.search]);
  const change = useCallback(
    (wanted: SearchChange, options?: NavigateOptions) => {
      const { pathname, search } = history.location();
      const next =
        typeof wanted === 'function' ? wanted(new URLSearchParams(search)) : new URLSearchParams(wanted);
      const text = next.toString();
      history.navigate(text === '' ? pathname : `${pathname}?${text}`, options);
    },
    [history],
  );
  return [params, change];
}

/** Leads elsewhere as soon as it is drawn; "back" does not lead here again. */
export function Redirect({ to }: { readonly to: string }) {
  const navigate = useNavigate();
  useEffect(() => navigate(to, { replace: true }), [navigate, to]);
  return null;
}
