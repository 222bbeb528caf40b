/** What `collect.ts` asks of a database, over the store in memory: the same rules as the SQL functions. */
import type { GarbageStore } from '../collect.ts';
import { markerOf } from '../marker.ts';
import { isCreation } from '../plan.ts';
import type { MemoryStore, Row } from './memory-store.ts';

/** `versions`: how many different things each number can go back to, what answers it among them. */
export function memoryGarbage(store: MemoryStore, versions = 4): GarbageStore {
  const keptNow = () => {
    const kept = new Set<string>();
    const byNumber = new Map<string, Row[]>();
    for (const row of store.deployments.values()) {
      if (row.state === 'running' || row.state === 'live') for (const id of idsOf(row)) kept.add(id);
      if (row.state === 'live' || row.state === 'superseded')
        byNumber.set(row.number, [...(byNumber.get(row.number) ?? []), row]);
    }
    for (const rows of byNumber.values()) {
      const targets = new Map<string, Row>();
      for (const row of rows.toReversed()) {
        const target = idsOf(row).at(-1);
        if (target !== undefined && !targets.has(target)) targets.set(target, row);
      }
      for (const row of [...targets.values()].slice(0, versions)) for (const id of idsOf(row)) kept.add(id);
    }
    return kept;
  };
  return {
    ledger: async () => {
      const kept = keptNow();
      return [...store.ledger.values()].flatMap(({ state, ...entry }) =>
        state === 'deleted' ? [] : [{ ...entry, state, kept: kept.has(entry.vapiId) }],
      );
    },
    attempts: async (after, before) => {
      const rows = [...store.deployments].filter(
        ([, { finishedAt }]) => finishedAt !== null && finishedAt > after && finishedAt < before,
      );
      return Promise.all(
        rows.flatMap(([deployment, { steps }]) =>
          steps
            .filter((step) => isCreation(step) && step.startedAt !== null)
            .map(async ({ kind, position }) => ({
              deployment,
              kind: kind === 'create-squad' ? ('squad' as const) : ('assistant' as const),
              marker: await markerOf(deployment, position),
            })),
        ),
      );
    },
    condemn: async (vapiId) => {
      const entry = store.ledger.get(vapiId);
      if (entry?.state !== 'draining' && entry?.state !== 'deleting') return false;
      if (entry.state === 'draining' && keptNow().has(vapiId)) return false;
      store.ledger.set(vapiId, { ...entry, state: 'deleting' });
      return true;
    },
    bury: async (vapiId) => {
      const entry = store.ledger.get(vapiId);
      if (entry?.state === 'deleting') store.ledger.set(vapiId, { ...entry, state: 'deleted' });
    },
  };
}

function idsOf({ steps }: Row): string[] {
  return steps.flatMap((step) => (isCreation(step) && step.vapiId !== null ? [step.vapiId] : []));
}
