/** Adds what was chosen in the palette, or dropped from it: a step or a block. Knows no component. */
import type { Point } from '../../flow/document.ts';
import type { PaletteItem } from '../canvas/palette-drag.ts';
import { addStep } from '../commands/add-step.ts';
import type { ExitPlace } from '../commands/drawing.ts';
import { insertBlock } from '../commands/insert-block.ts';
import type { DocumentStore } from '../store/document-store.ts';

export function addItem(
  store: DocumentStore,
  { type, id }: PaletteItem,
  {
    at,
    from,
    hasRuntime,
  }: { readonly at: Point; readonly from?: ExitPlace | undefined; readonly hasRuntime: boolean },
): boolean {
  const link = from ? { from } : {};
  return type === 'kind'
    ? store.run(addStep, { kind: id, position: at, ...link })
    : store.run(insertBlock, { block: id, at, hasRuntime, ...link });
}
