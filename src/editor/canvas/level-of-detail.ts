/** How much of a card can be read at a zoom. Pure. */
export type LevelOfDetail = 'near' | 'medium' | 'far';

export const MEDIUM_BELOW = 0.6;
export const FAR_BELOW = 0.35;

/** Where a press on the overview leads to. */
export const NEAR_ENOUGH = 0.8;
/** Fewer cards than this are drawn as cards at any distance. */
const OVERVIEW_FROM = 250;

export function levelOfDetail(zoom: number): LevelOfDetail {
  if (zoom < FAR_BELOW) return 'far';
  return zoom < MEDIUM_BELOW ? 'medium' : 'near';
}

/** Whether the drawing is painted as one picture instead of cards. */
export function isOverview(zoom: number, cards: number): boolean {
  return zoom < FAR_BELOW && cards > OVERVIEW_FROM;
}
