/** The workspace's phone numbers, as stored. */
import * as z from 'zod';
import type { Result } from '../lib/result.ts';
import { client } from './client.ts';
import { type DataFailure, rows } from './failure.ts';

const numberRow = z
  .object({
    id: z.string(),
    number: z.string(),
    label: z.string().nullable(),
    provider: z.string(),
    state: z.enum(['active', 'activating', 'blocked']),
    flow_id: z.string().nullable(),
    deployment_id: z.string().nullable(),
  })
  .transform(({ flow_id, deployment_id, label, ...row }) => ({
    ...row,
    label: label ?? '',
    flowId: flow_id,
    deploymentId: deployment_id,
  }));

export type PhoneNumber = z.infer<typeof numberRow>;

export function listNumbers(workspaceId: string): Promise<Result<PhoneNumber[], DataFailure>> {
  return rows(
    client()
      .from('phone_numbers')
      .select('id, number, label, provider, state, flow_id, deployment_id')
      .eq('workspace_id', workspaceId)
      .order('created_at'),
    z.array(numberRow),
  );
}
