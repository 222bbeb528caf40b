/**
 * Under which circumstances the rules of a drawing lead along a way: the instant of the call, and what is told or answered
 * at each step. Candidates come from the rules themselves: just below, at and above what they compare with.
 */
import type {
  CallLanguage,
  ExitId,
  FlowDocument,
  InformationId,
  InformationType,
  NodeId,
} from '../../flow/document.ts';
import type { Way } from '../../flow/paths.ts';
import { fillSentence } from '../../flow/text.ts';
import type { Rule } from '../decide/rule.ts';
import { registry } from '../registry.ts';

/** A value as a caller says it, and as it is understood. */
export interface Told {
  readonly spoken: string;
  readonly value: string;
}

export interface Circumstances {
  readonly now: number;
  /** What is told, or answered by another system, at the step of this place on the way. */
  told(place: number, information: InformationId): Told;
}

export const TUESDAY_NOON = Date.parse('2026-11-24T11:15:00Z');
export const SUNDAY_NIGHT = Date.parse('2026-11-22T22:30:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Two usual moments, one for every three hours of a week, and a holiday of all calendars. */
const INSTANTS = [
  TUESDAY_NOON,
  SUNDAY_NIGHT,
  ...Array.from({ length: 56 }, (_, index) => SUNDAY_NIGHT + index * 3 * HOUR),
  Date.parse('2026-12-25T11:15:00Z'),
];

/** Nothing among these is taken for a value of another type. Several of one type, so that no two information look alike. */
const USUAL: Readonly<Record<CallLanguage, Readonly<Record<InformationType, readonly Told[]>>>> = {
  fr: {
    name: ['Zoé Durand', 'Hugo Petit', 'Inès Moreau', 'Paul Girard'].map(same),
    phone: [
      { spoken: '06 12 34 56 78', value: '0612345678' },
      { spoken: '07 98 76 54 32', value: '0798765432' },
      { spoken: '01 44 55 66 77', value: '0144556677' },
      { spoken: '04 72 10 20 30', value: '0472102030' },
      { spoken: '05 61 40 50 60', value: '0561405060' },
    ],
    email: ['zoe', 'hugo', 'ines', 'paul', 'lea'].map((name) => `${name}@exemple.fr`).map(same),
    date: [
      { spoken: 'le 24 décembre 2026', value: '2026-12-24' },
      { spoken: 'le 5 janvier 2027', value: '2027-01-05' },
      { spoken: 'le 8 mars 2027', value: '2027-03-08' },
      { spoken: 'le 16 avril 2027', value: '2027-04-16' },
      { spoken: 'le 27 mai 2027', value: '2027-05-27' },
    ],
    time: [
      { spoken: '20 heures', value: '20:00' },
      { spoken: '10 heures', value: '10:00' },
      { spoken: '14 heures', value: '14:00' },
      { spoken: '16 heures', value: '16:00' },
      { spoken: '18 heures', value: '18:00' },
    ],
    number: ['2', '17', '40'].map(same),
    'yes-no': [{ spoken: 'oui', value: 'yes' }],
    choice: [same('')],
    address: ['3 rue de la Paix, Paris', '8 rue du Lac, Lyon'].map(same),
    text: [
      'une chose à voir ensemble',
      'un détail du salon',
      'quelque chose de grand',
      'ma vieille horloge',
    ].map(same),
  },
  en: {
    name: ['Zoe Smith', 'Hugh Baker', 'Ines Cooper', 'Paul Fisher'].map(same),
    phone: [
      { spoken: '020 7946 0018', value: '02079460018' },
      { spoken: '020 7946 0952', value: '02079460952' },
      { spoken: '020 7946 0333', value: '02079460333' },
      { spoken: '020 7946 0444', value: '02079460444' },
      { spoken: '020 7946 0555', value: '02079460555' },
    ],
    email: ['zoe', 'hugh', 'ines', 'paul', 'lea'].map((name) => `${name}@example.com`).map(same),
    date: [
      { spoken: 'December 24, 2026', value: '2026-12-24' },
      { spoken: 'January 5, 2027', value: '2027-01-05' },
      { spoken: 'March 8, 2027', value: '2027-03-08' },
      { spoken: 'April 16, 2027', value: '2027-04-16' },
      { spoken: 'May 27, 2027', value: '2027-05-27' },
    ],
    time: [
      { spoken: '8 pm', value: '20:00' },
      { spoken: '10 am', value: '10:00' },
      { spoken: '2 pm', value: '14:00' },
      { spoken: '4 pm', value: '16:00' },
      { spoken: '6 pm', value: '18:00' },
    ],
    number: ['2', '17', '40'].map(same),
    'yes-no': [{ spoken: 'yes', value: 'yes' }],
    choice: [same('')],
    address: ['3 Peace Street, London', '8 Lake Street, Leeds'].map(same),
    text: ['something to look into', 'a detail of the parlour', 'something large', 'my old clock'].map(same),
  },
};
/** How somebody waves an optional question away. */
const NOTHING: Readonly<Record<CallLanguage, Told>> = {
  fr: { spoken: 'Rien.', value: '' },
  en: { spoken: 'Nothing.', value: '' },
};

/** How a caller behaves where the rules of the drawing leave it open. */
export interface Conduct {
  /** Which of the values that nothing depends on are told. */
  readonly variety: number;
  /** Optional questions that nothing depends on are waved away. */
  readonly waves: boolean;
}

const USUAL_CONDUCT: Conduct = { variety: 0, waves: false };

/** Null when the rules of the drawing never lead this way. */
export function circumstancesFor(
  document: FlowDocument,
  way: Way,
  { variety, waves }: Conduct = USUAL_CONDUCT,
): Circumstances | null {
  const isBarred = way.steps.some(({ node, exit }) => {
    const failure = certainFailure(document, node);
    return failure !== null && exit !== failure;
  });
  if (isBarred) return null;
  const decisions = decisionsOn(document, way);
  for (const now of INSTANTS) {
    const chosen = assign(document, way, decisions, now, new Map());
    if (chosen)
      return {
        now,
        told: (place, information) => {
          const forced = chosen.get(variable(place, information));
          if (forced) return forced;
          if (waves && isOptional(document, way, place, information)) return NOTHING[document.language];
          const open = candidatesAt(document, way, place, information);
          return open[variety % open.length]!;
        },
      };
  }
  return null;
}

/** The exit of a step that can do nothing (no number, no facts, no address), whatever the caller says; else null. */
export function certainFailure(document: FlowDocument, id: NodeId): ExitId | null {
  const node = document.nodes[id]!;
  const { exits, simulate } = registry.get(node.kind)!;
  const { result } = simulate(
    node,
    { type: 'enter' },
    { document, information: {}, now: 0, fill: (text) => text },
  );
  const exit = result.type === 'left' ? exits(node.data).find((row) => row.id === result.exit) : undefined;
  return exit?.role === 'failure' ? exit.id : null;
}

interface Decision {
  readonly step: Way['steps'][number];
  /** What its rules look at, and the step of the way that obtained it last; -1 when none did. */
  readonly looks: readonly { readonly information: InformationId; readonly place: number }[];
}

function decisionsOn(document: FlowDocument, way: Way): Decision[] {
  return way.steps.flatMap((step, at) => {
    const node = document.nodes[step.node]!;
    const kind = registry.get(node.kind)!;
    if (kind.family !== 'decide' || step.exit === undefined) return [];
    const looks = kind.uses(node.data).map((information) => ({
      information,
      place: obtainedAt(document, way, at, information),
    }));
    return [{ step, looks }];
  });
}

/** The step of the way before `at` from which an information is known; -1 when none obtains it. */
function obtainedAt(document: FlowDocument, way: Way, at: number, information: InformationId): number {
  const places = way.steps.flatMap((step, place) =>
    place < at && obtains(document, step, information) ? [place] : [],
  );
  // What is known already is not asked again where the step says so.
  const asked = places.filter((place, index) => index === 0 || !skipsKnown(document, way, place));
  return asked.at(-1) ?? -1;
}

interface Asking {
  readonly items?: readonly { readonly information: InformationId; readonly optional: boolean }[];
  readonly skipKnown?: boolean;
  /** What a booking changes. */
  readonly when?: InformationId;
}

/** The moment that the calendar of `outside-world.ts` gives at a step of the way: another one each time. */
export const slotAt = (place: number) => `Thursday at ${10 + place}`;

function candidatesAt(document: FlowDocument, way: Way, place: number, information: InformationId): Told[] {
  return askedBy(document, way, place).when === information
    ? [same(slotAt(place))]
    : candidatesFor(document, information, place);
}

function askedBy(document: FlowDocument, way: Way, place: number): Asking {
  return document.nodes[way.steps[place]!.node]!.data as Asking;
}

function skipsKnown(document: FlowDocument, way: Way, place: number): boolean {
  return askedBy(document, way, place).skipKnown === true;
}

function isOptional(document: FlowDocument, way: Way, place: number, information: InformationId): boolean {
  const items = askedBy(document, way, place).items ?? [];
  return items.some((item) => item.information === information && item.optional);
}

/** Whether a step of a way, left as the way leaves it, asks for an information or stores it. */
export function obtains(
  document: FlowDocument,
  { node: id, exit }: Way['steps'][number],
  information: InformationId,
) {
  const node = document.nodes[id]!;
  const kind = registry.get(node.kind)!;
  if (exit === undefined || kind.exits(node.data).find((row) => row.id === exit)?.role !== 'next')
    return false;
  // What may be left out is obtained as well: `collects` names only what surely is.
  return [
    ...kind.collects(node.data, exit),
    ...(kind.family === 'listen' ? kind.uses(node.data) : []),
    (node.data as Asking).when,
  ].includes(information);
}

type Chosen = ReadonlyMap<string, Told>;

/** Values for the information of all decisions, so that each goes its way; decision by decision, back when one cannot. */
function assign(
  document: FlowDocument,
  way: Way,
  decisions: readonly Decision[],
  now: number,
  chosen: Chosen,
): Chosen | null {
  const [decision, ...rest] = decisions;
  if (!decision) return chosen;
  for (const candidate of fill(document, way, decision.looks, chosen)) {
    const found = leadsThere(document, decision, now, candidate)
      ? assign(document, way, rest, now, candidate)
      : null;
    if (found) return found;
  }
  return null;
}

/** Every way to give values to what is looked at and has none yet. */
function* fill(
  document: FlowDocument,
  way: Way,
  looks: Decision['looks'],
  chosen: Chosen,
): Generator<Chosen> {
  const open = looks.find(
    ({ place, information }) => place >= 0 && !chosen.has(variable(place, information)),
  );
  if (!open) {
    yield chosen;
    return;
  }
  const told = candidatesAt(document, way, open.place, open.information);
  if (isOptional(document, way, open.place, open.information)) told.push(NOTHING[document.language]);
  for (const one of told)
    yield* fill(document, way, looks, new Map([...chosen, [variable(open.place, open.information), one]]));
}

function leadsThere(document: FlowDocument, { step, looks }: Decision, now: number, chosen: Chosen): boolean {
  const node = document.nodes[step.node]!;
  const information: Record<InformationId, string> = {};
  for (const { place, information: id } of looks)
    information[id] = chosen.get(variable(place, id))?.value ?? '';
  const { result } = registry
    .get(node.kind)!
    .simulate(
      node,
      { type: 'enter' },
      { document, information, now, fill: (sentence) => fillSentence(sentence, document, information) },
    );
  return result.type === 'left' && result.exit === step.exit;
}

function variable(place: number, information: InformationId): string {
  return `${place} ${information}`;
}

/** Values worth trying for an information, the usual one first: another at each place, so that a new answer shows. */
function candidatesFor(document: FlowDocument, id: InformationId, place: number): Told[] {
  const { type, choices = [] } = document.information[id]!;
  const { language } = document;
  const alike = Object.keys(document.information)
    .filter((other) => document.information[other as InformationId]!.type === type)
    .sort();
  const values = USUAL[language][type];
  const usual = values[(alike.indexOf(id) + place) % values.length]!;
  const compared = comparedWith(document, id);
  switch (type) {
    case 'yes-no':
      return [usual, { spoken: language === 'fr' ? 'non' : 'no', value: 'no' }];
    case 'choice':
      return choices.length > 0 ? choices.map(same) : [usual];
    case 'number':
      return [
        usual,
        ...compared.flatMap((value) => around(Number(value), 1).map((near) => same(String(near)))),
      ];
    case 'date':
      return [
        usual,
        ...compared.flatMap((value) => around(Date.parse(value), DAY).map((near) => same(dateText(near)))),
      ];
    case 'time':
      return [
        usual,
        ...compared.flatMap((value) =>
          around(Date.parse(`1970-01-01T${value}Z`), 60_000).map((near) => same(timeText(near))),
        ),
      ];
    default:
      return [usual, ...compared.filter((value) => value !== '').map(same)];
  }
}

/** What the rules of the drawing compare an information with. */
function comparedWith(document: FlowDocument, id: InformationId): string[] {
  const values = Object.values(document.nodes).flatMap(({ data }) =>
    ((data as { cases?: readonly { rules: readonly Rule[] }[] }).cases ?? []).flatMap(({ rules }) =>
      rules.flatMap((rule) => (rule.type === 'compare' && rule.information === id ? [rule.value] : [])),
    ),
  );
  return [...new Set(values)];
}

function around(value: number, step: number): number[] {
  return Number.isFinite(value) ? [value - step, value, value + step] : [];
}

function dateText(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function timeText(time: number): string {
  return new Date(time).toISOString().slice(11, 16);
}

function same(value: string): Told {
  return { spoken: value, value };
}
