/** `GET /secrecy`: what a workspace has in service, and whether it was published under professional secrecy. */
import * as z from 'zod';
import type { SecrecyAnswer } from '../../../src/publish/workspace-wire.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import { rows } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, refuse } from '../_shared/http.ts';

const serviceRow = z
  .object({ flow_id: z.string(), name: z.string(), number: z.string(), is_secret: z.boolean() })
  .transform(({ flow_id, is_secret, ...row }) => ({ ...row, flowId: flow_id, isSecret: is_secret }));

export async function getSecrecy(request: Request, person: Person, deps: Deps): Promise<Response> {
  const workspace = z.uuid().safeParse(new URL(request.url).searchParams.get('workspaceId'));
  if (!workspace.success) return refuse('bad-request', { field: 'workspaceId' });
  const refusal = await refuseUnless(person, workspace.data, 'viewer');
  if (refusal) return refusal;
  const query = deps.service.rpc('secrecy_in_service', { workspace: workspace.data });
  return answer({ inService: await rows(serviceRow, query) } satisfies SecrecyAnswer);
}
