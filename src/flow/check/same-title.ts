/** Two steps with one title. */
import type { Problem } from '../problem.ts';
import type { DrawingCheck } from './drawing.ts';
import { freeName } from './same-information-name.ts';

export const sameTitle: DrawingCheck = ({ steps }) => {
  const titles = new Set<string>();
  const found: Problem[] = [];
  for (const { id, node } of steps) {
    if (node.title === undefined) continue;
    const before = titles.size;
    if (titles.add(node.title).size === before)
      found.push({
        code: 'same-title',
        severity: 'hint',
        at: { node: id },
        params: { title: node.title },
        fix: { command: 'rename-step', args: { node: id, title: freeName(node.title, titles) }, safe: true },
      });
  }
  return found;
};
