/** Problems of the engine, of kinds and of imports become sentences, with the names of the drawing. */
import { describe, expect, it } from 'vitest';
import type { NodeId } from '../flow/document.ts';
import type { Problem } from '../flow/problem.ts';
import { SCREEN_LANGUAGES } from '../i18n/messages.ts';
import { IMPORT_CODES } from '../import/problems.ts';
import { kinds, registry } from '../kinds/registry.ts';
import { templates } from '../templates/registry.ts';
import { problemSentences } from './problem-sentences.ts';
import { kindWordsIn } from './testing/kind-words.ts';

/** Whatever a sentence asks for. */
const params: Problem['params'] = new Proxy({}, { get: () => 'shortened' });

describe.each(SCREEN_LANGUAGES)('sentences of problems (%s)', (language) => {
  const document = templates.find(({ id }) => id === 'appointment-booking')!.build(language, { name: 'X' });
  const say = (problem: Partial<Problem>) =>
    problemSentences(
      { code: '', severity: 'error', at: {}, params, ...problem },
      { document, registry, language, wordsOf: kindWordsIn(language) },
    );
  const unknown = say({ code: 'no-such-problem' }).what;

  it.each(['no-answer', ...IMPORT_CODES, ...kinds.flatMap((kind) => kind.checks.map(({ code }) => code))])(
    '%s',
    (code) => {
      const { what, todo } = say({ code });
      expect(what).toMatch(/\S/);
      expect(what).not.toBe(unknown);
      expect(todo).toMatch(/\S/);
    },
  );

  it('names the step and the way out', () => {
    const { step, what } = say({
      code: 'unwired-exit',
      at: { node: 'desk' as NodeId, exit: 'no-answer' },
    });
    expect(step).toBe(document.nodes['desk' as NodeId]!.title);
    expect(what).toMatch(language === 'en' ? /nobody answers/ : /personne ne répond/);
  });

  it('always says something', () => {
    expect(say({ code: 'constructor', at: { node: 'toString' as NodeId } })).toEqual({
      step: '',
      what: unknown,
      todo: '',
    });
    expect(say({ code: 'no-kind/x' }).what).toBe(unknown);
  });
});
