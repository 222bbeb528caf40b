/** What the search shows for a query: groups with their best hits, the group of the best one first. Pure. */
import { type Found, findAmong, type Hit, type Prepared, WORST_RANK } from './ranking.ts';
import { THING_GROUPS, type Thing, type ThingGroup, type Things } from './things.ts';

/** So many of a group at first; fewer of each while nothing is typed, so that one sees what there is to find. */
const MOST = 8;
const MOST_UNASKED = 4;
/** So many more each time they are asked for. */
const MORE = 50;

export interface FoundGroup {
  readonly id: ThingGroup | 'recent';
  readonly hits: readonly Hit<Thing>[];
  readonly total: number;
}

/** How often more of a group were asked for. */
export type Asked = Partial<Record<ThingGroup | 'recent', number>>;

/** `recent`: ids of what was chosen last, shown first while nothing is typed; what is gone is left out. */
export function findGroups(
  things: Things,
  query: string,
  { recent, asked }: { readonly recent: readonly string[]; readonly asked: Asked },
): FoundGroup[] {
  const isAsked = query.trim() !== '';
  const most = (group: ThingGroup) => (isAsked ? MOST : MOST_UNASKED) + (asked[group] ?? 0) * MORE;
  if (isAsked)
    return THING_GROUPS.map((id): FoundGroup => ({ id, ...findAmong(things[id], query, most(id)) }))
      .filter(({ total }) => total > 0)
      .sort((a, b) => rankOf(a) - rankOf(b));
  const all = THING_GROUPS.flatMap((id) => things[id] as readonly Prepared<Thing>[]);
  const chosen = recent.flatMap((id) => all.find(({ item }) => item.id === id) ?? []);
  const others = THING_GROUPS.map((id): FoundGroup => {
    const left = things[id].filter((thing) => !chosen.includes(thing));
    return { id, ...findAmong(left, '', most(id)) };
  });
  const first: FoundGroup = { id: 'recent', ...findAmong(chosen, '', chosen.length) };
  return [first, ...others].filter(({ total }) => total > 0);
}

function rankOf({ hits }: Pick<Found<Thing>, 'hits'>): number {
  return hits[0]?.rank ?? WORST_RANK;
}
