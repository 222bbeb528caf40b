/** The build's copies of a kind's words hold what its cards show, in every example, and not what its form says. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cleanup, render } from '@testing-library/react';
import { parseSync } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyDocument, type FlowNode, type NodeId } from '../flow/document.ts';
import { SCREEN_LANGUAGES } from '../i18n/messages.ts';
import type { KindWords } from '../kinds/kind-view.ts';
import { kindNamesIn } from '../kinds/kind-words.ts';
import { kinds } from '../kinds/registry.ts';
import { viewOf } from '../kinds/views.tsx';
import { cardHalf } from './card-words.ts';

const KINDS = resolve(import.meta.dirname, '../kinds');

afterEach(cleanup);

/** Keys at the top of what the source exports. */
function keysOf(source: string): string[] {
  return parseSync('messages.ts', source).program.body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration') return [];
    if (statement.declaration?.type !== 'VariableDeclaration') return [];
    const value = statement.declaration.declarations[0]?.init;
    const words = value?.type === 'TSSatisfiesExpression' ? value.expression : value;
    if (words?.type !== 'ObjectExpression') return [];
    return words.properties.flatMap((word) =>
      word.type === 'Property' ? [source.slice(word.key.start, word.key.end).replaceAll("'", '')] : [],
    );
  });
}

describe.each(kinds.map((kind) => [kind.id, kind] as const))('of %s', (id, kind) => {
  const view = viewOf(id)!;
  const asked = new Set<string>();
  beforeEach(() => {
    const words = view.messages.en;
    const noted = new Proxy(words, {
      get: (all: KindWords, key) => {
        if (typeof key === 'string') asked.add(key);
        return all[key as string];
      },
    });
    Object.defineProperty(view.messages, 'en', { value: noted, configurable: true });
    return () => Object.defineProperty(view.messages, 'en', { value: words, configurable: true });
  });

  it.each(SCREEN_LANGUAGES)('(%s)', (language) => {
    const source = readFileSync(`${KINDS}/${id}/messages.${language}.ts`, 'utf8');
    const half = keysOf(cardHalf(source, `${KINDS}/${id}`));
    const document = emptyDocument('Test', 'en');
    const names = kindNamesIn({ language: 'en', keys: false });
    for (const data of Object.values(kind.examples)) {
      const node: FlowNode = { id: 'n' as NodeId, kind: id, position: { x: 0, y: 0 }, data: data as never };
      names.step(node);
      names.hint(id);
      for (const exit of kind.exits(data as never)) names.exit(node, exit);
      render(<view.Body data={data} document={document} />);
      if (view.Card) render(<view.Card data={data} />);
    }
    // A problem's sentence may be asked for where there is none.
    const known = keysOf(source);
    expect([...asked].filter((key) => known.includes(key) && !half.includes(key))).toEqual([]);
    expect(asked).toContain('name');
    expect(half.filter((key) => /^(?:field|problem)\./.test(key))).toEqual([]);
  });
});
