/**
 * Rows inside rows, with one tab stop: arrows, type-ahead and what screen readers hear come from the library. Only rows in
 * view are drawn, so that thousands stay quick. When the row that has the focus goes, its neighbour gets it. Knows no
 * meaning of a row.
 */

import { ChevronRight } from 'lucide-react';
import { type HTMLAttributes, type ReactNode, type Ref, useCallback, useMemo } from 'react';
import {
  Tree as AriaTree,
  Button,
  Collection,
  type Key,
  ListLayout,
  TreeItem,
  TreeItemContent,
  Virtualizer,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import { TreeElement, type TreeHandle } from './tree-focus.tsx';

export interface TreeRow<Self> {
  /** Unique in the whole tree. */
  readonly id: string;
  /** What typing finds it by. */
  readonly text: string;
  readonly children: readonly Self[];
}

export interface TreeRowView<Row> {
  readonly row: Row;
  /** 1 outside. */
  readonly level: number;
  readonly isExpanded: boolean;
  readonly hasRows: boolean;
}

export interface TreeProps<Row extends TreeRow<Row>> {
  readonly label: string;
  /** Rows that stay the same object are not looked at again. */
  readonly rows: readonly Row[];
  readonly collapsed: ReadonlySet<string>;
  readonly onCollapsedChange: (collapsed: ReadonlySet<string>) => void;
  /** What is in a row; a component that is the same at every rendering. */
  readonly Content: (view: TreeRowView<Row>) => ReactNode;
  /** A hook: names and marks of the row's element. */
  readonly useAttributes: (row: Row) => HTMLAttributes<HTMLDivElement>;
  /** Enter, a press, or a screen reader's click. */
  readonly onAction: (row: string) => void;
  readonly onFocusRow: (row: string) => void;
  readonly handle: Ref<TreeHandle>;
  readonly className?: string;
}

const LAYOUT = { estimatedRowHeight: 44, padding: 8 } as const;

export function Tree<Row extends TreeRow<Row>>(props: TreeProps<Row>) {
  const { label, rows, collapsed, onCollapsedChange, Content, useAttributes } = props;
  const { onAction, onFocusRow, handle, className } = props;
  const parents = useMemo(() => parentsOf(rows), [rows]);
  const expanded = useMemo(() => parents.filter((id) => !collapsed.has(id)), [parents, collapsed]);
  const renderRow = useCallback(
    (row: Row): ReactNode => (
      <TreeItem
        id={row.id}
        textValue={row.text === '' ? ' ' : row.text}
        className="group/row relative cursor-pointer outline-none select-none"
        render={(element) => <RowElement element={element} row={row} useAttributes={useAttributes} />}
      >
        <TreeItemContent>
          {({ level, isExpanded, hasChildItems }) => (
            <Content row={row} level={level} isExpanded={isExpanded} hasRows={hasChildItems} />
          )}
        </TreeItemContent>
        <Collection items={row.children}>{renderRow}</Collection>
      </TreeItem>
    ),
    [Content, useAttributes],
  );
  const change = (keys: ReadonlySet<Key>) =>
    onCollapsedChange(new Set(parents.filter((id) => !keys.has(id))));
  return (
    <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
      <AriaTree<Row>
        aria-label={label}
        items={rows}
        selectionMode="none"
        keyboardNavigationBehavior="tab"
        expandedKeys={expanded}
        onExpandedChange={change}
        onAction={(key) => onAction(String(key))}
        className={classNames('h-full overflow-x-hidden overflow-y-auto outline-none', className)}
        render={(element, { state }) => (
          <TreeElement element={element} state={state} handle={handle} onFocusRow={onFocusRow} />
        )}
      >
        {renderRow}
      </AriaTree>
    </Virtualizer>
  );
}

/** Folds and unfolds the row that it stands in; its words are the library's. */
export function TreeChevron() {
  return (
    <Button
      slot="chevron"
      // Arrows do the same from the row.
      excludeFromTabOrder
      className="press-motion grid size-6 shrink-0 cursor-pointer place-items-center rounded-md text-muted data-hovered:bg-hover data-hovered:text-ink group-data-expanded/row:rotate-90 pointer-coarse:size-11"
    >
      <ChevronRight aria-hidden className="size-4" />
    </Button>
  );
}

interface RowElementProps<Row> {
  readonly element: HTMLAttributes<HTMLDivElement>;
  readonly row: Row;
  readonly useAttributes: (row: Row) => HTMLAttributes<HTMLDivElement>;
}

function RowElement<Row>({ element, row, useAttributes }: RowElementProps<Row>) {
  return <div {...element} {...useAttributes(row)} />;
}

function parentsOf<Row extends TreeRow<Row>>(rows: readonly Row[]): string[] {
  return rows.flatMap(({ id, children }) => (children.length === 0 ? [] : [id, ...parentsOf(children)]));
}
