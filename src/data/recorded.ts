/** Which flows in service record their calls: as they were published, not as they are drawn now. Knows no drawing. */
import { type Result, succeed } from '../lib/result.ts';
import { listOf, mapped, recordOf, text } from '../lib/shape.ts';
import { client } from './client.ts';
import { type DataFailure, rows } from './failure.ts';

const deploymentRow = recordOf({ version_id: text });
const versionRow = mapped(
  recordOf({ id: text, name: text, recording: null }),
  ({ name, recording }): ServedFlow => ({ name, isRecorded: recording === true }),
);

export interface ServedFlow {
  readonly name: string;
  /** Callers are asked first; nobody is recorded who says no. */
  readonly isRecorded: boolean;
}

/** Each once, on numbers and browser links. */
export async function listServed(workspaceId: string): Promise<Result<ServedFlow[], DataFailure>> {
  const live = await rows(
    client().from('deployments').select('version_id').eq('workspace_id', workspaceId).eq('state', 'live'),
    listOf(deploymentRow),
  );
  if (!live.ok) return live;
  const ids = [...new Set(live.value.map(({ version_id }) => version_id))];
  if (ids.length === 0) return succeed([]);
  return rows(
    client()
      .from('flow_versions')
      .select('id, name:document->>name, recording:document->settings->recording')
      .in('id', ids),
    listOf(versionRow),
  );
}
