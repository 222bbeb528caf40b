/** A person's flow, read as that person and compiled. Knows neither rehearsals nor publications. */
import * as z from 'zod';
import type { CompileTarget } from '../../../src/flow/compile/target.ts';
import type { FlowDocument } from '../../../src/flow/document.ts';
import type { Manifest } from '../../../src/flow/manifest.ts';
import type { Problem } from '../../../src/flow/problem.ts';
import { compileFlow, readFlow } from '../../../src/kinds/registry.ts';
import { fail, type Result, succeed } from '../../../src/lib/result.ts';
import type { CompiledPayload } from '../../../src/publish/plan.ts';
import type { Person } from '../_shared/auth.ts';
import { row } from '../_shared/database.ts';
import { refuse } from '../_shared/http.ts';

const flowRow = z.object({
  id: z.string(),
  workspace_id: z.string(),
  name: z.string(),
  document: z.unknown(),
  revision: z.number(),
});
export type FlowRow = z.infer<typeof flowRow>;

/** The flow, or the refusal to send; one of another workspace is not told apart from one that does not exist. */
export async function findFlow(person: Person, id: string): Promise<Result<FlowRow, Response>> {
  const flow = await row(
    flowRow,
    person.client
      .from('flows')
      .select('id, workspace_id, name, document, revision')
      .eq('id', id)
      .maybeSingle(),
  );
  return flow ? succeed(flow) : fail(refuse('not-found'));
}

export interface CompiledFlow {
  readonly document: FlowDocument;
  readonly payload: CompiledPayload;
  readonly manifest: Manifest;
  readonly problems: readonly Problem[];
}

/** The compiled flow, or the refusal to send. A draft with errors can be rehearsed as far as it goes, but not published. */
export function compileRow(flow: FlowRow, target: CompileTarget): Result<CompiledFlow, Response> {
  const { document, problems: unread } = readFlow(flow.document);
  const { payload, manifest, problems } = compileFlow(document, target);
  const all = [...unread, ...problems];
  const errors = all.filter((problem) => problem.severity === 'error').length;
  if (payload === null || (errors > 0 && target.mode === 'publish'))
    return fail(refuse('flow-has-errors', { count: Math.max(1, errors) }));
  return succeed({ document, payload, manifest, problems: all });
}
