/** What the browser and the Edge Function `api` say to each other about the versions of a flow. Knows neither side. */
import * as z from 'zod';

/** `GET /flows/:id/versions`: newest first, 200 at most. */
export const versionsAnswer = z.strictObject({
  versions: z.array(
    z.strictObject({
      id: z.uuid(),
      number: z.number().int(),
      note: z.string().nullable(),
      createdAt: z.string(),
      /** The address of whoever made it; null when that account is gone, empty when the person left the workspace. */
      author: z.string().nullable(),
      /** How many calls it answered. */
      calls: z.number().int(),
    }),
  ),
});
export type VersionsAnswer = z.infer<typeof versionsAnswer>;
