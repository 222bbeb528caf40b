/**
 * What stays of the history when somebody else's changes come in: only entries that touch nothing of theirs, so that
 * neither undo nor redo ever takes back another person's work. Knows patches, not how they are made. Pure.
 */
import type { Patch } from './draft.ts';
import type { History, HistoryEntry } from './history.ts';

/** An edit and how it is taken back. */
export type Edit = Pick<HistoryEntry, 'patches' | 'inverse'>;

/** Entries from the newest on, up to the first that overlaps: what is older was built below it. */
export function keepOwn(history: History, others: Edit): History {
  const foreign = new Set([...both(others).flatMap(touched), ...others.patches.flatMap(removed)]);
  const isOwn = (entry: HistoryEntry) =>
    both(entry).every((patch) => !overlaps([...touched(patch), ...needed(patch)], foreign));
  return { past: newest(history.past, isOwn), future: newest(history.future, isOwn) };
}

function newest(
  entries: readonly HistoryEntry[],
  isOwn: (entry: HistoryEntry) => boolean,
): readonly HistoryEntry[] {
  const last = entries.findLastIndex((entry) => !isOwn(entry));
  return last < 0 ? entries : entries.slice(last + 1);
}

const both = ({ patches, inverse }: Edit): readonly Patch[] => [...patches, ...inverse];

/** Places of one document part, as paths; a path covers whatever lies below it. */
function touched({ path, value }: Patch): string[] {
  const [part, id, field] = path.map(String);
  if (part === undefined || id === undefined) return part === undefined || isRecord(part) ? [''] : [part];
  // A link that is taken away is named by the patch that brings it back.
  if (part === 'edges') return isLink(value) ? [exitOf(value)] : field === undefined ? [] : ['exit'];
  if (part === 'settings') return [part];
  return part === 'nodes' && field !== undefined ? [`nodes/${id}/${field}`] : [`${part}/${id}`];
}

const isRecord = (part: string) => ['nodes', 'edges', 'information', 'hours', 'anytime'].includes(part);

/** What others took away: an entry must not lead there. */
function removed({ op, path }: Patch): string[] {
  return op === 'remove' && path[0] === 'nodes' && path.length === 2 ? [`there/${path[1]}`] : [];
}

/** What must still be there, and as it was, for the patch to make sense. */
function needed({ path, value }: Patch): string[] {
  if (path[0] === 'edges' && isLink(value))
    return [`there/${value.from}`, `there/${value.to}`, `nodes/${value.from}/data`];
  if (path[0] !== 'nodes') return [];
  const section = path[2] === 'section' ? value : (value as { section?: unknown } | undefined)?.section;
  return typeof section === 'string' ? [`there/${section}`] : [];
}

interface Link {
  readonly from: string;
  readonly exit: string;
  readonly to: string;
}

function isLink(value: unknown): value is Link {
  return typeof value === 'object' && value !== null && 'from' in value && 'exit' in value && 'to' in value;
}

function exitOf({ from, exit }: Link): string {
  return `exit/${from}/${exit}`;
}

function overlaps(places: readonly string[], foreign: ReadonlySet<string>): boolean {
  return places.some((place) => [...foreign].some((other) => covers(place, other) || covers(other, place)));
}

function covers(outer: string, inner: string): boolean {
  return outer === '' || outer === inner || inner.startsWith(`${outer}/`);
}
