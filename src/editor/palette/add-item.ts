/** Adds what was chosen in the palette, or dropped from it: a step or a block. Knows no component. */
import type { EdgeId, Point } from '../../flow/document.ts';
import type { PaletteItem } from '../canvas/palette-drag.ts';
import { freePlace } from '../canvas/placing.ts';
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
  /** The link that it is put on; `at` is the middle of the card then. */
  readonly edge?: EdgeId | undefined;
  readonly hasRuntime: boolean;
}

export function addItem(
  store: DocumentStore,
  { type, id }: PaletteItem,
  { at, from, edge, hasRuntime }: ItemPlace,
): boolean {
  const { document } = store.state.getState();
  const link = edge && document.edges[edge];
  if (type === 'kind') {
    // What no link leads to (a note) is put there all the same, beside the link.
    if (edge && store.run(insertStep, { edge, kind: id, wanted: at })) return true;
    return store.run(addStep, { kind: id, position: freePlace(document, at), ...(from ? { from } : {}) });
  }
  if (link)
    return store.run(insertBlock, { block: id, hasRuntime, from: { node: link.from, exit: link.exit } });
  return store.run(insertBlock, { block: id, at, hasRuntime, ...(from ? { from } : {}) });
}

/** Adds it, and brings into view what is selected then. */
export function addAndShow(editor: Editor, item: PaletteItem, place: ItemPlace): void {
  addItem(editor.store, item, place);
  const { selection } = editor.store.state.getState();
  keepInView(editor, [...selection.nodes]);
  const added = onlyNode(selection);
  if (added) keepClearOfInspector(editor, added);
}
