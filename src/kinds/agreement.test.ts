/**
 * What you draw is what answers: along every way through every template, in both languages, a scripted caller who
 * answers as the way demands makes the compiled payload visit the drawn steps, say the drawn sentences, collect the same
 * information and end alike: rehearsed, published, and by telephone where somebody answers. The payload is played by the
 * sandbox, which sees nothing but the payload.
 */
import { writeSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { callerAlong, listensAt } from '../callers/caller.ts';
import { type Circumstances, circumstancesFor } from '../callers/circumstances.ts';
import { ANYTIME_WORDS } from '../flow/anytime/speech.ts';
import type { FlowDocument, NodeId } from '../flow/document.ts';
import { enumerateWays, type Way } from '../flow/paths.ts';
import { newSimulation } from '../flow/simulate.ts';
import type { CallMessage } from '../flow/trace.ts';
import { templates } from '../templates/registry.ts';
import { registry, simulateFlow } from './registry.ts';
import { buildsOf, examineOne, wayText } from './testing/agreement/examine.ts';
import { answeredOn, journeysOf } from './testing/agreement/journey.ts';
import { everyKind } from './testing/every-kind.ts';
import { worldAlong } from './testing/outside-world.ts';
import { talk } from './testing/talk.ts';

const ROBOT = { fr: 'Vous êtes un robot ?', en: 'Are you a robot?' };
const SOMEBODY = { fr: 'Je voudrais parler à quelqu’un.', en: 'I want to speak to somebody.' };

/** A step that listens, and how callers come there. */
interface Moment {
  readonly node: NodeId;
  readonly way: Way;
  readonly circumstances: Circumstances;
}

/** Every step of a drawing where callers are listened to. */
function listeningMoments(document: FlowDocument, ways: readonly Way[]): Moment[] {
  const moments = new Map<NodeId, Moment>();
  for (const way of ways) {
    const fresh = way.steps.filter(({ node }) => !moments.has(node) && listensAt(document, node));
    const circumstances = fresh.length > 0 ? circumstancesFor(document, way) : null;
    for (const { node } of circumstances ? fresh : [])
      moments.set(node, { node, way, circumstances: circumstances! });
  }
  return [...moments.values()];
}

/** Goes the way; `interrupt` may put lines before each of the caller's. */
function goAlong(
  document: FlowDocument,
  { way, circumstances }: Omit<Moment, 'node'>,
  interrupt?: (node: NodeId) => readonly string[],
) {
  const caller = callerAlong(document, way, circumstances, interrupt);
  return talk(document, caller, worldAlong(document, way, circumstances));
}

const nodesOf = (steps: readonly { readonly node: NodeId }[]) => steps.map(({ node }) => node);
const told = (messages: readonly CallMessage[]) => JSON.stringify(messages, null, 1);

const drawings = (['fr', 'en'] as const).flatMap((language) => [
  ...templates.map((template) => ({
    name: template.id,
    language,
    document: template.build(language, { name: template.messages[language].place }),
  })),
  { name: 'every kind', language, document: everyKind(language) },
]);

let [agreed, tried] = [0, 0];
// Written past the reporter, which keeps quiet about tests that pass.
afterAll(
  () => void writeSync(1, `drawn flows: ${drawings.length}, ways agreed / tried: ${agreed} / ${tried}\n`),
);

for (const { name, language, document } of drawings)
  describe(`${name} in ${language}`, () => {
    const ways = enumerateWays(document, registry).ways;
    const builds = buildsOf(document);
    it.each(
      journeysOf(document).flatMap((journey) =>
        [journey, ...answeredOn(document, journey)].map((one) => [wayText(one), one] as const),
      ),
    )('%s', async (_, journey) => {
      const difference = await examineOne(document, builds, journey, true);
      tried += 1;
      if (difference === null) agreed += 1;
      expect(difference, 'the drawing never goes this way').toBeDefined();
      expect(difference).toBeNull();
    });
    it('has callers for every way', () => expect(journeysOf(document).length).toBe(ways.length));

    const moments = listeningMoments(document, ways);
    it('listens somewhere', () => expect(moments.length).toBeGreaterThan(2));

    it.each(moments)('at $node: says that it is a machine, and goes on', async (moment) => {
      const { trace, messages } = await goAlong(document, moment, (node) =>
        node === moment.node ? [ROBOT[language]] : [],
      );
      const asked = messages.filter(
        (message) => message.role === 'caller' && message.text === ROBOT[language],
      );
      const yes = ANYTIME_WORDS[language].robot.sentence;
      const answered = messages.filter(
        (message) => message.role === 'assistant' && message.text.startsWith(yes),
      );
      expect(asked.length).toBeGreaterThan(0);
      expect(answered.length, told(messages)).toBe(asked.length);
      const steps = nodesOf(moment.way.steps);
      expect(nodesOf(trace.visits).slice(0, steps.length), told(messages)).toEqual(steps);
    });

    it.each(moments)(
      'at $node: puts through to somebody on request',
      async ({ node, way, circumstances }) => {
        const at = nodesOf(way.steps).indexOf(node);
        const caller = callerAlong(document, way, circumstances);
        let isAsked = false;
        const { trace, messages } = await talk(
          document,
          (seen) => {
            if (isAsked) return null;
            isAsked = seen.visits.length - 1 === at;
            return isAsked ? SOMEBODY[language] : caller(seen);
          },
          worldAlong(document, way, circumstances),
        );
        const drawn = simulateFlow(
          document,
          {
            ...newSimulation(circumstances.now),
            waitsAt: node,
            visited: way.steps.slice(0, at + 1).map((step) => ({ node: step.node })),
          },
          { type: 'anytime', rule: 'wants-human' },
        ).simulation;
        // The drawing says who is asked to answer, or what happens when nobody can.
        expect(nodesOf(trace.visits).slice(0, drawn.visited.length), told(messages)).toEqual(
          nodesOf(drawn.visited),
        );
        expect(drawn.visited.length).toBeGreaterThan(at + 1);
        expect(['anytime-rule', 'caller-chose']).toContain(trace.visits[at]!.because?.code);
        const isPassedOn = drawn.visited
          .slice(at + 1)
          .some((visit) => document.nodes[visit.node]!.kind === 'transfer');
        const isCalled = messages.some(
          (message) => message.role === 'tool-call' && message.tool === 'transferCall',
        );
        if (isPassedOn) expect(isCalled).toBe(true);
      },
    );
  });
