import { describe, expect, it } from 'vitest';
import { assistantMark, isMarkedSquad, markerOf, squadName } from './marker.ts';
import { type CompiledPayload, isUnchanged, planResources, planSteps } from './plan.ts';
import { payloadOf } from './testing/payloads.ts';

describe('planResources', () => {
  it('is one assistant for one member, and assistants before their squad for several', async () => {
    const one = await planResources(payloadOf(1), 'Reception');
    expect(one.map((each) => each.kind)).toEqual(['assistant']);
    const three = await planResources(payloadOf(3), 'Reception');
    expect(three.map((each) => each.kind)).toEqual(['assistant', 'assistant', 'assistant', 'squad']);
    expect(three.at(-1)).toMatchObject({
      squad: { members: [{ resource: 0 }, { resource: 1 }, { resource: 2 }] },
    });
  });

  it('gives equal hashes for equal behaviour, whatever the order of keys and the names of squads', async () => {
    const hashes = async (payload: CompiledPayload, name: string) =>
      (await planResources(payload, name)).map((each) => each.hash);
    const same = payloadOf(2);
    if (same.type === 'squad') {
      const reversed = same.squad.members.map((member) =>
        'assistant' in member
          ? {
              assistant: Object.fromEntries(
                Object.entries(member.assistant).reverse(),
              ) as typeof member.assistant,
            }
          : member,
      );
      const squad = { name: 'Other', members: reversed };
      expect(await hashes({ type: 'squad', squad }, 'x')).toEqual(await hashes(payloadOf(2), 'y'));
    }
    expect(await hashes(payloadOf(2, 'Other.'), 'y')).not.toEqual(await hashes(payloadOf(2), 'y'));
  });

  it('gives the squad another hash when a member, their order or the overrides change', async () => {
    const squadHash = async (payload: CompiledPayload) => (await planResources(payload, 'x')).at(-1)?.hash;
    const base = payloadOf(2);
    if (base.type !== 'squad') throw new Error('a squad was expected');
    const variants: CompiledPayload[] = [
      base,
      { type: 'squad', squad: { members: base.squad.members.toReversed() } },
      { type: 'squad', squad: { ...base.squad, membersOverrides: { backgroundSound: 'off' } } },
      payloadOf(2, 'Other.'),
      payloadOf(3),
    ];
    const hashes = await Promise.all(variants.map(squadHash));
    expect(new Set(hashes).size).toBe(variants.length);
  });
});

describe('planSteps', () => {
  it('reuses what the ledger has, and creates the rest', async () => {
    const resources = await planResources(payloadOf(2), 'Reception');
    const hash = resources[1]?.hash ?? '';
    const steps = planSteps(resources, [
      { kind: 'assistant', vapiId: 'known', hash },
      // Of another kind: not the same thing, even if the hash were.
      { kind: 'assistant', vapiId: 'other', hash: resources[2]?.hash ?? '' },
    ]);
    expect(steps.map((step) => [step.kind, step.vapiId])).toEqual([
      ['create-assistant', null],
      ['create-assistant', 'known'],
      ['create-squad', null],
      ['verify', null],
      ['switch-number', null],
      ['commit', null],
    ]);
    expect(isUnchanged(steps, { assistantId: null, squadId: null })).toBe(false);
  });

  it('makes the squad anew with any of its members: it names them by id', async () => {
    const resources = await planResources(payloadOf(2), 'Reception');
    const ledger = resources.map(({ kind, hash }, index) => ({ kind, hash, vapiId: `known-${index}` }));
    expect(
      planSteps(resources, ledger)
        .slice(0, 3)
        .map(({ vapiId }) => vapiId),
    ).toEqual(['known-0', 'known-1', 'known-2']);
    expect(
      planSteps(resources, ledger.slice(1))
        .slice(0, 3)
        .map(({ vapiId }) => vapiId),
    ).toEqual([null, 'known-1', null]);
  });

  it('is unchanged only when all is there and the number answers with it', async () => {
    const resources = await planResources(payloadOf(1), 'Reception');
    const steps = planSteps(resources, [
      { kind: 'assistant', vapiId: 'known', hash: resources[0]?.hash ?? '' },
    ]);
    expect(isUnchanged(steps, { assistantId: 'known', squadId: null })).toBe(true);
    expect(isUnchanged(steps, { assistantId: 'other', squadId: null })).toBe(false);
  });
});

describe('markers', () => {
  it('are the same for the same step, and different for others', async () => {
    const markers = await Promise.all([
      markerOf('d1', 0),
      markerOf('d1', 0),
      markerOf('d1', 1),
      markerOf('d2', 0),
    ]);
    expect(markers[0]).toBe(markers[1]);
    expect(new Set(markers).size).toBe(3);
    for (const marker of markers) expect(marker).toMatch(/^[0-9a-z]{8}$/);
  });

  it('stand at the end of a squad name of at most 40 characters', () => {
    const name = squadName('Cabinet médical du Docteur Martin à Besançon', 'k3f9a2c1');
    expect([...name].length).toBeLessThanOrEqual(40);
    const squad = { id: 'x', createdAt: '', updatedAt: '', members: [], name };
    expect(isMarkedSquad(squad, 'k3f9a2c1')).toBe(true);
    expect(isMarkedSquad({ ...squad, name: 'k3f9a2c1' }, 'k3f9a2c1')).toBe(false);
  });

  it.each([[null], ['x'], [{}], [{ allokoli: 'x' }], [{ allokoli: { marker: 1, deployment: 'd' } }]])(
    'are not found in %j',
    (metadata) => {
      expect(assistantMark(metadata)).toBeNull();
    },
  );
});
