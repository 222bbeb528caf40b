/** Pitfalls 20, 25, 38 to 44, 47, 52: what is sent to Vapi beside the payload, and what comes back. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { NodeId } from '../../../flow/document.ts';
import { advance } from '../../../publish/job.ts';
import { type CompiledPayload, planResources, planSteps } from '../../../publish/plan.ts';
import { VirtualClock } from '../../../publish/testing/clock.ts';
import { FakeVapi, NUMBER_ID } from '../../../publish/testing/fake-vapi.ts';
import { MemoryStore } from '../../../publish/testing/memory-store.ts';
import { payloadOf } from '../../../publish/testing/payloads.ts';
import { templates } from '../../../templates/registry.ts';
import { createVapiClient } from '../../../vapi/client.ts';
import type { AssistantBody } from '../../../vapi/contract/assistant.ts';
import { createWebCallBody } from '../../../vapi/contract/call.ts';
import { createPhoneNumberBody, updatePhoneNumberBody } from '../../../vapi/contract/phone-number.ts';
import { compileFlow } from '../../registry.ts';
import { RUNTIME } from '../runtime.ts';
import { addTool, assistantsOf, at, type Json, type Row, toolsOf } from './row.ts';

const ID = '11111111-1111-4111-8111-111111111111';
const SOURCES = new URL('../../../', import.meta.url).pathname;

interface Sent {
  readonly verb: string;
  readonly method: string;
  readonly path: string;
  readonly hasBody: boolean;
}

/** What the client of Vapi sends when each verb of the port is used once. */
async function everyRequest(): Promise<Sent[]> {
  const seen: Sent[] = [];
  let verb = '';
  const client = createVapiClient({
    baseUrl: 'https://api.vapi.invalid',
    key: 'key',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const hasBody = (await request.text()) !== '';
      seen.push({ verb, method: request.method, path: new URL(request.url).pathname, hasBody });
      return Response.json({});
    },
  });
  for (const [name, send] of Object.entries(client)) {
    verb = name;
    await (send as (...args: unknown[]) => Promise<unknown>)(
      /^(get|delete|update|cancel)/.test(name) ? ID : {},
      {},
    );
  }
  return seen;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sourceFiles(join(folder, entry.name))
      : /(?<!\.test)\.tsx?$/.test(entry.name) && !folder.includes('testing')
        ? [join(folder, entry.name)]
        : [],
  );
}

const template = () => {
  const { payload } = compileFlow(templates[0]!.build('fr', { name: 'X' }), { mode: 'publish' });
  if (!payload) throw new Error('pitfalls: the first template compiles to nothing');
  return payload;
};

export const requestRows: readonly Row[] = [
  {
    number: 20,
    name: 'who the tenant is, told by a language model',
    find: ({ squad }) => {
      const identity = RUNTIME.parameters('any' as NodeId).map(({ key }) => key);
      return toolsOf(squad, 'apiRequest').flatMap(({ at: path, tool }) => {
        const filled = Object.keys(tool.body?.properties ?? {});
        const isOurs = tool.url.startsWith(RUNTIME.url(''));
        const fixed = new Set((tool.parameters ?? []).map(({ key }) => key));
        const isSafe = identity.every((key) => !filled.includes(key) && fixed.has(key));
        return isOurs && !isSafe ? [path] : [];
      });
    },
    damage: (squad) => {
      const tools = toolsOf(squad, 'apiRequest').filter(({ tool }) => tool.url.startsWith(RUNTIME.url('')));
      const tool = tools[0]!.tool as unknown as Json;
      tool.body = { type: 'object', properties: { flow: { type: 'string' } } };
    },
  },
  {
    number: 25,
    name: 'a PATCH that wipes what it does not mention',
    prove: async () => {
      const changes = (await everyRequest()).filter(({ method }) => method === 'PATCH' || method === 'PUT');
      // The only thing that is ever changed is who answers a number; its body has no subtree that we do not write whole.
      const written = changes.filter(({ hasBody }) => hasBody);
      expect(written.map(({ path }) => path)).toEqual([`/phone-number/${ID}`]);
      // A run is ended by an empty one, which mentions nothing.
      expect(changes.filter((change) => !written.includes(change)).map(({ verb }) => verb)).toEqual([
        'cancelSimulationRun',
      ]);
      expect(Object.keys(updatePhoneNumberBody.shape).sort()).toEqual([
        'assistantId',
        'name',
        'provider',
        'server',
        'squadId',
      ]);
    },
  },
  {
    number: 38,
    name: 'tools that wait for an answer of ours in the shape that Vapi’s servers accept only at times',
    find: ({ squad }) =>
      toolsOf(squad, 'function').flatMap(({ at: path, tool }) =>
        tool.async === true && !tool.server ? [] : [path],
      ),
    damage: (squad) =>
      addTool(squad, 0, {
        type: 'function',
        function: { name: 'x' },
        server: { url: 'https://example.com' },
        messages: [],
      }),
  },
  {
    number: 39,
    name: 'a server that is asked while the telephone rings, and has 7.5 seconds',
    find: ({ squad }) =>
      assistantsOf(squad).flatMap(({ name, serverMessages }) =>
        serverMessages === undefined || (serverMessages as string[]).includes('assistant-request')
          ? [name]
          : [],
      ),
    damage: (squad) => {
      (at(squad, 'members.0.assistant').serverMessages as unknown as string[]).push('assistant-request');
    },
  },
  {
    number: 40,
    name: 'a number that is answered by an assistant and a squad at once',
    prove: async () => {
      const clock = new VirtualClock();
      const vapi = new FakeVapi(clock);
      const store = new MemoryStore(clock);
      const number = () => vapi.numbers.get(NUMBER_ID);
      const publish = async (id: string, payload: CompiledPayload) => {
        const resources = await planResources(payload, 'X');
        const { assistantId = null, squadId = null } = number() ?? {};
        const expected = { assistantId, squadId };
        store.start(id, { format: 1, resources, expected }, planSteps(resources, store.live()));
        const ports = { clock, store, vapi: vapi.api };
        for (let round = 0; round < 20; round += 1) {
          if ((await advance(id, ports, { milliseconds: 20_000 })) === 'live') return;
          await clock.sleep(10_000);
        }
        throw new Error('pitfalls: the publication does not end');
      };
      // An assistant, a squad, an assistant again: whoever answered before never stays beside the new one.
      for (const [round, payload] of [payloadOf(1), payloadOf(2), payloadOf(1, 'Be brief.')].entries()) {
        await publish(`deployment-${round}`, payload);
        const isSquad = payload.type === 'squad';
        expect(number()?.squadId !== null, `round ${round}`).toBe(isSquad);
        expect(number()?.assistantId !== null, `round ${round}`).toBe(!isSquad);
      }
    },
  },
  {
    number: 41,
    name: 'a French number asked of Vapi, which has American ones',
    prove: () => {
      expect(
        createPhoneNumberBody.safeParse({ provider: 'vapi', numberDesiredAreaCode: '415' }).success,
      ).toBe(true);
      for (const code of ['01', '0033', '33 1'])
        expect(
          createPhoneNumberBody.safeParse({ provider: 'vapi', numberDesiredAreaCode: code }).success,
        ).toBe(false);
    },
  },
  {
    number: 42,
    name: 'metadata beside the assistant of a new call',
    prove: () => {
      expect(createWebCallBody.safeParse({ assistantId: ID, metadata: { preview: 1 } }).success).toBe(false);
      expect(
        createWebCallBody.safeParse({ assistantId: ID, assistantOverrides: { metadata: { preview: 1 } } })
          .success,
      ).toBe(true);
    },
  },
  {
    number: 43,
    name: 'vapi.start, which drops overrides of squads, and vapi.addMessage, which does not exist',
    prove: () => {
      const users = sourceFiles(SOURCES).filter((file) =>
        readFileSync(file, 'utf8').includes('@vapi-ai/web'),
      );
      for (const file of users) expect(readFileSync(file, 'utf8')).not.toMatch(/\.(start|addMessage)\(/);
      expect(sourceFiles(SOURCES).length).toBeGreaterThan(300);
    },
  },
  {
    number: 44,
    name: 'addresses by which anybody listens to a call or controls it',
    find: ({ squad }) =>
      assistantsOf(squad).flatMap(({ name, monitorPlan }) =>
        monitorPlan?.listenEnabled === false && monitorPlan.controlEnabled === false ? [] : [name],
      ),
    damage: (squad) => {
      delete at(squad, 'members.0.assistant').monitorPlan;
    },
  },
  {
    number: 47,
    name: 'tools saved at Vapi that two flows share: changing one changes the other',
    prove: async () => {
      const resources = await planResources(template(), 'X');
      expect([...new Set(resources.map(({ kind }) => kind))].sort()).toEqual(
        resources.length === 1 ? ['assistant'] : ['assistant', 'squad'],
      );
      expect((await everyRequest()).filter(({ path }) => path.startsWith('/tool'))).toEqual([]);
    },
  },
  {
    number: 52,
    name: 'saving over what answers calls now',
    prove: async () => {
      const payload = template();
      const before = await planResources(payload, 'X');
      const ledger = before.map(({ kind, hash }, index) => ({ kind, hash, vapiId: `live-${index}` }));
      expect(
        planSteps(before, ledger)
          .filter(({ vapiId }) => vapiId === null)
          .map(({ kind }) => kind),
      ).toEqual(['verify', 'switch-number', 'commit']);
      const changed = structuredClone(payload);
      const assistant = (changed.type === 'squad' ? changed.squad.members[0] : changed) as {
        assistant: AssistantBody;
      };
      assistant.assistant.firstMessage = 'Something else is said now; I am an automated assistant.';
      const steps = planSteps(await planResources(changed, 'X'), ledger);
      // What is live is left as it is: the changed parts are new resources, and only the number is switched to them.
      expect(
        steps.filter(({ kind }) => kind.startsWith('create')).some(({ vapiId }) => vapiId === null),
      ).toBe(true);
      expect(new Set(steps.map(({ kind }) => kind))).not.toContain('update-assistant');
    },
  },
];
