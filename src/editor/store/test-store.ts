/** For tests: a document store with two invented kinds, counted ids and a clock that is moved by hand. */
import * as z from 'zod';
import { emptyDocument, type FlowDocument, type NodeId } from '../../flow/document.ts';
import { createRegistry, defineKind } from '../../flow/kind.ts';
import { addStep } from '../commands/add-step.ts';
import { createDocumentStore } from './document-store.ts';

const fragment = (): never => {
  throw new Error('Invented kinds are not compiled');
};

const start = defineKind({
  id: 'start',
  family: 'begin',
  entry: true,
  schema: z.strictObject({ text: z.string() }),
  create: () => ({ text: 'Hello' }),
  exits: () => [{ id: 'next', role: 'next', because: 'went-on' }],
  sentences: (data) => [{ field: 'text', text: data.text }],
  collects: () => [],
  uses: () => [],
  checks: [],
  lower: fragment,
  simulate: fragment,
  examples: {},
});

const fork = defineKind({
  id: 'fork',
  family: 'decide',
  schema: z.strictObject({ text: z.string().max(40), ways: z.array(z.string()) }),
  create: () => ({ text: '', ways: ['a', 'b'] }),
  exits: (data) =>
    data.ways.map((id) => ({
      id,
      role: 'case' as const,
      label: id.toUpperCase(),
      because: 'caller-chose' as const,
    })),
  sentences: (data) => [{ field: 'text', text: data.text }],
  collects: () => [],
  uses: () => [],
  checks: [],
  lower: fragment,
  simulate: fragment,
  examples: {},
});

export const inventedKinds = createRegistry([start, fork]);

export function createTestStore(document: FlowDocument = emptyDocument('Test', 'en')) {
  let ids = 0;
  let time = 0;
  const store = createDocumentStore(document, {
    kinds: inventedKinds,
    newId: (prefix) => {
      ids += 1;
      return `${prefix}${ids}`;
    },
    now: () => time,
    layout: ({ nodes }) =>
      Object.fromEntries(
        Object.keys(nodes)
          .sort()
          .map((id, index) => [id, { x: index * 340, y: 0 }]),
      ),
  });
  const add = (kind: string): NodeId => {
    store.run(addStep, { kind, position: { x: 0, y: 0 } });
    return [...store.state.getState().selection.nodes][0]!;
  };
  const clock = {
    advance(milliseconds: number) {
      time += milliseconds;
    },
  };
  return { store, add, clock };
}
