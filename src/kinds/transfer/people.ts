/** Who can be called, and in which order. Pure. */
import * as z from 'zod/mini';
import { toE164 } from '../../flow/phone-number.ts';

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
