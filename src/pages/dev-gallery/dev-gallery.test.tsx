/** Every kind, in every state, as a card and as a form, in both languages and themes: all of it can be drawn. */
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import '../../ui/testing/jsdom-gaps.ts';
import { setLanguage } from '../../i18n/language.ts';
import { SCREEN_LANGUAGES } from '../../i18n/messages.ts';
import { kinds } from '../../kinds/registry.ts';
import { createMemoryHistory } from '../../router/history.ts';
import { Router } from '../../router/router.tsx';
import { DevGalleryPage } from './dev-gallery-page.tsx';
import { GALLERY_STATES } from './states.ts';

afterEach(cleanup);

describe.each(kinds.map(({ id, examples }) => [id, Object.keys(examples)] as const))('%s', (id, examples) => {
  it.each(
    SCREEN_LANGUAGES.flatMap((language) => [[language, 'light'] as const, [language, 'dark'] as const]),
  )('is drawn with all its examples (%s, %s)', (language, theme) => {
    const complaints = vi.spyOn(console, 'error');
    setLanguage(language);
    const address = `/dev/gallery?kind=${id}&theme=${theme}`;
    const { container } = render(
      <Router history={createMemoryHistory(address)}>
        <DevGalleryPage />
      </Router>,
    );
    const count = (selector: string) => container.querySelectorAll(selector).length;
    expect(count('[data-example]')).toBe(examples.length);
    expect(count('.step-card')).toBe(examples.length * GALLERY_STATES.length);
    expect(count('[data-form]')).toBe(examples.length * 2);
    expect(document.documentElement.dataset.theme).toBe(theme);
    expect(complaints).not.toHaveBeenCalled();
    complaints.mockRestore();
  });
});
