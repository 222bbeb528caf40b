/** What a load run writes down: how long things took, and what went wrong. Knows neither the product nor the network. */

export interface Record {
  /** Runs it, and keeps its milliseconds under the name, also when it fails. */
  timed<Value>(name: string, work: () => Promise<Value>): Promise<Value>;
  error(what: string): void;
  /** What a person does not see, because it is asked again and answered. */
  retried(why: string): void;
  count(name: string, by?: number): void;
  counted(name: string): number;
  /** Milliseconds; NaN of nothing. */
  p95(name: string): number;
  readonly errors: readonly string[];
  readonly retries: readonly string[];
}

export function startRecord(): Record {
  const times = new Map<string, number[]>();
  const counts = new Map<string, number>();
  const errors: string[] = [];
  const retries: string[] = [];
  return {
    errors,
    retries,
    timed: async (name, work) => {
      const start = performance.now();
      try {
        return await work();
      } finally {
        const known = times.get(name) ?? [];
        known.push(performance.now() - start);
        times.set(name, known);
      }
    },
    error: (what) => void errors.push(what),
    retried: (why) => void retries.push(why),
    count: (name, by = 1) => void counts.set(name, (counts.get(name) ?? 0) + by),
    counted: (name) => counts.get(name) ?? 0,
    p95: (name) => {
      const all = (times.get(name) ?? []).toSorted((a, b) => a - b);
      return all[Math.floor((all.length - 1) * 0.95)] ?? Number.NaN;
    },
  };
}

export const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** `count` workers at a time. */
export async function inTurns<Item>(
  items: readonly Item[],
  count: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = items.values();
  await Promise.all(
    Array.from({ length: count }, async () => {
      for (const item of left) await work(item);
    }),
  );
}
