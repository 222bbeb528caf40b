/**
 * Merges two edits of one drawing, step by step and field by field. What both changed differently is a conflict: told, and
 * decided by `choices` or as suggested. Names no step kind. Pure and total; readable drawings give a readable drawing,
 * and it makes no difference who is mine.
 */
import type { Json } from '../../lib/json.ts';
import { isSameJson } from '../../lib/same-json.ts';
import type { FlowDocument, HoursId, InformationId } from '../document.ts';
import { isUsed } from '../information-use.ts';
import type { DrawnKinds, Schema } from '../kind.ts';
import { allHours, anytimeSetting, informations, settings } from '../stored-shapes.ts';
import { type Conflict, conflictKey, decide, type Judge, type Side } from './conflict.ts';
import { mergeLinks } from './merge-links.ts';
import { soundly, whole } from './merge-step.ts';
import { mergeSteps, withoutLostSections } from './merge-steps.ts';
import { type Edits, json, keysOf, own } from './records.ts';
import { standingLinks, withKnownExits } from './standing-links.ts';

/** Who wins where, by `conflictKey`. */
export type Choices = ReadonlyMap<string, Side>;

export interface Merged {
  readonly document: FlowDocument;
  /** Everything that both changed differently, decided or not. */
  readonly conflicts: readonly Conflict[];
}

export function mergeDocuments(edits: Edits, kinds: DrawnKinds, choices: Choices = new Map()): Merged {
  const judge: Judge = {
    conflicts: [],
    sideOf: (conflict) => choices.get(conflictKey(conflict)) ?? conflict.suggested,
  };
  const { base, mine, theirs } = edits;
  const links = mergeLinks(edits, judge);
  const steps = mergeSteps(edits, kinds, judge);
  const nodes = withoutLostSections(withKnownExits(steps, links, edits, kinds, judge), edits);
  const value = <Name extends keyof FlowDocument>(name: Name) =>
    whole({ base: base[name], mine: mine[name], theirs: theirs[name] }, [name], judge)!;
  const set = { base: json(base.settings), mine: json(mine.settings), theirs: json(theirs.settings) };
  const isSet = (merged: Json) => settings.safeParse(merged).success;
  const merged: FlowDocument = {
    format: value('format'),
    name: value('name'),
    language: value('language'),
    nodes,
    edges: standingLinks(links, nodes, edits, kinds),
    information: {},
    hours: {},
    settings: soundly(set, ['settings'], judge, isSet) as unknown as FlowDocument['settings'],
    anytime: mergeAnytime(edits, judge),
  };
  const spoken = { ...merged, information: base.information };
  const information = mergeRecord(
    edits,
    'information',
    informations.one,
    judge,
    (id) => spoken.settings.consent === id || isUsed(spoken, kinds, id as InformationId),
  );
  const hours = mergeRecord(edits, 'hours', allHours.one, judge, (id) => goesBy(nodes, kinds, id as HoursId));
  return { document: { ...merged, information, hours }, conflicts: judge.conflicts };
}

/** A side that took something away while the other came to use it: it stays, and that is a conflict. */
function mergeRecord<Name extends 'information' | 'hours'>(
  { base, mine, theirs }: Edits,
  name: Name,
  schema: Schema,
  judge: Judge,
  isNeeded: (id: string) => boolean,
): FlowDocument[Name] {
  const merged: [string, Json][] = [];
  for (const id of keysOf(base[name], theirs[name], mine[name])) {
    const [before, here, there] = [base, mine, theirs].map(
      (document) => own(document[name] as { readonly [id: string]: unknown }, id) as Json | undefined,
    );
    const sides = { base: before, mine: here, theirs: there };
    const isRemoved = sides.base !== undefined && (sides.mine === undefined || sides.theirs === undefined);
    const isUntouched = isSameJson(sides.base, sides.mine) || isSameJson(sides.base, sides.theirs);
    const value =
      isRemoved && isUntouched && isNeeded(id)
        ? decide(sides, [name, id], judge)
        : soundly(sides, [name, id], judge, (one) => schema.safeParse(one).success);
    if (value !== undefined) merged.push([id, value]);
  }
  return Object.fromEntries(merged) as unknown as FlowDocument[Name];
}

/** Rule by rule. */
function mergeAnytime({ base, mine, theirs }: Edits, judge: Judge): FlowDocument['anytime'] {
  const rules = keysOf(base.anytime, mine.anytime, theirs.anytime).map((rule) => {
    const sides = {
      base: json(base.anytime[rule]),
      mine: json(mine.anytime[rule]),
      theirs: json(theirs.anytime[rule]),
    };
    const isSound = (value: Json) => anytimeSetting.safeParse(value).success;
    return [rule, soundly(sides, ['anytime', rule], judge, isSound)];
  });
  return Object.fromEntries(rules) as FlowDocument['anytime'];
}

function goesBy(nodes: FlowDocument['nodes'], kinds: DrawnKinds, hours: HoursId): boolean {
  return Object.values(nodes).some(({ kind, data }) => {
    try {
      return kinds.get(kind)?.hours?.(data).includes(hours) ?? false;
    } catch {
      return true;
    }
  });
}
