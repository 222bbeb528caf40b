/** Which file a module goes into, by the pages that need it at first. */
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf } from './first-pictures.ts';

const ROOT = resolve(import.meta.dirname, '../..').replaceAll('\\', '/');

/** Modules by their paths; what they import stands in their code. */
function built(sources: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const path = (name: string) => `${ROOT}/${name}`;
  const all = (code: string, pattern: RegExp) =>
    [...code.matchAll(pattern)].map(([, name]) => path(name ?? ''));
  const files = filesOf({
    getModuleInfo(id) {
      const code = sources[id.slice(ROOT.length + 1)];
      if (code === undefined) return null;
      return {
        code: code
          .replaceAll('node_modules/icons/list.js', 'icons')
          .replaceAll("'node_modules/icons/", "'./"),
        importedIds: all(code, /from '([^']+)'/g),
        dynamicallyImportedIds: all(code, /import\('([^']+)'\)/g),
      };
    },
  });
  return new Map([...files].map(([id, file]) => [id.slice(ROOT.length + 1), file]));
}

const PAGES = {
  'index.html': `import 'x'; import { b } from 'src/both.ts'; import('src/pages/sign-in/sign-in-page.tsx'); import('src/pages/flow/flow-page.tsx');
    import('src/pages/numbers/numbers-page.tsx');`,
  'src/pages/sign-in/sign-in-page.tsx': `import { f } from 'src/field.ts';`,
  'src/pages/numbers/numbers-page.tsx': `import('src/later.ts');`,
};

test('a module stands with those that are needed by the same pages', () => {
  const files = built({
    ...PAGES,
    'src/pages/flow/flow-page.tsx': `import { c } from 'src/canvas.ts'; import { f } from 'src/field.ts'; import { b } from 'src/both.ts';
      import('src/panel.ts');`,
    'src/canvas.ts': `import { k } from 'src/kinds.ts';`,
    'src/later.ts': `import { k } from 'src/kinds.ts';`,
    'src/panel.ts': '',
    'src/kinds.ts': '',
    'src/field.ts': '',
    'src/both.ts': '',
  });
  expect(Object.fromEntries(files)).toEqual({
    'src/canvas.ts': 'editor',
    // whoever fetches it later does not get the canvas
    'src/kinds.ts': 'editor-others',
    'src/field.ts': 'signing-in-editor',
  });
});

test("of a package's list of contents, only what is named", () => {
  const icons = Array.from({ length: 30 }, (_, at) => `icon-${at}`);
  const files = built({
    ...PAGES,
    'src/pages/flow/flow-page.tsx': `import { Icon7 } from 'node_modules/icons/list.js';`,
    'node_modules/icons/list.js': icons
      .map((icon, at) => `export { default as Icon${at} } from 'node_modules/icons/${icon}.js';`)
      .join('\n'),
    ...Object.fromEntries(icons.map((icon) => [`node_modules/icons/${icon}.js`, ''])),
  });
  expect([...files.keys()].filter((path) => path.includes('icons'))).toEqual([
    'node_modules/icons/icon-7.js',
  ]);
});
