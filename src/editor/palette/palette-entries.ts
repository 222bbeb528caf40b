/** What the palette offers: the kinds and blocks that may be added, found by name or hint. Pure. */
import { blocks } from '../../blocks/registry.ts';
import type { FlowDocument } from '../../flow/document.ts';
import { canBeLedTo, type DrawnKind, type DrawnKinds } from '../../flow/kind.ts';
import type { PaletteItem } from '../canvas/palette-drag.ts';
import { hasEntry } from '../commands/drawing.ts';
import { fold } from '../find/fold.ts';

/** Under which heading something is offered. */
export type PaletteGroup = 'steps' | 'blocks' | 'advanced' | 'aids';
const GROUPS: readonly PaletteGroup[] = ['steps', 'blocks', 'advanced', 'aids'];

export interface PaletteEntry extends PaletteItem {
  readonly group: PaletteGroup;
  readonly name: string;
  readonly hint: string;
}

export interface PaletteNames {
  kind(kind: string): string;
  hint(kind: string): string;
  block(id: string): { readonly name: string; readonly hint: string };
}

/**
 * In the registry's order, what few people need last. A beginning is offered only while there is none; it is never a next
 * step, and neither is an aid.
 */
export function paletteEntries(
  kinds: DrawnKinds,
  document: FlowDocument,
  isNext: boolean,
  names: PaletteNames,
  query: string,
  hasRuntime: boolean,
): PaletteEntry[] {
  const withoutEntry = isNext || hasEntry(document, kinds);
  const words = fold(query).split(' ').filter(Boolean);
  const steps = [...kinds.values()]
    .filter((kind) => !(kind.entry && withoutEntry) && !(isNext && !canBeLedTo(kind)))
    .filter((kind) => hasRuntime || !kind.needsRuntime)
    .map(
      (kind): PaletteEntry => ({
        group: groupOf(kind),
        type: 'kind',
        id: kind.id,
        name: names.kind(kind.id),
        hint: names.hint(kind.id),
      }),
    );
  const ready = blocks.map(
    ({ id }): PaletteEntry => ({ group: 'blocks', type: 'block', id, ...names.block(id) }),
  );
  return [...steps, ...ready]
    .filter((entry) => {
      const text = fold(`${entry.name} ${entry.hint}`);
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group));
}

/** Whether a call can go on from it: what ends the call would cut off what follows the link it is put on. */
export function goesOn(kinds: DrawnKinds, { type, id }: PaletteItem): boolean {
  const kind = type === 'kind' ? kinds.get(id) : undefined;
  return !kind || kind.exits(kind.create({ language: 'en' })).length > 0;
}

function groupOf(kind: DrawnKind): PaletteGroup {
  if (kind.family === 'aid') return 'aids';
  return kind.advanced ? 'advanced' : 'steps';
}
