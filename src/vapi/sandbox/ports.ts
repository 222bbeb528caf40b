/** What the sandbox needs from the outside world besides HTTP: time and ids. Knows no Vapi. */

export interface Ports {
  /** Milliseconds since the epoch. */
  now(): number;
  /** A fresh UUID. */
  newId(): string;
}

/**
 * Ids that are the same on every run: the n-th id of a seed. `count` starts at the number of ids already given, so that
 * a restart does not repeat them. Pure but for the counter.
 */
export function seededIds(seed: number, counter: { idCount: number }): () => string {
  return () => {
    counter.idCount += 1;
    const random = seededRandom(seed * 0x9e37_79b1 + counter.idCount);
    const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16));
    hex[12] = '4';
    hex[16] = '89ab'[Math.floor(random() * 4)]!;
    const text = hex.join('');
    return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
      '-',
    );
  };
}

/** Pseudo-random numbers in [0, 1), the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
