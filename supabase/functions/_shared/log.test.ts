/** The functions' log: what is printed, and what never is. */
import { afterEach, expect, it, vi } from 'vitest';
import { describeError, logToConsole } from './log.ts';

afterEach(() => vi.restoreAllMocks());

it('prints the fields of the list and no other, whatever it is given', () => {
  const print = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const line = {
    function: 'api',
    event: 'failed',
    status: 500,
    body: 'Jeanne',
    authorization: 'Bearer k',
  } as const;
  logToConsole(line);
  expect(print.mock.calls).toEqual([['{"function":"api","event":"failed","status":500}']]);
});

it('tells the name and the code of an error, never its message', () => {
  const error = Object.assign(new TypeError('+33612345678 is no name'), { code: '23505' });
  const told = describeError(error);
  expect(told.error).toBe('TypeError 23505');
  expect(JSON.stringify(told)).not.toContain('336');
});
