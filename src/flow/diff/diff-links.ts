/** Links added, removed and redirected. A link is known by the way out it leaves, not by its id. Pure and total. */

import { isSameJson } from '../../lib/same-json.ts';
import type { FlowDocument, FlowEdge } from '../document.ts';
import type { Change } from './change.ts';

export function diffLinks(before: FlowDocument, after: FlowDocument): Change[] {
  const earlier = byExit(before);
  const later = byExit(after);
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((exit) =>
    diffExit(earlier.get(exit) ?? [], later.get(exit) ?? []),
  );
}

/** Usually one link a side; a damaged drawing may have more. */
function diffExit(before: readonly FlowEdge[], after: readonly FlowEdge[]): Change[] {
  const left = before.filter((edge) => !after.some((other) => isSameJson(edge, other)));
  const right = after.filter((edge) => !before.some((other) => isSameJson(edge, other)));
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index): Change => {
    const was = left[index];
    const is = right[index];
    if (was && is)
      return was.to === is.to
        ? { code: 'rewritten', node: is.from, params: { exit: is.exit } }
        : {
            code: 'link-redirected',
            node: is.from,
            params: { exit: is.exit, before: was.to, after: is.to },
          };
    const edge = (was ?? is)!;
    return {
      code: is ? 'link-added' : 'link-removed',
      node: edge.from,
      params: { exit: edge.exit, to: edge.to },
    };
  });
}

function byExit(document: FlowDocument): Map<string, FlowEdge[]> {
  const found = new Map<string, FlowEdge[]>();
  for (const [, edge] of Object.entries(document.edges).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const key = `${edge.from}\u0000${edge.exit}`;
    const list = found.get(key);
    if (list) list.push(edge);
    else found.set(key, [edge]);
  }
  return found;
}

/** A new choice tells where it leads, and one that is gone where it led: their links need no line of their own. */
export function foldLinks(choices: readonly Change[], links: readonly Change[]): Change[] {
  const key = ({ node, params }: Change) => `${node}\u0000${String(params.exit)}`;
  const toldBy = { 'choice-added': 'link-added', 'choice-removed': 'link-removed' } as const;
  const told = new Set<Change>();
  const folded = choices.map((change) => {
    if (change.code !== 'choice-added' && change.code !== 'choice-removed') return change;
    const link = links.find(
      (one) => one.code === toldBy[change.code as keyof typeof toldBy] && key(one) === key(change),
    );
    if (!link) return change;
    told.add(link);
    return { ...change, params: { ...change.params, to: link.params.to ?? null } };
  });
  return [...folded, ...links.filter((link) => !told.has(link))];
}
