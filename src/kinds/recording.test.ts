/**
 * The caller's consent decides about recording, and nothing else: whoever agrees is recorded from then on, whoever does not
 * gets the same steps and the same words unrecorded. Templates are played by the sandbox; generated drawings are compared
 * with what they compile to.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callerAlong } from '../callers/caller.ts';
import { circumstancesFor } from '../callers/circumstances.ts';
import { asksConsent } from '../flow/consent.ts';
import type { FlowDocument, InformationId } from '../flow/document.ts';
import { buildGraph } from '../flow/graph.ts';
import { enumerateWays, type Way } from '../flow/paths.ts';
import { stableStringify } from '../lib/json.ts';
import { templates } from '../templates/registry.ts';
import type { AssistantBody } from '../vapi/contract/assistant.ts';
import { testSandbox } from '../vapi/sandbox/testing.ts';
import { checkFlow, compileFlow, registry } from './registry.ts';
import { arbitraryFlow } from './testing/arbitrary-flow.ts';
import { worldAlong } from './testing/outside-world.ts';
import { drawFlow } from './testing/play-flow.ts';
import { sayingLines, talk } from './testing/talk.ts';
import { CONSENT, CONSENT_STEP, linksOf, withConsent } from './testing/with-consent.ts';

const seed = Number(process.env.SEED ?? 20261123);
const numRuns = Number(process.env.RUNS ?? 200);

function membersOf(document: FlowDocument): AssistantBody[] {
  const { payload } = compileFlow(document, { mode: 'publish' });
  if (!payload) return [];
  return payload.type === 'assistant'
    ? [payload.assistant]
    : payload.squad.members.flatMap((member) => ('assistant' in member ? [member.assistant] : []));
}

function recordingNames(document: FlowDocument): Set<string> {
  return new Set(
    membersOf(document)
      .filter(({ artifactPlan }) => artifactPlan?.recordingEnabled !== false)
      .map(({ name }) => name),
  );
}

const ANSWERS = {
  fr: { yes: 'Oui, d’accord.', no: 'Non.', refused: 'Je préfère ne pas répondre.' },
  en: { yes: 'Yes, I agree.', no: 'No.', refused: 'I would rather not say.' },
} as const;
type Answer = keyof (typeof ANSWERS)['en'];

/** Goes a way on which the caller gives this answer to the question. */
async function goAlong(document: FlowDocument, way: Way, answer: Answer) {
  const exit = answer === 'refused' ? 'would-not-say' : 'got-it';
  const steps = way.steps.map((step) => (step.node === CONSENT_STEP ? { ...step, exit } : step));
  const found = circumstancesFor(document, { ...way, steps })!;
  const spoken = ANSWERS[document.language][answer];
  const circumstances = {
    ...found,
    told: (place: number, information: InformationId) =>
      information === CONSENT ? { spoken, value: answer } : found.told(place, information),
  };
  const taken = { ...way, steps };
  const { trace, messages } = await talk(
    document,
    callerAlong(document, taken, circumstances),
    worldAlong(document, taken, circumstances),
  );
  const members = membersOf(document);
  const recording = recordingNames(document);
  return {
    visited: trace.visits.map(({ node }) => node).slice(0, steps.length),
    said: messages.flatMap((message) => (message.role === 'assistant' ? [message.text] : [])),
    entered: messages.flatMap((message) => {
      const name = message.role === 'tool-call' ? message.arguments.destination : undefined;
      return members.some((member) => member.name === name) ? [recording.has(name as string)] : [];
    }),
    told: JSON.stringify(messages, null, 1),
  };
}

/** As many ways as a test has time for, from all over the drawing. */
function someWays(document: FlowDocument, count: number): Way[] {
  const ways = enumerateWays(document, registry).ways.filter(
    (way) =>
      way.end === 'end' &&
      way.steps.some(({ node, exit }) => node === CONSENT_STEP && exit === 'got-it') &&
      circumstancesFor(document, way) !== null,
  );
  return ways.filter((_, index) => index % Math.ceil(ways.length / count) === 0);
}

for (const [index, template] of templates.entries()) {
  const language = index % 2 === 0 ? 'fr' : 'en';
  describe(`${template.id} in ${language}, recorded with consent`, () => {
    const sound = template.build(language, { name: template.messages[language].place });
    const document = withConsent(sound);

    it('has no problem of its own, and nobody is recorded before the answer', () => {
      expect(checkFlow(document)).toEqual(checkFlow(sound));
      const members = membersOf(document);
      expect(members[0]!.artifactPlan!.recordingEnabled).toBe(false);
      expect(recordingNames(document).size).toBeGreaterThan(0);
      const unrecorded = members.length - recordingNames(document).size;
      expect(recordingNames(document).size).toBeLessThanOrEqual(unrecorded);
    });

    it.each(
      someWays(document, 6).map((way) => [way.steps.map(({ node }) => node).join(' → '), way] as const),
    )('%s', async (_, way) => {
      const drawn = way.steps.map(({ node }) => node);
      const yes = await goAlong(document, way, 'yes');
      const no = await goAlong(document, way, 'no');
      const refused = await goAlong(document, way, 'refused');
      for (const one of [yes, no, refused]) expect(one.visited, one.told).toEqual(drawn);
      expect(no.said).toEqual(yes.said);
      expect(refused.said).toEqual(yes.said);
      // Into the recorded part at once, and never out of it.
      expect(yes.entered.length, yes.told).toBeGreaterThan(0);
      expect(new Set(yes.entered)).toEqual(new Set([true]));
      for (const one of [no, refused]) expect(one.entered, one.told).not.toContain(true);
    });
  });
}

/** Asks for consent, takes a message, and begins again when there is more to say. */
const again = (() => {
  const say = (text: string) => ({ text, exactly: false });
  const asks = (information: string, question: string) => ({
    ...registry.get('ask')!.create({ language: 'en' }),
    question,
    items: [{ information, optional: false }],
  });
  const drawn = drawFlow(
    'en',
    {
      answer: {
        kind: 'answer',
        data: { greeting: 'Hello.', disclosure: 'I am an automated assistant.', assistantName: '' },
        to: { next: 'may' },
      },
      may: {
        kind: 'ask',
        data: asks(CONSENT, 'May this call be recorded?'),
        to: { 'got-it': 'note', 'would-not-say': 'note' },
      },
      note: {
        kind: 'ask',
        data: asks('message', 'What is your message?'),
        to: { 'got-it': 'thanks', 'would-not-say': 'bye' },
      },
      thanks: { kind: 'say', data: say('Thank you.'), to: { next: 'more' } },
      more: {
        kind: 'understand',
        data: {
          ...registry.get('understand')!.create({ language: 'en' }),
          question: 'Is there anything else?',
          choices: [{ id: 'yes', label: 'another message', examples: [] }],
        },
        to: { yes: 'may', 'something-else': 'bye' },
      },
      bye: { kind: 'hang-up', data: { closing: 'Goodbye.', outcome: '' } },
    },
    {
      [CONSENT]: { name: 'Consent', type: 'yes-no' },
      message: { name: 'Message', type: 'text' },
    },
  );
  return { ...drawn, settings: { ...drawn.settings, recording: true, consent: CONSENT } } as FlowDocument;
})();

describe('a caller who is asked again', () => {
  const visited = ['answer', 'may', 'note', 'thanks', 'more', 'may', 'note', 'thanks', 'more', 'may', 'note'];
  const says = (...answers: readonly string[]) =>
    answers.flatMap((answer) => [answer, 'Please call me back tomorrow', 'another message']).slice(0, -1);
  const recordedMembers = recordingNames(again);

  it.each([
    ['may agree later', ['No.', 'Yes.', 'Yes.'], [true]],
    ['may withdraw, and is not recorded again', ['Yes.', 'No.', 'Yes.'], [true, false]],
    ['may go on refusing', ['No.', 'No.', 'No.'], []],
  ])('%s', async (_, answers, entered) => {
    const { trace, messages } = await talk(again, sayingLines(says(...answers)));
    const told = JSON.stringify(messages, null, 1);
    expect(trace.visits.map(({ node }) => node).slice(0, visited.length), told).toEqual(visited);
    const handedTo = messages.flatMap((message) =>
      message.role === 'tool-call' && message.tool.startsWith('go_') ? [message.arguments.destination] : [],
    );
    expect(
      handedTo.map((name) => recordedMembers.has(String(name))),
      told,
    ).toEqual(entered);
  });
});

describe('a call over the telephone', () => {
  it.each([
    ['yes', 'Yes.', true],
    ['no', 'No.', false],
    ['rather not say', 'I would rather not say.', false],
  ])('%s', async (_, answer, isRecorded) => {
    const { payload } = compileFlow(again, { mode: 'publish' });
    if (payload?.type !== 'squad') throw new Error('One member cannot do both');
    const { send } = testSandbox();
    const squad = await send('POST', '/squad', payload.squad);
    expect(squad.status, JSON.stringify(squad.body)).toBe(201);
    const [number] = (await send('GET', '/phone-number')).body;
    await send('PATCH', `/phone-number/${number.id}`, { squadId: squad.body.id });
    const line = async (path: string, content: unknown) =>
      (await send('POST', `/sandbox/line/calls${path}`, content, null)).body;
    const artifactOf = async (id: string) => (await send('GET', `/call/${id}`)).body.artifact;

    const { callId, said } = await line('', { to: number.number, from: '+33 6 12 34 56 78' });
    expect(said.join(' ')).toContain('May this call be recorded?');
    expect(await artifactOf(callId)).not.toHaveProperty('recording');
    const next = await line(`/${callId}/say`, { text: answer });
    expect(next.said).toEqual(['What is your message?']);
    await line(`/${callId}/hang-up`, {});
    const artifact = await artifactOf(callId);
    if (isRecorded) expect(artifact.recording.stereoUrl).toContain(callId);
    else expect(artifact).not.toHaveProperty('recording');
  });
});

/** Any drawing with the question on any of its links, and in some of the steps that ask for something anyway. */
const recorded = fc
  .tuple(arbitraryFlow(), fc.nat(100), fc.boolean())
  .map(([document, place, again]): FlowDocument => {
    const links = linksOf(document);
    const asked = withConsent(document, links[place % links.length]);
    const nodes = Object.entries(asked.nodes).map(([id, node]) => {
      const { items } = node.data as { items?: readonly object[] };
      if (!again || !items?.[0]) return [id, node];
      const [first, ...rest] = items;
      return [id, { ...node, data: { ...node.data, items: [{ ...first, information: CONSENT }, ...rest] } }];
    });
    return { ...asked, nodes: Object.fromEntries(nodes) };
  });

describe(`every generated flow with recording on (seed ${seed}, ${numRuns} runs)`, () => {
  const holds = (test: (document: FlowDocument) => void) =>
    fc.assert(fc.property(recorded, test), { seed, numRuns });
  const reachable = (document: FlowDocument) => buildGraph(document, registry).reachable;
  const asking = (document: FlowDocument) =>
    [...reachable(document)].filter((id) => asksConsent(document.nodes[id]!, registry, CONSENT));

  it('asks for consent in a good part of them', () => {
    const samples = fc.sample(recorded, { seed, numRuns: 200 });
    const recording = samples.filter((document) => recordingNames(document).size > 0);
    expect(recording.length).toBeGreaterThan(100);
  });

  it('compiles to what the contract accepts, with drawn steps and links only', () => {
    holds((document) => {
      for (const mode of ['preview', 'publish'] as const) {
        const { problems, manifest } = compileFlow(document, { mode });
        expect(problems.filter(({ code }) => code === 'payload-refused')).toEqual([]);
        const steps = manifest.members.flatMap(({ opening, steps }) => [
          ...opening,
          ...steps.map(({ node }) => node),
        ]);
        const tools = manifest.tools.map(({ node }) => node);
        const places = problems.flatMap(({ at }) => at.node ?? []);
        for (const node of [...steps, ...tools, ...places]) expect(document.nodes[node]).toBeDefined();
        // Every step that a call can come to is there, in the recorded part and in the other.
        expect(new Set(steps)).toEqual(reachable(document));
        for (const { node, edge, exit, outcomes } of manifest.tools) {
          if (edge !== undefined) expect(document.edges[edge]).toMatchObject({ from: node, exit });
          const exits = registry.get(document.nodes[node]!.kind)!.exits(document.nodes[node]!.data);
          for (const outcome of Object.values(outcomes ?? {}))
            expect(exits.map(({ id }) => id)).toContain(outcome);
        }
      }
    });
  });

  it('records nobody before the consent, and lets only a computed yes into what is recorded', () => {
    holds((document) => {
      const members = membersOf(document);
      const isRecording = new Map(
        members.map(({ name, artifactPlan }) => [name, artifactPlan!.recordingEnabled === true]),
      );
      expect(members[0]!.artifactPlan!.recordingEnabled).toBe(false);
      if (asking(document).length === 0) expect([...isRecording.values()]).not.toContain(true);
      for (const { name, model } of members)
        for (const tool of model.tools ?? [])
          if (tool.type === 'handoff' && !isRecording.get(name))
            for (const { assistantName } of tool.destinations)
              if (isRecording.get(assistantName))
                expect(JSON.stringify(tool.rejectionPlan)).toMatch(
                  /\{% if consent_\w+ == \\"agreed\\" %\}false\{% else %\}true/,
                );
    });
  });

  it('compiles to members that form a DAG and of which there are few in each world', () => {
    holds((document) => {
      const members = membersOf(document);
      const order = new Map(members.map(({ name }, index) => [name, index]));
      expect(order.size).toBe(members.length);
      members.forEach(({ model }, index) => {
        for (const tool of model.tools ?? [])
          if (tool.type === 'handoff')
            for (const { assistantName } of tool.destinations)
              expect(order.get(assistantName)).toBeGreaterThan(index);
      });
      // Not agreed, agreed, withdrawn; each with its choices behind the questions.
      const steps = reachable(document).size + asking(document).length;
      expect(members.length).toBeLessThanOrEqual(3 * Math.max(1, Math.floor(steps / 4)));
    });
  });

  it('compiles to the same bytes whatever the order of keys', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, part]) => [key, reversed(part)]),
      );
    };
    holds((document) => {
      const bytes = (one: FlowDocument) => stableStringify(compileFlow(one, { mode: 'publish' }));
      expect(bytes(reversed(document) as FlowDocument)).toBe(bytes(document));
    });
  });

  it('is the flow without recording, byte for byte, when it is off', () => {
    holds((document) => {
      const off = (consent: InformationId | null): FlowDocument => ({
        ...document,
        settings: { ...document.settings, recording: false, consent },
      });
      const bytes = (one: FlowDocument) => stableStringify(compileFlow(one, { mode: 'publish' }).payload);
      expect(bytes(off(CONSENT))).toBe(bytes(off(null)));
    });
  });
});
