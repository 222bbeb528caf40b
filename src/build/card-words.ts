/**
 * Build only: of a kind's words, those that its card shows, apart from those of its form and its problems, which are five times as
 * many. What draws a card gets a copy of `messages.ts` with them; `src/kinds/whole-words.ts` and forms have them all, later. Which these
 * are is read from the code that a card is made of. Knows no kind.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type ESTree, type Plugin, parseSync } from 'vite';

export const CARD = '?card';
const ASKING = /\/src\/kinds\/(?:[a-z-]+\/view\.tsx|sentence-text\.tsx|(?:[a-z-]+\/)?messages\.ts\?card)$/;
const WORDS = /\/messages(?:\.en|\.fr)?\.ts$/;

export function cardWords(): Plugin {
  return {
    name: 'card-words',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer || !ASKING.test(importer) || !source.startsWith('.')) return null;
      const id = resolve(dirname(importer), source).replaceAll('\\', '/');
      return WORDS.test(id) && dirname(id) === dirname(importer) ? id + CARD : null;
    },
    transform: {
      filter: { id: /\/messages\.(?:en|fr)\.ts\?card\?words$/ },
      handler: (code, id) => ({ code: cardHalf(code, dirname(id)), map: null }),
    },
  };
}

/** The source of words without those that only forms and problems say. */
export function cardHalf(source: string, folder: string): string {
  const named = drawingIn(folder)
    .map((file) => readFileSync(resolve(folder, file), 'utf8'))
    .join('\n');
  const words = wordsIn(parseSync('messages.ts', source).program.body);
  if (!words) throw new Error(`${folder}: its words are not \`export const en = { … }\`.`);
  const kept = words.properties.filter(
    (word) => word.type !== 'Property' || isShown(source.slice(word.key.start, word.key.end), named),
  );
  const texts = kept.map(({ start, end }) => source.slice(start, end));
  return `${source.slice(0, words.start)}{ ${texts.join(', ')} }${source.slice(words.end)}`;
}

/** Files that a card is made of: of a kind, all but its form; of what kinds share, the one that draws. */
function drawingIn(folder: string): string[] {
  const files = readdirSync(folder);
  if (!files.includes('view.tsx')) return files.filter((file) => file === 'sentence-text.tsx');
  return files.filter(
    (file) => file === 'view.tsx' || /^(?!messages|example\.)(?!.*\.test\.).*\.ts$/.test(file),
  );
}

function wordsIn(body: readonly ESTree.Statement[]): ESTree.ObjectExpression | undefined {
  for (const statement of body) {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : null;
    const value = declared?.type === 'VariableDeclaration' ? declared.declarations[0]?.init : null;
    const words = value?.type === 'TSSatisfiesExpression' ? value.expression : value;
    if (words?.type === 'ObjectExpression') return words;
  }
  return undefined;
}

/** Also what is chosen by a value, as the channel of a message: then the code that defines the value names it. */
function isShown(quoted: string, named: string): boolean {
  const key = quoted.replaceAll(/['"]/g, '');
  if (/^(?:name$|hint$|exit\.)/.test(key)) return true;
  return new RegExp(`(?<![\\w-])${key.replaceAll('.', '\\.')}(?![\\w-])`).test(named);
}
