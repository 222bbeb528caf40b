/** Names of tests: a way by what sets it apart, a conversation by where it came to. In the language of the screen. Pure. */
import type { FlowDocument } from '../../flow/document.ts';
import type { Way } from '../../flow/paths.ts';
import { exitsOf, type KindNames } from '../../kinds/kind-words.ts';
import { registry } from '../../kinds/registry.ts';

const ARROW = ' → ';
const MOST = 110;

/** The ways out that were taken where there were several, and the last step. */
export function wayName(document: FlowDocument, { steps }: Way, names: KindNames): string {
  const parts: string[] = [];
  for (const [place, { node: id, exit: exitId }] of steps.entries()) {
    const node = document.nodes[id];
    if (!node) continue;
    const exits = exitsOf(node);
    const exit = exits.length > 1 ? exits.find((one) => one.id === exitId) : undefined;
    // A rule leaves by a bare yes or no: its step says to what.
    const asked = registry.get(node.kind)?.family === 'decide' ? `${names.step(node)} ` : '';
    if (exit) parts.push(`${asked}${names.exit(node, exit)}`);
    if (place === steps.length - 1) parts.push(names.step(node));
  }
  return shortened(parts);
}

/** The end sets a long way apart more than the beginning. */
function shortened(parts: readonly string[]): string {
  let from = 0;
  const text = () => `${from > 0 ? `…${ARROW}` : ''}${parts.slice(from).join(ARROW)}`;
  while (text().length > MOST && from < parts.length - 1) from += 1;
  return text().slice(0, MOST);
}

/** With a number behind it when there is one of that name already. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name} (${number})`;
  return free;
}
