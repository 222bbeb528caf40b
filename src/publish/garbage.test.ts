import { describe, expect, it } from 'vitest';
import {
  type CreationAttempt,
  DRAIN_MILLISECONDS,
  findGarbage,
  type LedgerResource,
  type Observation,
} from './garbage.ts';

const NOW = Date.UTC(2026, 10, 30, 9);
const OLD = new Date(NOW - 2 * 60 * 60_000).toISOString();

const squad = (id: string, ...members: string[]) => ({
  id,
  createdAt: OLD,
  name: `Reception ·${id}`,
  members: members.map((assistantId) => ({ assistantId })),
});
const resource = (
  kind: LedgerResource['kind'],
  vapiId: string,
  changes: Partial<LedgerResource> = {},
): LedgerResource => ({
  kind,
  vapiId,
  marker: vapiId,
  state: 'draining',
  drainingSince: NOW - DRAIN_MILLISECONDS,
  kept: false,
  ...changes,
});
const seen = (changes: Partial<Observation> = {}): Observation => {
  const squads = changes.squads ?? [squad('old', 'a', 'b'), squad('new', 'b', 'c')];
  return {
    squads,
    squadsAgain: squads,
    numbers: [{ squadId: 'new' }],
    calls: [],
    assistants: [],
    ...changes,
  };
};
const LEDGER = [
  resource('assistant', 'a'),
  resource('squad', 'old'),
  resource('assistant', 'b', { state: 'live', drainingSince: null, kept: true }),
  resource('squad', 'new', { state: 'live', drainingSince: null, kept: true }),
];
const drained = (ledger: readonly LedgerResource[], observation: Observation) =>
  findGarbage(ledger, [], observation, NOW).drained.map(({ vapiId }) => vapiId);

describe('garbage', () => {
  it('is what drained long enough, squads before their members', () => {
    expect(drained(LEDGER, seen())).toEqual(['old', 'a']);
  });

  it.each<[string, Partial<LedgerResource>]>([
    ['is to be gone back to', { kept: true }],
    ['drains only since a moment', { drainingSince: NOW - DRAIN_MILLISECONDS + 1 }],
    ['is in use', { state: 'live', drainingSince: null }],
  ])('is nothing that %s', (_, change) => {
    expect(
      drained(
        LEDGER.map((one) => ({ ...one, ...change })),
        seen(),
      ),
    ).toEqual([]);
  });

  it('is tried again once the intent is recorded', () => {
    expect(
      drained([resource('assistant', 'a', { state: 'deleting', kept: true })], seen({ squads: [] })),
    ).toEqual(['a']);
  });

  it.each<[string, Partial<Observation>]>([
    ['a number answers with', { numbers: [{ squadId: 'old' }] }],
    ['a call goes on with', { calls: [{ squadId: 'old' }] }],
  ])('is nothing that %s, nor its members', (_, change) => {
    expect(drained(LEDGER, seen(change))).toEqual([]);
  });

  it('is no assistant that is a member of somebody else’s squad', () => {
    expect(
      drained(LEDGER, seen({ squads: [squad('old', 'a'), squad('new'), squad('theirs', 'a')] })),
    ).toEqual(['old']);
  });

  it('is nothing on the word of doubtful lists', () => {
    const shrunk = findGarbage(LEDGER, [], seen({ squads: [] }), NOW);
    expect(shrunk).toEqual({ doubt: 'shrunk', drained: [], orphans: [] });
    const unstable = findGarbage(LEDGER, [], seen({ squadsAgain: [squad('new', 'b', 'c')] }), NOW);
    expect(unstable).toEqual({ doubt: 'unstable', drained: [], orphans: [] });
  });

  it('is a creation of ours that nobody recorded, by its marks, when it is old enough', () => {
    const attempts: CreationAttempt[] = [
      { deployment: 'd', kind: 'assistant', marker: 'm' },
      { deployment: 'd', kind: 'squad', marker: 'left' },
    ];
    const made = (id: string, deployment: string, marker: string, createdAt = OLD) => ({
      id,
      createdAt,
      metadata: { allokoli: { deployment, marker } },
    });
    const observation = seen({
      squads: [squad('old', 'a', 'b'), squad('new', 'b', 'c'), { ...squad('left'), name: 'Reception ·left' }],
      assistants: [
        made('lost', 'd', 'm'),
        made('young', 'd', 'm', new Date(NOW - 59 * 60_000).toISOString()),
        made('b', 'd', 'm'),
        made('elsewhere', 'other', 'm'),
        { id: 'theirs', createdAt: OLD },
      ],
    });
    expect(findGarbage(LEDGER, attempts, observation, NOW).orphans).toEqual([
      { kind: 'squad', vapiId: 'left' },
      { kind: 'assistant', vapiId: 'lost' },
    ]);
  });
});
