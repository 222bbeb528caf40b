/** Compiling never throws, whatever the drawing holds. */
import { describe, expect, it } from 'vitest';
import { compileFlow } from '../../kinds/registry.ts';
import { DAMAGES, damaged } from '../check/testing/damages.ts';
import { SPEECH } from './speech.ts';

describe('a damaged drawing', () => {
  it.each(DAMAGES)('%s is still compiled', (_, __, damage) => {
    const document = damaged(damage);
    const { payload } = compileFlow(document, { mode: 'preview' });
    expect(payload === null).toBe(!Object.values(document.nodes).some(({ kind }) => kind === 'answer'));
  });

  it('ends the call politely at a step of an unknown kind', () => {
    const document = damaged((one) => {
      one.nodes.noted!.kind = 'hologram';
    });
    const { payload, problems } = compileFlow(document, { mode: 'publish' });
    expect(JSON.stringify(payload)).toContain(SPEECH.fr.cannotGoOn);
    expect(problems.map(({ code }) => code)).toContain('unknown-kind');
  });
});
