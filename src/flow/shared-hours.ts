/**
 * Opening hours of the workspace and the copies that drawings keep of them: how they are stored, which copies are
 * behind, and a drawing with the newest ones. Knows no table. Pure and total.
 */
import { isJsonObject, type JsonObject } from '../lib/json.ts';
import { isSameJson } from '../lib/same-json.ts';
import { DOCUMENT_FORMAT, type FlowDocument, type HoursId, type OpeningHours } from './document.ts';
import { readDocument } from './read.ts';

/** What the copies of one workspace's hours share: all but whose they are. */
export type HoursContent = Omit<OpeningHours, 'id' | 'shared'>;

export interface SharedHours {
  readonly id: string;
  readonly content: HoursContent;
}

const READ = 'shared' as HoursId;

/** The content of stored hours of any format; null when they cannot be read (a newer format, a broken row). */
export function readSharedHours(name: string, stored: unknown): HoursContent | null {
  if (!isJsonObject(stored)) return null;
  const { format, ...hours } = stored;
  // As the only hours of a drawing, they go through its migrations and its reader.
  const drawing = { format, hours: { [READ]: { ...hours, id: READ, name, shared: null } } };
  const read = readDocument(drawing, new Map()).document.hours[READ];
  return read ? contentOf(read) : null;
}

/** What is stored beside the name. */
export function storedHours({ timeZone, week, holidays, exceptions }: HoursContent): JsonObject {
  return { format: DOCUMENT_FORMAT, timeZone, week, holidays, exceptions } as unknown as JsonObject;
}

export function contentOf({ id: _, shared: __, ...content }: OpeningHours): HoursContent {
  return content;
}

/** Ids of the workspace's hours that a drawing follows, each once. */
export function sharedHoursIn({ hours }: FlowDocument): string[] {
  return [...new Set(Object.values(hours).flatMap(({ shared }) => (shared === null ? [] : [shared])))];
}

/** The copies that are behind, as they should be. Copies of hours that are not given stay as they are. */
export function staleHours({ hours }: FlowDocument, newest: readonly SharedHours[]): OpeningHours[] {
  const known = new Map(newest.map(({ id, content }) => [id, content]));
  return Object.values(hours).flatMap((copy) => {
    const content = copy.shared === null ? undefined : known.get(copy.shared);
    return content && !isSameJson(contentOf(copy), content)
      ? [{ ...content, id: copy.id, shared: copy.shared }]
      : [];
  });
}

/** The drawing with the newest hours; the same object when no copy is behind. */
export function withSharedHours(document: FlowDocument, newest: readonly SharedHours[]): FlowDocument {
  const stale = staleHours(document, newest);
  if (stale.length === 0) return document;
  return {
    ...document,
    hours: { ...document.hours, ...Object.fromEntries(stale.map((hours) => [hours.id, hours])) },
  };
}
