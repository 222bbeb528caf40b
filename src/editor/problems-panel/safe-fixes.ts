/**
 * Works out what “fix all” would do: the fixes whose owners call them safe, one after the other, each against the drawing
 * that those before it left. Changes nothing itself.
 */
import type { FlowDocument } from '../../flow/document.ts';
import type { DrawnKinds } from '../../flow/kind.ts';
import type { Fix, Problem } from '../../flow/problem.ts';
import type { AppliedFix } from '../commands/fix-problems.ts';
import { findCommand } from '../commands/registry.ts';
import { createDocumentStore } from '../store/document-store.ts';

export interface FixPlan {
  readonly fixes: readonly AppliedFix[];
  readonly before: FlowDocument;
  readonly after: FlowDocument;
}

/** A fix may bring another one to light; beyond so many rounds something turns in circles. */
const MOST_ROUNDS = 20;

export function isSafe({ fix }: Problem): boolean {
  return fix?.safe === true;
}

export function planFixes(
  before: FlowDocument,
  kinds: DrawnKinds,
  check: (document: FlowDocument) => readonly Problem[],
): FixPlan {
  const trial = createDocumentStore(before, {
    kinds,
    newId: () => {
      throw new Error('a safe fix makes no step and no link');
    },
    now: () => 0,
    layout: () => ({}),
  });
  const fixes: AppliedFix[] = [];
  const done = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const found = check(trial.state.getState().document).filter(isSafe);
    const touched = new Set<string>();
    let count = 0;
    for (const { fix } of found) {
      if (!fix || touched.has(placeOf(fix)) || done.has(JSON.stringify(fix))) continue;
      // Two fixes of one place were worked out without each other: the second waits for the next round.
      touched.add(placeOf(fix));
      done.add(JSON.stringify(fix));
      const command = findCommand(fix.command);
      if (!command || !trial.run(command, fix.args)) continue;
      fixes.push({ command, args: fix.args });
      count += 1;
    }
    if (count === 0) break;
  }
  return { fixes, before, after: trial.state.getState().document };
}

function placeOf({ command, args }: Fix): string {
  const { node, edge, hours, rule, information } = args;
  const about =
    typeof information === 'object' && information !== null
      ? 'id' in information && information.id
      : information;
  return JSON.stringify([command, node, edge, hours, rule, about]);
}
