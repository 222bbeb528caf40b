/** A person's flow with the newest opening hours it follows, read as that person and compiled. Knows neither rehearsals nor publications. */
import * as z from 'zod';
import type { CompileTarget } from '../../../src/flow/compile/target.ts';
import type { FlowDocument } from '../../../src/flow/document.ts';
import type { Manifest } from '../../../src/flow/manifest.ts';
import type { Problem } from '../../../src/flow/problem.ts';
import { hasLosses } from '../../../src/flow/read.ts';
import {
  readSharedHours,
  type SharedHours,
  sharedHoursIn,
  withSharedHours,
} from '../../../src/flow/shared-hours.ts';
import { compileFlow, readFlow } from '../../../src/kinds/registry.ts';
import { fail, type Result, succeed } from '../../../src/lib/result.ts';
import type { CompiledPayload } from '../../../src/publish/plan.ts';
import type { Person } from '../_shared/auth.ts';
import { row, rows } from '../_shared/database.ts';
import { refuse } from '../_shared/http.ts';

const flowRow = z.object({
  id: z.string(),
  workspace_id: z.string(),
  name: z.string(),
  document: z.unknown(),
  revision: z.number(),
});
export type FlowRow = z.infer<typeof flowRow>;

const hoursRow = z.object({ id: z.string(), name: z.string(), hours: z.unknown() });

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
  if (!flow) return fail(refuse('not-found'));
  return succeed({ ...flow, document: await withNewestHours(person, flow) });
}

/**
 * The stored document as it is, unless hours of the workspace that it follows have changed since its copy was made.
 * Hours that cannot be read, or are gone, leave the copy; so does a document that would lose something.
 */
async function withNewestHours(person: Person, flow: FlowRow): Promise<unknown> {
  const { document, problems } = readFlow(flow.document);
  const ids = sharedHoursIn(document);
  if (ids.length === 0 || hasLosses(problems)) return flow.document;
  const found = await rows(
    hoursRow,
    person.client
      .from('opening_hours')
      .select('id, name, hours')
      .eq('workspace_id', flow.workspace_id)
      .in('id', ids),
  );
  const shared = found.flatMap(({ id, name, hours }): SharedHours[] => {
    const content = readSharedHours(name, hours);
    return content ? [{ id, content }] : [];
  });
  const newest = withSharedHours(document, shared);
  return newest === document ? flow.document : newest;
}

export interface CompiledFlow {
  readonly document: FlowDocument;
  readonly payload: CompiledPayload;
  readonly manifest: Manifest;
  readonly problems: readonly Problem[];
}

/** Everything that a document may not decide by itself is part of it: whose files it reads, say. */
export type ServerTarget = CompileTarget & Required<Pick<CompileTarget, 'files' | 'dialRefusal' | 'secrecy'>>;

/** The compiled flow, or the refusal to send. A draft with errors can be rehearsed as far as it goes, but not published. */
export function compileRow(flow: FlowRow, target: ServerTarget): Result<CompiledFlow, Response> {
  const { document, problems: unread } = readFlow(flow.document);
  const { payload, manifest, problems } = compileFlow(document, target);
  const all = [...unread, ...problems];
  const errors = all.filter((problem) => problem.severity === 'error').length;
  if (payload === null || (errors > 0 && target.mode === 'publish'))
    return fail(refuse('flow-has-errors', { count: Math.max(1, errors) }));
  return succeed({ document, payload, manifest, problems: all });
}
