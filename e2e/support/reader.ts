/** Reads one screen after the other on a tour with `?lang=test`, and finds words that no message file wrote. */
import type { Locator, Page } from 'playwright-core';
import { PRICE_PER_MINUTE } from '../../src/callers/talk-time.ts';
import { ANYTIME_WORDS } from '../../src/flow/anytime/speech.ts';
import { SPEECH } from '../../src/flow/compile/speech.ts';
import { usualWords } from '../../src/templates/out-of-service/speech.ts';
import { templates } from '../../src/templates/registry.ts';
import { tourDrawing } from './tour/drawing.ts';
import { WORKFLOW } from './tour/gallery.ts';
import { figuresIn, readPage, textsIn, untranslated } from './untranslated.ts';
import { WORDS } from './words.ts';

/** What React Aria says by itself, in the language of the browser: hidden buttons that close, roles, what opens a list. */
const REACT_ARIA = [
  /^Rejeter$/g,
  /^Champ de nombre$/g,
  /^Sélectionner un élément$/g,
  /^Afficher les suggestions$/g,
  /^(?:Réduire|Développer)$/g,
];

/** The same in every language. */
const LISTED = [
  /AlloKoli/g,
  /React Flow(?: attribution)?/g, // the maker's mark on the canvas
  /^(?:(?:Ctrl|⇧) )*(?:[A-Z]|F\d+)$|^Ctrl$/g, // keys
  /^(?:ABC|DEF|GHI|JKL|MNO|PQRS|TUV|WXYZ)$/g, // on a telephone
  /zzzz?/g, // looked for on the tour, to find nothing
  /à l’instant/g,
  /api\.\S+/g,
  /\b(?:desk|letter|every-kind)\.json/g, // brought on the tour
  /^[a-z-]+ \$\S*(?: en$)?/g, // which sort of guess of the import, and its place in the file
  /^(?:lun|mar|mer|jeu|ven|sam|dim)$/g, // days of the week, as the browser names them
  /^true$|\bfalse\b/g, // the value of a hidden field; what a sentence is given, where only its key is shown
  /(?<=\s|^)et(?=\s|$)/g, // between the last two of a list
  /\b1er\b/g, // the first of a month
  /customer-ended-call/g, // Vapi's own code, for support
  /Mozilla\/\d.*$/g, // how the browser names itself, for whoever helps
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
const ownWords = (email: string) => [
  email,
  email.split('@')[0] ?? '',
  ...textsIn(templates.map(({ messages }) => messages.fr)),
  ...textsIn(tourDrawing('fr').document),
  ...textsIn(WORDS.fr.booking),
  ...textsIn(WORKFLOW),
  ...IMPORTED,
  'crm', // a secret in the drawing
  ...textsIn(ANYTIME_WORDS.fr),
  ...SPEECH.fr.reminders,
  usualWords('fr'),
  // A sample of the gallery is of the place that its template names.
  ...textsIn(templates.map((one) => one.build('fr', { name: one.messages.fr.place }))).filter(isWritten),
  PRICE_PER_MINUTE.source,
];

/** By a person: no code, no id. */
const isWritten = (text: string) => !/^[a-z-]+$/.test(text);

/** What the person sends and gets back, but for words that look like a code. */
function gatherData(page: Page): string[] {
  const texts: string[] = [];
  const keep = (json: unknown) => texts.push(...textsIn(json).filter(isWritten));
  page.on('request', (request) => {
    if (/json/.test(request.headers()['content-type'] ?? '')) keep(request.postDataJSON());
  });
  page.on('response', (response) => {
    if (/json/.test(response.headers()['content-type'] ?? '')) void response.json().then(keep, () => {});
  });
  return texts;
}

export interface Reader {
  read(screen: string, part?: Locator): Promise<void>;
  /** How many texts were keys: whether there was anything to read. */
  keys(): number;
  /** `screen: text` of everything that nobody translated, where it was seen first. */
  found(): readonly string[];
}

/** From the first page on: what the person sends is gathered as it goes by. The browser speaks French. */
export function createReader(page: Page, email: string): Reader {
  const own = ownWords(email);
  const data = gatherData(page);
  const found = new Map<string, string>();
  let keys = 0;
  return {
    async read(screen, part) {
      const texts = await readPage(page, part);
      keys += texts.filter((text) => text.includes('⟦')).length;
      for (const text of untranslated(texts, [...own, ...data], LISTED))
        if (!found.has(text)) found.set(text, screen);
    },
    keys: () => keys,
    found: () => [...found].map(([text, screen]) => `${screen}: ${text}`),
  };
}
