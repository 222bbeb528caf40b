/** Where a small window stands so that it does not cover what it speaks of. Pixels of the window. Pure. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export type Side = 'bottom' | 'left' | 'right' | 'top';

/** Between the window and what it speaks of, and to the edge of the screen. */
const GAP = 12;

/** The first of these sides with room for it; where there is none, the corner that covers least of the target. */
export function placeBeside(
  target: Box,
  size: Pick<Box, 'width' | 'height'>,
  room: Pick<Box, 'width' | 'height'>,
  sides: readonly Side[],
): Pick<Box, 'left' | 'top'> {
  const across = clamp(target.left + target.width / 2 - size.width / 2, room.width - size.width);
  const down = clamp(target.top + target.height / 2 - size.height / 2, room.height - size.height);
  const places: Readonly<Record<Side, Pick<Box, 'left' | 'top'>>> = {
    bottom: { left: across, top: target.top + target.height + GAP },
    top: { left: across, top: target.top - size.height - GAP },
    right: { left: target.left + target.width + GAP, top: down },
    left: { left: target.left - size.width - GAP, top: down },
  };
  const isInside = ({ left, top }: Pick<Box, 'left' | 'top'>) =>
    left >= GAP / 2 &&
    top >= GAP / 2 &&
    left + size.width <= room.width - GAP / 2 &&
    top + size.height <= room.height - GAP / 2;
  const found = sides.map((side) => places[side]).find(isInside);
  if (found) return found;
  const ends = (whole: number, own: number) => [clamp(Number.POSITIVE_INFINITY, whole - own), GAP];
  const corners = ends(room.height, size.height).flatMap((top) =>
    ends(room.width, size.width).map((left) => ({ left, top })),
  );
  const covered = (place: Pick<Box, 'left' | 'top'>) => overlap({ ...place, ...size }, target);
  return corners.reduce((best, one) => (covered(one) < covered(best) ? one : best));
}

/** Square pixels that two boxes share. */
export function overlap(a: Box, b: Box): number {
  const across = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const down = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return Math.max(0, across) * Math.max(0, down);
}

function clamp(value: number, most: number): number {
  return Math.max(GAP, Math.min(value, most - GAP));
}
