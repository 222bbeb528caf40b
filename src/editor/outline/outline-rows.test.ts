/** The rows of the outline: every step once, numbered as in the readable document, and kept where nothing has changed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDocument, type FlowDocument, type FlowNode, type NodeId } from '../../flow/document.ts';
import { outline } from '../../flow/outline/outline.ts';
import { kindNamesIn } from '../../kinds/kind-words.ts';
import { registry } from '../../kinds/registry.ts';
import { templates } from '../../templates/registry.ts';
import { outlineNamesIn } from './outline-names.ts';
import { type OutlineRow, outlineOf, rowOfExit, rowOfStep, shapeOf } from './outline-rows.ts';

const names = outlineNamesIn({ language: 'en', keys: false });
const desk = () => templates[0]!.build('en', { name: 'Desk' });
const rowsOf = (document: FlowDocument) => outlineOf(document, registry, names);
const flat = (rows: readonly OutlineRow[]): OutlineRow[] =>
  rows.flatMap((row) => [row, ...flat(row.children)]);

function withSteps(document: FlowDocument, ...nodes: readonly FlowNode[]): FlowDocument {
  return {
    ...document,
    nodes: { ...document.nodes, ...Object.fromEntries(nodes.map((node) => [node.id, node])) },
  };
}

const step = (id: string, kind: string, more: Partial<FlowNode> = {}): FlowNode => ({
  id: id as NodeId,
  kind,
  position: { x: 0, y: 0 },
  data: registry.get(kind)!.create({ language: 'en' }),
  ...more,
});

describe('the rows of a drawing', () => {
  it.each(templates.map(({ id }) => id))(
    'of %s hold every step once, with the numbers of the document',
    (id) => {
      const document = templates.find((one) => one.id === id)!.build('en', { name: 'Test' });
      const { rows, numbers } = rowsOf(document);
      const steps = flat(rows).filter((row) => row.type === 'step');
      const read = outline(document, registry).filter((block) => block.type === 'step');
      expect(steps.map(({ node }) => [node, numbers.get(node)]).sort()).toEqual(
        read.map(({ node, number }) => [node, number]).sort(),
      );
      expect(new Set(flat(rows).map((row) => row.id)).size).toBe(flat(rows).length);
    },
  );

  it('have a row for each way out, which says where it leads', () => {
    const document = desk();
    const answer = Object.values(document.nodes).find(({ kind }) => kind === 'answer')!;
    const [first] = rowsOf(document).rows;
    const edge = Object.values(document.edges).find(({ from }) => from === answer.id)!;
    expect(first).toMatchObject({
      type: 'step',
      id: rowOfStep(answer.id),
      children: [{ type: 'exit', id: rowOfExit(answer.id, 'next'), exit: 'next', to: edge.to }],
    });
  });

  it('put the steps of a section inside it, where the first of them is read', () => {
    const document = desk();
    const inside = Object.values(document.nodes).filter(({ kind }) => kind === 'ask' || kind === 'transfer');
    const drawn = withSteps(
      document,
      step('part', 'section', { data: { title: 'Requests', color: 'blue' } }),
      ...inside.map((node) => ({ ...node, section: 'part' as NodeId })),
    );
    const { rows } = rowsOf(drawn);
    const section = rows.find((row) => row.type === 'group' && row.group === 'section')!;
    expect(section.text).toBe('Requests');
    expect(section.children.map((row) => 'node' in row && row.node).sort()).toEqual(
      inside.map(({ id }) => id).sort(),
    );
    expect(
      flat(rows).filter((row) => 'node' in row && row.node === inside[0]!.id && row.type === 'step'),
    ).toHaveLength(1);
    // The section itself is not told again among the notes.
    expect(flat(rows).filter((row) => row.id === rowOfStep('part' as NodeId))).toEqual([]);
  });

  it('show what no call gets to, and notes, in groups of their own', () => {
    const drawn = withSteps(
      desk(),
      step('lost', 'say'),
      step('memo', 'note', { data: { text: 'Ask Dr Martin', color: 'yellow' } }),
    );
    const groups = rowsOf(drawn).rows.filter((row) => row.type === 'group');
    expect(groups.map(({ group, children }) => [group, children[0]?.text])).toEqual([
      ['unreached', 'Say'],
      ['aids', 'Ask Dr Martin'],
      ['anytime', names.rule('wants-human')],
    ]);
  });

  it('of an empty drawing are the rules of any time only', () => {
    expect(
      rowsOf(emptyDocument('', 'en')).rows.every((row) => row.type === 'group' && row.group === 'anytime'),
    ).toBe(true);
  });

  it('that are as before stay the same objects', () => {
    const document = desk();
    const before = rowsOf(document);
    const wish = Object.values(document.nodes).find(({ kind }) => kind === 'understand')!;
    const after = outlineOf(withSteps(document, { ...wish, title: 'Anything?' }), registry, names, before);
    const changed = after.rows.filter((row, index) => row !== before.rows[index]);
    expect(changed.map(({ text }) => text)).toEqual(['Anything?']);
    expect(
      outlineOf(document, registry, names, before).rows.every((row, index) => row === before.rows[index]),
    ).toBe(true);
  });

  it('keep a step of a kind that is not known, whatever its data is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        const drawn = withSteps(desk(), {
          ...step('odd', 'say'),
          kind: 'unheard-of',
          data: data as FlowNode['data'],
        });
        const row = flat(rowsOf(drawn).rows).find(({ id }) => id === rowOfStep('odd' as NodeId));
        expect(row).toMatchObject({ text: 'unheard-of', children: [] });
      }),
      { numRuns: 100 },
    );
  });
});

describe('the shape of a step', () => {
  it('is another one when its ways out are, not when its words are', () => {
    const { nodes } = desk();
    const wish = Object.values(nodes).find(({ kind }) => kind === 'understand')!;
    const { choices } = wish.data as { choices: { label: string }[] };
    const reworded = {
      ...wish,
      title: 'Else',
      data: { ...wish.data, choices: choices.map((one) => ({ ...one, label: 'x' })) },
    };
    const fewer = { ...wish, data: { ...wish.data, choices: choices.slice(1) } };
    expect(shapeOf(reworded, registry)).toBe(shapeOf(wish, registry));
    expect(shapeOf(fewer, registry)).not.toBe(shapeOf(wish, registry));
    expect(kindNamesIn({ language: 'en', keys: false }).step(wish)).not.toBe('');
  });
});
