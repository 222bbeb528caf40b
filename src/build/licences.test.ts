/** What is handed out with the app or runs beside it may be used, changed and passed on by whoever takes the project. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const FREE = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Unlicense',
];

interface Locked {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly license?: string }>>;
}

it('every package that the product uses has a licence that asks for no more than to be named', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Locked;
  const used = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
  expect(used.length).toBeGreaterThan(50);
  const others = used.filter(([, { license = '' }]) => {
    const choices = license.replace(/^\(|\)$/g, '').split(' OR ');
    return !choices.some((choice) => choice.split(' AND ').every((one) => FREE.includes(one)));
  });
  expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});
