/** The templates as documents to read, kept as files that are reviewed as behaviour; and odd drawings. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlowDocument } from '../flow/document.ts';
import { outline } from '../flow/outline/outline.ts';
import { SCREEN_LANGUAGES, type ScreenLanguage } from '../i18n/messages.ts';
import { registry } from '../kinds/registry.ts';
import { arbitraryFlow } from '../kinds/testing/arbitrary-flow.ts';
import { templates } from '../templates/registry.ts';
import { writeMarkdown } from './document.ts';
import { kindWordsIn } from './testing/kind-words.ts';

const seed = Number(process.env.SEED ?? 20261127);
const numRuns = Number(process.env.RUNS ?? 300);

function write(document: FlowDocument, language: ScreenLanguage): string {
  return writeMarkdown(outline(document, registry), { document, language, wordsOf: kindWordsIn(language) });
}

describe.each(SCREEN_LANGUAGES)('a flow to read (%s)', (language) => {
  it.each(['appointment-booking', 'restaurant-reservation'])('%s', async (id) => {
    const template = templates.find((one) => one.id === id)!;
    const page = write(template.build(language, { name: template.messages[language].place }), language);
    await expect(page).toMatchFileSnapshot(`testing/${id}.${language}.md`);
  });

  it('is never made of machine words, whatever is drawn', () => {
    fc.assert(
      fc.property(arbitraryFlow(8), (document) => {
        const page = write(document, language);
        expect(page).not.toMatch(/undefined|\[object|NaN/);
        expect(page.match(/^## /gm)?.length ?? 0).toBeGreaterThan(0);
      }),
      { seed, numRuns },
    );
  });

  it('a person’s text cannot become Markdown', () => {
    const template = templates.find(({ id }) => id === 'appointment-booking')!;
    const built = template.build(language, { name: '# [x](http://evil) | <b>' });
    const page = write(built, language);
    expect(page.split('\n')[0]).toBe(String.raw`# \# \[x\](http://evil) \| \<b\>`);
  });
});
