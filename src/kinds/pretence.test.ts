/** What rehearsals pretend, played by the sandbox: another day, another caller, what fails, another beginning. */
import { describe, expect, it } from 'vitest';
import { callerAlong } from '../callers/caller.ts';
import { circumstancesFor } from '../callers/circumstances.ts';
import type { FlowDocument, InformationId, NodeId } from '../flow/document.ts';
import { buildGraph } from '../flow/graph.ts';
import { enumerateStraightWays } from '../flow/paths.ts';
import { outcomesOn } from '../rehearsals/untried.ts';
import { templates } from '../templates/registry.ts';
import { compileFlow, registry } from './registry.ts';
import { sayingLines, talk } from './testing/talk.ts';

/** A Monday afternoon that no rule of a template speaks of: what is played goes by what is pretended. */
const MONDAY = Date.UTC(2031, 2, 3, 14);
const MOST_CALLS = 8;
/** A step that neither speaks nor listens begins when the caller has said something. */
const HELLO = { en: 'Hello.', fr: 'Bonjour.' };

const drawings = templates.flatMap((template) =>
  (['fr', 'en'] as const).map((language) => ({
    name: `${template.id} in ${language}`,
    document: template.build(language, { name: 'X' }),
  })),
);

/** Whether something that reaches outside works on a way: without our endpoints nothing does. */
function worksOutside(document: FlowDocument, outcomes: Readonly<Record<NodeId, string>>): boolean {
  return Object.entries(outcomes).some(([node, exit]) => {
    const { kind, data } = document.nodes[node as NodeId]!;
    const row = registry
      .get(kind)!
      .exits(data)
      .find(({ id }) => id === exit);
    return row?.role !== 'failure' || row.because === 'nothing-free';
  });
}

describe.each(drawings)('$name', ({ document }) => {
  it('goes the way of the pretended day, past what is pretended to fail', async () => {
    let played = 0;
    for (const [index, way] of enumerateStraightWays(document, registry).ways.entries()) {
      if (played === MOST_CALLS) break;
      const outcomes = outcomesOn(document, way);
      const circumstances = circumstancesFor(document, way, { variety: index, waves: false });
      if (!circumstances || worksOutside(document, outcomes)) continue;
      const { trace } = await talk(document, callerAlong(document, way, circumstances), {
        now: () => MONDAY,
        pretence: { now: circumstances.now, outcomes },
      });
      expect(trace.visits.map(({ node }) => node)).toEqual(way.steps.map(({ node }) => node));
      played += 1;
    }
    expect(played).toBeGreaterThan(0);
  });

  it('begins at any step', async () => {
    const graph = buildGraph(document, registry);
    for (const node of graph.reachable) {
      if (node === graph.entry) continue;
      const { trace } = await talk(document, sayingLines([HELLO[document.language]]), {
        pretence: { from: node },
      });
      expect(trace.visits.slice(0, 2).map((visit) => visit.node)).toEqual([graph.entry, node]);
    }
  });
});

describe('what is known', () => {
  const booking = templates[0]!.build('en', { name: 'X' });

  it('is spoken of as if the caller had told it', async () => {
    const [name] = Object.values(booking.information).filter(({ type }) => type === 'name');
    const node =
      booking.nodes[
        Object.keys(booking.nodes).find((id) => booking.nodes[id as NodeId]!.kind === 'hang-up') as NodeId
      ]!;
    const document: FlowDocument = {
      ...booking,
      nodes: {
        ...booking.nodes,
        told: {
          ...node,
          id: 'told',
          kind: 'say',
          data: { text: `Thank you, {{${name!.id}}}.`, exactly: false },
        },
      },
    } as unknown as FlowDocument;
    const { turns } = await talk(document, sayingLines([HELLO[document.language]]), {
      pretence: {
        from: 'told' as NodeId,
        known: { [name!.id]: 'Zoe Smith' } as Record<InformationId, string>,
      },
    });
    expect(turns.flat().join(' ')).toContain('Thank you, Zoe Smith.');
  });
});

describe('what answers real calls', () => {
  it('pretends nothing', () => {
    for (const { document } of drawings) {
      const node = Object.keys(document.nodes).at(-1) as NodeId;
      const pretence = { now: 0, caller: '+33639980011', from: node, outcomes: { [node]: 'problem' } };
      expect(compileFlow(document, { mode: 'publish', pretence })).toEqual(
        compileFlow(document, { mode: 'publish' }),
      );
    }
  });
});
