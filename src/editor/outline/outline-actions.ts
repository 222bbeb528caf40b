/** What can be done with a row of the outline, by key, by menu or by press. Writes through commands only; knows no component. */
import type { NodeId } from '../../flow/document.ts';
import { offerAnyStep, offerStep } from '../canvas/offer-step.ts';
import { centreOn } from '../canvas/viewport.ts';
import { deleteSteps } from '../commands/delete-steps.ts';
import { disconnect } from '../commands/disconnect.ts';
import { type ExitPlace, freeExit, linkOf } from '../commands/drawing.ts';
import { duplicate } from '../commands/duplicate.ts';
import type { Editor } from '../editor-context.ts';
import { focusForm } from '../focus-step.ts';
import { onlyNode, selectNodes } from '../store/selection.ts';
import type { OutlineView } from './outline-context.ts';
import { type ExitRow, type OutlineRow, rowOfStep, type StepRow } from './outline-rows.ts';

/** Why nothing was done: a key of the outline's `said`. */
export type Refusal = 'chooseExit' | 'noExit' | 'mustStay';

export interface OutlineActions {
  /** Shows the form; with the keyboard, the focus goes there. */
  open(row: OutlineRow, isByKeyboard: boolean): void;
  /** Without a row that has a way out, the new step is led to by nothing. */
  add(row: OutlineRow | undefined): Refusal | undefined;
  connect(row: OutlineRow): Refusal | undefined;
  rename(row: OutlineRow): void;
  duplicate(row: StepRow): void;
  remove(row: OutlineRow): Refusal | undefined;
}

export function outlineActions(editor: Editor, { asked, tree }: OutlineView): OutlineActions {
  const { store, panels } = editor;
  const read = () => store.state.getState();

  /** The way out that is meant: the row's own, or the only one that its step leaves open. */
  function exitOf(row: OutlineRow): ExitPlace | Refusal {
    if (row.type === 'exit') return { node: row.node, exit: row.exit };
    if (row.type !== 'step' || row.children.length === 0) return 'noExit';
    const free = freeExit(read().document, store.kinds, row.node);
    const [first] = row.children as readonly ExitRow[];
    if (free !== undefined) return { node: row.node, exit: free };
    return row.children.length === 1 && first ? { node: row.node, exit: first.exit } : 'chooseExit';
  }

  function isAid(id: NodeId): boolean {
    const node = read().document.nodes[id];
    return node !== undefined && store.kinds.get(node.kind)?.family === 'aid';
  }

  function chooseBelow(row: OutlineRow): Refusal {
    asked.setState(({ collapsed }) => ({ collapsed: without(collapsed, row.id) }));
    const [first] = row.children;
    if (first) tree.current?.focus(first.id);
    return 'chooseExit';
  }

  function withExit(row: OutlineRow, act: (place: ExitPlace) => void): Refusal | undefined {
    const place = exitOf(row);
    if (place === 'chooseExit') return chooseBelow(row);
    if (typeof place === 'string') return place;
    act(place);
    return undefined;
  }

  function cut(place: ExitPlace): void {
    const link = linkOf(read().document, place);
    if (link) store.run(disconnect, { edge: link.id });
  }

  return {
    open(row, isByKeyboard) {
      if (row.type === 'rule') panels.setState({ lane: true, laneRule: row.rule });
      else if (row.type === 'exit') asked.setState({ connecting: { node: row.node, exit: row.exit } });
      else if (row.node === undefined) toggle(row);
      else {
        store.select(selectNodes(row.node));
        panels.setState({ form: true });
        if (isByKeyboard) focusForm();
        else void centreOn(editor, row.node);
      }
    },
    add(row) {
      if (row?.type === 'step' || row?.type === 'exit')
        return withExit(row, (place) => offerStep(editor, place));
      store.select(selectNodes());
      offerAnyStep(editor);
      return undefined;
    },
    connect: (row) => withExit(row, (connecting) => asked.setState({ connecting })),
    rename(row) {
      // What is only drawn has its words in its form.
      if (row.type === 'step' && !isAid(row.node)) asked.setState({ renaming: row.node });
    },
    duplicate(row) {
      store.select(selectNodes(row.node));
      store.run(duplicate, null);
      const copy = onlyNode(read().selection);
      if (copy) tree.current?.focus(rowOfStep(copy));
    },
    remove(row) {
      if (row.type === 'exit') cut(row);
      else if (row.type !== 'rule' && row.node !== undefined) {
        if (!store.run(deleteSteps, { nodes: [row.node] })) return 'mustStay';
      }
      return undefined;
    },
  };

  function toggle({ id }: OutlineRow): void {
    asked.setState(({ collapsed }) => ({
      collapsed: collapsed.has(id) ? without(collapsed, id) : new Set([...collapsed, id]),
    }));
  }
}

/** The row that was meant, as it is now. */
export function findRow(rows: readonly OutlineRow[], id: string): OutlineRow | undefined {
  for (const row of rows) {
    const found = row.id === id ? row : findRow(row.children, id);
    if (found) return found;
  }
  return undefined;
}

/** Rows from the one that shows a step outwards; they must be open for it to be seen. */
export function pathTo(rows: readonly OutlineRow[], id: string): readonly OutlineRow[] {
  for (const row of rows) {
    if (row.id === id) return [row];
    const inside = pathTo(row.children, id);
    if (inside.length > 0) return [...inside, row];
  }
  return [];
}

export function without<Value>(all: ReadonlySet<Value>, gone: Value): ReadonlySet<Value> {
  return new Set([...all].filter((one) => one !== gone));
}
