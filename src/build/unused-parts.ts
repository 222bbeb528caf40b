/**
 * Build only: leaves out modules of packages that we never call and that the packages cannot shake off, because a class
 * makes one of each. Whoever begins to use one takes its row away; the journeys sign in with the built app, and move its canvas.
 */
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const MOVEMENT = resolve(import.meta.dirname, 'movement.ts').replaceAll('\\', '/');

const EMPTY: readonly (readonly [RegExp, string])[] = [
  // Colours are never moved from one to another: d3 brings them for its animations, of which the canvas makes none but its own way.
  [
    /\/d3-color\/dist\/.*\.m?js$/,
    `export const color = () => null;
const none = undefined;
export { none as rgb, none as hsl, none as lab, none as hcl, none as cubehelix, none as gray, none as lch };`,
  ],
  [
    /\/d3-transition\/dist\/.*\.m?js$/,
    `import { selection } from 'd3-selection';
import { interrupt, Movement } from '${MOVEMENT}';
selection.prototype.interrupt = function () { return this.each(function () { interrupt(this); }); };
selection.prototype.transition = function () { return new Movement(this); };
export { interrupt };`,
  ],
];

/** Imports of which less is needed: what stands there, and what stands there then. */
const LESS: readonly (readonly [RegExp, string, string])[] = [
  // `interpolate` moves anything, letters and colours too; a view moves smoothly or not at all.
  [
    /\/@xyflow\/system\/dist\/esm\/index\.js$/,
    "import { interpolateZoom, interpolate } from 'd3-interpolate';",
    "import { interpolateZoom } from 'd3-interpolate'; const interpolate = interpolateZoom;",
  ],
];

/** Files of which every call outside functions only makes a function: one of which nothing is used goes. */
const MAKING = /\/d3-interpolate\/dist\/d3-interpolate\.mjs$/;
const CALL = /^var ([\w$]+) = (?=\(function |\w+\()/gm;

export function unusedParts(): Plugin {
  return {
    name: 'unused-parts',
    apply: 'build',
    transform: {
      filter: { id: [MAKING, ...[...EMPTY, ...LESS].map(([id]) => id)] },
      handler(code, id) {
        if (MAKING.test(id)) return { code: code.replace(CALL, 'var $1 = /* @__PURE__ */ '), map: null };
        const [, before, after] = LESS.find(([pattern]) => pattern.test(id)) ?? [];
        if (before !== undefined && after !== undefined) {
          if (!code.includes(before)) throw new Error(`${id} no longer holds: ${before}`);
          return { code: code.replace(before, after), map: null };
        }
        const other = EMPTY.find(([pattern]) => pattern.test(id))?.[1];
        return other === undefined ? null : { code: other, map: null };
      },
    },
  };
}
