/**
 * Build only: the half of a kind that a card needs, apart from the half that compiles, plays and checks. `src/kinds/drawn.ts` gets
 * a copy of every kind without these; the whole kind comes with whatever asks the registry. Development and tests have whole
 * kinds everywhere. Knows no kind.
 */
import { dirname, resolve } from 'node:path';
import { type Plugin, parseSync } from 'vite';

export const DRAWN = '?drawn';
const ASKING = /\/src\/kinds\/drawn\.ts$/;
const COPIED = /\/src\/kinds\/(?:list|[a-z-]+\/kind)\.ts$/;
/** What `DrawnKind` of `src/flow/kind.ts` leaves out. */
const LEFT_OUT: readonly string[] = ['checks', 'lower', 'simulate', 'examples', 'learns', 'leftBy'];

export function drawnKinds(): Plugin {
  return {
    name: 'drawn-kinds',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer || !source.startsWith('.')) return null;
      if (!ASKING.test(importer) && !importer.endsWith(DRAWN)) return null;
      const id = resolve(dirname(importer), source).replaceAll('\\', '/');
      return COPIED.test(id) ? id + DRAWN : null;
    },
    transform: {
      filter: { id: /\/kind\.ts\?drawn$/ },
      handler: (code, id) => ({ code: drawnHalf(code, id), map: null }),
    },
  };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The source without the members that are left out, and without what only these used. */
export function drawnHalf(source: string, id: string): string {
  const { program } = parseSync(id.replace(DRAWN, ''), source);
  const cut = (from: Span, spans: readonly Span[]) => {
    let done = from.start;
    const parts: string[] = [];
    for (const { start, end } of spans) {
      parts.push(source.slice(done, start));
      done = end;
    }
    return parts.join('') + source.slice(done, from.end);
  };
  const statements = program.body.map((statement) => {
    const text = cut(
      statement,
      statement.type === 'ExportNamedDeclaration' ? leftOut(statement, source) : [],
    );
    return { text, isImport: statement.type === 'ImportDeclaration', ...namesOf(statement) };
  });
  const isNamed = (name: string, texts: readonly string[]) =>
    texts.some((text) => new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(text));
  const kept = new Set(statements.filter(({ isRoot }) => isRoot));
  for (let before = -1; before < kept.size; ) {
    before = kept.size;
    const texts = [...kept].filter(({ isImport }) => !isImport).map(({ text }) => text);
    for (const one of statements) if (one.names.some((name) => isNamed(name, texts))) kept.add(one);
  }
  return statements
    .filter((one) => kept.has(one))
    .map(({ text }) => text)
    .join('\n');
}

type Statement = ReturnType<typeof parseSync>['program']['body'][number];

/** What a statement declares; a root is kept whatever it declares. */
function namesOf(statement: Statement): { readonly names: readonly string[]; readonly isRoot: boolean } {
  if (statement.type === 'ImportDeclaration')
    return {
      names: statement.specifiers.map(({ local }) => local.name),
      isRoot: statement.specifiers.length === 0,
    };
  const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (declared?.type === 'FunctionDeclaration')
    return { names: declared.id ? [declared.id.name] : [], isRoot: false };
  if (declared?.type !== 'VariableDeclaration') return { names: [], isRoot: true };
  const names = declared.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
  return { names, isRoot: kindIn(statement) !== null };
}

/** What is given to `defineKind`. */
function kindIn(statement: Statement) {
  if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration')
    return null;
  const made = statement.declaration.declarations[0]?.init;
  if (
    made?.type !== 'CallExpression' ||
    made.callee.type !== 'Identifier' ||
    made.callee.name !== 'defineKind'
  )
    return null;
  const [kind] = made.arguments;
  return kind?.type === 'ObjectExpression' ? kind : null;
}

/** The members that are left out, each with its comma. */
function leftOut(statement: Statement, source: string): readonly Span[] {
  return (kindIn(statement)?.properties ?? []).flatMap((member) => {
    if (member.type !== 'Property' || member.key.type !== 'Identifier' || !LEFT_OUT.includes(member.key.name))
      return [];
    const comma = /^\s*,/.exec(source.slice(member.end));
    return [{ start: member.start, end: member.end + (comma?.[0].length ?? 0) }];
  });
}
