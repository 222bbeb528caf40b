import { describe, expect, it } from 'vitest';
import { circumstancesFor } from '../../callers/circumstances.ts';
import { conversationAlong } from '../../callers/conversation.ts';
import { CALL_LANGUAGES } from '../../flow/document.ts';
import { enumerateStraightWays } from '../../flow/paths.ts';
import { kindNamesIn } from '../../kinds/kind-words.ts';
import { registry } from '../../kinds/registry.ts';
import { templates } from '../../templates/registry.ts';
import { hearableWays, matching } from './ways.ts';

const words = (language: 'en' | 'fr') => ({
  ...kindNamesIn({ language, isTest: false } as never),
  at: (step: string, exit: string) => `${step} ${exit}`,
});
const drawn = (id: string, language: 'en' | 'fr') =>
  templates.find((template) => template.id === id)!.build(language, { name: 'Martin' });

describe('ways to hear', () => {
  it('are named by what is chosen and decided, and by where they end', () => {
    const { ways } = hearableWays(drawn('appointment-booking', 'fr'), registry, words('fr'));
    const names = ways.map(({ choices, last, isTakenOver }) => [
      ...choices,
      isTakenOver ? `${last} !` : last,
    ]);
    expect(names).toContainEqual(['prendre un rendez-vous', 'Demande notée']);
    expect(names).toContainEqual([
      'parler à quelqu’un',
      'Ouvert maintenant ? oui',
      'Passer le secrétariat !',
    ]);
    expect(new Set(names.map(String)).size).toBeGreaterThan(names.length / 2);
  });

  it('are found by words, whatever their accents', () => {
    const { ways } = hearableWays(drawn('appointment-booking', 'fr'), registry, words('fr'));
    const found = matching(ways, 'DEPLACER secretariat');
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(ways.length);
    expect(found.every(({ choices }) => choices[0] === 'déplacer ou annuler un rendez-vous')).toBe(true);
    expect(matching(ways, '')).toEqual(ways);
    expect(matching(ways, 'xylophone')).toEqual([]);
  });

  it.each(templates.flatMap(({ id }) => CALL_LANGUAGES.map((language) => [id, language] as const)))(
    '%s in %s: all that end a call, each heard up to there where the rules allow it',
    (id, language) => {
      const document = drawn(id, language);
      const { ways } = hearableWays(document, registry, words(language));
      const ends = enumerateStraightWays(document, registry, 600).ways.filter(({ end }) => end === 'end');
      expect(ways.filter(({ isTakenOver }) => !isTakenOver)).toHaveLength(ends.length);
      let heard = 0;
      for (const { way, isTakenOver } of ways.slice(0, 40)) {
        const circumstances = circumstancesFor(document, way);
        if (!circumstances) continue;
        heard += 1;
        const talk = conversationAlong(document, way, circumstances);
        expect(talk.visited).toEqual(way.steps.map(({ node }) => node));
        expect(talk.end).toBe(isTakenOver ? 'transferred' : 'hung-up');
      }
      expect(heard).toBeGreaterThan(0);
    },
  );
});
