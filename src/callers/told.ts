/**
 * What callers tell when they are asked: usual values of each type, and those on both sides of what the rules of a drawing
 * compare with. Pure.
 */
import type { CallLanguage, FlowDocument, InformationId, InformationType } from '../flow/document.ts';
import type { Rule } from '../kinds/decide/rule.ts';

const DAY = 86_400_000;

/** A value as a caller says it, and as it is understood. */
export interface Told {
  readonly spoken: string;
  readonly value: string;
}

/**
 * Nothing among these is taken for a value of another type. Several of one type, so that no two information look alike. The
 * telephone numbers are kept for fiction (ARCEP, Ofcom), and nobody has these addresses.
 */
const USUAL: Readonly<
  Record<CallLanguage, Readonly<Record<Exclude<InformationType, 'date'>, readonly Told[]>>>
> = {
  fr: {
    name: ['Zoé Durand', 'Hugo Petit', 'Inès Moreau', 'Paul Girard'].map(same),
    phone: [
      { spoken: '06 39 98 00 11', value: '0639980011' },
      { spoken: '01 99 00 12 34', value: '0199001234' },
      { spoken: '02 61 91 45 56', value: '0261914556' },
      { spoken: '04 65 71 40 50', value: '0465714050' },
      { spoken: '05 36 49 60 70', value: '0536496070' },
    ],
    email: ['zoe', 'hugo', 'ines', 'paul', 'lea'].map((name) => `${name}@example.org`).map(same),
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
/** Days that callers name, counted from the day of the call. */
const USUAL_DAYS = [30, 42, 104, 143, 184];
const AS_SPOKEN: Readonly<Record<CallLanguage, (date: Date) => string>> = {
  fr: (date) => `le ${date.toLocaleDateString('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })}`,
  en: (date) => date.toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' }),
};

function usualValues(language: CallLanguage, type: InformationType, from: number): readonly Told[] {
  if (type !== 'date') return USUAL[language][type];
  return USUAL_DAYS.map((days) => {
    const date = from + days * DAY;
    return { spoken: AS_SPOKEN[language](new Date(date)), value: dateText(date) };
  });
}

/** How somebody waves an optional question away. */
export const NOTHING: Readonly<Record<CallLanguage, Told>> = {
  fr: { spoken: 'Rien.', value: '' },
  en: { spoken: 'Nothing.', value: '' },
};

/**
 * Values worth trying for an information, the usual one first: another at each place, so that a new answer shows. `from`: the moment of
 * the call, milliseconds since the epoch.
 */
export function candidatesFor(
  document: FlowDocument,
  id: InformationId,
  place: number,
  from: number,
): Told[] {
  const { type, choices = [] } = document.information[id]!;
  const { language } = document;
  const alike = Object.keys(document.information)
    .filter((other) => document.information[other as InformationId]!.type === type)
    .sort();
  const values = usualValues(language, type, from);
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

export function same(value: string): Told {
  return { spoken: value, value };
}
