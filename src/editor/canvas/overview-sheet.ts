/**
 * The picture of the overview on a sheet that is larger than the window: a step of panning only moves the sheet, and it is painted anew
 * where it ends, or when something else is to be seen on it. Knows no drawing and no React.
 */

/** Left, top and zoom, as React Flow has them. */
export type Transform = readonly [number, number, number];

export interface Seen {
  readonly transform: Transform;
  readonly width: number;
  readonly height: number;
}

export interface OverviewSheet {
  /** Shows what is seen now. */
  look(seen: Seen): void;
  /** The same, painted anew: the drawing is another. */
  repaint(seen: Seen): void;
}

/** On each side, of the window's own size. */
const MARGIN = 1 / 4;

/** `paint` gets the place of the drawing on the sheet, in pixels of the page. */
export function createSheet(canvas: HTMLCanvasElement, paint: (transform: Transform) => void): OverviewSheet {
  let painted: Seen | undefined;
  const place = (x: number, y: number) => {
    canvas.style.transform = `translate(${x}px, ${y}px)`;
  };

  function repaint(seen: Seen) {
    const { transform, width, height } = seen;
    const [x, y, zoom] = transform;
    const [left, top] = [marginOf(width), marginOf(height)];
    sizeTo(canvas, width + 2 * left, height + 2 * top);
    paint([x + left, y + top, zoom]);
    painted = seen;
    place(-left, -top);
  }

  return {
    repaint,
    look(seen) {
      const by = painted && movedBy(painted, seen);
      if (by) place(by.x - marginOf(seen.width), by.y - marginOf(seen.height));
      else repaint(seen);
    },
  };
}

/** How far the sheet is to be moved; undefined when it does not hold what is seen. */
function movedBy(painted: Seen, seen: Seen): { x: number; y: number } | undefined {
  const isSameSize = seen.width === painted.width && seen.height === painted.height;
  const x = seen.transform[0] - painted.transform[0];
  const y = seen.transform[1] - painted.transform[1];
  const isCovered = Math.abs(x) <= marginOf(seen.width) && Math.abs(y) <= marginOf(seen.height);
  return isSameSize && isCovered && seen.transform[2] === painted.transform[2] ? { x, y } : undefined;
}

const marginOf = (length: number) => Math.round(length * MARGIN);

function sizeTo(canvas: HTMLCanvasElement, width: number, height: number): void {
  const ratio = devicePixelRatio;
  // Setting a size throws the whole surface away, even the same size.
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}
