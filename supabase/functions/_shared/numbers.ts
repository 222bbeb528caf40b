/** Phone numbers as they are stored. Knows no requests. */
import * as z from 'zod';

export const NUMBER_COLUMNS =
  'id, workspace_id, number, label, provider, state, elsewhere, flow_id, deployment_id';

const STATES = ['active', 'activating', 'blocked'] as const;

export const numberRow = z.object({
  id: z.string(),
  workspace_id: z.string(),
  number: z.string(),
  label: z.string(),
  provider: z.string(),
  state: z.enum(STATES),
  elsewhere: z.boolean(),
  flow_id: z.string().nullable(),
  deployment_id: z.string().nullable(),
});
export type NumberRow = z.infer<typeof numberRow>;

/** Numbers of other providers have no status at Vapi: they ring as soon as they are known. */
export function numberState(status: string | null | undefined): NumberRow['state'] {
  return STATES.find((state) => state === status) ?? 'active';
}

/** At Vapi: as much of the workspace's id as its 40 characters take. */
export function testNumberName(workspace: string): string {
  return `AlloKoli ${workspace.replaceAll('-', '').slice(0, 31)}`;
}
