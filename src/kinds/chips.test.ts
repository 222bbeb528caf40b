/** Information in a sentence is said with its value, also when it was asked for a moment ago by the same assistant. */
import { describe, expect, it } from 'vitest';
import { newSimulation } from '../flow/simulate.ts';
import { compileFlow, simulateFlow } from './registry.ts';
import { drawFlow, playFlow } from './testing/play-flow.ts';

const document = drawFlow(
  'fr',
  {
    answer: {
      kind: 'answer',
      data: {
        greeting: 'Bonjour {{name}}.',
        disclosure: 'Je suis un assistant automatisé.',
        assistantName: '',
      },
      to: { next: 'ask' },
    },
    ask: {
      kind: 'ask',
      data: { question: 'Votre nom ?', items: [{ information: 'name', optional: false }], readBack: false },
      to: { 'got-it': 'thanks', 'would-not-say': 'end' },
    },
    thanks: { kind: 'say', data: { text: 'Merci {{name}}.', exactly: true }, to: { next: 'end' } },
    end: { kind: 'hang-up', data: { closing: 'Au revoir {{name}} !', outcome: '' } },
  },
  { name: { name: 'Nom', type: 'name' } },
);

describe('chips', () => {
  it('are filled with what was just obtained', async () => {
    const { turns } = await playFlow(document, ['Zoé Durand']);
    expect(turns[0]!.join(' ')).toBe('Bonjour non précisé. Je suis un assistant automatisé. Votre nom ?');
    expect(turns[1]!.join(' ')).toBe('Merci Zoé Durand. Au revoir Zoé Durand !');
  });

  it('say so when nothing was given, as the drawing does', async () => {
    const { turns } = await playFlow(document, ['Je préfère ne pas le dire', 'Non, vraiment']);
    const { simulation } = simulateFlow(document, newSimulation(0), { type: 'call' });
    const drawn = simulateFlow(document, simulation, { type: 'answer', exit: 'would-not-say' });
    expect(drawn.said.map((one) => one.text)).toEqual(['Au revoir non précisé !']);
    expect(turns.flat().join(' ')).toContain('Au revoir non précisé !');
  });

  it('never reach a caller as brackets from the first message or a tool', () => {
    const { payload } = compileFlow(document, { mode: 'publish' });
    const spoken = JSON.stringify(payload, (key, value) =>
      key === 'messages' && Array.isArray(value) && value[0]?.role ? undefined : value,
    );
    expect(spoken).not.toContain('[name]');
  });
});
