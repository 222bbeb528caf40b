/** What differs in one step. Asks its kind for sentences and ways out; knows no kind. Pure and total. */
import type { Json } from '../../lib/json.ts';
import { isSameJson } from '../../lib/same-json.ts';
import type { ExitId, FlowNode } from '../document.ts';
import type { DrawnKind, DrawnKinds, Exit } from '../kind.ts';
import type { Change } from './change.ts';
import { type Difference, jsonDifferences } from './json-difference.ts';

/** Everything but its place on the drawing and its links. */
export function diffStep(before: FlowNode, after: FlowNode, registry: DrawnKinds): Change[] {
  const node = after.id;
  const found: Change[] = [];
  if (before.title !== after.title)
    found.push({
      code: 'step-renamed',
      node,
      params: { before: before.title ?? null, after: after.title ?? null },
    });
  if (before.section !== after.section)
    found.push({
      code: 'step-regrouped',
      node,
      params: { before: before.section ?? null, after: after.section ?? null },
    });
  // The data of two kinds cannot be told against each other.
  if (before.kind !== after.kind)
    found.push({ code: 'step-retyped', node, params: { before: before.kind, after: after.kind } });
  else found.push(...diffData(before, after, registry.get(after.kind)));
  const known = { title: null, section: null, kind: null, data: null, position: null };
  if (!isSameJson({ ...before, ...known }, { ...after, ...known }))
    found.push({ code: 'rewritten', node, params: {} });
  return found;
}

function diffData(before: FlowNode, after: FlowNode, kind: DrawnKind | undefined): Change[] {
  const differences = jsonDifferences(before.data, after.data);
  if (differences.length === 0) return [];
  const exits = diffExits(exitsOf(kind, before), exitsOf(kind, after));
  const spokenBefore = sentencesOf(kind, before);
  const spokenAfter = sentencesOf(kind, after);
  const rest = differences.filter((difference) => !exits.some((exit) => isToldBy(exit, difference)));
  return [
    ...exits.map(({ code, params }): Change => ({ code, node: after.id, params })),
    ...rest.map(
      (difference): Change => ({
        ...(isSentence(difference, spokenBefore, spokenAfter)
          ? sentenceChange(difference)
          : otherChange(difference)),
        node: after.id,
      }),
    ),
  ];
}

interface ExitChange {
  readonly code: 'choice-added' | 'choice-removed' | 'choice-renamed';
  readonly params: { readonly exit: ExitId } & Readonly<Record<string, string>>;
}

function diffExits(before: readonly Exit[], after: readonly Exit[]): ExitChange[] {
  const label = (exit: Exit) => exit.label ?? '';
  return [
    ...after.flatMap((exit): ExitChange[] => {
      const earlier = before.find(({ id }) => id === exit.id);
      if (!earlier) return [{ code: 'choice-added', params: { exit: exit.id, label: label(exit) } }];
      return label(earlier) === label(exit)
        ? []
        : [
            {
              code: 'choice-renamed',
              params: { exit: exit.id, before: label(earlier), after: label(exit) },
            },
          ];
    }),
    ...before
      .filter((exit) => !after.some(({ id }) => id === exit.id))
      .map((exit): ExitChange => ({ code: 'choice-removed', params: { exit: exit.id, label: label(exit) } })),
  ];
}

/** Whether a difference of the data is the one that the change of an exit already tells. */
function isToldBy({ code, params }: ExitChange, { type, row, before, after }: Difference): boolean {
  if (row !== params.exit) return false;
  if (code === 'choice-added') return type === 'added';
  if (code === 'choice-removed') return type === 'removed';
  return type === 'value' && isLabel(before, params.before) && isLabel(after, params.after);
}

/** Kinds leave blank labels out. */
function isLabel(value: Json | undefined, label: string | undefined): boolean {
  return value === label || (label === '' && typeof value === 'string' && value.trim() === '');
}

function isSentence(
  { type, path, pathBefore, before, after }: Difference,
  spokenBefore: ReadonlySet<string>,
  spokenAfter: ReadonlySet<string>,
): boolean {
  const isText = (value: Json | undefined) => value === undefined || typeof value === 'string';
  return (
    type === 'value' &&
    isText(before) &&
    isText(after) &&
    (spokenAfter.has(path) || spokenBefore.has(pathBefore))
  );
}

function sentenceChange({ path, before, after }: Difference): Change {
  return {
    code: 'sentence-changed',
    params: { field: path, before: before ?? null, after: after ?? null },
  };
}

function otherChange({ type, path, before, after }: Difference): Change {
  if (type === 'order') return { code: 'order-changed', params: { path } };
  if (type === 'added') return { code: 'item-added', params: { path, value: after ?? null } };
  if (type === 'removed') return { code: 'item-removed', params: { path, value: before ?? null } };
  return {
    code: 'value-changed',
    params: {
      path,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    },
  };
}

/** None for an unknown kind, or for data that its kind cannot read. */
function exitsOf(kind: DrawnKind | undefined, node: FlowNode): readonly Exit[] {
  try {
    return kind?.exits(node.data) ?? [];
  } catch {
    return []; // data of another version; reading it again reports the problem
  }
}

function sentencesOf(kind: DrawnKind | undefined, node: FlowNode): ReadonlySet<string> {
  try {
    return new Set(kind?.sentences(node.data).map(({ field }) => field));
  } catch {
    return new Set();
  }
}
