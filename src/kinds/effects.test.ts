/** What a flow reaches outside is told before it is put in service: no tool that leaves the call is without its effect. */
import { describe, expect, it } from 'vitest';
import type { FlowDocument } from '../flow/document.ts';
import type { StepEffect } from '../flow/effect.ts';
import { templates } from '../templates/registry.ts';
import { compileFlow } from './registry.ts';
import { soundFlow } from './testing/agreement/sound-flow.ts';
import { everyKind } from './testing/every-kind.ts';
import { squadOf } from './testing/mutations.ts';
import { assistantsOf } from './testing/pitfalls/row.ts';
import { RUNTIME } from './testing/runtime.ts';

const LANGUAGES = ['en', 'fr'] as const;
const drawings: [string, FlowDocument][] = LANGUAGES.flatMap((language) => [
  [`every kind, ${language}`, everyKind(language)],
  ...templates.map((one): [string, FlowDocument] => [
    `${one.id}, ${language}`,
    one.build(language, { name: 'Reception' }),
  ]),
]);
for (let seed = 1; seed <= 100; seed += 1) drawings.push([`seed ${seed}`, soundFlow(seed)]);

describe('effects', () => {
  it.each(drawings)('cover every tool that leaves the call: %s', (_name, document) => {
    const { payload, manifest } = compileFlow(document, { mode: 'publish', runtime: RUNTIME });
    const effects = manifest.effects ?? [];
    const dialled = new Set(effects.filter(({ kind }) => kind === 'dials').map(({ to }) => to.value));
    const acting = new Set(effects.filter(({ kind }) => kind !== 'dials').map(({ node }) => node));
    const used = new Set<string>();
    for (const tool of assistantsOf(squadOf(payload!)).flatMap(({ model }) => model.tools ?? [])) {
      if (tool.type === 'transferCall')
        for (const { number } of tool.destinations) {
          expect(dialled).toContain(number);
          used.add(number);
        }
      if (tool.type !== 'apiRequest') continue;
      const owner = manifest.tools.find(({ name }) => name === tool.name)!;
      expect(acting).toContain(owner.node);
      used.add(owner.node);
    }
    // And nothing is announced that no tool can do.
    for (const { kind, to, node } of effects) expect(used).toContain(kind === 'dials' ? to.value : node);
    // Steps are told by their drawn names, whatever copies were made of them.
    for (const { node } of effects) expect(document.nodes).toHaveProperty([node]);
  });

  it('name whom each kind reaches, and what goes along', () => {
    const { manifest } = compileFlow(everyKind('en'), { mode: 'publish', runtime: RUNTIME });
    const told = (kind: StepEffect['kind']) => manifest.effects!.filter((effect) => effect.kind === kind);
    for (const kind of ['dials', 'asks', 'texts', 'books'] as const) expect(told(kind), kind).not.toEqual([]);
    for (const { to } of told('asks')) expect(to.value).toMatch(/^[a-z0-9.-]+$/);
  });

  it('are none where the line has no endpoint to act through', () => {
    const { manifest } = compileFlow(everyKind('en'), { mode: 'publish' });
    expect(manifest.effects!.map(({ kind }) => kind)).not.toContain('books');
  });
});
