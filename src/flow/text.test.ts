/** What a person types is spoken, never executed. */
import fc from 'fast-check';
import { Liquid } from 'liquidjs';
import { describe, expect, it } from 'vitest';
import { emptyDocument, type FlowDocument, type InformationId } from './document.ts';
import { fillSentence, toLiquid } from './text.ts';

const seed = Number(process.env.SEED ?? 20261123);
const name = 'name' as InformationId;
const document: FlowDocument = {
  ...emptyDocument('X', 'fr'),
  information: { [name]: { id: name, name: 'Nom', type: 'name' } },
};
const liquid = new Liquid();

describe('sentences in prompts', () => {
  it.each([
    ['Merci {{name}} !', 'Merci {{ name | default: "non précisé" }} !'],
    ['Merci {{nobody}} !', 'Merci { {nobody} } !'],
    ['{% assign x = 1 %}', '{ % assign x = 1 % }'],
    ['{{{name}}}', '{ {{ name | default: "non précisé" }} }'],
    ['deux\n lignes', 'deux lignes'],
  ])('%s', (sentence, expected) => {
    expect(toLiquid(sentence, document)).toBe(expected);
  });

  it(`run nothing but their chips (seed ${seed})`, () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '{{',
      '}}',
      '{%',
      '%}',
      '{#',
      'name',
      ' ',
      '{{name}}',
      '{{ name }}',
      'raw',
      'endraw',
      '"',
      '|',
      'é',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')),
        (sentence) => {
          const spoken = (text: string) => text.replaceAll(/[\s]/g, '');
          const rendered = liquid.parseAndRenderSync(toLiquid(sentence, document), { name: 'Zoé' });
          expect(spoken(rendered)).toBe(spoken(fillSentence(sentence, document, { [name]: 'Zoé' })));
        },
      ),
      { seed, numRuns: 3000 },
    );
  });
});
