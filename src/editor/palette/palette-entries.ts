/** What the palette offers: the kinds that may be added, found by name or hint. Pure. */
import type { FlowDocument } from '../../flow/document.ts';
import type { Family, Registry } from '../../flow/kind.ts';
import { hasEntry } from '../commands/drawing.ts';

export interface PaletteEntry {
  readonly kind: string;
  readonly name: string;
  readonly hint: string;
  readonly family: Family;
}

export interface PaletteNames {
  kind(kind: string): string;
  hint(kind: string): string;
}

/** In the registry's order. A beginning is offered only while there is none, and never as a next step. */
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
    .filter((kind) => !(kind.entry && withoutEntry))
    .map((kind) => ({
      kind: kind.id,
      family: kind.family,
      name: names.kind(kind.id),
      hint: names.hint(kind.id),
    }))
    .filter((entry) => {
      const text = plain(`${entry.name} ${entry.hint}`);
      return words.every((word) => text.includes(word));
    });
}

/** Without case and accents. */
function plain(text: string): string {
  return text.trim().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
