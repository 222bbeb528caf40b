import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { CHOICES, chooseFor, hostedTarget } from './hosted.ts';

const FOLDER = resolve(import.meta.dirname, '..');
const target = (values: Record<string, string>) => hostedTarget((name) => values[name]);
const GIVEN = {
  ALLOKOLI_HOSTED_APP_URL: 'https://app.example.com',
  ALLOKOLI_HOSTED_EMAIL: 'tests@example.com',
  ALLOKOLI_HOSTED_PASSWORD: 'a long password',
};

it('every journey is chosen for a deployed app, or says why not', () => {
  const files = ['', 'support/'].flatMap((part) =>
    readdirSync(join(FOLDER, part))
      .filter((name) => name.endsWith('.e2e.ts'))
      .map((name) => part + name),
  );
  expect(Object.keys(CHOICES).toSorted()).toEqual(files.toSorted());
  const { files: chosen, left } = chooseFor(true);
  expect(chosen.length + left.length).toBe(files.length);
  expect(chooseFor(false).files.length).toBeLessThan(chosen.length);
});

it('a deployed app is asked only with an account', () => {
  expect(target({})).toBeNull();
  expect(target(GIVEN)).toEqual({
    appUrl: 'https://app.example.com',
    email: 'tests@example.com',
    password: 'a long password',
  });
  const { ALLOKOLI_HOSTED_PASSWORD: _, ...rest } = GIVEN;
  expect(() => target(rest)).toThrow(/ALLOKOLI_HOSTED_PASSWORD is missing/);
  expect(() => target({ ...GIVEN, ALLOKOLI_HOSTED_APP_URL: 'https://app.example.com/flows' })).toThrow(
    /ALLOKOLI_HOSTED_APP_URL is set, but not to/,
  );
});
