/** Every fix of the analyser is a command that can run and that takes its problem away, leaving a flow that can be read. */
import { describe, expect, it } from 'vitest';
import { DAMAGES, damaged } from '../../flow/check/testing/damages.ts';
import type { Problem } from '../../flow/problem.ts';
import { checkFlow, readFlow, registry } from '../../kinds/registry.ts';
import { findCommand } from '../commands/registry.ts';
import { createDocumentStore } from '../store/document-store.ts';

const cases = DAMAGES.flatMap(([code, , damage], index) => {
  const document = damaged(damage);
  const problem = checkFlow(document).find((candidate) => candidate.code === code && candidate.fix);
  return problem ? [{ code, index, document, problem }] : [];
});
const place = (problem: Problem) => JSON.stringify([problem.code, problem.at]);

describe('fixes', () => {
  it('exist for most problems', () => {
    expect(new Set(cases.map(({ code }) => code)).size).toBeGreaterThanOrEqual(15);
  });

  it.each(cases)('$code ($index)', ({ document, problem }) => {
    let ids = 0;
    const store = createDocumentStore(document, {
      kinds: registry,
      newId: (prefix) => `${prefix}-new-${++ids}`,
      now: () => 0,
      layout: () => ({}),
    });
    expect(store.run(findCommand(problem.fix!.command)!, problem.fix!.args)).toBe(true);
    const after = store.state.getState().document;
    expect(checkFlow(after).map(place)).not.toContain(place(problem));
    expect(readFlow(JSON.parse(JSON.stringify(after))).problems).toEqual(
      readFlow(JSON.parse(JSON.stringify(document))).problems,
    );
  });
});
