/** Book: an appointment at a free moment, found and kept by our own endpoint during the call. Pure. */
import * as z from 'zod/mini';
import type {
  CallLanguage,
  FlowDocument,
  FlowNode,
  HoursId,
  InformationId,
  TimeSpan,
} from '../../flow/document.ts';
import {
  defineKind,
  type Exit,
  type Fragment,
  type LowerContext,
  type Runtime,
  type SimulationStep,
} from '../../flow/kind.ts';
import { plainText } from '../../flow/text.ts';
import { runtimeRequest } from '../runtime-request.ts';
import { checks } from './checks.ts';
import { SPEECH } from './speech.ts';

/** Longest name of a calendar, in characters. */
export const CALENDAR_NAME = 60;

const schema = z.strictObject({
  /** What is booked, in a few words. */
  service: z.string().check(z.maxLength(120)),
  /** How long it takes. */
  minutes: z.int().check(z.gte(5), z.lte(480)),
  /** When it can be booked: opening hours of the flow. */
  hours: z.string().check(z.maxLength(40)),
  /** Which calendar of the workspace it goes into, by name; without one, the calendar that every workspace has. */
  calendar: z.optional(z.string().check(z.maxLength(CALENDAR_NAME))),
  /** Minutes kept free between two bookings. */
  buffer: z.int().check(z.gte(0), z.lte(240)),
  /** Hours beforehand at the latest. */
  notice: z.int().check(z.gte(0), z.lte(720)),
  /** The information that holds the wished day and time; afterwards it holds the moment that was booked. */
  when: z.string().check(z.maxLength(40)),
  name: z.string().check(z.maxLength(40)),
  phone: z.string().check(z.maxLength(40)),
  confirmation: z.string().check(z.maxLength(1000)),
});
export type BookData = z.infer<typeof schema>;

const EXITS: readonly Exit[] = [
  { id: 'booked', role: 'next', because: 'tool-worked', goal: true },
  { id: 'no-slot', role: 'failure', because: 'nothing-free' },
  { id: 'problem', role: 'failure', because: 'tool-failed' },
];

/** The last part of our endpoint's address. */
export const ENDPOINT = 'book';

export const book = defineKind<'book', BookData>({
  id: 'book',
  family: 'act',
  needsRuntime: true,
  schema,
  create: ({ language, hours }) => ({
    service: '',
    minutes: 30,
    hours: hours ?? '',
    buffer: 0,
    notice: 2,
    when: '',
    name: '',
    phone: '',
    confirmation: SPEECH[language].confirmation,
  }),
  exits: () => EXITS,
  sentences: (data) => [{ field: 'confirmation', text: data.confirmation }],
  collects: () => [],
  uses: (data) => [data.when, data.name, data.phone].filter((id) => id !== '') as InformationId[],
  hours: (data) => (data.hours === '' ? [] : [data.hours as HoursId]),
  checks,
  lower,
  simulate: (node, event, { document, fill }): SimulationStep => {
    if (!isDeclared(node.data.when, document)) return left('problem', []);
    if (event.type === 'enter')
      return {
        said: [SPEECH[document.language].looking],
        result: { type: 'waiting', exits: ['booked', 'no-slot', 'problem'] },
      };
    if (event.exit === 'booked') return left('booked', [fill(confirmationOf(node.data, document.language))]);
    if (event.exit === 'no-slot') return left('no-slot', [SPEECH[document.language].notFree]);
    return left('problem', [SPEECH[document.language].unreachable]);
  },
  examples: {
    consultation: {
      service: 'Consultation avec le Dr Martin',
      minutes: 20,
      hours: 'main',
      calendar: 'Dr Martin',
      buffer: 5,
      notice: 2,
      when: 'when',
      name: 'patient',
      phone: 'phone',
      confirmation: 'C’est noté pour {{when}}.',
    },
    haircut: {
      service: 'Haircut',
      minutes: 45,
      hours: 'main',
      buffer: 0,
      notice: 24,
      when: 'when',
      name: '',
      phone: '',
      confirmation: 'See you soon.',
    },
    new: {
      service: '',
      minutes: 30,
      hours: '',
      buffer: 0,
      notice: 2,
      when: '',
      name: '',
      phone: '',
      confirmation: '',
    },
  },
});

/** Without our endpoint, or without a wish, nothing can be booked: the flow still answers (promise 3). */
function lower(node: FlowNode<BookData>, context: LowerContext): Fragment {
  const { document, runtime } = context;
  if (!runtime || !isDeclared(node.data.when, document))
    return { instruction: { do: 'go', to: 'problem' }, tools: [] };
  const { tool, properties, sends } = bookingRequest(node, context, runtime);
  return {
    instruction: {
      do: 'compute',
      tool: tool.name,
      uses: properties,
      outcomes: [
        { outcome: 'booked', to: 'booked', say: spokenConfirmation(node.data, context) },
        // What is free instead stands in the answer, as a sentence.
        { outcome: 'no-slot', to: 'no-slot', say: `${SPEECH[context.language].notFree} [offer]` },
      ],
      keeps: [{ key: node.data.when, path: 'slot' }],
      failed: 'problem',
    },
    tools: [tool],
    effects: [{ kind: 'books', to: { type: 'calendar', value: calendarOf(node.data) }, sends }],
  };
}

function bookingRequest(
  node: FlowNode<BookData>,
  { document, language, toolName }: LowerContext,
  runtime: Runtime,
) {
  const { data } = node;
  const speech = SPEECH[language];
  const service = plainText(data.service).trim();
  const roles = [
    { key: 'when_property', id: data.when },
    { key: 'name_property', id: data.name },
    { key: 'phone_property', id: data.phone },
  ].flatMap(({ key, id }) => (isDeclared(id, document) ? [{ key, id }] : []));
  const ids = [...new Set(roles.map(({ id }) => id))];
  const built = runtimeRequest({
    runtime,
    document,
    node: node.id,
    name: toolName('book'),
    endpoint: ENDPOINT,
    description: speech.tool(service),
    information: ids.map((id) => ({ id, required: true })),
    constants: (property) => [
      { key: 'service', value: service },
      { key: 'minutes', value: data.minutes },
      { key: 'buffer', value: data.buffer },
      { key: 'notice', value: data.notice },
      { key: 'hours', value: openingTimes(data.hours, document) },
      ...roles.map(({ key, id }) => ({ key, value: property(id) })),
    ],
    // From now on the wish is what was booked; without a booking it stays what it was.
    aliases: [{ key: data.when, value: `{{$.slot | default: ${data.when}}}` }],
    messages: [
      { type: 'request-start', content: speech.looking },
      { type: 'request-failed', content: speech.unreachable },
      { type: 'request-response-delayed', content: speech.stillLooking, timingMilliseconds: 3000 },
    ],
  });
  return { ...built, sends: ids };
}

/** Zone, week, holidays and exceptional days as JSON; an empty text when there are no such hours. Braces of a person's words are defused. */
function openingTimes(id: string, document: FlowDocument): string {
  if (!Object.hasOwn(document.hours, id)) return '';
  const { timeZone, week, holidays, exceptions } = document.hours[id as HoursId]!;
  const pairs = (spans: readonly TimeSpan[]) => spans.map(({ from, to }) => [from, to]);
  return plainText(
    JSON.stringify({
      timeZone,
      week: week.map(pairs),
      holidays,
      exceptions: exceptions.map(({ date, spans }) => ({ date, spans: pairs(spans) })),
    }),
  );
}

/** Its name; empty: the one that every workspace has. */
export function calendarOf({ calendar = '' }: BookData): string {
  return calendar.trim();
}

/** The caller always hears for when it was booked. */
function confirmationOf(data: BookData, language: CallLanguage): string {
  const chip = `{{${data.when}}}`;
  const sentence = data.confirmation.trim();
  return sentence.includes(chip) ? sentence : `${sentence} ${SPEECH[language].moment(chip)}`.trim();
}

/** The moment stands in the answer of the tool: `[slot]` of the step script. */
function spokenConfirmation(data: BookData, { language, text }: LowerContext): string {
  const sentence = confirmationOf(data, language).replaceAll('[', '(').replaceAll(']', ')');
  return text(sentence.replaceAll(`{{${data.when}}}`, '[slot]'));
}

function isDeclared(id: string, document: FlowDocument): id is InformationId {
  return Object.hasOwn(document.information, id);
}

function left(exit: 'booked' | 'no-slot' | 'problem', said: readonly string[]): SimulationStep {
  const code = { booked: 'tool-worked', 'no-slot': 'nothing-free', problem: 'tool-failed' } as const;
  return { said, result: { type: 'left', exit, because: { code: code[exit], params: {} } } };
}
