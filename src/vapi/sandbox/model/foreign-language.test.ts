/** Which language a payload that we did not write is played in. */
import { describe, expect, it } from 'vitest';
import type { JsonRecord } from '../runtime/record.ts';
import { testSandbox } from '../testing.ts';
import { languageOfText } from './foreign-language.ts';

describe('the language', () => {
  it.each([
    ['Vous êtes la voix du garage.', 'fr'],
    ['You are the voice of the garage.', 'en'],
    ['Bonjour, comment ça va', 'fr'],
    ['Garage', null],
  ])('%s → %s', (text, language) => {
    expect(languageOfText(text)).toBe(language);
  });

  it('of the one who listens goes before that of the prompt', async () => {
    const own = (rest: JsonRecord) => ({
      assistant: {
        name: 'A',
        firstMessageMode: 'assistant-speaks-first-with-model-generated-message',
        model: {
          provider: 'openai',
          model: 'gpt-4o',
          messages: [{ role: 'system', content: 'You are the voice of the garage.' }],
        },
        ...rest,
      },
    });
    const opening = async (rest: JsonRecord) =>
      (await testSandbox().send('POST', '/chat', { input: '', ...own(rest) })).body.output[0].content;
    expect(await opening({})).toBe('How can I help you?');
    for (const rest of [
      { transcriber: { provider: 'deepgram', model: 'nova-3', language: 'fr-CA' } },
      { voice: { provider: 'azure', voiceId: 'fr-FR-DeniseNeural' } },
      { transcriber: { provider: 'google', language: 'French' } },
    ])
      expect(await opening(rest)).toBe('Que puis-je faire pour vous\u202f?');
  });
});
