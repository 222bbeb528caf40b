/**
 * Sample payloads of the published API against the shapes of the sandbox: what Vapi takes, the sandbox takes. The
 * samples are not part of this project: set VAPI_OPENAPI to the `openapi.json` beside whose folder `minimal` they lie.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import type * as z from 'zod';
import { assistantShape, chatShape, createNumberShape, squadShape, webCallShape } from './bodies.ts';
import { checkShape } from './check.ts';
import { toolShape } from './tools.ts';

const SHAPES: readonly (readonly [RegExp, z.ZodType])[] = [
  [/^assistant\./, assistantShape],
  [/^squad\./, squadShape],
  // There are DTOs for these two, but no endpoint takes them.
  [/^tool\.(?!make|ghl)/, toolShape],
  [/^phone\./, createNumberShape],
  [/^chat\./, chatShape],
  [/^call\.web\.json/, webCallShape],
];

const path = process.env.VAPI_OPENAPI;
const folder = path === undefined ? '' : join(dirname(path), 'minimal');
const names = folder !== '' && existsSync(folder) ? readdirSync(folder) : [];
const samples = names.flatMap((name) => {
  const shape = SHAPES.find(([pattern]) => pattern.test(name))?.[1];
  return shape && name.endsWith('.json') ? [{ name, shape }] : [];
});

it('samples of the published API are taken', () => {
  if (samples.length === 0)
    process.stdout.write('VAPI_OPENAPI is not set: the sandbox was not checked against published samples.\n');
  const refused = samples.flatMap(({ name, shape }) => {
    const checked = checkShape(shape, JSON.parse(readFileSync(join(folder, name), 'utf8')));
    return checked.ok ? [] : [`${name}: ${checked.failure.join('; ')}`];
  });
  expect(refused).toEqual([]);
});
