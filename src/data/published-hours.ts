/** Which published flows answer with which opening hours of the workspace. Reads whole drawings, so it is a file of its own. */
import { contentOf, type SharedHours } from '../flow/shared-hours.ts';
import { readFlow } from '../kinds/registry.ts';
import { type Result, succeed } from '../lib/result.ts';
import { recordOf, text } from '../lib/shape.ts';
import type { DataFailure } from './failure.ts';
import { listInService } from './services.ts';

/** A flow in service, with the copies of the workspace's hours that its callers meet. */
export interface PublishedHours {
  readonly flowId: string;
  readonly number: string;
  readonly follows: readonly SharedHours[];
}

const versionRow = recordOf({ id: text, document: null });

export async function listPublishedHours(
  workspaceId: string,
): Promise<Result<PublishedHours[], DataFailure>> {
  const inService = await listInService(workspaceId, 'id, document', versionRow);
  if (!inService.ok) return inService;
  return succeed(
    inService.value.map(({ flowId, number, version }) => ({
      flowId,
      number,
      follows: version ? followedBy(version.document) : [],
    })),
  );
}

/** The workspace's hours that a stored drawing holds copies of. Pure. */
export function followedBy(document: unknown): SharedHours[] {
  return Object.values(readFlow(document).document.hours).flatMap((copy) =>
    copy.shared === null ? [] : [{ id: copy.shared, content: contentOf(copy) }],
  );
}
