/**
 * A rehearsal that was kept as a test: what the caller says, what is pretended, and what must come of it. Strict, as it is stored
 * and comes back from a browser. Pure; knows no kind.
 */
import * as z from 'zod';
import type { InformationId, NodeId } from '../flow/document.ts';

/** Turns of the longest test: about ten minutes of call. */
export const MOST_LINES = 60;
export const MOST_EXPECTATIONS = 40;

const node = z.string().min(1).max(60) as unknown as z.ZodType<NodeId>;
const INFORMATION = /^[a-zA-Z][a-zA-Z0-9_]{0,39}$/;
const information = z.string().regex(INFORMATION) as unknown as z.ZodType<InformationId>;
const sentence = z.string().trim().min(1).max(1000);

const expectation = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('reaches'), node }),
  z.strictObject({ type: z.literal('avoids'), node }),
  /** Empty: any value will do. */
  z.strictObject({ type: z.literal('collects'), information, value: z.string().max(1000) }),
  z.strictObject({ type: z.literal('says'), text: sentence }),
  z.strictObject({ type: z.literal('never-says'), text: sentence }),
  z.strictObject({ type: z.literal('ends'), end: z.enum(['hung-up', 'transferred']) }),
]);
export type Expectation = z.infer<typeof expectation>;

export const testCase = z.strictObject({
  format: z.literal(1),
  name: z.string().trim().min(1).max(120),
  /** What the caller says, turn by turn; the assistant speaks first. */
  lines: z.array(z.string().min(1).max(2000)).max(MOST_LINES),
  pretence: z.strictObject({
    /** Local date and time in the time zone of the flow, `YYYY-MM-DDTHH:MM`; null for the moment at which it is run. */
    at: z
      .string()
      .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
      .nullable(),
    /** E.164; null for a caller whose number is not known. */
    caller: z
      .string()
      .regex(/^\+[1-9]\d{5,14}$/)
      .nullable(),
    /** Ways out of steps that reach outside. */
    outcomes: z.record(z.string().min(1).max(60), z.string().min(1).max(60)),
    /** The step that follows the answering one; absent where the call begins at the beginning. */
    from: node.optional(),
    /** What is known by then. */
    known: z.record(z.string().regex(INFORMATION), z.string().max(1000)).optional(),
  }),
  expectations: z.array(expectation).max(MOST_EXPECTATIONS),
});
export type TestCase = z.infer<typeof testCase>;
