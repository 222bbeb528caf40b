import { expect, test } from 'vitest';
import { areWordsMissing, DeferredWords, loadWords } from './deferred-words.ts';
import { defineMessages, type Messages, type ScreenLanguage, showKeys } from './messages.ts';

interface Area {
  readonly title: string;
}

/** An area as the build leaves it; `fetched` tells which languages were fetched. */
function deferredArea(fail: () => boolean = () => false) {
  const fetched: ScreenLanguage[] = [];
  const words = { en: { title: 'Calls' }, fr: { title: 'Appels : tout' } };
  const deferred = (language: ScreenLanguage) =>
    new DeferredWords(language, async () => {
      if (fail()) throw new Error('offline');
      fetched.push(language);
      return { [language]: words[language] };
    });
  const bundle = defineMessages(
    deferred('en') as unknown as { title: string },
    deferred('fr') as unknown as Messages<Area>,
  );
  return { bundle, fetched };
}

test('only the language that is asked for is fetched, once, and set as that language is set', async () => {
  const { bundle, fetched } = deferredArea();
  expect(areWordsMissing('fr')).toBe(true);
  await loadWords('fr');
  await loadWords('fr');
  expect(bundle.fr.title).toBe('Appels\u00a0: tout');
  expect(fetched).toEqual(['fr']);
  expect(() => bundle.en.title).toThrow('before they were loaded');
  await loadWords('en');
  expect(bundle.en.title).toBe('Calls');
});

test('keys can be shown when only one language is there', async () => {
  const { bundle } = deferredArea();
  await loadWords('fr');
  expect(showKeys(bundle, 'fr').title).toBe('⟦title⟧');
  await loadWords('en');
});

test('what could not be fetched is fetched at the next asking', async () => {
  let isOffline = true;
  const { bundle } = deferredArea(() => isOffline);
  await expect(loadWords('fr')).rejects.toThrow('offline');
  expect(areWordsMissing('fr')).toBe(true);
  isOffline = false;
  await loadWords('fr');
  expect(bundle.fr.title).toBe('Appels\u00a0: tout');
});
