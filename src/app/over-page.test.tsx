/** What lies over a page and cannot be fetched leaves the page where it is, and comes later by itself. */
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { laterComponent, onWish } from '../ui/later.ts';
import { OverPage } from './over-page.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** React draws what happened at the end of each second. */
async function wait(seconds: number) {
  for (let second = 0; second < seconds; second += 1) await act(() => vi.advanceTimersByTimeAsync(1_000));
}

test('comes once it can be fetched; the page stays meanwhile', async () => {
  let isOnline = false;
  const fetch = vi.fn(async () => {
    if (!isOnline) throw new TypeError('Failed to fetch dynamically imported module');
    return () => <p>Over it</p>;
  });
  const Part = laterComponent(onWish(fetch));
  await act(async () => {
    render(
      <>
        <p>The page</p>
        <OverPage>
          <Part />
        </OverPage>
      </>,
    );
  });
  const page = screen.getByText('The page');
  await wait(10);
  expect(page.isConnected).toBe(true);
  expect(screen.queryByText('Over it')).toBeNull();
  expect(fetch.mock.calls.length).toBeGreaterThan(1);
  isOnline = true;
  await wait(4);
  expect(screen.getByText('Over it')).toBeTruthy();
  expect(page.isConnected).toBe(true);
});

test('a mistake in it is not kept quiet', () => {
  const Broken = () => {
    throw new RangeError('broken');
  };
  expect(() =>
    render(
      <OverPage>
        <Broken />
      </OverPage>,
    ),
  ).toThrow('broken');
});
