/** What could not be read is told in words: which step, which field; never a code, never a path of JSON alone. */
import { describe, expect, it } from 'vitest';
import { readFlow } from '../kinds/registry.ts';
import { templates } from '../templates/registry.ts';
import { lossSentences } from './losses.ts';
import { kindWordsIn } from './testing/kind-words.ts';

const good = () => JSON.parse(JSON.stringify(templates[0]!.build('en', { name: 'X' })));
const set = (change: () => void): undefined => {
  change();
  return undefined;
};
const told = (change: (json: ReturnType<typeof good>) => unknown, language: 'en' | 'fr' = 'en') => {
  const json = good();
  const stored = change(json) ?? json;
  return lossSentences(stored, readFlow(stored).problems, { language, wordsOf: kindWordsIn(language) });
};

describe('losses', () => {
  it.each<[string, (json: ReturnType<typeof good>) => unknown, string[]]>([
    ['no flow', () => [], ['What is stored is no flow at all.']],
    ['newer', (json) => ({ ...json, format: 99 }), ['It was saved by a newer version of AlloKoli.']],
    [
      'a link',
      (json) =>
        set(() => {
          json.edges['answer-next'].to = 9;
        }),
      ['A link between two steps cannot be read.'],
    ],
    [
      'the voice',
      (json) =>
        set(() => {
          json.settings.voice = 'squeaky';
        }),
      ['The setting “voice” cannot be read.'],
    ],
    [
      'the hours',
      (json) =>
        set(() => {
          json.hours.office.week = [];
        }),
      [`The opening hours “${good().hours.office.name}” cannot be read.`],
    ],
    [
      'the list of steps',
      (json) =>
        set(() => {
          json.nodes = [];
        }),
      ['The list of steps cannot be read.'],
    ],
    [
      'a question',
      (json) =>
        set(() => {
          json.nodes.details.data.question = 7;
        }),
      [`In the step “${good().nodes.details.title}”: “First question” cannot be read.`],
    ],
  ])('%s', (_, change, sentences) => {
    expect(told(change)).toEqual(sentences);
  });

  it('are told in French too', () => {
    const [sentence] = told(
      (json) =>
        set(() => {
          json.nodes.details.data.question = 7;
        }),
      'fr',
    );
    expect(sentence?.replaceAll(/\s/g, ' ')).toBe(
      `Dans l’étape « ${good().nodes.details.title} » : « Première question » est illisible.`,
    );
  });

  it('of a sound flow are none', () => {
    expect(told(() => undefined)).toEqual([]);
  });
});
