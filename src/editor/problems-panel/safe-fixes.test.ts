/** “Fix all” takes the safe problems away, makes no new ones, touches no sentence, and is undone in one step. */
import { describe, expect, it } from 'vitest';
import { DAMAGES, damaged, type Loose } from '../../flow/check/testing/damages.ts';
import type { FlowDocument } from '../../flow/document.ts';
import { checkFlow, registry } from '../../kinds/registry.ts';
import { fixProblems } from '../commands/fix-problems.ts';
import { findCommand } from '../commands/registry.ts';
import { createDocumentStore } from '../store/document-store.ts';
import { isSafe, planFixes } from './safe-fixes.ts';

const open = (document: FlowDocument) =>
  createDocumentStore(document, {
    kinds: registry,
    newId: (prefix) => `${prefix}-new`,
    now: () => 0,
    layout: () => ({}),
  });
const codes = (document: FlowDocument) => checkFlow(document).map(({ code }) => code);
const SAFE = DAMAGES.filter(([code, , damage]) =>
  checkFlow(damaged(damage)).some((problem) => problem.code === code && isSafe(problem)),
);

describe('fix all', () => {
  it('has something to do for several sorts of problems', () => {
    expect(new Set(SAFE.map(([code]) => code)).size).toBeGreaterThanOrEqual(6);
  });

  it.each(SAFE.map(([code, , damage], index) => ({ code, index, damage })))(
    '$code ($index): mends it, and brings no new problem',
    ({ damage }) => {
      const before = damaged(damage);
      const { after } = planFixes(before, registry, checkFlow);
      expect(checkFlow(after).filter(isSafe)).toEqual([]);
      expect(codes(before)).toEqual(expect.arrayContaining(codes(after)));
    },
  );

  it('mends many at once, as planned, in one step of history with its count', () => {
    const document = damaged((one: Loose) => {
      one.information.extra = { id: 'extra', name: 'X', type: 'text' };
      one.edges.lost = { id: 'lost', from: 'wish', exit: 'gone', to: 'note' };
      one.nodes.note!.title = one.nodes.desk!.title!;
      one.nodes.wish!.title = one.nodes.desk!.title!;
      one.hours.office!.week[0]!.push({ from: 600, to: 700 });
      one.anytime['wants-human']!.goTo = 'gone';
    });
    const store = open(document);
    const plan = planFixes(document, registry, checkFlow);
    expect(plan.fixes.length).toBeGreaterThanOrEqual(6);
    expect(store.run(fixProblems, { fixes: plan.fixes })).toBe(true);
    const { document: after, history } = store.state.getState();
    expect(after).toEqual(plan.after);
    expect(history.past.at(-1)?.label).toEqual({ key: 'fix-problems', count: plan.fixes.length });
    const texts = (one: FlowDocument) => Object.values(one.nodes).map(({ data }) => JSON.stringify(data));
    expect(texts(after)).toEqual(texts(document));
    store.undo();
    expect(store.state.getState().document).toEqual(document);
  });

  it('plans nothing where nothing is safe, and names commands that exist', () => {
    const whole = damaged(() => {});
    expect(planFixes(whole, registry, checkFlow).fixes).toEqual([]);
    for (const problem of SAFE.flatMap(([, , damage]) => checkFlow(damaged(damage)).filter(isSafe)))
      expect(findCommand(problem.fix!.command)).toBeDefined();
  });
});
