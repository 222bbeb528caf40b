/** How much fits into a clipboard. `reach`: the farthest that a step may stand from the origin, in pixels. */
export const CLIP_LIMITS = { steps: 500, characters: 2_000_000, depth: 32, reach: 1_000_000 } as const;
