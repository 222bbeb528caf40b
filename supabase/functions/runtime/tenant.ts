/**
 * Whose a request is: the constants that a tool was compiled with, checked against what we published. Nothing that the
 * model fills has a part in it. What is handed on is the part of the drawing that the step needs, and no more: it is what the
 * tool's version is the hash of (`src/kinds/step-part.ts`, where it is said why that is safe).
 */
import * as z from 'zod';
import { PRETENDED } from '../../../src/flow/compile/pretend.ts';
import type { FlowNode, NodeId } from '../../../src/flow/document.ts';
import { readFlow } from '../../../src/kinds/registry.ts';
import { STEP_VERSION, stepPart } from '../../../src/kinds/step-part.ts';
import { row } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { DRAFT } from '../_shared/runtime-target.ts';
import type { Asked, Endpoint } from './endpoint.ts';

const constants = z.object({
  flow: z.uuid(),
  version: z.union([
    z.literal(DRAFT),
    z.string().regex(STEP_VERSION),
    // The hash of a whole drawing: what was published before tools named their own step, and may be put back any day.
    z.string().regex(/^[0-9a-f]{64}$/),
  ]),
  node: z.string().max(100),
  call: z.string().max(100),
  caller: z.string().max(40),
  [PRETENDED]: z.string().max(60).optional(),
});

/** The step of a published version, or of the draft that is being rehearsed; null when there is no such step. */
export async function findAsked(
  body: Readonly<Record<string, unknown>>,
  { kind }: Endpoint,
  deps: Deps,
): Promise<Asked | null> {
  const read = constants.safeParse(body);
  if (!read.success) return null;
  const { flow, version, node: id, call, caller, [PRETENDED]: pretended = null } = read.data;
  const found = await findDrawing(deps, flow, version);
  if (!found) return null;
  const { document } = readFlow(found.document);
  const node = Object.hasOwn(document.nodes, id) ? document.nodes[id as NodeId] : undefined;
  if (node?.kind !== kind.id) return null;
  const data = kind.schema.safeParse(node.data);
  if (!data.success) return null;
  return {
    workspace: found.workspace,
    flow,
    call,
    caller,
    // What real callers get is never made up.
    pretended: version === DRAFT ? pretended : null,
    document: stepPart(document, node, kind),
    node: { ...node, data: data.data } as FlowNode<unknown>,
    body,
  };
}

function findDrawing(deps: Deps, flow: string, version: string): Promise<Found | null> {
  if (version === DRAFT) return findDraft(deps, flow);
  return STEP_VERSION.test(version) ? findStep(deps, flow, version) : findVersion(deps, flow, version);
}

interface Found {
  readonly workspace: string;
  readonly document: unknown;
}

const draftRow = z
  .object({ workspace_id: z.string(), document: z.unknown() })
  .transform((draft): Found => ({ workspace: draft.workspace_id, document: draft.document }));

function findDraft({ service }: Deps, flow: string): Promise<Found | null> {
  return row(draftRow, service.from('flows').select('workspace_id, document').eq('id', flow).maybeSingle());
}

const versionRow = z
  .object({ workspace_id: z.string(), flow_versions: z.object({ document: z.unknown() }) })
  .transform((found): Found => ({ workspace: found.workspace_id, document: found.flow_versions.document }));

/** A version that was never put on a number answers no call. The number may ring just before its deployment is recorded as live. */
function findVersion({ service }: Deps, flow: string, hash: string): Promise<Found | null> {
  return row(
    versionRow,
    service
      .from('deployments')
      .select('workspace_id, flow_versions!inner(document)')
      .eq('flow_id', flow)
      .eq('flow_versions.content_hash', hash)
      .neq('state', 'failed')
      .limit(1)
      .maybeSingle(),
  );
}

/** Any version in which the step is what the tool was made for; the newest, should a hash ever have told less than it does now. */
function findStep({ service }: Deps, flow: string, version: string): Promise<Found | null> {
  return row(
    versionRow,
    service
      .from('deployments')
      .select('workspace_id, flow_versions!inner(document)')
      .eq('flow_id', flow)
      .contains('step_versions', JSON.stringify([version]))
      .neq('state', 'failed')
      .order('created_at', { ascending: false })
      .limit(1)
      .maybeSingle(),
  );
}
