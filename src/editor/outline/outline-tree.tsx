/** The rows of the outline, their keys, and the selection that they share with the canvas. */
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { NodeId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { announce } from '../../ui/live-region.tsx';
import { Tree } from '../../ui/tree.tsx';
import { keepClearOfInspector, keepInView } from '../canvas/viewport.ts';
import { type Editor, useEditor } from '../editor-context.ts';
import { useProblemWords } from '../problems-panel/problem-words.ts';
import { onlyNode, selectNodes } from '../store/selection.ts';
import { outlineMessages } from './messages.ts';
import { findRow, pathTo, without } from './outline-actions.ts';
import { type OutlineView, useOutlineView } from './outline-context.ts';
import { createOutlineKeys } from './outline-keys.ts';
import { type OutlineRow, rowOfSection, rowOfStep } from './outline-rows.ts';
import { nextWithProblem } from './problem-order.ts';
import { RowContent } from './row-content.tsx';
import { useRowAttributes } from './row-words.ts';
import { useOutlineActions } from './use-outline-actions.ts';

export function OutlineTree() {
  const editor = useEditor();
  const view = useOutlineView();
  const { outline, asked, tree } = view;
  const t = useMessages(outlineMessages);
  const act = useOutlineActions();
  const rows = useStore(outline.state, (state) => state.rows);
  const collapsed = useStore(asked, (state) => state.collapsed);
  const keyOf = useMemo(createOutlineKeys, []);
  const isByKeyboard = useRef(true);
  const goToProblem = useProblemWalk(editor, view);
  useSharedSelection(editor, view);
  const rowAt = (id: string | null) => (id === null ? undefined : findRow(outline.state.getState().rows, id));
  const onKeyDown = (event: KeyboardEvent) => {
    isByKeyboard.current = true;
    if (!(event.target instanceof Element) || event.target.getAttribute('role') !== 'row') return;
    const key = keyOf(event);
    const row = rowAt(tree.current?.focused() ?? null);
    if (key === undefined || !row) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'next-problem' || key === 'previous-problem') goToProblem(row, key === 'next-problem');
    else if (!editor.isReadOnly) act[key](row);
  };
  const onFocusRow = useCallback(
    (id: string) => {
      const row = findRow(outline.state.getState().rows, id);
      if (!row || row.type === 'rule' || row.node === undefined) return;
      if (onlyNode(editor.store.state.getState().selection) === row.node) return;
      editor.store.select(selectNodes(row.node));
      keepInView(editor, [row.node]);
      keepClearOfInspector(editor, row.node);
    },
    [editor, outline],
  );
  return (
    <div
      className="min-h-0 flex-1"
      onKeyDownCapture={onKeyDown}
      onPointerDownCapture={() => {
        isByKeyboard.current = false;
      }}
    >
      <Tree<OutlineRow>
        label={t.label}
        rows={rows}
        collapsed={collapsed}
        onCollapsedChange={(next) => asked.setState({ collapsed: next })}
        Content={RowContent}
        useAttributes={useRowAttributes}
        onAction={(id) => {
          const row = rowAt(id);
          if (row) act.open(row, isByKeyboard.current);
        }}
        onFocusRow={onFocusRow}
        handle={tree}
      />
    </div>
  );
}

/** Opens what a row lies in, so that it can be seen. */
export function unfoldTo({ outline, asked }: OutlineView, row: string): void {
  const around = pathTo(outline.state.getState().rows, row).slice(1);
  const { collapsed } = asked.getState();
  const next = around.reduce((left, { id }) => without(left, id), collapsed);
  if (next.size !== collapsed.size) asked.setState({ collapsed: next });
}

/** The row of a step, or of the section that it is. */
export function rowFor({ outline }: OutlineView, node: NodeId): string {
  const section = rowOfSection(node);
  return outline.state.getState().rows.some(({ id }) => id === section) ? section : rowOfStep(node);
}

/** What is selected elsewhere is shown here; by undo, or by adding from here, it gets the focus too. */
function useSharedSelection(editor: Editor, view: OutlineView): void {
  useEffect(() => {
    const show = () => {
      const node = onlyNode(editor.store.state.getState().selection);
      const { current } = view.tree;
      if (node === undefined || !current) return;
      const focused = current.focused();
      const row = focused === null ? undefined : findRow(view.outline.state.getState().rows, focused);
      if (row && 'node' in row && row.node === node) return;
      const target = rowFor(view, node);
      unfoldTo(view, target);
      if (focused === null) current.show(target);
      else current.focus(target);
    };
    show();
    return editor.store.state.subscribe(({ selection }, before) => {
      // A step that was added with it has its row by then.
      if (selection !== before.selection) queueMicrotask(show);
    });
  }, [editor, view]);
}

/** To the next step with a problem, in reading order and around the end; the problem is said. */
function useProblemWalk(editor: Editor, view: OutlineView): (from: OutlineRow, isForward: boolean) => void {
  const t = useMessages(outlineMessages);
  const say = useProblemWords();
  const names = useKindNames();
  return (from, isForward) => {
    const { numbers } = view.outline.state.getState();
    const here = 'node' in from ? from.node : undefined;
    const node = nextWithProblem(numbers, (id) => editor.problems.of(id).length > 0, here, isForward);
    const { document } = editor.store.state.getState();
    const step = node === undefined ? undefined : document.nodes[node];
    if (!step) {
      announce(t.said.noProblem);
      return;
    }
    const row = rowFor(view, step.id);
    unfoldTo(view, row);
    view.tree.current?.focus(row);
    const sentences = editor.problems.of(step.id).map((problem) => say(problem, document).what);
    announce(t.said.problem(names.step(step), sentences.join(' ')));
  };
}
