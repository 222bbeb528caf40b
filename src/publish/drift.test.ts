/** What is changed at Vapi by others, one thing at a time: each change is found, nothing is found where nothing was changed. */
import { describe, expect, it } from 'vitest';
import { type Aspect, aspectsOf, compareWithVapi, type InService } from './drift.ts';
import { isCreation } from './plan.ts';
import { choicesFor } from './service-wire.ts';
import { payloadOf } from './testing/payloads.ts';
import { World } from './testing/world.ts';

async function published() {
  const world = new World();
  const [number = ''] = await world.numbers(1);
  const id = await world.start(payloadOf(3), number);
  await world.finish(id ?? '');
  const row = world.store.deployments.get(id ?? '');
  if (!row) throw new Error('not published');
  const ids = row.steps.filter(isCreation).map(({ vapiId }) => vapiId ?? '');
  const service: InService = {
    vapiNumberId: number,
    resources: row.plan.resources.map((planned, index) => {
      const vapiId = ids[index] ?? '';
      return { planned, vapiId, seen: world.store.ledger.get(vapiId)?.look ?? null };
    }),
  };
  await world.clock.sleep(1000);
  const compare = async () => {
    const found = await compareWithVapi(world.vapi, service);
    if (!found.ok) throw new Error('not read');
    return found.value;
  };
  return { world, number, ids, service, compare };
}

const model = { provider: 'openai', model: 'gpt-4.1', messages: [{ role: 'system', content: 'Be kind.' }] };
const CHANGES: readonly (readonly [object, Aspect])[] = [
  [{ firstMessage: 'Salut.' }, 'greeting'],
  [{ firstMessageMode: 'assistant-waits-for-user' }, 'greeting'],
  [{ endCallMessage: 'Bye.' }, 'other'],
  [{ model: { ...model, messages: [{ role: 'system', content: 'Be rude.' }] } }, 'instructions'],
  [{ model: { ...model, model: 'gpt-4o' } }, 'model'],
  [{ model: { ...model, temperature: 0.9 } }, 'other'],
  [{ voice: { provider: 'vapi', voiceId: 'Elliot' } }, 'other'],
  [{ maxDurationSeconds: 60 }, 'other'],
  [{ backgroundSound: 'office' }, 'other'],
  [{ name: 'Renamed' }, 'other'],
  [{ artifactPlan: { recordingEnabled: true } }, 'other'],
  [{ monitorPlan: { listenEnabled: true } }, 'other'],
  [{ transcriber: { provider: 'deepgram', language: 'fr' } }, 'other'],
  [{ server: { url: 'https://elsewhere.example.com' } }, 'other'],
  [{ serverMessages: [] }, 'other'],
  [{ hooks: [{ on: 'call.ending', do: [] }] }, 'other'],
  [{ model: { ...model, tools: [{ type: 'endCall' }] } }, 'other'],
];

/** Of what leads from one part to the next. */
const SQUAD_CHANGES: readonly (readonly [(squad: { members: readonly object[] }) => object, Aspect])[] = [
  [({ members }) => ({ members: members.slice(0, 2) }), 'parts'],
  [({ members }) => ({ members: [...members].reverse() }), 'parts'],
  [({ members }) => ({ members: [...members, { assistantId: 'of-others' }] }), 'parts'],
  [
    ({ members }) => ({ members: members.map((member) => ({ ...member, assistantDestinations: [] })) }),
    'parts',
  ],
  [() => ({ membersOverrides: { artifactPlan: { recordingEnabled: true } } }), 'parts'],
  [() => ({ name: 'Renamed' }), 'parts'],
];
const recordOf = (squad: unknown) => squad as { members: readonly object[] };

describe('drift', () => {
  it('is nothing after a publication, and after Vapi writes the same in another way', async () => {
    const t = await published();
    expect((await t.compare()).findings).toEqual([]);
    const saved = t.world.state.resources.assistant[t.ids[0] ?? ''];
    t.world.state.resources.assistant[t.ids[0] ?? ''] = { ...saved, newDefault: 1 } as never;
    expect((await t.compare()).findings).toEqual([]);
  });

  it('is found for every change of every part, with what differs', async () => {
    let found = 0;
    for (const [change, aspect] of CHANGES) {
      for (const member of [0, 1, 2]) {
        const t = await published();
        const request = { ...change } as never;
        const before = t.world.state.resources.assistant[t.ids[member] ?? ''];
        t.world.state.resources.assistant[t.ids[member] ?? ''] = {
          ...before,
          ...(request as object),
          updatedAt: new Date(t.world.clock.now()).toISOString(),
        } as never;
        const { findings, changed } = await t.compare();
        expect(findings, JSON.stringify(change)).toEqual([
          { kind: 'changed', name: t.service.resources[member]?.planned.name, aspects: [aspect] },
        ]);
        expect(changed).toEqual([t.ids[member]]);
        found += 1;
      }
    }
    for (const gone of [0, 1, 2, 3]) {
      const t = await published();
      const { resources } = t.world.state;
      delete resources[gone === 3 ? 'squad' : 'assistant'][t.ids[gone] ?? ''];
      const { findings } = await t.compare();
      expect(findings).toEqual([{ kind: 'gone', name: t.service.resources[gone]?.planned.name }]);
      expect(choicesFor(findings as never)).toEqual(['overwrite']);
      found += 1;
    }
    for (const [change, aspect] of SQUAD_CHANGES) {
      const t = await published();
      const id = t.ids[3] ?? '';
      const squad = t.world.state.resources.squad[id];
      t.world.state.resources.squad[id] = {
        ...squad,
        ...change(recordOf(squad)),
        updatedAt: new Date(t.world.clock.now()).toISOString(),
      } as never;
      const { findings, changed } = await t.compare();
      expect(findings).toEqual([
        { kind: 'changed', name: t.service.resources[3]?.planned.name, aspects: [aspect] },
      ]);
      expect(changed).toEqual([id]);
      found += 1;
    }
    console.log(`${found} changes of parts, all found`);
    expect(found).toBe(CHANGES.length * 3 + 4 + SQUAD_CHANGES.length);
    expect(found).toBeGreaterThan(50);
  });

  it('is found on the number: other, silent, gone', async () => {
    const t = await published();
    await t.world.vapi.updatePhoneNumber(t.number, { assistantId: t.ids[0] ?? '', squadId: null });
    expect((await t.compare()).findings).toEqual([{ kind: 'number-other', version: null }]);
    const diverted = await compareWithVapi(t.world.vapi, { ...t.service, divertedTo: t.ids[0] ?? '' });
    expect(diverted.ok && diverted.value.findings).toEqual([]);
    await t.world.vapi.updatePhoneNumber(t.number, { assistantId: null, squadId: null });
    expect((await t.compare()).findings).toEqual([{ kind: 'number-silent' }]);
    delete t.world.state.resources['phone-number'][t.number];
    const { findings } = await t.compare();
    expect(findings).toEqual([{ kind: 'number-gone' }]);
    expect(choicesFor(findings as never)).toEqual(['keep']);
  });

  it('on a link alone is looked for in the parts only', async () => {
    const t = await published();
    const onLink = { ...t.service, vapiNumberId: null };
    await t.world.vapi.updatePhoneNumber(t.number, { assistantId: null, squadId: null });
    const quiet = await compareWithVapi(t.world.vapi, onLink);
    const squadId = t.ids.at(-1) ?? '';
    expect(quiet).toMatchObject({
      ok: true,
      value: { findings: [], target: { assistantId: null, squadId } },
    });
  });

  it('is not known when Vapi does not answer', async () => {
    const t = await published();
    await t.world.control('/faults', { rules: [{ path: '/squad', fault: { type: 'status', status: 500 } }] });
    expect(await compareWithVapi(t.world.vapi, t.service)).toMatchObject({ ok: false });
  });
});

describe('aspects', () => {
  it('of a squad are its parts, and what it gives all of them', () => {
    const planned = { kind: 'squad', name: 'S', hash: 'h', squad: { members: [] } } as const;
    expect(aspectsOf(planned, { members: [] })).toEqual(['parts']);
    const withTools = {
      ...planned,
      squad: { members: [], membersOverrides: { backgroundSound: 'off' } },
    } as const;
    expect(aspectsOf(withTools, {})).toEqual(['actions']);
  });
});
