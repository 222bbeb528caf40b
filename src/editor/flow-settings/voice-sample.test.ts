/** Each preset is read in the language of the call, in words that callers will hear. */
import { describe, expect, it } from 'vitest';
import { CALL_LANGUAGES, emptyDocument, VOICE_PRESETS } from '../../flow/document.ts';
import { registry } from '../../kinds/registry.ts';
import { templates } from '../../templates/registry.ts';
import { mannerOf, sampleOf } from './voice-sample.ts';

describe.each(CALL_LANGUAGES)('voices to listen to (%s)', (language) => {
  it('are the voices of the compiled assistant, by name, each another', () => {
    const manners = VOICE_PRESETS.map((preset) => mannerOf(preset, language));
    expect(new Set(manners.map(({ name }) => name)).size).toBe(VOICE_PRESETS.length);
    for (const { locale, name } of manners) {
      expect(locale.startsWith(`${language}-`)).toBe(true);
      expect(name).toMatch(/^[A-Z][a-z]+$/);
    }
  });

  it('say what is drawn first, without information that nobody gave yet', () => {
    const document = templates[0]!.build(language, { name: 'Martin' });
    const sample = sampleOf(document, registry);
    expect(sample).toContain('Martin');
    expect(sample).not.toContain('{{');
    expect(sampleOf(emptyDocument('', language), registry)).toMatch(/\S/);
  });
});
