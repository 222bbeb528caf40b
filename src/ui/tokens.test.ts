/** Texts and signs can be read: the contrast of the tokens, in both themes (WCAG 2.2, AA). */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('[data-theme="dark"]');

function colours(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const FAMILIES = ['begin', 'speak', 'listen', 'decide', 'act', 'leave', 'aid'];

/** Foreground, background, least ratio. */
const PAIRS: [string, string, number][] = [
  ...['canvas', 'card', 'raised'].map((on): [string, string, number] => ['ink', on, 4.5]),
  ...['canvas', 'card', 'fill'].map((on): [string, string, number] => ['muted', on, 4.5]),
  ...['accent', 'danger', 'warning', 'success'].flatMap((tone): [string, string, number][] => [
    [tone, 'card', 4.5],
    [tone, `${tone}-soft`, 4.5],
    ['ink', `${tone}-soft`, 4.5],
  ]),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['on-danger', 'danger', 4.5],
  ['on-danger', 'danger-strong', 4.5],
  ['card', 'success', 4.5],
  ['field', 'card', 3],
  ['edge', 'canvas', 3],
  // signs, which need 3; information chips are text
  ...FAMILIES.map((family): [string, string, number] => [`family-${family}`, `family-${family}-tint`, 3]),
  ['family-listen', 'family-listen-tint', 4.5],
  ['family-listen', 'card', 4.5],
];

describe.each([
  ['light', colours(light)],
  ['dark', new Map([...colours(light), ...colours(dark)])],
])('%s', (_theme, palette) => {
  test.each(PAIRS)('%s on %s has at least %d : 1', (foreground, background, least) => {
    const ratio = contrast(palette.get(foreground) ?? '', palette.get(background) ?? '');
    expect(ratio).toBeGreaterThanOrEqual(least);
  });
});

test('both themes name the same colours', () => {
  expect([...colours(dark).keys()].sort()).toEqual([...colours(light).keys()].sort());
});
