/** Settings of generated steps, kind by kind: sound, and as different as the kinds allow. */
import {
  type CallLanguage,
  type HoursId,
  INFORMATION_TYPES,
  type InformationType,
} from '../../../flow/document.ts';
import type { Vocabulary } from './words.ts';

export interface Chance {
  /** 0 to `most`, both included. */
  upTo(most: number): number;
  oneIn(count: number): boolean;
  one<Value>(values: readonly Value[]): Value;
}

export function chanceOf(random: () => number): Chance {
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  return {
    upTo,
    oneIn: (count) => upTo(count - 1) === 0,
    one: (values) => values[upTo(values.length - 1)]!,
  };
}

export interface Information {
  readonly id: string;
  readonly name: string;
  readonly type: InformationType;
  readonly choices?: readonly string[];
}

export interface Growing {
  readonly chance: Chance;
  readonly words: Vocabulary;
  readonly language: CallLanguage;
  /** What earlier steps obtain; new ones are added. */
  readonly information: Record<string, Information>;
}

const DAY = [{ from: 540, to: 1080 }];
const EVENING = [{ from: 1080, to: 1320 }];
const hours = (id: string, timeZone: string, day: typeof DAY, closed: number, holidays: string) => ({
  id,
  name: id,
  timeZone,
  week: Array.from({ length: 7 }, (_, weekday) => (weekday < 7 - closed ? day : [])),
  holidays,
  exceptions: [{ date: '2026-12-24', spans: [{ from: 540, to: 720 }] }],
  shared: null,
});
export const HOURS = {
  main: hours('main', 'Europe/Paris', DAY, 2, 'france'),
  evening: hours('evening', 'Europe/London', EVENING, 0, 'none'),
} as const;
const HOUR_IDS = Object.keys(HOURS) as HoursId[];

const NUMBERS = ['+33199001234', '01 99 00 56 78', '+33199009012', '+442079460018'];

/** What another system tells, and what a booking changes: asked for by no step. */
const isKept = ({ id }: Information) => id.startsWith('kept');

function fresh(
  { chance, words, information }: Growing,
  type = chance.one(INFORMATION_TYPES),
  prefix = 'i',
): Information {
  const id = `${prefix}${Object.keys(information).length}`;
  const choices = type === 'choice' ? { choices: [words.noun(), words.noun(), words.noun()] } : {};
  const made: Information = { id, name: words.label(type), type, ...choices };
  information[id] = made;
  return made;
}

/** An earlier information of one of the types, or undefined. */
function earlier({ chance, information }: Growing, types: readonly InformationType[] = INFORMATION_TYPES) {
  const fitting = Object.values(information).filter(({ type }) => types.includes(type));
  return fitting.length === 0 ? undefined : chance.one(fitting);
}

function chip(growing: Growing): Readonly<Record<string, string>> {
  const known = earlier(growing);
  return { chip: known ? `{{${known.id}}}` : growing.words.noun() };
}

const MAKERS: Readonly<Record<string, (growing: Growing) => Record<string, unknown>>> = {
  answer: ({ words, chance }) => ({
    greeting: words.sentence('greeting'),
    disclosure: words.sentence('disclosure'),
    assistantName: chance.oneIn(2) ? 'Camille' : '',
  }),
  say: (growing) => ({
    text: growing.words.sentence('say', growing.chance.upTo(2), chip(growing)),
    exactly: !growing.chance.oneIn(3),
  }),
  ask,
  understand: ({ words, chance }) => ({
    question: words.sentence('understand'),
    choices: Array.from({ length: 2 + chance.upTo(2) }, (_, index) => ({
      id: `c${index}`,
      label: words.noun(),
      examples: chance.oneIn(2) ? [words.sentence('example')] : [],
      ...(chance.oneIn(4) ? { counterExamples: [words.sentence('counter')] } : {}),
    })),
    ...(chance.oneIn(2) ? { retries: chance.upTo(3) } : {}),
  }),
  decide,
  inform: ({ words, chance }) => ({
    invitation: words.sentence('invitation'),
    facts: Array.from({ length: 1 + chance.upTo(2) }, (_, index) => ({
      id: `f${index}`,
      question: words.sentence('question'),
      answer: words.sentence('answer'),
    })),
    strictness: chance.one(['only-these', 'may-add-general']),
  }),
  book: (growing) => {
    const { words, chance } = growing;
    const when = earlier(growing, ['text']) ?? fresh(growing, 'text');
    return {
      service: words.sentence('service'),
      minutes: 30,
      hours: chance.one(HOUR_IDS),
      buffer: 0,
      notice: 2,
      when: when.id,
      name: (chance.oneIn(2) && earlier(growing, ['name'])?.id) || '',
      phone: (chance.oneIn(2) && earlier(growing, ['phone'])?.id) || '',
      confirmation: words.sentence('confirmation', chance.upTo(1), { when: `{{${when.id}}}` }),
    };
  },
  send: (growing) => {
    const { words, chance } = growing;
    const email = earlier(growing, ['email']);
    const phone = earlier(growing, ['phone']);
    const text = words.sentence('say', chance.upTo(2), chip(growing));
    if (email && chance.oneIn(2))
      return { channel: 'email', to: email.id, address: '', subject: 'Info', text };
    const to = phone && chance.oneIn(2) ? phone.id : chance.one(['caller', 'me']);
    return { channel: 'sms', to, address: to === 'me' ? '0142685300' : '', subject: '', text };
  },
  connect: (growing) => {
    const { words, chance } = growing;
    const sent = earlier(growing);
    const kept = chance.oneIn(2)
      ? [{ path: 'order.state', information: fresh(growing, 'text', 'kept').id }]
      : [];
    return {
      label: words.noun(),
      method: chance.one(['GET', 'POST', 'PUT']),
      url: `https://api.example.com/${words.noun().replaceAll(/[^a-z]/g, '')}${sent && chance.oneIn(3) ? `?q={{${sent.id}}}` : ''}`,
      headers: [],
      body: sent ? [{ name: 'item', information: sent.id, value: '' }] : [],
      answers: kept,
      timeoutSeconds: 5,
      say: chance.oneIn(3) ? '' : words.sentence('waiting'),
    };
  },
  transfer: ({ words, chance }) => ({
    message: words.sentence('passing'),
    people: Array.from({ length: 1 + chance.upTo(2) }, (_, index) => ({
      name: words.noun(),
      number: NUMBERS[(index + chance.upTo(1)) % NUMBERS.length],
      ...(chance.oneIn(3) ? { hours: chance.one(HOUR_IDS) } : {}),
    })),
    tellWhy: chance.oneIn(4),
    ...(chance.oneIn(2) ? { waitForAnswer: true } : {}),
  }),
  'hang-up': (growing) => ({
    closing: growing.words.sentence('closing', growing.chance.upTo(1), chip(growing)),
    outcome: growing.words.noun(),
  }),
};

export function stepData(kind: string, growing: Growing): Record<string, unknown> {
  return MAKERS[kind]!(growing);
}

function ask(growing: Growing): Record<string, unknown> {
  const { words, chance, information } = growing;
  const again = Object.values(information).filter((one) => !isKept(one));
  const items = Array.from({ length: 1 + chance.upTo(2) }, () =>
    again.length > 0 && chance.oneIn(4) ? chance.one(again) : fresh(growing),
  );
  const ids = [...new Set(items.map(({ id }) => id))];
  return {
    question: words.sentence('ask', chance.upTo(1)),
    items: ids.map((id) => ({ information: id, optional: chance.oneIn(4) })),
    readBack: chance.oneIn(3),
    ...(chance.oneIn(2) ? { retries: chance.upTo(3) } : {}),
    ...(chance.oneIn(4) ? { skipKnown: true } : {}),
  };
}

/** What was said about one thing would be taken for another of the same type: no question skips those. */
export function withoutMistakes(data: Record<string, unknown>, information: Growing['information']) {
  const items = (data.items ?? []) as readonly { information: string }[];
  const { skipKnown: _, ...rest } = data;
  return items.every((item) => isAlone(information, item.information)) ? data : rest;
}

function isAlone(information: Growing['information'], id: string): boolean {
  const { type } = information[id]!;
  return Object.values(information).every((other) => other.id === id || other.type !== type);
}

const COMPARISONS: Readonly<Record<InformationType, readonly (readonly [string, string])[]>> = {
  name: [['given', '']],
  phone: [['given', '']],
  email: [['given', '']],
  address: [['given', '']],
  date: [
    ['before', '2026-12-20'],
    ['after', '2027-01-02'],
  ],
  time: [
    ['before', '12:30'],
    ['after', '18:00'],
  ],
  number: [
    ['more-than', '8'],
    ['less-than', '4'],
    ['is', '17'],
  ],
  'yes-no': [
    ['is', 'yes'],
    ['is-not', 'yes'],
  ],
  choice: [],
  text: [
    ['given', ''],
    ['contains', 'ticket'],
    ['is', 'ticket'],
  ],
};

function decide(growing: Growing): Record<string, unknown> {
  const { chance } = growing;
  const rule = () => {
    const one = chance.oneIn(3) ? undefined : earlier(growing);
    if (!one)
      return { type: chance.oneIn(3) ? 'holiday' : 'open', hours: chance.one(HOUR_IDS), is: chance.oneIn(2) };
    const comparisons = one.choices?.map((choice) => ['is', choice] as const) ?? COMPARISONS[one.type];
    const [operator, value] = chance.one(comparisons);
    return { type: 'compare', information: one.id, operator, value };
  };
  return {
    cases: Array.from({ length: 1 + chance.upTo(2) }, (_, index) => ({
      id: `r${index}`,
      name: chance.oneIn(2) ? growing.words.noun() : '',
      match: chance.one(['all', 'any']),
      rules: Array.from({ length: 1 + chance.upTo(1) }, rule),
    })),
  };
}
