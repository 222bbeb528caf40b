/** The secrets of a local installation: kept, completed, made anew. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSealer } from '../functions/_shared/sealing.ts';
import { makeSecrets, readSecrets } from './secrets.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'allokoli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const write = (text: string) => writeFileSync(join(folder, 'secrets.json'), text);

it('are the same at every start, and their key seals', () => {
  const first = readSecrets(folder);
  expect(readSecrets(folder)).toEqual(first);
  expect(createSealer(first.encryptionKeys).newestKey).toBe('local');
});

it('of an older file stay, and what it lacks is added and kept', () => {
  const { encryptionKeys: _, ...older } = makeSecrets();
  write(JSON.stringify(older));
  const read = readSecrets(folder);
  expect(read).toMatchObject(older);
  expect(read.encryptionKeys).not.toBe('');
  expect(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'))).toEqual(read);
});

it.each(['', '{', 'null', '[]', '{"jwtSecret": "short"}'])('a damaged file %j is made anew', (text) => {
  write(text);
  const read = readSecrets(folder);
  expect(readSecrets(folder)).toEqual(read);
});
