/** `GET /processors`: which companies get something of the calls of a workspace, out of what is in service. */
import * as z from 'zod';
import {
  PROCESSOR_ROLES,
  type ProcessorsAnswer,
  processorsAnswer,
} from '../../../src/publish/report-wire.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import type { Courier } from '../_shared/couriers.ts';
import { rows } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, refuse } from '../_shared/http.ts';
import { regionOf } from '../_shared/vapi-accounts.ts';

const storedPart = z.object({ role: z.enum(PROCESSOR_ROLES), name: z.string(), flows: z.array(z.string()) });

export async function getProcessors(request: Request, person: Person, deps: Deps): Promise<Response> {
  const workspace = z.uuid().safeParse(new URL(request.url).searchParams.get('workspaceId'));
  if (!workspace.success) return refuse('bad-request', { field: 'workspaceId' });
  const refusal = await refuseUnless(person, workspace.data, 'viewer');
  if (refusal) return refusal;
  const found = await rows(storedPart, deps.service.rpc('processors_in_use', { workspace: workspace.data }));
  const { sms, email } = deps.couriers;
  const parts = found.flatMap((part) => {
    if (part.role === 'texts') return carriedBy(sms, 'twilio', part);
    if (part.role === 'mails') return carriedBy(email, 'resend', part);
    return [part];
  });
  const vapi = await regionOf(deps, workspace.data);
  return answer(processorsAnswer.parse({ vapi, parts }) satisfies ProcessorsAnswer);
}

/** Messages that are caught on this machine, or not carried at all, reach no company. */
function carriedBy(courier: Courier | null, name: string, part: z.infer<typeof storedPart>) {
  return courier && !courier.isCatcher ? [{ ...part, name }] : [];
}
