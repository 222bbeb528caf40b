/**
 * What helps while cards are dragged: lines to stand level with others, and the link that a loose step would be put on. Lives from
 * the first to the last movement of a drag. Knows no component and no document.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EdgeId, NodeId, Point } from '../../flow/document.ts';
import { createKeyedSignal } from '../store/keyed-signal.ts';
import { type Guide, snapToOthers } from './guides.ts';
import type { Box } from './link-route.ts';

const NO_GUIDES: readonly Guide[] = [];

/** What points at a link: a pointer over it, or something that would be put on it. */
export type LinkMark = 'hovered' | 'target';

export interface DragAid {
  readonly guides: StoreApi<readonly Guide[]>;
  /** `others`: the cards in view that are not dragged. `loose`: the dragged step, when it may be put on a link. */
  begin(others: readonly Box[], reach: number, loose: NodeId | undefined): void;
  readonly loose: NodeId | undefined;
  /** While Alt is held nothing snaps. */
  suspend(isSuspended: boolean): void;
  /** How far the dragged box is to be moved; shows the lines. */
  snap(box: Box): Point;
  end(): void;
  mark(mark: LinkMark, edge: EdgeId | undefined): void;
  marked(mark: LinkMark): EdgeId | undefined;
  markOf(edge: EdgeId): LinkMark | undefined;
  onMark(edge: EdgeId, listener: () => void): () => void;
}

export function createDragAid(): DragAid {
  const guides = createStore<readonly Guide[]>(() => NO_GUIDES);
  const signal = createKeyedSignal<EdgeId>();
  const marks: Partial<Record<LinkMark, EdgeId | undefined>> = {};
  let others: readonly Box[] = [];
  let reach = 0;
  let loose: NodeId | undefined;
  let isSuspended = false;

  function show(next: readonly Guide[]) {
    const now = guides.getState();
    if (now.length === next.length && now.every((guide, index) => equal(guide, next[index]))) return;
    guides.setState(next, true);
  }

  function mark(kind: LinkMark, edge: EdgeId | undefined) {
    const before = marks[kind];
    if (before === edge) return;
    marks[kind] = edge;
    signal.emit([before, edge].filter((one) => one !== undefined));
  }

  return {
    guides,
    begin(cards, distance, step) {
      others = cards;
      reach = distance;
      loose = step;
    },
    get loose() {
      return loose;
    },
    suspend(next) {
      isSuspended = next;
    },
    snap(box) {
      if (isSuspended || others.length === 0) {
        show(NO_GUIDES);
        return { x: 0, y: 0 };
      }
      const snapped = snapToOthers(box, others, reach);
      show(snapped.guides);
      return { x: snapped.dx, y: snapped.dy };
    },
    end() {
      others = [];
      loose = undefined;
      isSuspended = false;
      show(NO_GUIDES);
      mark('target', undefined);
    },
    mark,
    marked: (kind) => marks[kind],
    markOf: (edge) => (marks.target === edge ? 'target' : marks.hovered === edge ? 'hovered' : undefined),
    onMark: (edge, listener) => signal.subscribe(edge, listener),
  };
}

function equal(one: Guide, other: Guide | undefined): boolean {
  return (
    other !== undefined &&
    one.axis === other.axis &&
    one.at === other.at &&
    one.from === other.from &&
    one.to === other.to
  );
}
