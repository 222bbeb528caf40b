/** What `src/publish/collect.ts` asks of the database, for one account. Each method is one function of migration `reconcile`. */
import type { SupabaseClient } from '@supabase/supabase-js';
import * as z from 'zod';
import type { GarbageStore } from '../../../src/publish/collect.ts';
import type { CreationAttempt, LedgerResource } from '../../../src/publish/garbage.ts';
import { markerOf } from '../../../src/publish/marker.ts';
import { rows, run } from './database.ts';

const resourceRow = z
  .object({
    kind: z.enum(['assistant', 'squad']),
    vapi_id: z.string(),
    marker: z.string(),
    state: z.enum(['live', 'draining', 'deleting']),
    draining_since: z.iso.datetime({ offset: true }).nullable(),
    kept: z.boolean(),
  })
  .transform(
    (entry): LedgerResource => ({
      kind: entry.kind,
      vapiId: entry.vapi_id,
      marker: entry.marker,
      state: entry.state,
      drainingSince: entry.draining_since === null ? null : Date.parse(entry.draining_since),
      kept: entry.kept,
    }),
  );

const attemptRow = z.object({
  deployment_id: z.string(),
  position: z.number(),
  kind: z.enum(['create-assistant', 'create-squad']),
});

/** `account`: null is the installation's. */
export function createGarbageStore(service: SupabaseClient, account: string | null): GarbageStore {
  const at = (milliseconds: number) => new Date(milliseconds).toISOString();
  return {
    ledger: () => rows(resourceRow, service.rpc('resources_of_account', { its_account: account })),
    attempts: async (after, before) => {
      const found = await rows(
        attemptRow,
        service.rpc('creation_attempts', {
          its_account: account,
          finished_after: at(after),
          finished_before: at(before),
        }),
      );
      return Promise.all(
        found.map(
          async ({ deployment_id, position, kind }): Promise<CreationAttempt> => ({
            deployment: deployment_id,
            kind: kind === 'create-squad' ? 'squad' : 'assistant',
            marker: await markerOf(deployment_id, position),
          }),
        ),
      );
    },
    condemn: async (vapiId) => (await run(service.rpc('condemn_resource', { resource: vapiId }))) === true,
    bury: async (vapiId) => {
      await run(service.rpc('bury_resource', { resource: vapiId }));
    },
  };
}
