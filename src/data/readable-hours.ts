/** The workspace's hours as drawings follow them. Knows no table. */
import type { SharedHours } from '../flow/shared-hours.ts';
import type { WorkspaceHours } from './opening-hours.ts';

/** Those that can be read. Pure. */
export function readableHours(all: readonly WorkspaceHours[]): SharedHours[] {
  return all.flatMap(({ id, content }) => (content ? [{ id, content }] : []));
}
