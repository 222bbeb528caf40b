/** What answers a number at Vapi, taken in as a new flow: read whole, drawn by the importer, saved as a draft of the person. */
import * as z from 'zod';
import { importFlow } from '../../../src/import/import.ts';
import { readFlow } from '../../../src/kinds/registry.ts';
import { fail, type Result, succeed } from '../../../src/lib/result.ts';
import type { Comparison } from '../../../src/publish/drift.ts';
import type { VapiApi, VapiFailure } from '../../../src/vapi/contract/api.ts';
import type { Person } from '../_shared/auth.ts';
import { row } from '../_shared/database.ts';
import { refuse } from '../_shared/http.ts';
import type { StoredDeployment } from '../_shared/in-service.ts';
import { refuseAsVapi } from '../_shared/vapi-failure.ts';

/** The new flow's id, or the refusal to send. Nothing is put in service: what was guessed is to be looked at first. */
export async function adoptForeign(
  vapi: VapiApi,
  { target }: Comparison,
  stored: StoredDeployment,
  person: Person,
): Promise<Result<string, Response>> {
  const whole = await readWhole(vapi, target ?? { assistantId: null, squadId: null });
  if (!whole.ok) return fail(refuseAsVapi(whole.failure));
  const { language, name } = readFlow(stored.flow_versions.document).document;
  const { document } = importFlow(JSON.stringify(whole.value), { language });
  if (!document) return fail(refuse('vapi-refused', { status: 422, message: name }));
  const saved = await row(
    z.object({ id: z.string() }),
    person.client
      .from('flows')
      .insert({ workspace_id: stored.workspace_id, name: document.name, document })
      .select('id')
      .single(),
  );
  return saved ? succeed(saved.id) : fail(refuse('unexpected'));
}

/** A squad with its members written out, as the importer reads it. */
async function readWhole(
  vapi: VapiApi,
  { assistantId, squadId }: { readonly assistantId: string | null; readonly squadId: string | null },
): Promise<Result<unknown, VapiFailure>> {
  if (squadId === null) return vapi.getAssistant(assistantId ?? '');
  const squad = await vapi.getSquad(squadId);
  if (!squad.ok) return squad;
  const members: unknown[] = [];
  for (const member of squad.value.members) {
    if (!member.assistantId) {
      members.push(member);
      continue;
    }
    const assistant = await vapi.getAssistant(member.assistantId);
    if (!assistant.ok) return assistant;
    members.push({ ...member, assistant: assistant.value });
  }
  return succeed({ ...squad.value, members });
}
