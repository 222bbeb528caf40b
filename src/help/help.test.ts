/** The help explains every kind in both languages, with an example that is sound and heard, and explains words that the app uses. */
import { describe, expect, it } from 'vitest';
import { CALL_LANGUAGES } from '../flow/document.ts';
import { kinds, registry } from '../kinds/registry.ts';
import { wordsOf } from '../kinds/whole-words.ts';
import { exampleStep, exampleTalk } from './example-talk.ts';

describe.each(kinds.map(({ id }) => id as string))('the help of %s', (kind) => {
  describe.each(CALL_LANGUAGES)('in %s', (language) => {
    it('says what it does, when it is used, and what to mind', () => {
      const words = wordsOf(kind, { language, keys: false })!;
      for (const key of ['help.what', 'help.when', 'help.tip']) {
        const text = words[key];
        expect(typeof text === 'string' && text.length > 20, `${kind} ${key}`).toBe(true);
      }
    });

    it('shows a sound example, heard in the language of the call', () => {
      const step = exampleStep(kind, language)!;
      const { schema, exits, family } = registry.get(kind)!;
      expect(schema.safeParse(step.node.data).success).toBe(true);
      if (step.example.exit !== undefined)
        expect(exits(step.node.data as never).map(({ id }) => id)).toContain(step.example.exit);
      const talk = exampleTalk(kind, language);
      if (family === 'aid') return expect(talk).toBeNull();
      expect(talk!.lines.length).toBeGreaterThanOrEqual(2);
      for (const { text } of talk!.lines) expect(text.includes('{{') || text.trim() === '').toBe(false);
      expect(talk!.lines.some(({ by }) => by === 'assistant')).toBe(true);
    });
  });
});
