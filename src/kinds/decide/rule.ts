/** The rules of a decision, as they are drawn and called. Pure; what they mean is in `judge.ts`. */
import * as z from 'zod/mini';
import type { InformationType } from '../../flow/document.ts';

export const OPERATORS = [
  'is',
  'is-not',
  'contains',
  'more-than',
  'less-than',
  'before',
  'after',
  'given',
] as const;
export type Operator = (typeof OPERATORS)[number];

export const rule = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('open'), hours: z.string().check(z.maxLength(40)), is: z.boolean() }),
  /** Today is a public holiday or an exceptional day of these hours. */
  z.strictObject({ type: z.literal('holiday'), hours: z.string().check(z.maxLength(40)), is: z.boolean() }),
  z.strictObject({
    type: z.literal('compare'),
    information: z.string().check(z.maxLength(40)),
    operator: z.enum(OPERATORS),
    value: z.string().check(z.maxLength(200)),
  }),
]);
export type Rule = z.infer<typeof rule>;
export type CompareRule = Extract<Rule, { type: 'compare' }>;
/** A rule on the calendar: known before the caller says a word. */
export type CalendarRule = Extract<Rule, { hours: string }>;

/** A calendar rule in one word: also a key of this kind's words. */
export function wordOf({ type, is }: CalendarRule) {
  if (type === 'open') return is ? 'open' : 'closed';
  return is ? 'holiday' : 'no-holiday';
}

/** What yes/no information is compared with. */
export const ANSWERS = ['yes', 'no'] as const;

/** A comparison with yes or no in one word, also a key of this kind's words; null for any other comparison. */
export function answerOf({ operator, value }: CompareRule, type: InformationType | undefined) {
  const answer = ANSWERS.find((one) => one === value);
  if (type !== 'yes-no' || answer === undefined) return null;
  return operator === 'is' || operator === 'is-not' ? (`${operator}-${answer}` as const) : null;
}

export const decisionCase = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
  /** Empty for a plain yes/no decision. */
  name: z.string().check(z.maxLength(80)),
  match: z.enum(['all', 'any']),
  rules: z.array(rule).check(z.maxLength(8)),
});
export type DecisionCase = z.infer<typeof decisionCase>;

/** The exit when no case holds. */
export const OTHERWISE = 'otherwise';
