/** Damages any JSON at places chosen by chance: values exchanged, removed, added, nested too deeply. Knows no drawing. */
import type { Json } from '../../../lib/json.ts';

type Loose = { [key: string]: Json | Loose } | (Json | Loose)[];

const STRANGE: readonly Json[] = [
  null,
  true,
  -1,
  0.5,
  1e21,
  '',
  'x'.repeat(5000),
  '{{ghost}}',
  '\u0000\uD800',
  [],
  {},
  [[[]]],
  { id: 'strange', constructor: 1 },
];

/** A damaged copy; `chance` gives whole numbers from 0. Deterministic for the same numbers. */
export function damageJson(value: unknown, chance: Iterator<number>, times: number): unknown {
  const copy = JSON.parse(JSON.stringify(value)) as Loose;
  const next = (below: number) => Number(chance.next().value ?? 0) % Math.max(1, below);
  for (let time = 0; time < times; time += 1) {
    let at = copy;
    // Goes inside until it stops by chance, or there is nothing further inside.
    for (let depth = 0; depth < 8; depth += 1) {
      const inner = Object.values(at).filter((one): one is Loose => typeof one === 'object' && one !== null);
      if (inner.length === 0 || (depth > 0 && next(4) === 0)) break;
      at = inner[next(inner.length)]!;
    }
    damageAt(at, next);
  }
  return copy;
}

function damageAt(at: Loose, next: (below: number) => number): void {
  const keys = Object.keys(at);
  const key = keys[next(keys.length)] ?? 'strange';
  const target = at as { [key: string]: Json | Loose };
  const deed = next(4);
  if (deed === 0) delete target[key];
  else if (deed === 1) target[`strange${next(3)}`] = STRANGE[next(STRANGE.length)]!;
  else if (deed === 2 && keys.length > 1) target[key] = target[keys[next(keys.length)]!]!;
  else target[key] = STRANGE[next(STRANGE.length)]!;
}
