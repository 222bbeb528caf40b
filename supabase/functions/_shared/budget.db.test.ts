/** Budgets in minutes on a real database: held back while it runs, given back when it ends, never spent twice. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type FreshStack, freshStack } from '../../tests/stack/harness.ts';
import { giveBackMinutes, type MinuteBudget, minutesUsed, takeMinutes } from './budget.ts';

const CALLS: MinuteBudget = { name: 'test-calls', minutes: 10, atOnce: 3, seconds: 3600 };
const MANY = { ...CALLS, atOnce: 1000 };

let stack: FreshStack;
let workspace: string;
let other: string;

beforeAll(async () => {
  stack = await freshStack();
  const rows = await stack.sql`insert into workspaces (name) values ('One'), ('Other') returning id`;
  [workspace, other] = rows.map(({ id }) => id as string) as [string, string];
});
beforeEach(async () => {
  await stack.sql`delete from budget_holds`;
  await stack.sql`delete from budgets`;
});
afterAll(() => stack.close());

const take = (seconds: number, budget = CALLS, hold = randomUUID(), of = workspace) =>
  takeMinutes(stack.service(), of, budget, hold, seconds);
const giveBack = (hold: string, used: number, of = workspace) =>
  giveBackMinutes(stack.service(), of, CALLS, hold, used);
const used = () => minutesUsed(stack.service(), workspace, CALLS);
const later = (minutes: number) =>
  stack.sql`with b as (update budgets set window_start = window_start - make_interval(mins => ${minutes}))
    update budget_holds set begun_at = begun_at - make_interval(mins => ${minutes}),
      ends_at = ends_at - make_interval(mins => ${minutes})`;

it('is taken whole and comes back but for what was used', async () => {
  const hold = randomUUID();
  expect(await take(180, CALLS, hold)).toBe('taken');
  expect(await used()).toBe(3);
  expect(await giveBack(hold, 59.2)).toBe(true);
  expect(await used()).toBe(1);
  expect(await giveBack(hold, 0)).toBe(false);
  expect(await used()).toBe(1);
});

it('is the same one when it is asked for again', async () => {
  const hold = randomUUID();
  expect([await take(180, CALLS, hold), await take(180, CALLS, hold)]).toEqual(['taken', 'taken']);
  expect(await used()).toBe(3);
});

it('refuses what is more than what is left, and takes what fits', async () => {
  expect([await take(540, MANY), await take(61, MANY), await take(60, MANY), await take(1, MANY)]).toEqual([
    'taken',
    'spent',
    'taken',
    'spent',
  ]);
  expect(await take(60, MANY, randomUUID(), other)).toBe('taken');
});

it('lets only so many run at once, until they ended or could not run any longer', async () => {
  const first = randomUUID();
  expect(await take(60, CALLS, first)).toBe('taken');
  expect([await take(60), await take(60), await take(60)]).toEqual(['taken', 'taken', 'busy']);
  await giveBack(first, 10);
  expect([await take(60), await take(60)]).toEqual(['taken', 'busy']);
  await later(2);
  expect(await take(60)).toBe('taken');
});

it('keeps all of what never said that it ended, and heeds who says so late', async () => {
  const [gone, late] = [randomUUID(), randomUUID()];
  await take(120, CALLS, gone);
  await take(120, CALLS, late);
  await later(30);
  expect(await used()).toBe(4);
  expect(await giveBack(late, 60)).toBe(true);
  expect(await used()).toBe(3);
});

it('begins anew with a new window, to which an earlier one gives nothing back', async () => {
  const hold = randomUUID();
  expect([await take(600, CALLS, hold), await take(60)]).toEqual(['taken', 'spent']);
  await later(61);
  expect(await used()).toBe(0);
  expect(await take(120)).toBe('taken');
  expect(await giveBack(hold, 0)).toBe(true);
  expect(await used()).toBe(2);
});

it('cannot be given back by another workspace, nor below nothing', async () => {
  const hold = randomUUID();
  await take(60, CALLS, hold);
  expect(await giveBack(hold, 0, other)).toBe(false);
  expect(await giveBack(hold, 9999)).toBe(true);
  expect(await used()).toBe(1);
});

it('is never spent twice by those who ask at the same time', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => take(60, MANY)));
  expect(answers.filter((answer) => answer === 'taken')).toHaveLength(10);
  expect(await used()).toBe(10);
  const three = await Promise.all(Array.from({ length: 12 }, () => take(1, CALLS, randomUUID(), other)));
  expect(three.filter((answer) => answer === 'taken')).toHaveLength(3);
});
