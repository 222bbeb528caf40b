/** `npm run reset`, as it is called: what it deletes, and when it deletes nothing. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commandLine } from './wait.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'allokoli-reset-'));
  mkdirSync(join(folder, 'postgres', 'data'), { recursive: true });
  writeFileSync(join(folder, 'secrets.json'), '{}');
  writeFileSync(join(folder, 'letter.txt'), 'not ours');
});
afterEach(() => rmSync(folder, { recursive: true }));

function reset(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'supabase/local/reset.ts', ...words],
    {
      cwd: ROOT,
      env: { ...process.env, ALLOKOLI_DATA_DIR: folder },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  return { status, stdout, stderr };
}

it('deletes what the stack made, and nothing else of the folder', () => {
  expect(reset('--yes')).toMatchObject({ status: 0, stdout: `Emptied ${folder}.\n` });
  expect(readdirSync(folder)).toEqual(['letter.txt']);
  expect(reset('--yes').stdout).toBe(`${folder} is empty already.\n`);
});

it('deletes nothing without a yes', () => {
  const { status, stderr } = reset();
  expect(status).toBe(1);
  expect(stderr).toMatch(/Nothing was emptied\..*npm run reset -- --yes/s);
  expect(existsSync(join(folder, 'postgres', 'data'))).toBe(true);
});

it('deletes nothing while a stack runs on it', () => {
  const owner = { pid: process.pid, command: commandLine(process.pid), address: 'http://127.0.0.1:1' };
  writeFileSync(join(folder, 'running.json'), JSON.stringify(owner));
  expect(reset('--yes').status).toBe(1);
  expect(existsSync(join(folder, 'postgres', 'data'))).toBe(true);
});
