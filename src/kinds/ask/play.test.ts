/** Asking, played: what fits and what does not for every type, how often it is asked again, and who will not say. */
import { describe, expect, it } from 'vitest';
import { informationSchema } from '../../flow/compile/information-schema.ts';
import type { CallLanguage, InformationId, InformationType } from '../../flow/document.ts';
import { newSimulation } from '../../flow/simulate.ts';
import { simulateFlow } from '../registry.ts';
import { drawFlow, playFlow } from '../testing/play-flow.ts';
import type { AskData } from './kind.ts';

const ID = 'value';

function drawn(type: InformationType, data: Partial<AskData> = {}, language: CallLanguage = 'fr') {
  const document = drawFlow(
    language,
    {
      answer: {
        kind: 'answer',
        data: { greeting: 'Bonjour.', disclosure: 'Je suis un assistant automatique.', assistantName: '' },
        to: { next: 'ask' },
      },
      ask: {
        kind: 'ask',
        data: {
          question: 'Alors ?',
          items: [{ information: ID, optional: false }],
          readBack: false,
          ...data,
        },
        to: { 'got-it': 'thanks', 'would-not-say': 'pity' },
      },
      thanks: { kind: 'hang-up', data: { closing: 'Merci {{value}}.', outcome: '' } },
      pity: { kind: 'hang-up', data: { closing: 'Tant pis.', outcome: '' } },
    },
    { [ID]: { name: 'valeur', type } },
  );
  const information = { [ID]: { id: ID, name: 'valeur', type, choices: ['Matin', 'Soir'] } };
  return { ...document, ...(type === 'choice' ? { information } : {}) } as unknown as typeof document;
}

/** What fits each type, what does not, and what is noted. Any words are a text, an address too. */
const TYPES: readonly (readonly [InformationType, string, string, string])[] = [
  ['name', 'Je m’appelle Anna Martin', 'Pourquoi ?', 'Anna Martin'],
  ['phone', 'zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit', '06 12 34', '0612345678'],
  ['email', 'anna arobase exemple point fr', 'anna exemple', 'anna@exemple.fr'],
  ['date', 'le 24 décembre 2026', 'le 30 février', '2026-12-24'],
  ['time', 'quatorze heures trente', 'bientôt', '14:30'],
  ['number', '2,5 kilos', 'beaucoup', '2.5'],
  ['yes-no', 'oui', 'le ciel est bleu', 'yes'],
  ['choice', 'le soir', 'jamais de la vie', 'Soir'],
  ['address', '3 rue de la Paix, Paris', '…', '3 rue de la Paix, Paris'],
  ['text', 'une fuite d’eau', '?', 'une fuite d’eau'],
];

describe.each(TYPES)('%s', (type, fits, doesNot, value) => {
  it('is taken when it fits, in its form', async () => {
    const { visited, tools, turns } = await playFlow(drawn(type), [fits]);
    expect(visited.at(-1), JSON.stringify({ turns, tools })).toBe('thanks');
    expect(turns[1]!.join(' ')).toContain(`Merci ${value}`);
  });

  it('is asked for again when it does not fit', async () => {
    const { visited, turns } = await playFlow(drawn(type), [doesNot, fits]);
    expect(turns[1]!.join(' ')).toContain('Alors ?');
    expect(visited.at(-1)).toBe('thanks');
  });

  it.each([0, 1, 2, 3])('is given up after %i more questions', async (retries) => {
    const lines = Array.from({ length: retries + 1 }, () => doesNot);
    const { visited, turns } = await playFlow(drawn(type, { retries }), lines);
    expect(visited).toEqual(['answer', 'ask', 'pity']);
    // Not before: each of them was asked.
    for (const turn of turns.slice(1, -1)) expect(turn.join(' ')).toContain('Alors ?');
  });

  it('may be refused at once', async () => {
    const { visited } = await playFlow(drawn(type), ['Je préfère ne pas répondre.']);
    expect(visited.at(-1)).toBe('pity');
  });

  it('is asked once, and left out, when it is optional', async () => {
    const items = [{ information: ID, optional: true }];
    const { visited } = await playFlow(drawn(type, { items }), [doesNot]);
    expect(visited.at(-1)).toBe('thanks');
  });

  it('has rules for a model that follow from its form', () => {
    const { pattern, enum: listed } = informationSchema(drawn(type), ID as InformationId);
    if (pattern) {
      expect(value).toMatch(new RegExp(pattern));
      expect('beaucoup').not.toMatch(new RegExp(pattern));
    }
    if (listed) expect(listed).toContain(value);
  });
});

describe('reading back', () => {
  it('says phone numbers two digits at a time in French, and takes a correction', async () => {
    const document = drawn('phone', { readBack: true });
    const { turns, visited } = await playFlow(document, [
      '06 12 34 56 78',
      'Non, 06 12 34 56 79',
      'Oui, c’est ça.',
    ]);
    expect(turns[1]!.join(' ')).toContain('06 12 34 56 78');
    expect(turns[2]!.join(' ')).toContain('06 12 34 56 79');
    expect(visited.at(-1)).toBe('thanks');
  });

  it('groups digits in English', async () => {
    const { turns } = await playFlow(drawn('phone', { readBack: true }, 'en'), ['+1 415 555 0100']);
    expect(turns[1]!.join(' ')).toContain('+1 415 555 0100');
  });
});

describe('what was already said', () => {
  const twice = (skipKnown: boolean, readBack = false) => {
    const document = drawn('phone', { skipKnown, readBack });
    const first = { ...document.nodes['ask' as never], id: 'first' } as unknown as { data: AskData };
    return {
      ...document,
      nodes: {
        ...document.nodes,
        first: { ...first, data: { ...first.data, skipKnown: false, readBack: false } },
      },
      edges: {
        a: { id: 'a', from: 'answer', exit: 'next', to: 'first' },
        b: { id: 'b', from: 'first', exit: 'got-it', to: 'ask' },
        c: { id: 'c', from: 'first', exit: 'would-not-say', to: 'ask' },
        d: { id: 'd', from: 'ask', exit: 'got-it', to: 'thanks' },
        e: { id: 'e', from: 'ask', exit: 'would-not-say', to: 'pity' },
      },
    } as unknown as typeof document;
  };

  it('is not asked again', async () => {
    const { visited } = await playFlow(twice(true), ['06 12 34 56 78']);
    expect(visited).toEqual(['answer', 'first', 'ask', 'thanks']);
  });

  it('is read back all the same', async () => {
    const { turns, visited } = await playFlow(twice(true, true), ['06 12 34 56 78', 'Oui']);
    expect(turns[1]!.join(' ')).toContain('06 12 34 56 78');
    expect(visited.at(-1)).toBe('thanks');
  });

  it('is asked again where a second answer is wanted', async () => {
    const { visited, turns } = await playFlow(twice(false), ['06 12 34 56 78', '06 12 34 56 79']);
    expect(turns[1]!.join(' ')).toContain('Alors ?');
    expect(visited).toEqual(['answer', 'first', 'ask', 'thanks']);
  });

  it('is asked where it was refused before', async () => {
    const { visited } = await playFlow(twice(true), ['Je refuse de le donner', '06 12 34 56 78']);
    expect(visited).toEqual(['answer', 'first', 'ask', 'thanks']);
  });

  it('means the same in the drawing', () => {
    const start = simulateFlow(twice(true), newSimulation(0), { type: 'call' }).simulation;
    const values = { [ID as InformationId]: '0612345678' };
    const { simulation } = simulateFlow(twice(true), start, { type: 'answer', exit: 'got-it', values });
    expect(simulation.visited.map(({ node }) => node)).toEqual(['answer', 'first', 'ask', 'thanks']);
  });
});
