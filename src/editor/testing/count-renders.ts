/**
 * Counts which components React rendered, exactly, without a word in the product: reads the trees that React hands to its
 * developer tools after each commit. Runs in the page, before React; slow, so never while time is measured.
 */
export interface Counted {
  /** Component → how often it rendered. */
  readonly all: Record<string, number>;
  /** Only where no component of ours above it rendered too: whose own state or subscription changed. */
  readonly first: Record<string, number>;
  /** Component → how often it rendered within the canvas. */
  readonly canvas: Record<string, number>;
}

interface Fiber {
  readonly tag: number;
  readonly flags: number;
  readonly type: unknown;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly alternate: Fiber | null;
}

declare global {
  interface Window {
    counted?: Counted;
    ours?: readonly string[];
  }
}

/** What React hands over after each commit. */
export interface CommittedRoot {
  readonly current: Fiber;
}

/**
 * Serialised into the page: uses nothing from outside itself. Of `ours` only, where they are given. Gives back what counts a commit,
 * for React that was loaded before.
 */
export function installCounter(ours?: readonly string[]): (root: CommittedRoot | undefined) => void {
  const known = ours && new Set(ours);
  /** Function, class, forwardRef, memo and simple memo components. */
  const COMPONENTS = new Set([0, 1, 11, 14, 15]);
  const RENDERED = 1;

  function nameOf(type: unknown): string {
    if (typeof type === 'function') return type.name;
    if (typeof type !== 'object' || type === null) return '';
    const { render, type: inner } = type as { render?: unknown; type?: unknown };
    return nameOf(render ?? inner);
  }

  const CANVAS = 'FlowCanvas';

  function visit(fiber: Fiber, before: Fiber | null, isBelow: boolean, isInCanvas: boolean): void {
    let below = isBelow;
    let inCanvas = isInCanvas;
    if (COMPONENTS.has(fiber.tag) && window.counted) {
      const name = nameOf(fiber.type);
      inCanvas ||= name === CANVAS;
      if (name && known?.has(name) !== false && (before === null || (fiber.flags & RENDERED) !== 0)) {
        const { all, first, canvas } = window.counted;
        all[name] = (all[name] ?? 0) + 1;
        if (!below) first[name] = (first[name] ?? 0) + 1;
        if (inCanvas) canvas[name] = (canvas[name] ?? 0) + 1;
        below = true;
      }
    }
    // A subtree that React left alone keeps its very children.
    if (before !== null && fiber.child === before.child) return;
    for (let child = fiber.child; child; child = child.sibling)
      visit(child, child.alternate, below, inCanvas);
  }

  const count = (root: CommittedRoot | undefined) => {
    if (window.counted && root) visit(root.current, root.current.alternate, false, false);
  };
  Object.assign(globalThis, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      inject: () => 1,
      checkDCE() {},
      onCommitFiberUnmount() {},
      onPostCommitFiberRoot() {},
      onCommitFiberRoot: (_id: number, root: CommittedRoot) => count(root),
    },
  });
  return count;
}
