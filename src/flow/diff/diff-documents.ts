/**
 * The difference of two drawings as data. Pure and total: no change exactly when the documents are equal as canonical
 * JSON, and never an exception. What lies elsewhere on the drawing is one change, as no caller notices.
 */
import type { Json, JsonObject } from '../../lib/json.ts';
import { isSameJson } from '../../lib/same-json.ts';
import type { FlowDocument, FlowNode, Information, OpeningHours } from '../document.ts';
import type { DrawnKinds } from '../kind.ts';
import { type Change, type ChangeCode, sortChanges } from './change.ts';
import { diffLinks, foldLinks } from './diff-links.ts';
import { diffStep } from './diff-step.ts';
import { jsonDifferences } from './json-difference.ts';

const OWN_WORDS: readonly string[] = [
  'name',
  'language',
  'nodes',
  'edges',
  'information',
  'hours',
  'settings',
  'anytime',
  'format',
];

/** From `before` to `after`, sorted: the flow, its steps, what is said, choices, links, information, hours, settings. */
export function diffDocuments(before: FlowDocument, after: FlowDocument, registry: DrawnKinds): Change[] {
  if (isSameJson(before, after)) return [];
  const changes = [
    ...(before.name === after.name ? [] : [changed('flow-renamed', {}, before.name, after.name)]),
    ...(before.language === after.language
      ? []
      : [changed('language-changed', {}, before.language, after.language)]),
    ...foldLinks(diffSteps(before, after, registry), diffLinks(before, after)),
    ...pairs(before.information, after.information).flatMap(([was, is]) => diffInformation(was, is)),
    ...pairs(before.hours, after.hours).flatMap(([was, is]) => diffHours(was, is)),
    ...diffValues('setting-changed', 'setting', {}, before.settings, after.settings),
    ...pairs(before.anytime, after.anytime).flatMap(([was, is, rule]) =>
      diffValues('anytime-changed', 'path', { rule }, was, is),
    ),
    ...diffOtherParts(before, after),
  ];
  // Such as the format, or a record under another key: true differences without a word of their own.
  return sortChanges(changes.length === 0 ? [{ code: 'rewritten', params: {} }] : changes);
}

function diffSteps(before: FlowDocument, after: FlowDocument, registry: DrawnKinds): Change[] {
  let moved = 0;
  const changes = pairs(before.nodes, after.nodes).flatMap(([was, is]): Change[] => {
    if (!was || !is) return [stepChange(was ? 'step-removed' : 'step-added', (was ?? is)!)];
    if (!isSameJson(was.position, is.position)) moved += 1;
    return diffStep(was, is, registry);
  });
  return moved === 0 ? changes : [...changes, { code: 'moved', params: { steps: moved } }];
}

function stepChange(code: ChangeCode, { id, kind, title }: FlowNode): Change {
  return { code, node: id, params: { kind, ...(title === undefined ? {} : { title }) } };
}

function diffInformation(was: Information | undefined, is: Information | undefined): Change[] {
  const { id, name, type } = (is ?? was)!;
  if (!was || !is)
    return [{ code: is ? 'information-added' : 'information-removed', params: { id, name, type } }];
  return [
    ...(was.name === name ? [] : [changed('information-renamed', { id }, was.name, name)]),
    ...(was.type === type ? [] : [changed('information-retyped', { id, name }, was.type, type)]),
    ...(isSameJson(was.choices, is.choices)
      ? []
      : [changed('information-choices-changed', { id, name }, list(was.choices), list(is.choices))]),
  ];
}

function diffHours(was: OpeningHours | undefined, is: OpeningHours | undefined): Change[] {
  const { id, name } = (is ?? was)!;
  if (!was || !is) return [{ code: is ? 'hours-added' : 'hours-removed', params: { id, name } }];
  const days = Array.from({ length: Math.max(was.week.length, is.week.length) }, (_, day) => day);
  return [
    ...(was.name === name ? [] : [changed('hours-renamed', { id }, was.name, name)]),
    ...days
      .filter((day) => !isSameJson(was.week[day], is.week[day]))
      .map((day) =>
        changed('hours-day-changed', { id, name, day }, spans(was.week[day]), spans(is.week[day])),
      ),
    ...(was.holidays === is.holidays
      ? []
      : [changed('hours-holidays-changed', { id, name }, was.holidays, is.holidays)]),
    ...diffExceptions(was, is),
    ...(was.timeZone === is.timeZone
      ? []
      : [changed('hours-zone-changed', { id, name }, was.timeZone, is.timeZone)]),
    ...(was.shared === is.shared
      ? []
      : [changed('hours-shared-changed', { id, name }, was.shared, is.shared)]),
  ];
}

/** Day by day; days in another order mean the same, and are told by nothing else. */
function diffExceptions(was: OpeningHours, is: OpeningHours): Change[] {
  if (isSameJson(was.exceptions, is.exceptions)) return [];
  const on = ({ exceptions }: OpeningHours, date: string): Json => {
    const days = exceptions.filter((day) => day.date === date);
    return days.length === 0 ? null : spans(days.flatMap((day) => day.spans));
  };
  const dates = new Set([...was.exceptions, ...is.exceptions].map(({ date }) => date));
  return [...dates].sort().flatMap((date) => {
    const [before, after] = [on(was, date), on(is, date)];
    return isSameJson(before, after)
      ? []
      : [changed('hours-exception-changed', { id: is.id, name: is.name, date }, before, after)];
  });
}

/** Parts of a later format that this room has no words for. */
function diffOtherParts(before: FlowDocument, after: FlowDocument): Change[] {
  const left = before as unknown as JsonObject;
  const right = after as unknown as JsonObject;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .filter((part) => !OWN_WORDS.includes(part))
    .flatMap((part) => diffValues('part-changed', 'path', { part }, left[part], right[part]));
}

function diffValues(
  code: ChangeCode,
  name: string,
  params: Change['params'],
  before: unknown,
  after: unknown,
): Change[] {
  return jsonDifferences(before as Json | undefined, after as Json | undefined).map((difference) => ({
    code,
    params: {
      ...params,
      [name]: difference.path,
      ...(difference.before === undefined ? {} : { before: difference.before }),
      ...(difference.after === undefined ? {} : { after: difference.after }),
    },
  }));
}

function changed(code: ChangeCode, params: Change['params'], before: Json, after: Json): Change {
  return { code, params: { ...params, before, after } };
}

function list(choices: readonly string[] | undefined): Json {
  return choices ?? null;
}

function spans(day: OpeningHours['week'][number] | undefined): Json {
  return (day ?? []).map(({ from, to }) => ({ from, to }));
}

/** The records of both sides by key, in the order of keys. */
function pairs<Value>(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): [Value | undefined, Value | undefined, string][] {
  const left = new Map(Object.entries(before));
  const right = new Map(Object.entries(after));
  return [...new Set([...left.keys(), ...right.keys()])]
    .sort()
    .map((key) => [left.get(key), right.get(key), key]);
}
