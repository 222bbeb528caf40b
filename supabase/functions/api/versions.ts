/** `GET /flows/:id/versions`: who published what and when, and how many calls each version answered. */
import * as z from 'zod';
import type { VersionsAnswer } from '../../../src/publish/versions-wire.ts';
import type { Person } from '../_shared/auth.ts';
import { row, rows } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, refuse } from '../_shared/http.ts';

const versionRow = z
  .object({
    id: z.string(),
    number: z.number(),
    note: z.string().nullable(),
    created_at: z.string(),
    author: z.string().nullable(),
    calls: z.coerce.number(),
  })
  .transform(({ created_at, ...row }) => ({ ...row, createdAt: created_at }));

export async function listFlowVersions(id: string, person: Person, deps: Deps): Promise<Response> {
  if (!z.uuid().safeParse(id).success) return refuse('not-found');
  const flow = await row(
    z.object({ id: z.string() }),
    person.client.from('flows').select('id').eq('id', id).maybeSingle(),
  );
  if (!flow) return refuse('not-found');
  const query = deps.service.rpc('versions_of_flow', { flow: id, person: person.id });
  return answer({ versions: await rows(versionRow, query) } satisfies VersionsAnswer);
}
