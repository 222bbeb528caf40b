/** What edits and undos cost, beside printing the same drawing as JSON in the same run. */

import { editField } from '../../src/editor/commands/edit-field.ts';
import { moveSteps } from '../../src/editor/commands/move-steps.ts';
import { renameStep } from '../../src/editor/commands/rename-step.ts';
import type { DocumentStore } from '../../src/editor/store/document-store.ts';
import type { FlowDocument, FlowNode, NodeId } from '../../src/flow/document.ts';

/** A person's mix: names, sentences, moves; every tenth time a hundred steps are moved together. */
export function work(store: DocumentStore, edits: number): void {
  for (let edit = 0; edit < edits; edit += 1) editOnce(store, edit);
}

function editOnce(store: DocumentStore, edit: number): void {
  const { nodes } = store.state.getState().document;
  const ids = idsOf(nodes);
  const node = nodes[ids[(edit * 37) % ids.length]!]!;
  const moved = (one: FlowNode) => [one.id, { x: one.position.x + 10, y: one.position.y + 10 }] as const;
  if (edit % 10 === 9) {
    const from = (edit * 37) % Math.max(1, ids.length - 100);
    const together = ids.slice(from, from + 100).map((id) => nodes[id]!);
    store.run(moveSteps, { positions: Object.fromEntries(together.map(moved)) });
  } else if (edit % 3 === 0) store.run(renameStep, { node: node.id, title: `Name ${edit}` });
  else if (edit % 3 === 1) store.run(editField, { node: node.id, path: 'text', value: `Sentence ${edit}` });
  else store.run(moveSteps, { positions: Object.fromEntries([moved(node)]) });
}

let known: readonly NodeId[] | undefined;

/** Asked once: no edit here adds a step, and the asking would be measured. */
function idsOf(nodes: FlowDocument['nodes']): readonly NodeId[] {
  known ??= Object.keys(nodes) as NodeId[];
  return known;
}

const ROUNDS = 60;

export async function historyFigures(store: DocumentStore): Promise<Readonly<Record<string, number>>> {
  const times = { stringify: [] as number[], edit: [] as number[], undo: [] as number[] };
  const measure = (list: number[], repeat: number, task: () => void) => {
    const start = performance.now();
    for (let count = 0; count < repeat; count += 1) task();
    list.push((performance.now() - start) / repeat);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    measure(times.stringify, 1, () => JSON.stringify(store.state.getState().document));
    // One of each sort, without the hundred.
    let edit = round * 3;
    measure(times.edit, 3, () => {
      editOnce(store, edit % 10 === 9 ? edit + 1 : edit);
      edit += 1;
    });
    measure(times.undo, 3, () => void store.undo());
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}
