/**
 * What you draw is what answers: along every way through every template, in both languages, a scripted caller who
 * answers as the way demands makes the compiled payload visit the drawn steps. The payload is played by the sandbox,
 * which sees nothing but the payload.
 */
import { describe, expect, it } from 'vitest';
import { ANYTIME_WORDS } from '../flow/anytime/speech.ts';
import type { CallLanguage, FlowDocument, InformationId, InformationType, NodeId } from '../flow/document.ts';
import { enumerateWays, type Way } from '../flow/paths.ts';
import { newSimulation } from '../flow/simulate.ts';
import { fromChat } from '../publish/conversation.ts';
import { templates } from '../templates/registry.ts';
import { createSandbox } from '../vapi/sandbox/sandbox.ts';
import { compileFlow, registry, simulateFlow, traceCall } from './registry.ts';

const KEY = 'key';
const TUESDAY_NOON = Date.parse('2026-11-24T11:15:00Z');
const SUNDAY_NIGHT = Date.parse('2026-11-22T22:30:00Z');

const VALUES: Readonly<Record<CallLanguage, Readonly<Record<InformationType, string>>>> = {
  fr: {
    name: 'Zoé Durand',
    phone: '06 12 34 56 78',
    email: 'zoe@exemple.fr',
    date: 'le 24 décembre 2026',
    time: '20 heures',
    number: '2',
    'yes-no': 'oui',
    choice: '',
    address: '3 rue de la Paix, Paris',
    text: 'jeudi matin de préférence',
  },
  en: {
    name: 'Zoe Smith',
    phone: '020 7946 0018',
    email: 'zoe@example.com',
    date: 'December 24, 2026',
    time: '8 pm',
    number: '2',
    'yes-no': 'yes',
    choice: '',
    address: '3 Peace Street, London',
    text: 'Thursday morning if possible',
  },
};
const REFUSAL = { fr: 'Je préfère ne pas répondre.', en: 'I would rather not say.' };
const YES = { fr: 'Oui, c’est ça.', en: 'Yes, that is right.' };
const ROBOT = { fr: 'Vous êtes un robot ?', en: 'Are you a robot?' };
const SOMEBODY = { fr: 'Je voudrais parler à quelqu’un.', en: 'I want to speak to somebody.' };
const NONSENSE = { fr: 'Bla bla turlututu.', en: 'Blah blah fiddlesticks.' };

interface Data {
  readonly choices?: readonly { readonly id: string; readonly label: string }[];
  readonly items?: readonly { readonly information: InformationId }[];
  readonly readBack?: boolean;
}

/** What the caller says to leave each step as the way demands, one line a turn. `large` makes the party large. */
function linesFor(document: FlowDocument, way: Way, large: boolean): string[] {
  return linesByStep(document, way, large).flatMap(({ lines }) => lines);
}

function linesByStep(document: FlowDocument, way: Way, large: boolean) {
  return way.steps.map((step) => ({ node: step.node, lines: linesAt(document, step, large) }));
}

function linesAt(document: FlowDocument, { node, exit }: Way['steps'][number], large: boolean): string[] {
  const { language } = document;
  const { kind, data: raw } = document.nodes[node]!;
  const data = raw as Data;
  if (kind === 'understand') {
    const choice = data.choices!.find((candidate) => candidate.id === exit);
    return choice ? [choice.label] : [NONSENSE[language], NONSENSE[language]];
  }
  if (kind !== 'ask') return [];
  if (exit === 'would-not-say') return [REFUSAL[language]];
  const answers = data.items!.map(({ information }) =>
    information === 'guests' && large ? '9' : VALUES[language][document.information[information]!.type],
  );
  return [...answers, ...(data.readBack ? [YES[language]] : [])];
}

/** Plays the compiled preview and gives the steps it went through. */
async function playPayload(document: FlowDocument, lines: readonly string[], now: number) {
  const { payload, manifest } = compileFlow(document, { mode: 'preview' });
  const sandbox = createSandbox({ key: KEY, seed: 1, now: () => now });
  let previousChatId: string | undefined;
  let messages: ReturnType<typeof fromChat> = [];
  for (const input of ['', ...lines]) {
    const target = payload!.type === 'squad' ? { squad: payload!.squad } : { assistant: payload!.assistant };
    const response = await sandbox.fetch(
      new Request('http://sandbox/chat', {
        method: 'POST',
        headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
        body: JSON.stringify({ input, ...(previousChatId ? { previousChatId } : target) }),
      }),
    );
    const chat = (await response.json()) as { id: string; messages: never[]; output: never[] };
    expect(response.status, JSON.stringify(chat)).toBe(201);
    previousChatId = chat.id;
    const heard = input === '' ? [] : [{ role: 'user', content: input }];
    messages = [...fromChat([...chat.messages, ...heard] as never), ...fromChat(chat.output)];
    if (messages.some((message) => message.role === 'tool-call' && message.tool === 'endCall')) break;
  }
  return { trace: traceCall(document, manifest, messages), messages };
}

/** The instant and party size under which the rules of the drawing lead along the way; null when none do. */
function circumstances(document: FlowDocument, way: Way): { now: number; large: boolean } | null {
  for (const now of [TUESDAY_NOON, SUNDAY_NIGHT])
    for (const large of [false, true]) {
      let simulation = simulateFlow(document, newSimulation(now), { type: 'call' }).simulation;
      for (const { node, exit } of way.steps) {
        if (simulation.waitsAt !== node || exit === undefined) continue;
        const values = large ? { guests: '9' } : { guests: '2' };
        simulation = simulateFlow(document, simulation, {
          type: 'answer',
          exit,
          values: values as never,
        }).simulation;
      }
      if (
        JSON.stringify(simulation.visited.map((visit) => visit.node)) ===
        JSON.stringify(way.steps.map((step) => step.node))
      )
        return { now, large };
    }
  return null;
}

/** For each step where callers are listened to, one way on which they can be, with its circumstances. */
function listeningMoments(document: FlowDocument, ways: readonly Way[]) {
  const moments = new Map<string, { way: Way; now: number; large: boolean }>();
  for (const way of ways) {
    const isNew = (step: Way['steps'][number]) =>
      !moments.has(step.node) && linesAt(document, step, false).length > 0;
    const found = way.steps.some(isNew) ? circumstances(document, way) : null;
    for (const step of found ? way.steps.filter(isNew) : []) moments.set(step.node, { way, ...found! });
  }
  return [...moments].map(([node, moment]) => ({ node, ...moment }));
}

for (const template of templates)
  for (const language of ['fr', 'en'] as const)
    describe(`${template.id} in ${language}`, () => {
      const document = template.build(language, { name: template.messages[language].place });
      const ways = enumerateWays(document, registry).ways;
      it.each(
        ways.map(
          (way) =>
            [
              way.steps.map((step) => `${step.node}${step.exit ? `.${step.exit}` : ''}`).join(' → '),
              way,
            ] as const,
        ),
      )('%s', async (_, way) => {
        const found = circumstances(document, way);
        expect(found, 'the rules of the drawing never lead this way').not.toBeNull();
        const { trace, messages } = await playPayload(
          document,
          linesFor(document, way, found!.large),
          found!.now,
        );
        expect(
          trace.visits.map((visit) => visit.node),
          JSON.stringify(messages, null, 1),
        ).toEqual(way.steps.map((step) => step.node));
      });

      const moments = listeningMoments(document, ways);
      it('listens somewhere', () => expect(moments.length).toBeGreaterThan(2));

      it.each(moments)(
        'at $node: says that it is a machine, and goes on',
        async ({ node, way, now, large }) => {
          const lines = linesByStep(document, way, large).flatMap((step) =>
            step.node === node ? step.lines.flatMap((line) => [ROBOT[language], line]) : step.lines,
          );
          const asked = lines.filter((line) => line === ROBOT[language]).length;
          const { trace, messages } = await playPayload(document, lines, now);
          const yes = ANYTIME_WORDS[language].robot.sentence;
          const answered = messages.filter(
            (message) => message.role === 'assistant' && message.text.startsWith(yes),
          );
          expect(answered.length, JSON.stringify(messages, null, 1)).toBe(asked);
          expect(trace.visits.map((visit) => visit.node)).toEqual(way.steps.map((step) => step.node));
        },
      );

      it.each(moments)('at $node: puts through to somebody on request', async ({ node, way, large }) => {
        const steps = linesByStep(document, way, large);
        const before = steps.slice(
          0,
          steps.findIndex((step) => step.node === node),
        );
        const lines = [...before.flatMap((step) => step.lines), SOMEBODY[language]];
        const { trace, messages } = await playPayload(document, lines, TUESDAY_NOON);
        const isPerson = (id: NodeId) => document.nodes[id]!.kind === 'transfer';
        expect(
          messages.some((message) => message.role === 'tool-call' && message.tool === 'transferCall'),
          JSON.stringify(messages, null, 1),
        ).toBe(true);
        const reached = trace.visits.findIndex((visit) => isPerson(visit.node));
        expect(reached).toBeGreaterThan(0);
        // The drawing agrees: the same event leads to the same steps.
        const drawn = steps.findIndex((step) => step.node === node);
        expect(trace.visits.slice(0, drawn + 1).map((visit) => visit.node)).toEqual(
          way.steps.slice(0, drawn + 1).map((step) => step.node),
        );
        expect(['anytime-rule', 'caller-chose']).toContain(trace.visits[drawn]!.because?.code);
      });
    });
