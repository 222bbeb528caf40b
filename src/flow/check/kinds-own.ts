/**
 * The checks that kinds bring along, asked again only about what has changed: those whose test takes one argument look at
 * nothing but the step, which an edit makes another object; the others also at the step's surroundings. Knows no kind.
 */
import type { FlowNode, Surroundings } from '../document.ts';
import type { OwnProblems } from '../facts.ts';
import type { AnyKind, CheckContext, WorkspaceHoldings } from '../kind.ts';
import type { KnownInformation } from '../known.ts';
import type { Problem } from '../problem.ts';
import type { Drawing } from './drawing.ts';

const NO_PROBLEMS: readonly Problem[] = [];

type Workspace = WorkspaceHoldings | undefined;

/** Adds what the kinds find to `problems`. */
export function askKinds(drawing: Drawing, workspace: Workspace, problems: Problem[]): void {
  const { known } = drawing;
  const surroundings = surroundingsOf(drawing, workspace);
  let place = 0;
  const context: CheckContext = {
    document: surroundings,
    knownBefore: { has: (information) => known.has(place, information) },
    ...workspace,
  };
  /** Most steps are as they should be: they share one answer. */
  const clean: OwnProblems = { alone: NO_PROBLEMS, around: NO_PROBLEMS, surroundings };
  for (const { index, kind, node, facts } of drawing.steps) {
    if (!kind) continue;
    place = index;
    const checks = sorted(kind);
    const last = facts!.problems;
    let own = last;
    if (own === null || (own.surroundings !== surroundings && checks.around.length > 0)) {
      const alone = last ? last.alone : ask(checks.alone, node, context);
      const around = ask(checks.around, node, context);
      own = alone.length + around.length === 0 ? clean : { alone, around, surroundings };
      facts!.problems = own;
    }
    for (const problem of own.alone) problems.push(problem);
    for (const problem of own.around) problems.push(problem);
  }
}

function ask(checks: Checks, node: FlowNode, context: CheckContext): readonly Problem[] {
  let found = NO_PROBLEMS;
  for (const check of checks) {
    const own = check.test(node, context);
    if (own.length > 0) found = found.length === 0 ? own : [...found, ...own];
  }
  return found;
}

/** All that is not a step or a link: an edit replaces the part that it changes. */
const PARTS = ['name', 'language', 'information', 'hours', 'settings', 'anytime'] as const;
const remembered = new WeakMap<
  KnownInformation,
  { readonly surroundings: Surroundings; readonly workspace: Workspace }
>();

/** The same object as last time when nothing has changed that a kind's check may look at. */
function surroundingsOf({ document, known }: Drawing, workspace: Workspace): Surroundings {
  const last = remembered.get(known);
  if (
    last &&
    last.workspace === workspace &&
    PARTS.every((part) => last.surroundings[part] === document[part])
  )
    return last.surroundings;
  const { nodes: _, edges: __, ...surroundings } = document;
  remembered.set(known, { surroundings, workspace });
  return surroundings;
}

type Checks = AnyKind['checks'];
interface Sorted {
  readonly alone: Checks;
  readonly around: Checks;
}
const byKind = new WeakMap<AnyKind, Sorted>();

function sorted(kind: AnyKind): Sorted {
  const last = byKind.get(kind);
  if (last) return last;
  const isAlone = (check: Checks[number]) => check.test.length < 2;
  const found = {
    alone: kind.checks.filter(isAlone),
    around: kind.checks.filter((check) => !isAlone(check)),
  };
  byKind.set(kind, found);
  return found;
}
