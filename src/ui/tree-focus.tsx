/** The focus of a tree, from outside and when rows go: the library forgets it with the row that had it. Knows no row's meaning. */
import {
  type ComponentProps,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import type { TreeRenderProps } from 'react-aria-components';

export interface TreeHandle {
  /** Gives a row the focus; one that is not there yet gets it when it comes. */
  focus(row: string): void;
  /** Brings a row into view; whoever has the focus keeps it. */
  show(row: string): void;
  /** Gives the row that had it last the focus, or the first one. */
  focusLast(): void;
  focused(): string | null;
}

interface TreeElementProps {
  readonly element: ComponentProps<'div'>;
  readonly state: TreeRenderProps['state'];
  readonly handle: Ref<TreeHandle>;
  readonly onFocusRow: (row: string) => void;
}

export function TreeElement({ element, state, handle, onFocusRow }: TreeElementProps) {
  const { collection, selectionManager: manager } = state;
  const wanted = useRef<string | null>(null);
  const order = useRef<readonly string[]>([]);
  const last = useRef<string | null>(null);
  const elementOf = (row: string) => {
    const root = element.id === undefined ? null : document.getElementById(element.id);
    return root?.querySelector<HTMLElement>(`[data-key="${CSS.escape(row)}"]`);
  };
  const focusNow = (row: string) => {
    wanted.current = null;
    last.current = row;
    manager.setFocused(true);
    manager.setFocusedKey(row);
    // It may have the focus in the eyes of the library, while a field inside it that is gone has taken it along.
    elementOf(row)?.focus({ preventScroll: true });
    // Rows around it may only now have got their height.
    requestAnimationFrame(() => elementOf(row)?.scrollIntoView({ block: 'nearest' }));
  };
  useImperativeHandle(handle, () => ({
    focus(row) {
      if (collection.getItem(row)) focusNow(row);
      else wanted.current = row;
    },
    show(row) {
      if (!collection.getItem(row) || manager.isFocused) return;
      last.current = row;
      // Drawn from now on, wherever it is.
      manager.setFocusedKey(row);
      requestAnimationFrame(() => elementOf(row)?.scrollIntoView({ block: 'nearest' }));
    },
    focusLast() {
      const row = last.current !== null && collection.getItem(last.current) ? last.current : order.current[0];
      if (row !== undefined) focusNow(row);
    },
    focused: () => (manager.isFocused ? last.current : null),
  }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another collection can take a row away or bring it
  useLayoutEffect(() => {
    const before = order.current;
    order.current = rowsOf(collection);
    if (wanted.current !== null && collection.getItem(wanted.current)) return focusNow(wanted.current);
    if (last.current === null || collection.getItem(last.current)) return;
    const near = neighbour(before, last.current, (row) => collection.getItem(row) !== null);
    // What has the focus by now keeps it; removed elements leave it to nobody.
    const isLost = manager.isFocused || document.activeElement === document.body;
    if (near !== undefined && isLost) focusNow(near);
    else last.current = near ?? null;
  }, [collection]);
  const focused = manager.isFocused ? manager.focusedKey : null;
  const tell = useRef(onFocusRow);
  tell.current = onFocusRow;
  useEffect(() => {
    if (focused === null) return;
    last.current = String(focused);
    tell.current(String(focused));
  }, [focused]);
  return <div {...element} />;
}

function rowsOf(collection: TreeRenderProps['state']['collection']): string[] {
  const rows: string[] = [];
  for (const { type, key } of collection) if (type === 'item') rows.push(String(key));
  return rows;
}

/** The next row that is still there, or else the one before. */
export function neighbour(
  order: readonly string[],
  gone: string,
  isThere: (row: string) => boolean,
): string | undefined {
  const at = order.indexOf(gone);
  if (at === -1) return order.find(isThere);
  return order.slice(at).find(isThere) ?? order.slice(0, at).findLast(isThere);
}
