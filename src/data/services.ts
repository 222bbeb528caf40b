/** What is in service: which flow answers on which number, and the version it answers with. Knows no drawing. */
import { type Result, succeed } from '../lib/result.ts';
import { listOf, recordOf, type Shape, text, textOrNull } from '../lib/shape.ts';
import { client } from './client.ts';
import { type DataFailure, rows } from './failure.ts';

const numberRow = recordOf({ number: text, flow_id: textOrNull, deployment_id: textOrNull });
const deploymentRow = recordOf({ id: text, version_id: text });

export interface InService<Version> {
  readonly flowId: string;
  readonly number: string;
  /** Null when it cannot be seen. */
  readonly version: Version | null;
}

/** `version` reads what is asked of each version by `columns`. Lookups by id instead of embedding, so that no relation is guessed. */
export async function listInService<Version extends { readonly id: string }>(
  workspaceId: string,
  columns: string,
  version: Shape<Version>,
): Promise<Result<InService<Version>[], DataFailure>> {
  const numbers = await rows(
    client().from('phone_numbers').select('number, flow_id, deployment_id').eq('workspace_id', workspaceId),
    listOf(numberRow),
  );
  if (!numbers.ok) return numbers;
  const inService = numbers.value.flatMap(({ number, flow_id, deployment_id }) =>
    flow_id === null || deployment_id === null
      ? []
      : [{ number, flowId: flow_id, deploymentId: deployment_id }],
  );
  if (inService.length === 0) return succeed([]);
  const deployments = await rows(
    client()
      .from('deployments')
      .select('id, version_id')
      .in(
        'id',
        inService.map((row) => row.deploymentId),
      ),
    listOf(deploymentRow),
  );
  if (!deployments.ok) return deployments;
  const versions = await rows(
    client()
      .from('flow_versions')
      .select(columns)
      .in('id', [...new Set(deployments.value.map((row) => row.version_id))]),
    listOf(version),
  );
  if (!versions.ok) return versions;
  const byId = new Map(versions.value.map((row) => [row.id, row]));
  const versionOf = new Map(deployments.value.map((row) => [row.id, byId.get(row.version_id)]));
  return succeed(
    inService.map(({ flowId, number, deploymentId }) => ({
      flowId,
      number,
      version: versionOf.get(deploymentId) ?? null,
    })),
  );
}
