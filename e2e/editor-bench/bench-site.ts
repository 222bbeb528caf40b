/** Builds the bench page as the app is built, and serves it on this machine. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { twoLocales } from '../../src/build/two-locales.ts';
import { unusedParts } from '../../src/build/unused-parts.ts';
import { wordsByLanguage, wordsFile } from '../../src/build/words-by-language.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

export interface Site {
  readonly address: string;
  close(): void;
}

export async function benchSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'allokoli-bench-'));
  await build({
    // The root of the app, where Tailwind looks for the classes that are used.
    root: ROOT,
    publicDir: false,
    configFile: false,
    logLevel: 'warn',
    plugins: [react(), tailwindcss(), twoLocales(), unusedParts(), wordsByLanguage()],
    build: {
      target: 'es2023',
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: join(import.meta.dirname, 'page.html'),
        output: {
          // So that renders can be told by their component.
          keepNames: true,
          codeSplitting: {
            groups: [
              { name: (id) => wordsFile(id), debugName: 'words', includeDependenciesRecursively: false },
            ],
          },
        },
      },
    },
  });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://bench').pathname;
    try {
      const body = readFileSync(join(folder, path));
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/e2e/editor-bench/page.html`,
    close() {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The names of all components of the product, from its files. */
export function componentNames(): string[] {
  const files = ['src/editor', 'src/kinds', 'src/ui'].flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.tsx') && !path.includes('.test.'))
      .map((path) => readFileSync(join(ROOT, room, path), 'utf8')),
  );
  return [
    ...new Set(files.flatMap((code) => [...code.matchAll(/function ([A-Z]\w+)/g)].map((found) => found[1]!))),
  ];
}
