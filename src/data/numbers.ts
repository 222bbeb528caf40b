/** The workspace's phone numbers, as stored. */
import * as z from 'zod';
import { type Result, succeed } from '../lib/result.ts';
import { refreshNumbers } from './api.ts';
import { client } from './client.ts';
import { type DataFailure, rows } from './failure.ts';

const numberRow = z
  .object({
    id: z.string(),
    number: z.string(),
    label: z.string().nullable(),
    provider: z.string(),
    state: z.enum(['active', 'activating', 'blocked']),
    elsewhere: z.boolean().optional(),
    flow_id: z.string().nullable(),
    deployment_id: z.string().nullable(),
    removal_due_at: z.string().nullish(),
    credential_id: z.string().nullish(),
  })
  .transform(({ flow_id, deployment_id, label, elsewhere, removal_due_at, credential_id, ...row }) => ({
    ...row,
    /** In another account at Vapi than the one that is used now. */
    isElsewhere: elsewhere === true,
    label: label ?? '',
    flowId: flow_id,
    deploymentId: deployment_id,
    /** When it is given back; null: nobody wants that. */
    removalDueAt: removal_due_at ?? null,
    /** Where the carrier of a SIP trunk sends its calls; null for numbers of other providers. */
    sipAddress:
      row.provider === 'byo-phone-number' && credential_id
        ? `${row.number}@${credential_id}.sip.vapi.ai`
        : null,
  }));

export type PhoneNumber = z.infer<typeof numberRow>;

/** While one is being set up, its state is asked after; without an answer it stays as stored. */
export async function listNumbers(workspaceId: string): Promise<Result<PhoneNumber[], DataFailure>> {
  const stored = await rows(
    client()
      .from('phone_numbers')
      .select(
        'id, number, label, provider, state, elsewhere, flow_id, deployment_id, removal_due_at, credential_id',
      )
      .eq('workspace_id', workspaceId)
      .order('created_at'),
    z.array(numberRow),
  );
  if (!stored.ok || !stored.value.some((number) => number.state === 'activating')) return stored;
  const fresh = await refreshNumbers(workspaceId);
  if (!fresh.ok) return stored;
  const byId = new Map(fresh.value.map((number) => [number.id, number]));
  return succeed(
    stored.value.map((number) => {
      const now = byId.get(number.id);
      return now ? { ...number, state: now.state, number: now.number } : number;
    }),
  );
}
