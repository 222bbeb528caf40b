/**
 * What a workspace's browser and the Edge Function `api` say to each other about named calendars. Knows neither side. The calendar that
 * every workspace has carries no name: it can be neither renamed nor removed. All routes need the user's token.
 */
import * as z from 'zod';

const uuid = z.uuid();
const name = z.string().trim().min(1).max(60);

/** `GET /calendars?workspaceId=…` answers with a list of these, by name. */
export const calendarAnswer = z.strictObject({
  name,
  /** Appointments that are not over and not cancelled. */
  ahead: z.number().int(),
  /** Whose draft or whose version in service books into it, under this name or a former one. */
  flows: z.array(z.strictObject({ id: uuid, name: z.string(), inService: z.boolean() })),
});
export type CalendarAnswer = z.infer<typeof calendarAnswer>;

/** `POST /calendars/rename`: editors. What is in service goes on booking into it. */
export const renameCalendarRequest = z.strictObject({ workspaceId: uuid, name, to: name });
/** `name-taken`: another calendar is called so, was formerly called so, or has appointments at the same time under that name. */
export const renameCalendarAnswer = z.strictObject({ outcome: z.enum(['renamed', 'name-taken']) });
export type RenameCalendarAnswer = z.infer<typeof renameCalendarAnswer>;

/** `POST /calendars/remove`: editors. `cancel`: appointments ahead are cancelled; otherwise they stay. Those of the past always do. */
export const removeCalendarRequest = z.strictObject({ workspaceId: uuid, name, cancel: z.boolean() });
export const removeCalendarAnswer = z.strictObject({ cancelled: z.number().int() });
export type RemoveCalendarAnswer = z.infer<typeof removeCalendarAnswer>;
