/** For tests: every place inside a step's data, and another value for it. Knows no kind. */
import type { Json } from '../../lib/json.ts';
import type { Draws } from './draws.ts';

export interface Field {
  readonly path: string;
  readonly value: Json;
}

/** Dotted paths of all values, lists and records among them. */
export function fieldsOf(data: Json, path = ''): Field[] {
  const own = path === '' ? [] : [{ path, value: data }];
  if (typeof data !== 'object' || data === null) return own;
  return [
    ...own,
    ...Object.entries(data).flatMap(([key, value]) =>
      fieldsOf(value as Json, path === '' ? key : `${path}.${key}`),
    ),
  ];
}

/** Of the same sort mostly: what a form would write. */
export function otherValue(value: Json | undefined, draws: Draws): Json {
  if (draws.oneIn(30)) return draws.pick<Json>([null, 'other', 7, [], {}])!;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + draws.below(5) - 2;
  if (Array.isArray(value)) {
    const [first] = value as Json[];
    if (first === undefined || draws.oneIn(2)) return (value as Json[]).slice(0, -1);
    const isRecord = typeof first === 'object' && first !== null && !Array.isArray(first);
    // Rows have ids of their own.
    const added = isRecord && 'id' in first ? { ...first, id: `row${draws.below(1_000)}` } : first;
    return [...(value as Json[]), structuredClone(added) as Json];
  }
  if (typeof value === 'object' && value !== null) return structuredClone(value) as Json;
  return draws.pick(['', 'Bonjour', 'Un mot de plus {{name}}', 'x'.repeat(400)])!;
}
