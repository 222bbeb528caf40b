/** Parts that come later: they are waited for, and one that could not be fetched can be tried again. */
import { act, cleanup, render, screen } from '@testing-library/react';
import { Component, type ReactNode, Suspense } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import {
  forgetFailures,
  later,
  laterComponent,
  NotLoaded,
  onWish,
  partOf,
  startLoadingLater,
} from './later.ts';
import { Skeleton } from './skeleton.tsx';

afterEach(cleanup);

const Part = ({ name }: { readonly name: string }) => <p>{name}</p>;

class Boundary extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state = { error: null as unknown };
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render() {
    if (this.state.error === null) return this.props.children;
    const again = () => {
      forgetFailures();
      this.setState({ error: null });
    };
    return (
      <button type="button" onClick={again}>
        {this.state.error instanceof NotLoaded ? 'Again' : 'Broken'}
      </button>
    );
  }
}

const shown = (children: ReactNode) => (
  <Boundary>
    <Suspense fallback="Waiting">{children}</Suspense>
  </Boundary>
);

test('is waited for once, and then there at once', async () => {
  let arrive = () => {};
  const coming = new Promise<typeof Part>((resolve) => {
    arrive = () => resolve(Part);
  });
  const fetch = vi.fn(() => coming);
  const Late = laterComponent(onWish(fetch));
  await act(async () => void render(shown(<Late name="One" />)));
  expect(document.body.textContent).toBe('Waiting');
  await act(async () => arrive());
  expect(document.body.textContent).toBe('One');
  cleanup();
  expect(render(shown(<Late name="Two" />)).container.textContent).toBe('Two');
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('is tried again by whoever asks for it', async () => {
  const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
  const fetch = vi.fn(async () => Part);
  fetch.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const Late = laterComponent(onWish(fetch));
  await act(async () => void render(shown(<Late name="One" />)));
  await act(async () => screen.getByRole('button', { name: 'Again' }).click());
  expect(screen.getByText('One')).toBeTruthy();
  expect(fetch).toHaveBeenCalledTimes(2);
  silence.mockRestore();
});

test('is undefined for what somebody does while it cannot be fetched, and fetched with the next wish', async () => {
  const fetch = vi.fn(async () => 'part');
  fetch.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const one = onWish(fetch);
  expect(await partOf(one)).toBeUndefined();
  expect(await partOf(one)).toBe('part');
});

test('comes by itself in a moment of rest, and not while a first picture is waited for', async () => {
  vi.useFakeTimers();
  try {
    const fetch = vi.fn(async () => Part);
    const { unmount } = render(<Skeleton />);
    startLoadingLater();
    later(fetch);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetch).not.toHaveBeenCalled();
    unmount();
    // The next picture is waited for at once.
    const next = render(<Skeleton />);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetch).not.toHaveBeenCalled();
    next.unmount();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetch).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});
