/** `POST /calls/report`: the figures of a period beside those of the period before. The database counts. */
import { type ReportAnswer, reportAnswer, reportRequest } from '../../../src/publish/report-wire.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import { DatabaseError, run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';

/** SQLSTATE of a time zone that Postgres does not know. */
const INVALID_PARAMETER = '22023';
const NOTHING = { calls: 0, answered: 0, goal: 0, transferred: 0, seconds: 0, cost: null };

export async function reportCalls(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, reportRequest);
  if (!body.ok) return body.failure;
  const { workspaceId, filter, since, days, zone } = body.value;
  const refusal = await refuseUnless(person, workspaceId, 'viewer');
  if (refusal) return refusal;
  const until = new Date(deps.clock.now()).toISOString();
  try {
    const report = await run(
      deps.service.rpc('report_calls', {
        workspace: workspaceId,
        person: person.id,
        filter,
        zone,
        since,
        until,
        days,
      }),
    );
    if (report === null) return refuse('not-found');
    const found = report as Partial<ReportAnswer>;
    const whole = { ...found, now: found.now ?? NOTHING, before: found.before ?? NOTHING };
    return answer(reportAnswer.parse(whole) satisfies ReportAnswer);
  } catch (error) {
    if (error instanceof DatabaseError && error.code === INVALID_PARAMETER)
      return refuse('bad-request', { field: 'zone' });
    throw error;
  }
}
