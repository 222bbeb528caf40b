/** Error bodies of the Vapi API. */
import * as z from 'zod';

/** `message` is a sentence, or one sentence per broken rule. */
export const errorBody = z.looseObject({
  message: z.union([z.string(), z.array(z.string())]),
  error: z.string().nullish(),
  statusCode: z.number().nullish(),
});

/** Vapi's own sentences of an error body; empty when it has none. Pure. */
export function errorMessages(body: unknown): string[] {
  const read = errorBody.safeParse(body);
  if (!read.success) return [];
  return typeof read.data.message === 'string' ? [read.data.message] : [...read.data.message];
}
