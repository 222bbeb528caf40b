/**
 * Build only: every language in files of its own, fetched when it is the language of the screen. A static import of
 * `messages.fr.ts` finds `DeferredWords`, and every `import()` waits for the words of what it brings. Development and
 * tests keep both languages at hand. Words of templates are content, not screen, and stay with their template.
 */
import { dirname, resolve } from 'node:path';
import { type Plugin, parseSync } from 'vite';
import { CARD } from './card-words.ts';

const ROOT = resolve(import.meta.dirname, '../..').replaceAll('\\', '/');
const WORDS = /\/src\/(?!templates\/|command-line\/)(?:.*\/)?messages\.(en|fr)\.ts(?:\?card)?$/;
const ASKED = '?words';
/** Rooms that show something. */
const SCREEN = /\/src\/(?:app|pages|editor|phone|ui|kinds)\//;

export function wordsByLanguage(): Plugin {
  return {
    name: 'words-by-language',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!source.endsWith(ASKED) || !importer) return null;
      return resolve(dirname(importer), source);
    },
    transform: {
      filter: { id: /\/src\/.*\.tsx?(?:\?card)?$/ },
      handler(code, id) {
        const words = WORDS.exec(id);
        if (words) return { code: deferred(id, words[1] as string), map: null };
        const waiting = SCREEN.test(id) ? waitForWords(code, id) : null;
        return waiting === null ? null : { code: waiting, map: null };
      },
    },
  };
}

function deferred(id: string, language: string): string {
  return `import { DeferredWords } from '${ROOT}/src/i18n/deferred-words.ts';
export const ${language} = new DeferredWords('${language}', () => import('${id}${ASKED}'));`;
}

function waitForWords(code: string, id: string): string | null {
  const { dynamicImports } = parseSync(id, code).module;
  if (dynamicImports.length === 0) return null;
  const parts: string[] = [];
  let done = 0;
  for (const { start, end } of dynamicImports) {
    parts.push(code.slice(done, start), `withWords(${code.slice(start, end)})`);
    done = end;
  }
  return `import { withWords } from '${ROOT}/src/i18n/language.ts';\n${parts.join('')}${code.slice(done)}`;
}

/** The file that words go into: one for the first pages, one for the editor and one for what it brings later, one for each other room. */
export function wordsFile(id: string, isShownFirst: (words: string) => boolean = () => true): string | null {
  const path = id.endsWith(ASKED) ? id.slice(0, -ASKED.length) : '';
  const words = WORDS.exec(path);
  if (!words) return null;
  const room = roomOf(path);
  return `words-${room === 'editor' && !isShownFirst(path) ? 'later' : room}-${words[1]}`;
}

/** Parts of the editor whose words come with them. */
const APART = new Set([
  'find',
  'first-steps',
  'flow-settings',
  'listen',
  'publish-panel',
  'rehearse-panel',
  'talk',
  'tests-panel',
  'tour',
]);

function roomOf(path: string): string {
  const [, room = '', part = ''] = /\/src\/([^/]+)\/(?:([^/]+)\/)?/.exec(path) ?? [];
  // All words of a kind; those of its card stand with the editor's.
  if (room === 'kinds' && part !== '' && !path.endsWith(CARD)) return 'kinds';
  if (room === 'kinds' || room === 'flow-words') return 'editor';
  if (room === 'editor') return APART.has(part) ? part : 'editor';
  if (room !== 'pages') return room === 'app' || room === 'ui' || room === 'i18n' ? 'start' : room;
  return part === '' || part === 'sign-in' || part === 'flows' ? 'start' : part;
}
