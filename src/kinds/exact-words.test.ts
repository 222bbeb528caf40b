/**
 * Exact words are heard as they are written, whatever the model does: the payload is played by a model that rewrites
 * everything it speaks itself, through every step of every template and of a drawing with the difficult places.
 */
import { describe, expect, it } from 'vitest';
import { callerAlong } from '../callers/caller.ts';
import { circumstancesFor, TUESDAY_NOON } from '../callers/circumstances.ts';
import { ANYTIME_WORDS } from '../flow/anytime/speech.ts';
import type { FlowDocument, NodeId } from '../flow/document.ts';
import { enumerateWays } from '../flow/paths.ts';
import { templates } from '../templates/registry.ts';
import type { AssistantBody } from '../vapi/contract/assistant.ts';
import { compileFlow, registry } from './registry.ts';
import { everyKind } from './testing/every-kind.ts';
import { worldAlong } from './testing/outside-world.ts';
import { paraphrasing } from './testing/paraphrasing-model.ts';
import { drawFlow } from './testing/play-flow.ts';
import { firstBroken, promisedWords } from './testing/promised-words.ts';
import { type Caller, sayingLines, type TalkOptions, talk } from './testing/talk.ts';

/** Plays with a model that rewrites; what was promised on the steps that were visited, and what was heard. */
async function hear(document: FlowDocument, caller: Caller, options: TalkOptions = {}) {
  const played = await talk(document, caller, { ...options, model: paraphrasing() });
  const visited = played.trace.visits.map(({ node }) => node);
  const now = options.now?.() ?? TUESDAY_NOON;
  const promised = promisedWords(document, visited, { now, information: played.trace.information });
  return { ...played, visited, promised, heard: played.turns.flat() };
}

const drawings = (['fr', 'en'] as const).flatMap((language) => [
  ...templates.map((template) => ({
    name: `${template.id} in ${language}`,
    document: template.build(language, { name: template.messages[language].place }),
  })),
  { name: `every kind in ${language}`, document: everyKind(language) },
]);

describe.each(drawings)('$name', ({ document }) => {
  // As many ways as it takes to come through every step.
  const seen = new Set<NodeId>();
  const ways = enumerateWays(document, registry).ways.flatMap((way) => {
    const isNew = way.steps.some(({ node }) => !seen.has(node));
    const circumstances = isNew ? circumstancesFor(document, way) : null;
    if (!circumstances) return [];
    for (const { node } of way.steps) seen.add(node);
    return [{ way, circumstances, name: way.steps.map(({ node }) => node).join(' → ') }];
  });
  it.each(ways)('$name', async ({ way, circumstances }) => {
    const caller = callerAlong(document, way, circumstances);
    const { visited, promised, heard } = await hear(
      document,
      caller,
      worldAlong(document, way, circumstances),
    );
    expect(visited.slice(0, way.steps.length)).toEqual(way.steps.map(({ node }) => node));
    expect(promised.length).toBeGreaterThan(0);
    expect(firstBroken(promised, heard)).toBeNull();
  });
});

const LONG = 'Nos conditions sont longues, et chaque mot en compte. '.repeat(28).trim();

/** Exact sentences where they are hard to keep: after answers, one after the other, before rules, people and ends. */
const difficult = drawFlow(
  'fr',
  {
    answer: {
      kind: 'answer',
      data: {
        greeting: 'Maison Martin, bonjour.',
        disclosure: 'Je suis un assistant automatisé.',
        assistantName: '',
      },
      to: { next: 'wish' },
    },
    wish: {
      kind: 'understand',
      data: {
        question: 'Que puis-je faire ?',
        choices: ['conditions', 'commande', 'comptable', 'patron'].map((label) => ({
          id: label,
          label,
          examples: [],
        })),
      },
      to: {
        conditions: 'long',
        commande: 'who',
        comptable: 'tell',
        patron: 'tell2',
        'something-else': 'sorry',
      },
    },
    long: { kind: 'say', data: { text: LONG, exactly: true }, to: { next: 'wish' } },
    who: {
      kind: 'ask',
      data: {
        question: 'À quel nom, et combien ?',
        items: [
          { information: 'who', optional: false },
          { information: 'pieces', optional: false },
          { information: 'colour', optional: true },
        ],
        readBack: false,
      },
      to: { 'got-it': 'noted', 'would-not-say': 'sorry' },
    },
    noted: {
      kind: 'say',
      data: { text: 'C’est noté, {{who}} : {{pieces}} pièces, {{colour}}, « à réception ».', exactly: true },
      to: { next: 'check' },
    },
    check: { kind: 'say', data: { text: 'Je vérifie → un instant.', exactly: true }, to: { next: 'rule' } },
    rule: {
      kind: 'decide',
      data: {
        cases: [
          {
            id: 'yes',
            name: '',
            match: 'all',
            rules: [{ type: 'compare', information: 'pieces', operator: 'more-than', value: '8' }],
          },
        ],
      },
      to: { yes: 'many', otherwise: 'few' },
    },
    many: {
      kind: 'say',
      data: { text: 'Pour {{pieces}} pièces, {{who}}, un devis est obligatoire.', exactly: true },
      to: { next: 'bye' },
    },
    few: {
      kind: 'say',
      data: { text: 'Votre commande part demain.', exactly: true },
      to: { next: 'thanks' },
    },
    tell: { kind: 'say', data: { text: 'Ne quittez pas.', exactly: true }, to: { next: 'desk' } },
    desk: {
      kind: 'transfer',
      data: {
        message: 'Je vous passe la comptabilité.',
        people: [{ name: 'Anna', number: '01 99 00 12 34' }],
        tellWhy: false,
      },
      to: { 'no-answer': 'sorry' },
    },
    tell2: { kind: 'say', data: { text: 'Restez en ligne.', exactly: true }, to: { next: 'boss' } },
    boss: {
      kind: 'transfer',
      data: {
        message: 'Je vous passe la direction.',
        people: [{ name: 'Anna', number: '01 99 00 12 34' }],
        tellWhy: false,
      },
      to: { 'no-answer': 'sorry' },
    },
    sorry: {
      kind: 'say',
      data: { text: 'Je n’ai pas pu vous aider. ', exactly: true },
      to: { next: 'adieu' },
    },
    adieu: { kind: 'hang-up', data: { closing: 'Rappelez demain, au revoir.', outcome: '' } },
    thanks: { kind: 'hang-up', data: { closing: 'Merci {{who}}, à bientôt.', outcome: '' } },
    bye: { kind: 'hang-up', data: { closing: 'À bientôt.', outcome: '' } },
  },
  {
    who: { name: 'Nom', type: 'name' },
    pieces: { name: 'Nombre de pièces', type: 'number' },
    colour: { name: 'Couleur', type: 'text' },
  },
);

describe('difficult places', () => {
  const calls = {
    'a sentence that no tool message has room for': ['conditions', 'rien', 'rien'],
    'what the caller has just told, then a rule': ['commande', 'Zoé Durand', '2', 'bleu'],
    'what the caller has just told, then another member': ['commande', 'Zoé Durand', '9', 'Rien.'],
    'one number, announced in two ways, the first': ['comptable'],
    'one number, announced in two ways, the second': ['patron'],
    'two closings in one member': ['turlututu', 'turlututu'],
  };
  it.each(Object.entries(calls))('%s', async (_, lines) => {
    const { promised, heard, visited } = await hear(difficult, sayingLines(lines));
    expect(promised.length, visited.join()).toBeGreaterThan(2);
    expect(firstBroken(promised, heard)).toBeNull();
  });

  it('says each exact sentence once, and the model adds nothing of its own to it', async () => {
    const { heard } = await hear(difficult, sayingLines(['commande', 'Zoé Durand', '2', 'bleu']));
    const all = heard.join(' ');
    for (const sentence of [
      'C’est noté, Zoé Durand : 2 pièces, bleu, « à réception ».',
      'Je vérifie → un instant.',
      'Votre commande part demain.',
      'Merci Zoé Durand, à bientôt.',
    ])
      expect(all.split(sentence), sentence).toHaveLength(2);
  });

  it('says in danger what is to be said, at any time', async () => {
    const { sentence, phrases } = ANYTIME_WORDS.fr.emergency;
    const emergency = { ...difficult.anytime.emergency, enabled: true };
    const watchful = { ...difficult, anytime: { ...difficult.anytime, emergency } };
    const { heard } = await hear(watchful, sayingLines([phrases[0]!]));
    expect(heard).toContain(sentence);
  });

  it('quotes no exact sentence in a prompt, where the model would repeat it', () => {
    for (const mode of ['preview', 'publish'] as const) {
      const prompts = assistantsOf(difficult, mode)
        .map((assistant) => assistant.model.messages[0]!.content)
        .join('\n');
      for (const sentence of [
        'C’est noté',
        'Je vérifie',
        'un devis',
        'part demain',
        'Ne quittez pas',
        'au revoir.',
      ])
        expect(prompts).not.toContain(sentence);
    }
  });

  it('puts what is said before passing the call on into the tools that do it: no call more', async () => {
    const plain = drawFlow('fr', {
      answer: difficultStep('answer', { next: 'wish' }),
      wish: difficultStep('wish', {
        comptable: 'tell',
        conditions: 'few',
        commande: 'few',
        patron: 'few',
        'something-else': 'few',
      }),
      tell: difficultStep('tell', { next: 'desk' }),
      desk: difficultStep('desk', { 'no-answer': 'few' }),
      few: difficultStep('few', { next: 'bye' }),
      bye: difficultStep('bye', {}),
    });
    const { messages, progressTool, heard } = await hear(plain, sayingLines(['comptable']));
    const tools = messages.flatMap((message) =>
      message.role === 'tool-call' && message.tool !== progressTool ? [message.tool] : [],
    );
    expect(tools).toEqual(['transferCall', 'endCall']);
    expect(heard.slice(-2)).toEqual([
      'Ne quittez pas. Je vous passe la comptabilité.',
      'Votre commande part demain. À bientôt.',
    ]);
  });

  it('shows the step of a tool that speaks on the drawing', () => {
    const { manifest } = compileFlow(difficult, { mode: 'publish' });
    const speaking = manifest.tools.filter(({ role }) => role === 'speak');
    expect(speaking.map(({ node }) => node)).toEqual(expect.arrayContaining(['long', 'noted', 'thanks']));
  });
});

function difficultStep(id: string, to: Readonly<Record<string, string>>) {
  const { kind, data } = difficult.nodes[id as keyof typeof difficult.nodes]!;
  return { kind, data, to };
}

function assistantsOf(document: FlowDocument, mode: 'preview' | 'publish'): AssistantBody[] {
  const { payload } = compileFlow(document, { mode });
  if (payload?.type === 'assistant') return [payload.assistant];
  return payload?.squad.members.flatMap((member) => ('assistant' in member ? [member.assistant] : [])) ?? [];
}
