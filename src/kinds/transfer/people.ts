/** Who can be called, when, and in which order: one meaning for simulation, and the same for Liquid. Pure. */
import * as z from 'zod/mini';
import type { FlowDocument, HoursId } from '../../flow/document.ts';
import { isOpen, openingLiquid } from '../../flow/hours.ts';
import { toE164 } from '../../flow/phone-number.ts';
import type { OnDuty } from '../../vapi/script/script.ts';

export const MOST_PEOPLE = 5;
export const RING_SECONDS = { least: 5, most: 120, usual: 60 } as const;

export const person = z.strictObject({
  name: z.string().check(z.maxLength(80)),
  number: z.string().check(z.maxLength(40)),
  /** Id of the opening hours in which the person is called; at any time when empty or absent. */
  hours: z.optional(z.string().check(z.maxLength(40))),
  /** How long their telephone rings, where the line can choose; absent for the usual time. */
  ringSeconds: z.optional(z.int().check(z.gte(RING_SECONDS.least), z.lte(RING_SECONDS.most))),
});
export type Person = z.infer<typeof person>;

/** Those with a number that can be dialled, in order, with it as E.164. */
export function reachable(people: readonly Person[]): { readonly person: Person; readonly number: string }[] {
  return people.flatMap((one) => {
    const number = toE164(one.number);
    return number === null ? [] : [{ person: one, number }];
  });
}

/** Those who are called at an instant, in order. Whose hours are gone is never called: a check says so. */
export function onDuty(people: readonly Person[], document: FlowDocument, now: number) {
  return reachable(people).filter(({ person: { hours } }) => {
    if (!hours) return true;
    const own = document.hours[hours as HoursId];
    return own !== undefined && isOpen(own, now);
  });
}

/** The same for Liquid, decided when a prompt is rendered; undefined when everybody is called at any time. */
export function dutyLiquid(
  people: readonly Person[],
  document: FlowDocument,
  variable: string,
): OnDuty | undefined {
  const ids = [...new Set(people.flatMap(({ hours }) => hours || []))];
  if (ids.length === 0) return undefined;
  const name = (id: string) => `${variable}_${ids.indexOf(id)}`;
  const prepare = ids.map((id) => {
    const hours = document.hours[id as HoursId];
    return hours ? openingLiquid(hours, name(id)) : `{% assign ${name(id)} = "unknown" %}`;
  });
  return {
    prepare: prepare.join(''),
    tests: people.map(({ hours }) => (hours ? `${name(hours)} == "yes"` : null)),
  };
}
