/** Whatever callers should be able to do, the flow that is made of it is complete: no problem, an end on every way, accepted by the contract. */
import { describe, expect, it } from 'vitest';
import { CALL_LANGUAGES, type CallLanguage, type FlowDocument, type FlowNode } from '../flow/document.ts';
import { enumerateStraightWays } from '../flow/paths.ts';
import { checkFlow, compileFlow, registry } from '../kinds/registry.ts';
import { templates } from './registry.ts';
import type { Template } from './template.ts';
import { drawWishes, type WishId, wishesOf } from './wishes.ts';

const RUNTIME = { url: (endpoint: string) => `https://example.com/${endpoint}`, parameters: () => [] };

function subsets(template: Template, language: CallLanguage): ReadonlySet<WishId>[] {
  const free = wishesOf(template, language).filter(({ isFixed }) => !isFixed);
  return Array.from(
    { length: 2 ** free.length },
    (_, bits) => new Set(free.filter((_wish, index) => (bits >> index) & 1).map(({ id }) => id)),
  );
}

function labelsIn(document: FlowDocument): string[] {
  return Object.values<FlowNode>(document.nodes).flatMap(({ data }) =>
    ((data as { choices?: readonly { label: string }[] }).choices ?? []).map(({ label }) => label),
  );
}

const named = (id: string) => templates.find((template) => template.id === id)!;

describe.each(templates)('$id', (template) => {
  describe.each(CALL_LANGUAGES)('in %s', (language) => {
    const name = template.messages[language].place;
    const all = wishesOf(template, language);

    it('every choice of wishes is drawn without a problem, and ends on every way', () => {
      const sets = subsets(template, language);
      const faults = sets.flatMap((wishes) => {
        const document = drawWishes(template, language, { name, wishes });
        const problems = checkFlow(document).map(({ code, at }) => `${code} ${JSON.stringify(at)}`);
        const { ways } = enumerateStraightWays(document, registry, 3_000);
        const lost = ways.filter(({ end }) => end === 'nowhere').length;
        const { payload, problems: refused } = compileFlow(document, { mode: 'publish', runtime: RUNTIME });
        const found = [
          ...problems,
          ...(ways.length === 0 || lost > 0 ? [`${lost} of ${ways.length} ways lead nowhere`] : []),
          ...(payload ? refused.map(({ code }) => `compiling: ${code}`) : ['not compiled']),
        ];
        return found.length > 0 ? [`${[...wishes].join('+') || 'nothing'}: ${found.join('; ')}`] : [];
      });
      expect(faults).toEqual([]);
      expect(sets.length).toBeGreaterThanOrEqual(2);
    }, 300_000);

    it('as usual is the template itself', () => {
      const usual = new Set(all.filter(({ isUsual }) => isUsual).map(({ id }) => id));
      expect(drawWishes(template, language, { name, wishes: usual })).toEqual({
        ...template.build(language, { name }),
        name,
      });
    });

    it('a wish that is left out is gone, one that is added is there', () => {
      const everything = new Set(all.map(({ id }) => id));
      for (const { id, label, isFixed } of all) {
        if (isFixed) continue;
        const without = new Set([...everything].filter((other) => other !== id));
        const rest = drawWishes(template, language, { name, wishes: without });
        expect(labelsIn(rest), `${id} left out`).not.toContain(label);
        expect(
          JSON.stringify(drawWishes(template, language, { name, wishes: everything })),
          `${id} added`,
        ).not.toEqual(JSON.stringify(rest));
      }
    });
  });
});

it('what only a wish needs goes with it', () => {
  const medical = named('medical-appointment');
  const wishes = new Set(['book', 'message']);
  const { nodes, information } = drawWishes(medical, 'fr', { name: 'Cabinet', wishes });
  expect(Object.keys(nodes)).toEqual(
    expect.arrayContaining(['details', 'booking', 'note', 'desk', 'urgent']),
  );
  for (const gone of ['move', 'cancel', 'papers', 'questions', 'answered'])
    expect(nodes).not.toHaveProperty(gone);
  expect(information).not.toHaveProperty('papers');
  expect(information).toHaveProperty('birth_date');
});

it('a message comes from the ready-made block where the template takes none', () => {
  const { nodes } = drawWishes(named('callback'), 'fr', { name: 'Cabinet', wishes: new Set(['message']) });
  expect(Object.values<FlowNode>(nodes).map(({ title }) => title)).toEqual(
    expect.arrayContaining(['Prendre un message', 'Message pris']),
  );
});
