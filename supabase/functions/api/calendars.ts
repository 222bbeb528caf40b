/** `/calendars`: the named calendars of a workspace and what depends on them; another name, and removal, by editors. */
import * as z from 'zod';
import {
  calendarAnswer,
  type RemoveCalendarAnswer,
  type RenameCalendarAnswer,
  removeCalendarRequest,
  renameCalendarRequest,
} from '../../../src/publish/calendars-wire.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import { row, run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';

const now = ({ clock }: Deps) => new Date(clock.now()).toISOString();

export async function listCalendars(request: Request, person: Person, deps: Deps): Promise<Response> {
  const workspace = z.uuid().safeParse(new URL(request.url).searchParams.get('workspaceId'));
  if (!workspace.success) return refuse('bad-request', { field: 'workspaceId' });
  const refusal = await refuseUnless(person, workspace.data, 'viewer');
  if (refusal) return refusal;
  const found = await row(
    z.array(calendarAnswer),
    deps.service.rpc('list_calendars', { workspace: workspace.data, person: person.id, at: now(deps) }),
  );
  return found ? answer(found) : refuse('not-found');
}

export async function renameCalendar(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, renameCalendarRequest);
  if (!body.ok) return body.failure;
  const { workspaceId, name, to } = body.value;
  const parameters = { workspace: workspaceId, person: person.id, former: name, wanted: to };
  const refusal = z
    .enum(['not-found', 'not-allowed', 'name-taken'])
    .nullable()
    .parse(await run(deps.service.rpc('rename_calendar', parameters)));
  if (refusal === 'not-found' || refusal === 'not-allowed') return refuse(refusal);
  return answer({ outcome: refusal ?? 'renamed' } satisfies RenameCalendarAnswer);
}

const removal = z.union([
  z.object({ cancelled: z.number().int() }),
  z.object({ refused: z.enum(['not-found', 'not-allowed']) }),
]);

export async function removeCalendar(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, removeCalendarRequest);
  if (!body.ok) return body.failure;
  const { workspaceId, name, cancel } = body.value;
  const parameters = {
    workspace: workspaceId,
    person: person.id,
    former: name,
    cancels: cancel,
    at: now(deps),
  };
  const removed = removal.parse(await run(deps.service.rpc('remove_calendar', parameters)));
  return 'refused' in removed
    ? refuse(removed.refused)
    : answer({ cancelled: removed.cancelled } satisfies RemoveCalendarAnswer);
}
