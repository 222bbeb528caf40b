/**
 * Vetoes hold, whatever the model does: every template is played by a model that ignores its orders at every rule, along as
 * many ways as it takes to come to each result of each rule.
 */
import { writeSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { callerAlong } from '../callers/caller.ts';
import { circumstancesFor } from '../callers/circumstances.ts';
import type { FlowDocument } from '../flow/document.ts';
import { enumerateWays } from '../flow/paths.ts';
import { templates } from '../templates/registry.ts';
import { compileFlow, registry } from './registry.ts';
import { disobedient, vetoedRules } from './testing/disobedient-model.ts';
import { everyKind } from './testing/every-kind.ts';
import { squadOf } from './testing/mutations.ts';
import { callNets, subjectOf } from './testing/noticing.ts';
import { worldAlong } from './testing/outside-world.ts';
import { assistantsOf } from './testing/pitfalls/row.ts';
import { RUNTIME } from './testing/runtime.ts';
import { talk } from './testing/talk.ts';

let refused = 0;

/** As many ways as it takes to leave every rule by every result. */
function waysOf(document: FlowDocument) {
  const { manifest } = compileFlow(document, { mode: 'preview', runtime: RUNTIME });
  const rules = vetoedRules(manifest);
  const seen = new Set<string>();
  return enumerateWays(document, registry).ways.flatMap((way) => {
    const results = way.steps.flatMap(({ node, exit }) => (rules.has(node) ? [`${node} ${exit}`] : []));
    if (results.every((result) => seen.has(result))) return [];
    const circumstances = circumstancesFor(document, way);
    if (!circumstances) return [];
    for (const result of results) seen.add(result);
    return [{ manifest, way, circumstances, name: results.join(', ') }];
  });
}

const drawings = (['fr', 'en'] as const).flatMap((language) => [
  ...templates.map((template) => ({
    name: `${template.id} in ${language}`,
    document: template.build(language, { name: template.messages[language].place }),
  })),
  { name: `every kind in ${language}`, document: everyKind(language) },
]);
const cases = drawings.flatMap(({ name, document }) =>
  waysOf(document).map((one) => ({ ...one, document, name: `${name}: ${one.name}` })),
);

describe('a model that ignores its orders', () => {
  it.each(cases)('$name', async ({ document, manifest, way, circumstances }) => {
    const against = disobedient(manifest);
    const caller = callerAlong(document, way, circumstances);
    await talk(document, caller, { ...worldAlong(document, way, circumstances), model: against.model });
    expect(against.letThrough()).toEqual([]);
    refused += against.tried.length;
  });
});

/** The drawing in which every kind of veto is needed. */
const subject = subjectOf(templates.find(({ id }) => id === 'law-firm')!.build('en', { name: 'Laurent' }));

describe('a veto that the compiler left out', () => {
  it('would be looked for on many ways', () => {
    expect(cases.length).toBeGreaterThan(20);
  });

  it.each(['handoff', 'apiRequest', 'transferCall', 'endCall'])(
    'of a tool of type %s shows',
    async (type) => {
      const payload = structuredClone(subject.payload);
      const tools = assistantsOf(squadOf(payload)).flatMap(({ model }) => model.tools ?? []);
      const vetoed = tools.filter((tool) => tool.type === type && tool.rejectionPlan !== undefined);
      expect(vetoed.length).toBeGreaterThan(0);
      for (const tool of vetoed) delete tool.rejectionPlan;
      expect(await callNets.vetoes!(subject, payload)).toMatch(/, (before|after) rule_/);
      expect(await callNets.vetoes!(subject, subject.payload)).toBeNull();
    },
  );
});

afterAll(() => {
  // Written past the reporter, which keeps quiet about tests that pass.
  writeSync(1, `vetoes: ${refused} forbidden calls tried on ${cases.length} ways, all refused\n`);
});
