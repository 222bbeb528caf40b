/** Merges one step, field by field; data that its kind could not read is one value again. Names no kind. Pure. */
import type { Json, JsonObject } from '../../lib/json.ts';
import { isSameJson } from '../../lib/same-json.ts';
import type { FlowNode } from '../document.ts';
import type { DrawnKinds } from '../kind.ts';
import { decide, type Judge, type Sides } from './conflict.ts';
import { mergeJson } from './merge-json.ts';

type Three = { readonly base: FlowNode; readonly mine: FlowNode; readonly theirs: FlowNode };

/** A step that all three have. */
export function mergeStep(steps: Three, kinds: DrawnKinds, judge: Judge): FlowNode {
  const { base, mine, theirs } = steps;
  if (mine === theirs || base === mine) return theirs;
  if (base === theirs) return mine;
  const path = ['nodes', base.id];
  const field = (name: 'title' | 'position' | 'section') => whole(pick(steps, name), [...path, name], judge);
  const title = field('title') as string | undefined;
  const section = field('section') as FlowNode['section'];
  return {
    id: base.id,
    ...mergeData(steps, kinds, judge),
    ...(title === undefined ? {} : { title }),
    position: field('position') as unknown as FlowNode['position'],
    ...(section === undefined ? {} : { section }),
  };
}

function mergeData(
  { base, mine, theirs }: Three,
  kinds: DrawnKinds,
  judge: Judge,
): Pick<FlowNode, 'kind' | 'data'> {
  const path = ['nodes', base.id, 'data'];
  if (base.kind !== mine.kind || base.kind !== theirs.kind) {
    const typed = ({ kind, data }: FlowNode): JsonObject => ({ kind, data });
    const sides = { base: typed(base), mine: typed(mine), theirs: typed(theirs) };
    return whole<Json>(sides, path, judge) as unknown as Pick<FlowNode, 'kind' | 'data'>;
  }
  const schema = kinds.get(base.kind)?.schema;
  const sides = { base: base.data, mine: mine.data, theirs: theirs.data };
  const data = soundly(sides, path, judge, (value) => !schema || schema.safeParse(value).success);
  return { kind: base.kind, data: data as JsonObject };
}

/** Merges in parts where the result can be read, else as one value. */
export function soundly(
  sides: Sides<Json>,
  path: readonly string[],
  judge: Judge,
  isSound: (value: Json) => boolean,
): Json | undefined {
  const known = judge.conflicts.length;
  const merged = mergeJson(sides, path, judge);
  if (merged === undefined || merged === sides.mine || merged === sides.theirs || isSound(merged))
    return merged;
  judge.conflicts.length = known;
  return decide(sides, path, judge);
}

/** One value: whoever changed it wins, and both changing it differently is a conflict. */
export function whole<Value>(sides: Sides<Value>, path: readonly string[], judge: Judge): Value | undefined {
  const { base, mine, theirs } = sides;
  if (isSameJson(mine, theirs) || isSameJson(base, mine)) return theirs;
  return isSameJson(base, theirs) ? mine : decide(sides, path, judge);
}

function pick<Name extends keyof FlowNode>({ base, mine, theirs }: Three, name: Name): Sides<FlowNode[Name]> {
  return { base: base[name], mine: mine[name], theirs: theirs[name] };
}
