/** Deployments as they are stored, and as browsers are told of them. Knows no requests. */
import type { SupabaseClient } from '@supabase/supabase-js';
import * as z from 'zod';
import type { DeploymentAnswer } from '../../../src/publish/wire.ts';
import { row } from './database.ts';

const reason = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

const deploymentRow = z.object({
  id: z.string(),
  workspace_id: z.string(),
  phone_number_id: z.string().nullable(),
  purpose: z.enum(['flow', 'fallback', 'words']),
  state: z.enum(['running', 'live', 'failed', 'superseded']),
  error: reason.nullable(),
  flow_versions: z.object({ number: z.number() }),
  deployment_steps: z.array(
    z.object({
      position: z.number(),
      kind: z.enum(['create-assistant', 'create-squad', 'verify', 'switch-number', 'commit']),
      name: z.string(),
      state: z.enum(['pending', 'in-flight', 'done', 'failed']),
    }),
  ),
});

/** With a person's client: null when it is not theirs to see. */
export async function findDeployment(
  client: SupabaseClient,
  id: string,
): Promise<{ workspace: string; answer: DeploymentAnswer } | null> {
  const found = await row(
    deploymentRow,
    client
      .from('deployments')
      .select(
        'id, workspace_id, phone_number_id, purpose, state, error, flow_versions(number), deployment_steps(position, kind, name, state)',
      )
      .eq('id', id)
      .maybeSingle(),
  );
  if (!found) return null;
  const steps = [...found.deployment_steps].sort((a, b) => a.position - b.position);
  return {
    workspace: found.workspace_id,
    answer: {
      id: found.id,
      numberId: found.phone_number_id,
      purpose: found.purpose,
      state: found.state,
      version: found.flow_versions.number,
      steps: steps.map(({ kind, name, state }) => ({ kind, name, state })),
      error: found.error,
    },
  };
}
