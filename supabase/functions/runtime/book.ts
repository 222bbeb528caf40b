/** The endpoint of Book: reads the wish, finds a free place in the workspace's own calendar and takes it. */
import * as z from 'zod';
import type { FlowDocument, HoursId, InformationId } from '../../../src/flow/document.ts';
import { toE164Near } from '../../../src/flow/phone-number.ts';
import { askedValue, isPropertyOf, onOneLine } from '../../../src/kinds/asked-values.ts';
import { type BookData, book, calendarOf, ENDPOINT } from '../../../src/kinds/book/kind.ts';
import { momentWords, offerWords } from '../../../src/kinds/book/moment.ts';
import { type Calendar, nearestPlaces, placesFor, type Taken } from '../../../src/kinds/book/places.ts';
import { readWishes, type Wish } from '../../../src/kinds/book/wish.ts';
import { PATIENCE } from '../../../src/kinds/runtime-request.ts';
import { rows, run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { type Asked, type Done, defineEndpoint, type Endpoint } from './endpoint.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Places that somebody else took while we looked. */
const MOST_TRIES = 12;
/** A call that books more than this is no caller's wish. */
const MOST_OF_A_CALL = 3;
const OFFERED = 3;

export const bookEndpoint: readonly [string, Endpoint] = [
  ENDPOINT,
  defineEndpoint<BookData>({
    kind: book,
    patience: () => PATIENCE * 1000,
    pretend: pretendPlace,
    prepare: (asked) => {
      const values = valuesOf(asked);
      if (!values || !Object.hasOwn(asked.document.hours, asked.node.data.hours)) return null;
      return {
        once: { ...values },
        run: (deps, milliseconds) => bookPlace(deps, asked, values, milliseconds),
      };
    },
  }),
];

/** A place in a calendar that nobody else has an appointment in; where the wish finds none, the same hour of the next day. */
function pretendPlace(
  { body, document, node: { data } }: Asked<BookData>,
  exit: string,
  now: number,
): Done | null {
  if (exit !== 'booked' && exit !== 'no-slot') return null;
  const { language } = document;
  const hours = document.hours[data.hours as HoursId];
  const timeZone = hours?.timeZone ?? document.settings.timeZone;
  const said = isPropertyOf(body.when_property, data.when as InformationId)
    ? askedValue(body, body.when_property, data.when as InformationId, document)
    : null;
  const { minutes, buffer, notice } = data;
  const wishes = readWishes(said ?? '', language, timeZone, now);
  const calendar = hours && { hours, minutes, buffer, notice, taken: [], now };
  const [place = now + DAY] = calendar ? placesFor(calendar, wishes) : [];
  if (exit === 'no-slot') {
    // The wished place is gone, and what is near it is not.
    const gone = { from: place, to: place + minutes * MINUTE, buffer };
    return nothingFree(calendar && { ...calendar, taken: [gone] }, wishes, language);
  }
  const slot = momentWords(place, language, timeZone, now);
  return { type: 'done', answer: { outcome: 'booked', slot } };
}

/** What is free near the wishes, as a list and as the sentence that is said. */
function nothingFree(
  calendar: Calendar | undefined,
  wishes: readonly Wish[],
  language: FlowDocument['language'],
): Done {
  if (!calendar) return { type: 'done', answer: { outcome: 'no-slot', free: [], offer: '' } };
  const { now, hours } = calendar;
  const nearest = nearestPlaces(calendar, wishes, OFFERED);
  const free = nearest.map((start) => momentWords(start, language, hours.timeZone, now));
  const offer = offerWords(nearest, language, hours.timeZone, now);
  return { type: 'done', answer: { outcome: 'no-slot', free, offer } };
}

interface Values {
  readonly when: string;
  readonly name: string;
  readonly phone: string;
}

/** Null when one of them cannot be what it stands for. */
function valuesOf({ body, document, node: { data }, caller }: Asked<BookData>): Values | null {
  const read = (property: unknown, id: string) => {
    if (!Object.hasOwn(document.information, id)) return '';
    return isPropertyOf(property, id as InformationId)
      ? askedValue(body, property, id as InformationId, document)
      : null;
  };
  const when = read(body.when_property, data.when);
  const name = read(body.name_property, data.name);
  const phone = read(body.phone_property, data.phone);
  if (when === null || name === null || phone === null) return null;
  const given = phone === '' ? caller : (toE164Near(phone, caller) ?? phone);
  return { when, name: name.slice(0, 200), phone: onOneLine(given).slice(0, 40) };
}

const bookingRow = z
  .object({
    starts_at: z.string(),
    ends_at: z.string(),
    buffer: z.number(),
    name: z.string(),
    vapi_call_id: z.string().nullable(),
    node_id: z.string(),
  })
  .transform((row) => ({
    from: Date.parse(row.starts_at),
    to: Date.parse(row.ends_at),
    buffer: row.buffer,
    name: row.name,
    call: row.vapi_call_id ?? '',
    node: row.node_id,
  }));
type Booking = z.infer<typeof bookingRow> & Taken;

async function bookPlace(deps: Deps, asked: Asked<BookData>, values: Values, left: number): Promise<Done> {
  const { document, node } = asked;
  const until = deps.clock.now() + left;
  const now = deps.clock.now();
  const hours = document.hours[node.data.hours as HoursId]!;
  const words = (start: number) => momentWords(start, document.language, hours.timeZone, now);
  const wishes = readWishes(values.when, document.language, hours.timeZone, now);
  const into = await calendarNamed(deps, asked);
  // Nothing is offered in a calendar that the workspace gave up: the step says that it did not work.
  if (into === null) return { type: 'failed', code: 'calendar-removed', unsent: true };
  const taken = await takenAround(deps, asked, into, wishes, now);
  const { minutes, buffer, notice } = node.data;
  const calendar: Calendar = { hours, minutes, buffer, notice, taken, now };
  const booked = (start: number): Done => ({
    type: 'done',
    answer: { outcome: 'booked', slot: words(start) },
  });

  const own = taken.filter(
    ({ call, node: step }) => asked.call !== '' && call === asked.call && step === node.id,
  );
  const same = own.find((other) => other.name === values.name && isWished(calendar, wishes, other));
  // Asked for again in other words: the caller has it already.
  if (same) return booked(same.from);
  if (own.length >= MOST_OF_A_CALL) return { type: 'failed', code: 'too-many', unsent: true };

  // What somebody else took while we looked is not offered either.
  const lost: Taken[] = [];
  for (const start of placesFor(calendar, wishes)) {
    if (asked.call === '' || (await take(deps, asked, values, start, hours.timeZone))) return booked(start);
    lost.push({ from: start, to: start + minutes * MINUTE, buffer });
    if (lost.length >= MOST_TRIES) break;
    if (deps.clock.now() >= until) return { type: 'failed', code: 'too-slow', unsent: true };
  }
  return nothingFree({ ...calendar, taken: [...taken, ...lost] }, wishes, document.language);
}

/** Whether the booking is what the wishes would have got, had nobody else come. */
function isWished(calendar: Calendar, wishes: readonly Wish[], { from }: Booking): boolean {
  for (const start of placesFor({ ...calendar, taken: [] }, wishes)) if (start === from) return true;
  return false;
}

/** What the step's calendar is called now; null when it was removed. */
async function calendarNamed({ service }: Deps, { workspace, node }: Asked<BookData>) {
  const wanted = calendarOf(node.data);
  if (wanted === '') return '';
  return z
    .string()
    .nullable()
    .parse(await run(service.rpc('calendar_named', { workspace, wanted })));
}

/** What is booked on the wished days and around them. */
async function takenAround(
  { service }: Deps,
  { workspace }: Asked<BookData>,
  calendar: string,
  wishes: readonly Wish[],
  now: number,
): Promise<Booking[]> {
  const days = wishes.flatMap(({ first, last }) => [Date.parse(first), Date.parse(last)]);
  if (days.length === 0) days.push(now);
  return rows(
    bookingRow,
    service
      .from('bookings')
      .select('starts_at, ends_at, buffer, name, vapi_call_id, node_id')
      .eq('workspace_id', workspace)
      .eq('calendar', calendar)
      .eq('state', 'booked')
      .gt('ends_at', new Date(Math.max(now - DAY, Math.min(...days) - 5 * DAY)).toISOString())
      .lt('starts_at', new Date(Math.max(...days) + 9 * DAY).toISOString())
      .order('starts_at')
      .limit(1000),
  );
}

/** False when somebody was quicker. */
async function take(
  { service }: Deps,
  { workspace, flow, call, node }: Asked<BookData>,
  { name, phone }: Values,
  start: number,
  timeZone: string,
): Promise<boolean> {
  const { service: what, minutes, buffer } = node.data;
  const taken = await run(
    service.rpc('take_place', {
      workspace,
      flow,
      vapi_call: call,
      node: node.id,
      what: onOneLine(what),
      beginning: new Date(start).toISOString(),
      ending: new Date(start + minutes * MINUTE).toISOString(),
      minutes_apart: buffer,
      zone: timeZone,
      person: name,
      telephone: phone,
      in_calendar: calendarOf(node.data),
    }),
  );
  return taken !== null;
}
