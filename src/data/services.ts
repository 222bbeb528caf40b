/** What is in service: which flow answers on which number, at all hours or in its own, and the version it answers with. Knows no drawing. */
import { type Result, succeed } from '../lib/result.ts';
import { listOf, recordOf, type Shape, text, textOrNull } from '../lib/shape.ts';
import { client } from './client.ts';
import { type DataFailure, rows } from './failure.ts';

const numberRow = recordOf({ id: text, number: text });
const deploymentRow = recordOf({ flow_id: text, version_id: text, phone_number_id: textOrNull });

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
  const [numbers, deployments] = await Promise.all([
    rows(
      client().from('phone_numbers').select('id, number').eq('workspace_id', workspaceId),
      listOf(numberRow),
    ),
    rows(
      client()
        .from('deployments')
        .select('flow_id, version_id, phone_number_id')
        .eq('workspace_id', workspaceId)
        .eq('state', 'live')
        .eq('purpose', 'flow'),
      listOf(deploymentRow),
    ),
  ]);
  if (!numbers.ok) return numbers;
  if (!deployments.ok) return deployments;
  const numberOf = new Map(numbers.value.map(({ id, number }) => [id, number]));
  const inService = deployments.value.flatMap(({ flow_id, version_id, phone_number_id }) => {
    const number = phone_number_id === null ? undefined : numberOf.get(phone_number_id);
    return number === undefined ? [] : [{ flowId: flow_id, number, versionId: version_id }];
  });
  if (inService.length === 0) return succeed([]);
  const versions = await rows(
    client()
      .from('flow_versions')
      .select(columns)
      .in('id', [...new Set(inService.map(({ versionId }) => versionId))]),
    listOf(version),
  );
  if (!versions.ok) return versions;
  const byId = new Map(versions.value.map((row) => [row.id, row]));
  return succeed(
    inService.map(({ flowId, number, versionId }) => ({
      flowId,
      number,
      version: byId.get(versionId) ?? null,
    })),
  );
}
