/** Problems as the panel lists them: what blocks a call before what is only worth a look, each by step. Pure. */
import type { NodeId } from '../../flow/document.ts';
import type { Problem } from '../../flow/problem.ts';

export interface ProblemGroup {
  readonly id: 'blocking' | 'looking';
  readonly count: number;
  readonly steps: ReadonlyMap<NodeId | undefined, readonly Problem[]>;
}

/** Only groups that hold something. */
export function groupsOf(problems: readonly Problem[]): ProblemGroup[] {
  const blocking = problems.filter(({ severity }) => severity === 'error');
  const looking = problems.filter(({ severity }) => severity !== 'error');
  const groups: ProblemGroup[] = [
    { id: 'blocking', count: blocking.length, steps: byStep(blocking) },
    { id: 'looking', count: looking.length, steps: byStep(looking) },
  ];
  return groups.filter(({ count }) => count > 0);
}

/** In the order in which the first problem of each step comes. */
export function byStep(problems: readonly Problem[]): Map<NodeId | undefined, Problem[]> {
  const groups = new Map<NodeId | undefined, Problem[]>();
  for (const problem of problems) {
    const group = groups.get(problem.at.node);
    if (group) group.push(problem);
    else groups.set(problem.at.node, [problem]);
  }
  return groups;
}
