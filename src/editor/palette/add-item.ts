/** Adds what was chosen in the palette, or dropped from it: a step or a block. Knows no component. */
import type { Point } from '../../flow/document.ts';
import type { PaletteItem } from '../canvas/palette-drag.ts';
import { keepClearOfInspector, keepInView } from '../canvas/viewport.ts';
import { addStep } from '../commands/add-step.ts';
import type { ExitPlace } from '../commands/drawing.ts';
import { insertBlock } from '../commands/insert-block.ts';
import { insertStep } from '../commands/insert-step.ts';
import type { Editor } from '../editor-context.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { onlyNode } from '../store/selection.ts';

export interface ItemPlace {
  readonly at: Point;
  readonly from?: ExitPlace | undefined;
  readonly hasRuntime: boolean;
}

export function addItem(
  store: DocumentStore,
  { type, id }: PaletteItem,
  { at, from, hasRuntime }: ItemPlace,
): boolean {
  if (type === 'block')
    return store.run(insertBlock, { block: id, at, hasRuntime, ...(from ? { from } : {}) });
  // A way out that leads somewhere already: the new step comes in between.
  if (from && store.run(insertStep, { kind: id, position: at, from })) return true;
  return store.run(addStep, { kind: id, position: at, ...(from ? { from } : {}) });
}

/** Adds it, and brings into view what is selected then. */
export function addAndShow(editor: Editor, item: PaletteItem, place: ItemPlace): void {
  addItem(editor.store, item, place);
  const { selection } = editor.store.state.getState();
  keepInView(editor, [...selection.nodes]);
  const added = onlyNode(selection);
  if (added) keepClearOfInspector(editor, added);
}
