/** With `?lang=test` every screen shows keys in place of sentences: what else has letters was written outside of the message files. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { ANYTIME_WORDS } from '../src/flow/anytime/speech.ts';
import { SPEECH } from '../src/flow/compile/speech.ts';
import { templates } from '../src/templates/registry.ts';
import { launch, openPage } from './support/browser.ts';
import { tourDrawing } from './support/tour/drawing.ts';
import { WORKFLOW } from './support/tour/gallery.ts';
import { takeTour } from './support/tour/tour.ts';
import { figuresIn, readPage, textsIn, untranslated } from './support/untranslated.ts';
import { WORDS } from './support/words.ts';

const EMAIL = 'test.tour@example.com';

/** What React Aria says by itself, in the language of the browser: hidden buttons that close, roles, what opens a list. */
const REACT_ARIA = [
  /^Rejeter$/g,
  /^Champ de nombre$/g,
  /^Sélectionner un élément$/g,
  /^Afficher les suggestions$/g,
];

/** The same in every language. */
const LISTED = [
  /AlloKoli/g,
  /React Flow(?: attribution)?/g, // the maker's mark on the canvas
  /^(?:(?:Ctrl|⇧) )*(?:[A-Z]|F\d+)$|^Ctrl$/g, // keys
  /^(?:ABC|DEF|GHI|JKL|MNO|PQRS|TUV|WXYZ)$/g, // on a telephone
  /zzzz?/g, // looked for on the tour, to find nothing
  /à l’instant/g,
  /(?:https?:\/\/|api\.)\S+/g,
  /\b(?:desk|letter|every-kind)\.json/g, // brought on the tour
  /^[a-z-]+ \$\S*(?: en$)?/g, // which sort of guess of the import, and its place in the file
  /^true$/g, // the value of a hidden field
  /customer-ended-call/g, // Vapi's own code, for support
  ...REACT_ARIA,
  ...figuresIn('fr-FR'),
];

/** What the import adds to the workflow of the tour, to be said on an English call, and how it names its steps. */
const IMPORTED = [
  'Hello.',
  'Goodbye.',
  'I am an automated assistant.',
  'Could you tell me more about it?',
  'Hello',
  'Bye',
];

/** What the person wrote or was given: the cards of templates and the drawing of the tour. */
const OWN = [
  EMAIL,
  EMAIL.split('@')[0] ?? '',
  ...textsIn(templates.map(({ messages }) => messages.fr)),
  ...textsIn(tourDrawing('fr').document),
  ...textsIn(WORDS.fr.booking),
  ...textsIn(WORKFLOW),
  ...IMPORTED,
  'crm', // a secret in the drawing
  ...textsIn(ANYTIME_WORDS.fr),
  ...SPEECH.fr.reminders,
];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** What the person sends and gets back, but for words that look like a code. */
function gatherData(page: Page): string[] {
  const texts: string[] = [];
  const keep = (json: unknown) => texts.push(...textsIn(json).filter((text) => !/^[a-z-]+$/.test(text)));
  page.on('request', (request) => {
    if (/json/.test(request.headers()['content-type'] ?? '')) keep(request.postDataJSON());
  });
  page.on('response', (response) => void response.json().then(keep, () => {}));
  return texts;
}

it('shows nothing but keys, own data and figures', async () => {
  const { page, context } = await openPage(browser, 'fr-FR');
  page.setDefaultTimeout(60_000);
  const data = gatherData(page);
  const found = new Map<string, string>();
  let keys = 0;
  await takeTour({
    page,
    language: 'test',
    email: EMAIL,
    appUrl: inject('appUrl'),
    dataFolder: inject('dataFolder'),
    onShow: async (name, part) => {
      const texts = await readPage(page, part);
      keys += texts.filter((text) => text.includes('⟦')).length;
      for (const text of untranslated(texts, [...OWN, ...data], LISTED))
        if (!found.has(text)) found.set(text, name);
    },
  });
  await context.close();
  expect(keys).toBeGreaterThan(1000);
  expect([...found].map(([text, name]) => `${name}: ${text}`)).toEqual([]);
}, 900_000);
