/** The address: what fits which pattern, and that whoever shows it follows it. */
import { act, cleanup, render, screen } from '@testing-library/react';
import { use } from 'react';
import { afterEach, expect, test } from 'vitest';
import { createBrowserHistory, createMemoryHistory, parseAddress } from './history.ts';
import { matchPath, matchRoute } from './match.ts';
import { Redirect, Router, useIsLeaving, useLocation, useSearchParams } from './router.tsx';

afterEach(cleanup);

test.each([
  ['/flows', '/flows', {}],
  ['/flows', '/flows/', {}],
  ['/flows/:id', '/flows/a%20b', { id: 'a b' }],
  ['/flows/:id', '/flows/100%', { id: '100%' }],
  ['/flows/:id', '/flows', null],
  ['/flows/:id', '/flows/a/b', null],
  ['/', '/flows', null],
])('%s and %s', (pattern, path, params) => {
  expect(matchPath(pattern, path)).toEqual(params);
});

test('the first route that fits is taken', () => {
  const routes = [{ path: '/flows/new' }, { path: '/flows/:id' }];
  expect(matchRoute(routes, '/flows/new')?.route.path).toBe('/flows/new');
  expect(matchRoute(routes, '/flows/7')).toEqual({ route: routes[1], params: { id: '7' } });
  expect(matchRoute(routes, '/calls')).toBeNull();
});

test('an address may be whole or only its end', () => {
  const here = { pathname: '/calls', search: '?days=7', hash: '' };
  expect(parseAddress('/flows?q=a#b', here)).toEqual({ pathname: '/flows', search: '?q=a', hash: '#b' });
  expect(parseAddress('?days=30', here)).toEqual({ pathname: '/calls', search: '?days=30', hash: '' });
  expect(parseAddress('#row', here)).toEqual({ pathname: '/calls', search: '?days=7', hash: '#row' });
});

test('back and forward of the browser are followed', async () => {
  const history = createBrowserHistory();
  const seen: string[] = [];
  const stop = history.subscribe(({ pathname }, before) => seen.push(`${before.pathname} ${pathname}`));
  history.navigate('/flows', { replace: true });
  history.navigate('/calls');
  const isBack = new Promise((done) => window.addEventListener('popstate', done, { once: true }));
  window.history.back();
  await isBack;
  stop();
  history.navigate('/numbers');
  expect(seen.slice(1)).toEqual(['/flows /calls', '/calls /flows']);
  expect(history.location().pathname).toBe('/numbers');
});

function Where() {
  const { pathname } = useLocation();
  const [params, setParams] = useSearchParams();
  return (
    <button type="button" onClick={() => setParams((known) => new URLSearchParams([...known, ['b', '2']]))}>
      {`${pathname} ${params}`}
    </button>
  );
}

test('the address is shown as it is, and its questions can be changed', async () => {
  const history = createMemoryHistory('/flows?a=1');
  render(
    <Router history={history}>
      <Where />
    </Router>,
  );
  act(() => screen.getByRole('button', { name: '/flows a=1' }).click());
  expect(history.location().search).toBe('?a=1&b=2');
  await act(async () => history.navigate('/calls'));
  expect(screen.getByRole('button', { name: '/calls' })).toBeTruthy();
});

test('whoever is led elsewhere is there at once', async () => {
  const history = createMemoryHistory('/');
  const Page = () => (useLocation().pathname === '/' ? <Redirect to="/flows" /> : <Where />);
  await act(async () => {
    render(
      <Router history={history}>
        <Page />
      </Router>,
    );
  });
  expect(screen.getByRole('button', { name: '/flows' })).toBeTruthy();
});

test('the page that is left stays until the next one is there', async () => {
  const history = createMemoryHistory('/flows');
  let arrive = (_: string) => {};
  const coming = new Promise<string>((done) => {
    arrive = done;
  });
  const Page = () => (useLocation().pathname === '/flows' ? 'Flows' : use(coming));
  const Leaving = () => (useIsLeaving() ? <progress /> : null);
  render(
    <Router history={history}>
      <Page />
      <Leaving />
    </Router>,
  );
  await act(async () => history.navigate('/calls'));
  expect(document.body.textContent).toBe('Flows');
  expect(document.querySelector('progress')).toBeTruthy();
  await act(async () => arrive('Calls'));
  expect(document.body.textContent).toBe('Calls');
  expect(document.querySelector('progress')).toBeNull();
});
