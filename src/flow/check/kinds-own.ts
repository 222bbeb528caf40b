/**
 * The checks that kinds bring along, asked again only about what has changed: those whose test takes one argument look at
 * nothing but the step, which an edit makes another object; the others also at the step's surroundings. Knows no kind.
 */
import type { Surroundings } from '../document.ts';
import type { OwnProblems } from '../facts.ts';
import type { AnyKind, CheckContext } from '../kind.ts';
import type { KnownInformation } from '../known.ts';
import type { Problem } from '../problem.ts';
import type { Drawing, Step } from './drawing.ts';

const NOTHING_KNOWN = { has: () => false };
const NO_PROBLEMS: readonly Problem[] = [];

/** Adds what the kinds find to `problems`. */
export function askKinds(drawing: Drawing, problems: Problem[]): void {
  const surroundings = surroundingsOf(drawing);
  for (const step of drawing.steps) {
    if (!step.kind) continue;
    const { alone, around } = askKind(step.kind, step, drawing.known, surroundings);
    for (const problem of alone) problems.push(problem);
    for (const problem of around) problems.push(problem);
  }
}

function askKind(
  kind: AnyKind,
  { id, node, facts }: Step,
  known: KnownInformation,
  surroundings: Surroundings,
): OwnProblems {
  const { alone, around } = sorted(kind);
  const last = facts!.problems;
  if (last && (around.length === 0 || last.surroundings === surroundings)) return last;
  const ask = (checks: Checks, knownBefore: CheckContext['knownBefore']) => {
    const context = { document: surroundings, knownBefore };
    let found = NO_PROBLEMS;
    for (const check of checks) {
      const own = check.test(node, context);
      if (own.length > 0) found = found.length === 0 ? own : [...found, ...own];
    }
    return found;
  };
  const now = {
    alone: last ? last.alone : ask(alone, NOTHING_KNOWN),
    around: around.length === 0 ? NO_PROBLEMS : ask(around, known.get(id) ?? NOTHING_KNOWN),
    surroundings,
  };
  facts!.problems = now;
  return now;
}

/** All that is not a step or a link: an edit replaces the part that it changes. */
const PARTS = ['name', 'language', 'information', 'hours', 'settings', 'anytime'] as const;
const remembered = new WeakMap<KnownInformation, Surroundings>();

/** The same object as last time when nothing has changed that a kind's check may look at. */
function surroundingsOf({ document, known }: Drawing): Surroundings {
  const last = remembered.get(known);
  if (last && PARTS.every((part) => last[part] === document[part])) return last;
  const { nodes: _, edges: __, ...surroundings } = document;
  remembered.set(known, surroundings);
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
