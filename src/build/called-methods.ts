/**
 * Build only: a class of a package without the methods that nobody calls. A bundler cannot leave them out, for it does not know
 * who holds an object of the class; here the callers are known: nothing outside of `src/data` may name the package
 * (`src/testing/floors.ts`). A member stays when its name stands after a dot in a caller, or in a member that stays.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ESTree, type Plugin, parseSync } from 'vite';

const CLASSES = /\/@supabase\/(?:auth-js\/dist\/module\/GoTrueClient\.js|postgrest-js\/dist\/index\.mjs)$/;
const CALLERS = resolve(import.meta.dirname, '../data');

export function calledMethods(): Plugin {
  let callers: string;
  return {
    name: 'called-methods',
    apply: 'build',
    buildStart() {
      callers = readdirSync(CALLERS)
        .filter((file) => /(?<!\.test)\.ts$/.test(file))
        .map((file) => readFileSync(resolve(CALLERS, file), 'utf8'))
        .join('\n');
    },
    transform: {
      filter: { id: CLASSES },
      handler: (code) => ({ code: withCalledMethods(code, callers), map: null }),
    },
  };
}

/** Called by the language itself. */
const ALWAYS = new Set(['then', 'toJSON', 'toString', 'valueOf']);

/** The module without what neither these callers nor the rest of it name. */
export function withCalledMethods(source: string, callers: string): string {
  const { program, comments } = parseSync('module.js', source);
  const members = program.body.flatMap(membersOf).filter(({ name }) => !ALWAYS.has(name));
  const uncalled = new Set(members);
  // Examples in comments call everything.
  const open = [callers, without(source, [...members, ...comments])];
  for (let text = open.pop(); text !== undefined; text = open.pop()) {
    const named = new Set([...text.matchAll(/\.\s*([\w$]+)/g)].map(([, name]) => name));
    for (const member of uncalled)
      if (named.has(member.name)) {
        uncalled.delete(member);
        open.push(without(source.slice(0, member.end), [{ start: 0, end: member.start }, ...comments]));
      }
  }
  return without(source, [...uncalled]);
}

interface Member {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Methods, and what a constructor makes and keeps: `this.mfa = { … }`. */
function membersOf(statement: ESTree.Statement): Member[] {
  const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  const made = declared?.type === 'VariableDeclaration' ? declared.declarations[0]?.init : declared;
  if (made?.type !== 'ClassDeclaration' && made?.type !== 'ClassExpression') return [];
  return made.body.body.flatMap(membersIn);
}

function membersIn(element: ESTree.ClassElement): Member[] {
  if (element.type !== 'MethodDefinition' || element.key.type !== 'Identifier') return [];
  if (element.kind !== 'constructor') return [{ ...element, name: element.key.name }];
  return (element.value.body?.body ?? []).flatMap((statement) => {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression')
      return [];
    const { left, right } = statement.expression;
    const isMade = right.type === 'ObjectExpression' || right.type === 'NewExpression';
    if (!isMade || left.type !== 'MemberExpression' || left.object.type !== 'ThisExpression') return [];
    return left.property.type === 'Identifier' ? [{ ...statement, name: left.property.name }] : [];
  });
}

function without(source: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let done = 0;
  const parts: string[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start > done) parts.push(source.slice(done, start));
    done = Math.max(done, end);
  }
  return parts.join('') + source.slice(done);
}
