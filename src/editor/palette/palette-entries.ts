/** What the palette offers: the kinds that may be added, found by name or hint. Pure. */
import type { FlowDocument } from '../../flow/document.ts';
import { type AnyKind, canBeLedTo, type Family, type Registry } from '../../flow/kind.ts';
import { hasEntry } from '../commands/drawing.ts';

/** Under which heading a kind is offered. */
export type PaletteGroup = 'steps' | 'advanced' | 'aids';
const GROUPS: readonly PaletteGroup[] = ['steps', 'advanced', 'aids'];

export interface PaletteEntry {
  readonly group: PaletteGroup;
  readonly kind: string;
  readonly name: string;
  readonly hint: string;
  readonly family: Family;
}

export interface PaletteNames {
  kind(kind: string): string;
  hint(kind: string): string;
}

/** Whether the backend has the endpoints that `needsRuntime` kinds call. It has none yet: such a step could only fail. */
const HAS_RUNTIME: boolean = false;

/**
 * In the registry's order, what few people need last. A beginning is offered only while there is none; it is never a next
 * step, and neither is an aid.
 */
export function paletteEntries(
  kinds: Registry,
  document: FlowDocument,
  isNext: boolean,
  names: PaletteNames,
  query: string,
): PaletteEntry[] {
  const withoutEntry = isNext || hasEntry(document, kinds);
  const words = plain(query).split(' ').filter(Boolean);
  return [...kinds.values()]
    .filter((kind) => !(kind.entry && withoutEntry) && !(isNext && !canBeLedTo(kind)))
    .filter((kind) => HAS_RUNTIME || !kind.needsRuntime)
    .map((kind) => ({
      group: groupOf(kind),
      kind: kind.id,
      family: kind.family,
      name: names.kind(kind.id),
      hint: names.hint(kind.id),
    }))
    .filter((entry) => {
      const text = plain(`${entry.name} ${entry.hint}`);
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group));
}

function groupOf(kind: AnyKind): PaletteGroup {
  if (kind.family === 'aid') return 'aids';
  return kind.advanced ? 'advanced' : 'steps';
}

/** Without case and accents. */
function plain(text: string): string {
  return text.trim().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
