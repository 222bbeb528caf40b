/** The engine with the real kinds: properties that hold for every drawing, and what the templates compile to. */
import fc from 'fast-check';
import { Liquid } from 'liquidjs';
import { describe, expect, it, vi } from 'vitest';
import type { FlowDocument } from '../flow/document.ts';
import { buildGraph } from '../flow/graph.ts';
import { stableStringify } from '../lib/json.ts';
import { templates } from '../templates/registry.ts';
import type { AssistantBody } from '../vapi/contract/assistant.ts';
import { readScript } from '../vapi/script/read.ts';
import { discloses } from './answer/disclosure.ts';
import { checkFlow, compileFlow, readFlow, registry } from './registry.ts';
import { arbitraryFlow } from './testing/arbitrary-flow.ts';
import { RUNTIME } from './testing/runtime.ts';

const liquid = new Liquid();
const seed = Number(process.env.SEED ?? 20261123);
/** Thousands of drawings in one test take their time on a busy machine. */
vi.setConfig({ testTimeout: 900_000 });
const numRuns = Number(process.env.RUNS ?? 3_000);

function assistantsOf(document: FlowDocument): AssistantBody[] {
  const { payload } = compileFlow(document, { mode: 'publish', runtime: RUNTIME });
  if (!payload) return [];
  return payload.type === 'assistant'
    ? [payload.assistant]
    : payload.squad.members.flatMap((member) => ('assistant' in member ? [member.assistant] : []));
}

/** The same JSON with the keys of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, reversed(part)]),
  );
}

describe(`every generated flow (seed ${seed}, ${numRuns} runs)`, () => {
  it('is read without loss and compiles to a payload that the contract accepts', () => {
    fc.assert(
      fc.property(arbitraryFlow(), (document) => {
        expect(readFlow(JSON.parse(JSON.stringify(document))).problems).toEqual([]);
        for (const mode of ['preview', 'publish'] as const)
          expect(
            compileFlow(document, { mode, runtime: RUNTIME }).problems.filter(
              (problem) => problem.code === 'payload-refused',
            ),
          ).toEqual([]);
      }),
      { seed, numRuns },
    );
  });

  it('says in its first utterance that an automated assistant speaks', () => {
    fc.assert(
      fc.property(arbitraryFlow(), (document) => {
        const first = assistantsOf(document)[0]!;
        expect(first.firstMessageMode).toBe('assistant-speaks-first');
        // The disclosure may be the person's wording or the standard sentence behind it.
        const sentences = first.firstMessage!.split(/(?<=[.!?])\s+/);
        expect(sentences.some((sentence) => discloses(sentence, document.language))).toBe(true);
      }),
      { seed, numRuns },
    );
  });

  it('compiles to members that form a DAG, each with a step script that can be read', () => {
    fc.assert(
      fc.property(arbitraryFlow(), (document) => {
        const assistants = assistantsOf(document);
        const order = new Map(assistants.map((assistant, index) => [assistant.name, index]));
        expect(order.size).toBe(assistants.length);
        assistants.forEach((assistant, index) => {
          expect(readScript(liquid.parseAndRenderSync(assistant.model.messages[0]!.content))).not.toBeNull();
          for (const tool of assistant.model.tools ?? [])
            if (tool.type === 'handoff')
              for (const to of tool.destinations) expect(order.get(to.assistantName)).toBeGreaterThan(index);
        });
      }),
      { seed, numRuns },
    );
  });

  it('has at most one member for four steps, as no sections are drawn', () => {
    fc.assert(
      fc.property(arbitraryFlow(24), (document) => {
        const { manifest } = compileFlow(document, { mode: 'publish' });
        const steps = buildGraph(document, registry).reachable.size;
        expect(manifest.members.length).toBeLessThanOrEqual(Math.max(1, Math.floor(steps / 4)));
      }),
      { seed, numRuns: Math.ceil(numRuns / 3) },
    );
  });

  it('compiles to the same bytes whatever the order of keys', () => {
    fc.assert(
      fc.property(arbitraryFlow(), (document) => {
        const bytes = (one: FlowDocument) =>
          stableStringify(compileFlow(one, { mode: 'publish', runtime: RUNTIME }));
        expect(bytes(reversed(document) as FlowDocument)).toBe(bytes(document));
      }),
      { seed, numRuns: Math.ceil(numRuns / 3) },
    );
  });

  it('reads, checks and compiles any JSON without throwing', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 5 }),
        arbitraryFlow(4),
        fc.constantFrom('nodes', 'edges', 'information', 'hours', 'settings', 'language', 'name'),
        (junk, flow, key) => {
          for (const json of [junk, { ...flow, [key]: junk }]) {
            const { document } = readFlow(json);
            checkFlow(document);
            compileFlow(document, { mode: 'publish' });
          }
        },
      ),
      { seed, numRuns },
    );
  });
});

describe('templates', () => {
  for (const template of templates)
    for (const language of ['fr', 'en'] as const)
      it(`${template.id} in ${language}: read without loss, no problem, few members`, () => {
        const document = template.build(language, { name: template.messages[language].place });
        expect(readFlow(JSON.parse(JSON.stringify(document)))).toEqual({ document, problems: [] });
        const compiled = compileFlow(document, { mode: 'publish' });
        expect(compiled.problems).toEqual([]);
        expect(JSON.stringify(compiled.payload)).not.toContain('note_step');
      });

  it('compile to three members or fewer in the median, and to none that splits four steps', () => {
    const sizes = templates.map((template) => {
      const document = template.build('fr', { name: 'X' });
      const { members } = compileFlow(document, { mode: 'publish' }).manifest;
      expect(members.length).toBeLessThanOrEqual(
        Math.max(1, Math.floor(Object.keys(document.nodes).length / 4)),
      );
      return members.length;
    });
    expect(sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(3);
  });

  it('appointment booking is one assistant, restaurant reservation a squad whose rule vetoes every wrong way', () => {
    const [booking, restaurant] = templates.map(
      (template) => compileFlow(template.build('fr', { name: 'X' }), { mode: 'publish' }).payload!,
    );
    expect(booking!.type).toBe('assistant');
    const squad = restaurant!.type === 'squad' ? restaurant!.squad : null;
    expect(squad!.members).toHaveLength(2);
    const first = squad!.members[0]!;
    const vetoes = Object.fromEntries(
      ('assistant' in first ? first.assistant.model.tools! : []).map((tool) => [
        tool.type === 'handoff' ? tool.function.name : tool.type,
        tool.rejectionPlan?.conditions.map((condition) => condition.type === 'liquid' && condition.liquid),
      ]),
    );
    const staysInside = '{% if rule_large == "yes" %}true{% else %}false{% endif %}';
    expect(vetoes).toEqual({
      code: undefined,
      go_large_yes: ['{% if rule_large == "yes" %}false{% else %}true{% endif %}'],
      transferCall: [staysInside],
      endCall: [staysInside],
    });
  });
});
