/** What is timed: five rounds in which all forms take turns, and the median of each. */
import type { Browser } from 'playwright-core';
import { print } from './print.ts';
import { type Cost, Session } from './session.ts';

const ROUNDS = 5;
const STEPS = 40;
const KEYS = 20;

type Costs = Record<string, Cost[]>;

export async function timePass(browser: Browser, address: string): Promise<void> {
  const costs: Costs = {};
  const starts: Record<string, number[]> = {};
  const idle: number[] = [];
  const note = (name: string, cost: Cost) => {
    costs[name] = [...(costs[name] ?? []), cost];
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [form, steps] of [
      ['product', 2_000],
      ['dom', 2_000],
      ['product', 100],
    ] as const) {
      const session = await Session.open(browser, address, { form, steps });
      starts[`${form}-${steps}`] = [...(starts[`${form}-${steps}`] ?? []), session.start];
      if (form === 'product' && steps === 2_000) idle.push(await session.idle());
      await session.lookAtTarget();
      note(`drag-${form}-${steps}`, await session.drag(STEPS));
      note(`pan-${form}-${steps}`, await session.pan(STEPS));
      note(`type-${form}-${steps}`, await session.type(KEYS));
      await session.close();
    }
    for (const form of ['product', 'canvas'] as const) {
      const session = await Session.open(browser, address, { form, steps: 2_000 });
      await session.look(8_000, 2_000, 0.12);
      note(`overview-${form}`, await session.pan(STEPS));
      await session.close();
    }
  }
  const naive = await Session.open(browser, address, { form: 'naive', steps: 2_000 });
  await naive.lookAtTarget();
  note('drag-naive-2000', await naive.drag(10));
  note('pan-naive-2000', await naive.pan(10));
  note('type-naive-2000', await naive.type(5));
  await naive.close();

  const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
  const of = (name: string, part: keyof Cost) => median(costs[name]!.map((cost) => cost[part]));
  for (const name of Object.keys(costs).sort())
    console.log(
      `milliseconds-${name}: task ${of(name, 'task').toFixed(2)}, script ${of(name, 'script').toFixed(2)}`,
    );
  const ratio = (name: string, one: string, other: string, part: keyof Cost, goal: string) =>
    print(name, of(one, part) / of(other, part), goal);
  for (const act of ['drag', 'pan'] as const) {
    ratio(`${act}-task/bare-dom`, `${act}-product-2000`, `${act}-dom-2000`, 'task', '<= 2.5');
    ratio(`${act}-script/bare-dom`, `${act}-product-2000`, `${act}-dom-2000`, 'script', '<= 15');
    ratio(`${act}-growth-100-to-2000`, `${act}-product-2000`, `${act}-product-100`, 'task', '<= 2');
    ratio(`${act}-naive/product`, `${act}-naive-2000`, `${act}-product-2000`, 'task', 'told beside');
  }
  ratio('keystroke-task/bare-dom', 'type-product-2000', 'type-dom-2000', 'task', '<= 2');
  ratio('keystroke-growth-100-to-2000', 'type-product-2000', 'type-product-100', 'task', '<= 1.3');
  ratio('keystroke-naive/product', 'type-naive-2000', 'type-product-2000', 'task', 'told beside');
  ratio('overview-pan-task/bare-canvas', 'overview-product', 'overview-canvas', 'task', '<= 1.2');
  print('start-growth-100-to-2000', median(starts['product-2000']!) / median(starts['product-100']!), '<= 2');
  print('start-milliseconds-2000', median(starts['product-2000']!));
  print('start-milliseconds-naive-2000', naive.start);
  print('idle-milliseconds-a-second', median(idle), '< 5');
}
