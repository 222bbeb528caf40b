/** One figure a line, as `npm run bench` prints them. */
export function print(name: string, value: number, goal?: string): void {
  console.log(`${name}: ${value.toFixed(2)}${goal === undefined ? '' : ` (goal ${goal})`}`);
}

/**
 * What was measured of others, on their published code with the same sizes: script milliseconds a drag step at 2,000 steps,
 * until ready, heap, and CPU of an idle second at 500 steps. Their absolute figures are another machine's; the ratios to the
 * best React Flow variant of that run are what compares.
 */
const ANCHORS = [
  'anchor-best-variant: drag 4.0 ms a step at 2,000 steps, start 0.40 s, heap 9 MB, idle 0.3 ms/s',
  'anchor-dograh (commit 058c540c): drag 451 ms a step (112 x the best variant), start 6.0 s, heap 216 MB, idle 341 ms/s',
  'anchor-flowise (@flowiseai/agentflow 0.0.0-dev.14): drag 532 ms a step (133 x), start 183 s, heap 215 MB, idle 0.1 ms/s',
];

export function printAnchors(): void {
  for (const line of ANCHORS) console.log(line);
}
