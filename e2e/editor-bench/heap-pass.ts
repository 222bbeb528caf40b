/** What is kept in memory, and what an edit and an undo cost beside printing the drawing. */
import type { Browser } from 'playwright-core';
import { print } from './print.ts';
import { Session } from './session.ts';

const ROUNDS = 7;
/** As many as are kept. */
const EDITS = 200;

export async function heapPass(browser: Browser, address: string): Promise<void> {
  const heapAt = async (steps: number) => {
    const session = await Session.open(browser, address, { form: 'product', steps });
    return { session, heap: await session.heap() };
  };
  const small = await heapAt(10);
  await small.session.close();
  const { session, heap } = await heapAt(2_000);
  print('heap-growth-megabytes-2000', heap - small.heap, '<= 12');
  print('undo-kilobytes-per-edit', await perEdit(session), '<= 4');
  await session.evaluate(() => window.scene?.work?.(200));
  const full = await session.restingHeap();
  await session.evaluate(() => window.scene?.work?.(1_000));
  print('heap-growth-over-1000-edits-megabytes', (await session.restingHeap()) - full, '0, within 1');
  const times = await session.evaluate(async () => (await window.scene?.figures?.()) ?? {});
  const percent = (name: string) => ((times[name] ?? Number.NaN) / (times.stringify ?? Number.NaN)) * 100;
  print('edit-percent-of-stringify', percent('edit'), '<= 15');
  print('undo-percent-of-stringify', percent('undo'), '<= 15');
  await session.close();
}

/** The heap with a full history less the same drawing's without: what else comes and goes differs from round to round. */
async function perEdit(session: Session): Promise<number> {
  const kilobytes: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await session.evaluate(() => window.scene?.work?.(200));
    const full = await session.restingHeap();
    await session.evaluate(() => window.scene?.forget?.());
    kilobytes.push(((full - (await session.restingHeap())) * 1024) / EDITS);
  }
  return kilobytes.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
}
