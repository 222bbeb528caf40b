/** A squad: several assistants that pass one call on; the first member answers. As we write it, and as Vapi gives it back. */
import * as z from 'zod';
import { assistantBody, assistantOverrides, savedFields } from './assistant.ts';

/** A saved assistant or one written out; never both (`verifySquad` checks). */
export const squadMember = z.union([
  z.strictObject({ assistantId: z.uuid(), assistantOverrides: assistantOverrides.optional() }),
  z.strictObject({ assistant: assistantBody, assistantOverrides: assistantOverrides.optional() }),
]);

/** `POST /squad`. The property is `membersOverrides`, whatever Vapi's guides say (vapi-facts §2.1). */
export const squadBody = z.strictObject({
  name: z.string().min(1).optional(),
  members: z.array(squadMember).min(1),
  membersOverrides: assistantOverrides.optional(),
});
export type SquadBody = z.infer<typeof squadBody>;

export const savedSquad = z.looseObject({
  ...savedFields,
  name: z.string().nullish(),
  members: z.array(z.looseObject({ assistantId: z.string().nullish() })),
});
export type SavedSquad = z.infer<typeof savedSquad>;
