/** What is counted, not timed: renders and elements. */
import type { Browser } from 'playwright-core';
import type { Counted } from '../../src/editor/testing/count-renders.ts';
import { print } from './print.ts';
import { Session } from './session.ts';

const STEPS = 12;
/** Of a rehearsal: the steps that they lead to are seen, so that no turn moves the drawing. */
const TURNS = 2;

/** Counts a step, component by component, most often first. */
function perStep(counts: Readonly<Record<string, number>>, steps: number): string {
  const entries = Object.entries(counts).sort((a, b) => b[1] - a[1]);
  return entries.map(([name, count]) => `${name} ${(count / steps).toFixed(2)}`).join(', ') || 'none';
}

const sum = (counts: Readonly<Record<string, number>>, but: readonly string[] = []) =>
  Object.entries(counts).reduce((total, [name, count]) => total + (but.includes(name) ? 0 : count), 0);

export async function countPass(
  browser: Browser,
  address: string,
  components: readonly string[],
): Promise<void> {
  for (const steps of [100, 2_000]) {
    const session = await Session.open(browser, address, { form: 'product', steps, count: components });
    await session.lookAtTarget();
    const tell = (name: string, counted: Counted, count: number) => {
      console.log(`renders-${name}-${steps}: ${perStep(counted.first, count)}`);
      console.log(`  with all below them: ${perStep(counted.all, count)}`);
    };
    const drag = await session.count(() => session.drag(STEPS));
    tell('drag-step', drag, STEPS);
    // Pressing, choosing and letting go render more than a step does, once.
    print(
      `renders-drag-shell-${steps}`,
      sum(drag.first, ['NodeCard', 'EdgeLine']) / (STEPS + 3),
      '<= 1 and what pressing costs',
    );
    const pan = await session.count(() => session.pan(STEPS));
    tell('pan-step', pan, STEPS);
    print(`renders-pan-shell-${steps}`, sum(pan.first, ['NodeCard', 'EdgeLine']) / STEPS, '0');
    await session.type(2);
    const typed = await session.count(() => session.type(STEPS));
    tell('keystroke', typed, STEPS);
    print(`renders-keystroke-${steps}`, sum(typed.first) / STEPS, '<= 3');
    await session.openRehearsal();
    const turns = await session.count(() => session.answer(TURNS));
    console.log(`renders-rehearsal-turn-${steps}: ${perStep(turns.canvas, TURNS)}`);
    console.log(`  outside of the canvas: ${perStep(turns.first, TURNS)}`);
    print('canvas renders per rehearsal turn', sum(turns.canvas) / TURNS, '<= 3');
    const following = await session.count(() => session.answer(1));
    console.log(`  when the drawing follows to a step out of view: ${perStep(following.canvas, 1)}`);
    await session.close();
  }
  await countMounted(browser, address);
}

async function countMounted(browser: Browser, address: string): Promise<void> {
  let most = { cards: 0, elements: 0 };
  for (const steps of [100, 250, 500, 2_000]) {
    const session = await Session.open(browser, address, { form: 'product', steps });
    const found: string[] = [];
    for (const zoom of [0.1, 0.2, 0.34, 0.36, 0.5, 0.6, 1]) {
      // In the midst of the drawing, where most of it is seen.
      await session.look(Math.min(steps, 200) * 40, 800, zoom);
      const { cards, elements } = await session.mounted();
      found.push(`${zoom}: ${cards} / ${elements}`);
      most = { cards: Math.max(most.cards, cards), elements: Math.max(most.elements, elements) };
    }
    console.log(`mounted-${steps} (zoom: cards / elements): ${found.join(', ')}`);
    await session.close();
  }
  print('mounted-cards-most', most.cards, '<= 400');
  print('mounted-elements-most', most.elements, '<= 5000');
}
