/** Every template is tried by three callers, in both languages: the compiled flow brings each to the right end. */
import { describe, expect, it } from 'vitest';
import { rehearse } from '../command-line/rehearse.ts';
import { CALL_LANGUAGES } from '../flow/document.ts';
import { templates } from './registry.ts';

describe.each(templates)('$id', (template) => {
  it('has an easy, a confused and a difficult caller', () => {
    expect(template.callers.map(({ id }) => id)).toEqual(['easy', 'confused', 'difficult']);
  });

  describe.each(CALL_LANGUAGES)('in %s', (language) => {
    const document = template.build(language, { name: template.messages[language].place });

    it.each(template.callers)('the $id caller reaches $reaches', async (caller) => {
      const played = await rehearse(document, caller.lines[language], {
        now: Date.parse(caller.at),
        nobodyAnswers: caller.nobodyAnswers === true,
      });
      expect(played.ok && played.value.visited.at(-1), JSON.stringify(played, null, 1)).toBe(caller.reaches);
      expect(played.ok && played.value.end).not.toBeNull();
    });
  });
});
