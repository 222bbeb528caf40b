/** What differs between two drawings, as data: a code, its parameters and the step. Knows no sentence. Pure. */
import type { Json } from '../../lib/json.ts';
import { stableStringify } from '../../lib/json.ts';
import type { NodeId } from '../document.ts';

/** In the order in which changes are listed. */
export const CHANGE_CODES = [
  /** before, after */
  'flow-renamed',
  /** before, after */
  'language-changed',
  /** kind, title? */
  'step-added',
  'step-removed',
  /** before, after; null where the kind's name is shown */
  'step-renamed',
  /** before, after: kinds */
  'step-retyped',
  /** before, after: sections, null for none */
  'step-regrouped',
  /** field, before, after; null where there was no such sentence */
  'sentence-changed',
  /** exit, label, to? */
  'choice-added',
  'choice-removed',
  /** exit, before, after */
  'choice-renamed',
  /** exit, to */
  'link-added',
  'link-removed',
  /** exit, before, after */
  'link-redirected',
  /** path, before?, after?: any other value in a step's data */
  'value-changed',
  /** path, value: a row of a list in a step's data */
  'item-added',
  'item-removed',
  /** path: the same rows in another order */
  'order-changed',
  /** id, name, type */
  'information-added',
  'information-removed',
  /** id, before, after */
  'information-renamed',
  /** id, name, before, after: types */
  'information-retyped',
  /** id, name, before, after: lists of answers, null for none */
  'information-choices-changed',
  /** id, name */
  'hours-added',
  'hours-removed',
  /** id, before, after */
  'hours-renamed',
  /** id, name, day (0 is Monday), before, after: lists of spans */
  'hours-day-changed',
  /** id, name, before, after: calendars */
  'hours-holidays-changed',
  /** id, name, date, before, after: lists of spans, null for a day like others */
  'hours-exception-changed',
  /** id, name, before, after */
  'hours-zone-changed',
  /** id, name, before, after: ids of the workspace's hours, null for none */
  'hours-shared-changed',
  /** setting, before?, after? */
  'setting-changed',
  /** rule, path, before?, after?: a rule valid in every step */
  'anytime-changed',
  /** part, path, before?, after?: a part of the document that this list has no word for */
  'part-changed',
  /** steps: how many lie elsewhere on the drawing; a call does not notice */
  'moved',
  /** Something that only a machine sees: ids, formats. */
  'rewritten',
] as const;
export type ChangeCode = (typeof CHANGE_CODES)[number];

export interface Change {
  readonly code: ChangeCode;
  /** Absent when the change concerns the whole flow. */
  readonly node?: NodeId;
  readonly params: Readonly<Record<string, Json>>;
}

/** Parameters that say where; the others say what. */
const PLACES = ['rule', 'part', 'id', 'day', 'date', 'setting', 'exit', 'field', 'path'];
const RANK = new Map(CHANGE_CODES.map((code, index) => [code, index]));

/** By kind of change, step and parameters: a total order, so equal documents give equal lists. Pure. */
export function sortChanges(changes: readonly Change[]): Change[] {
  const keyed = changes.map((change) => ({
    change,
    rank: RANK.get(change.code)!,
    key: [
      change.node ?? '',
      ...PLACES.map((name) => change.params[name] ?? ''),
      stableStringify(change.params),
    ].join('\u0000'),
  }));
  keyed.sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ change }) => change);
}
