/**
 * The link that the mouse points at. It stays marked for a moment after the pointer left its thin line, and as long as the pointer is
 * near what the link offers, so that nobody has to hurry or to aim; when the view has moved, it is looked up anew what lies under the
 * resting pointer. Knows no component.
 */
import type { EdgeId, Point } from '../../flow/document.ts';
import type { DragAid } from './drag-aid.ts';
import { linkOf } from './elements.ts';

/** Milliseconds from leaving a line to its tools going away. */
export const GRACE = 400;
/** Pixels of the window round the tools that still belong to them. */
const SURROUNDINGS = 20;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is seen in the window. */
export interface LinkScreen {
  /** The link whose line is uppermost there. */
  lineAt(point: Point): EdgeId | undefined;
  /** Where the tools of a link stand, when it offers any. */
  toolsOf(edge: EdgeId): Box | undefined;
}

export interface LinkHover {
  enter(edge: EdgeId): void;
  leave(): void;
  /** Where the mouse is; `undefined` when it left the canvas. */
  pointAt(point: Point | undefined): void;
  viewMoved(): void;
}

export const browserScreen: LinkScreen = {
  lineAt: ({ x, y }) => linkOf(document.elementFromPoint(x, y)),
  toolsOf: (edge) =>
    document.querySelector(`.link-tools[data-edge="${CSS.escape(edge)}"]`)?.getBoundingClientRect(),
};

export function createLinkHover(aid: DragAid, screen: LinkScreen = browserScreen): LinkHover {
  let pointer: Point | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;

  function enter(edge: EdgeId) {
    clearTimeout(leaving);
    aid.mark('hovered', edge);
  }

  function leave() {
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      const edge = aid.marked('hovered');
      if (edge && isNear(edge)) leave();
      else aid.mark('hovered', undefined);
    }, GRACE);
  }

  function isNear(edge: EdgeId): boolean {
    const tools = screen.toolsOf(edge);
    if (!pointer || !tools) return false;
    const dx = Math.max(tools.left - pointer.x, pointer.x - tools.right);
    const dy = Math.max(tools.top - pointer.y, pointer.y - tools.bottom);
    return Math.max(dx, dy) <= SURROUNDINGS;
  }

  return {
    enter,
    leave,
    pointAt(point) {
      pointer = point;
    },
    viewMoved() {
      const edge = pointer && screen.lineAt(pointer);
      if (edge) enter(edge);
      else if (aid.marked('hovered')) leave();
    },
  };
}
