/** A call that is over is played again, with keys or by itself, and says what is only concluded. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Visit } from '../../data/calls.ts';
import { createMemoryHistory } from '../../router/history.ts';
import { Router } from '../../router/router.tsx';
import { Scrubber } from './scrubber.tsx';

const PATH: Visit[] = [
  { node: 'greet', at: 0, confidence: 'known' },
  { node: 'ask', at: 2_000, confidence: 'inferred' },
  { node: 'end', at: 6_000, confidence: 'known' },
];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Shown({ length }: { readonly length: number | null }) {
  const [current, setCurrent] = useState(0);
  return (
    <Scrubber
      path={PATH}
      current={current}
      onChange={setCurrent}
      nameOf={(node) => `Step ${node}`}
      fixAt={(node) => `/flows/f?step=${node}`}
      length={length}
    />
  );
}

const show = (length: number | null) =>
  render(
    <Router history={createMemoryHistory('/calls/c')}>
      <Shown length={length} />
    </Router>,
  );
const wait = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const step = () => screen.getByText(/^Step (greet|ask|end)$/).textContent;

it('goes through its steps at the times that they had, as fast as wished', () => {
  show(8_000);
  fireEvent.click(screen.getByRole('radio', { name: '1×' }));
  press('Play the call again');
  expect(step()).toBe('Step greet');
  wait(2_100);
  expect(step()).toBe('Step ask');
  expect(screen.getByText('probably')).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: '4×' }));
  wait(1_100);
  expect(step()).toBe('Step end');
  expect(screen.queryByText('probably')).toBeNull();
  wait(1_000);
  // At its end it stops, and begins again when it is asked to.
  press('Play the call again');
  expect(step()).toBe('Step greet');
});

it('stops where somebody chooses a step', () => {
  show(8_000);
  press('Play the call again');
  press('Next step');
  wait(5_000);
  expect(step()).toBe('Step ask');
  expect(screen.getByRole('button', { name: 'Play the call again' })).toBeTruthy();
});

it('that goes on is not played', () => {
  show(null);
  expect(screen.queryByRole('button', { name: 'Play the call again' })).toBeNull();
});
