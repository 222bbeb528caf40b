/** Answers that become part of a drawing, and are taken back. */
import { describe, expect, it } from 'vitest';
import { checkFlow, readFlow, registry } from '../kinds/registry.ts';
import { templates } from '../templates/registry.ts';
import type { FlowDocument, NodeId } from './document.ts';
import { teach, unteach } from './teach.ts';

const answering = templates
  .map((template) => template.build('fr', { name: 'Cabinet Martin' }))
  .filter((document) => Object.values(document.nodes).some(({ kind }) => registry.get(kind)?.learns));
const stepOf = (document: FlowDocument) =>
  Object.values(document.nodes).find(({ kind }) => registry.get(kind)?.learns)!.id;
const FACT = { question: 'Acceptez-vous les chiens ?', answer: 'Oui, les petits.' };

describe.each(answering.map((document, index) => [index, document] as const))(
  'template %i',
  (_index, document) => {
    it('learns at the step that was asked, and reads as a sound drawing', () => {
      const taught = teach(document, registry, stepOf(document), FACT);
      if (!taught.ok) throw new Error(taught.reason);
      expect(taught.node).toBe(stepOf(document));
      expect(readFlow(taught.document)).toEqual({ document: taught.document, problems: [] });
      expect(checkFlow(taught.document).filter(({ severity }) => severity === 'error')).toEqual(
        checkFlow(document).filter(({ severity }) => severity === 'error'),
      );
      expect(JSON.stringify(taught.document.nodes[taught.node]?.data)).toContain(FACT.answer);
    });

    it('is as before when that is taken back, but not over what somebody changed since', () => {
      const taught = teach(document, registry, stepOf(document), FACT);
      if (!taught.ok) throw new Error(taught.reason);
      const { node } = taught;
      const data = taught.document.nodes[node]!.data;
      expect(unteach(taught.document, node, data, document.nodes[node]!.data)).toEqual(document);
      const more = teach(taught.document, registry, node, { ...FACT, question: 'Et les chats ?' });
      if (!more.ok) throw new Error(more.reason);
      expect(unteach(more.document, node, data, document.nodes[node]!.data)).toBeNull();
    });
  },
);

it('a step that is gone is replaced by another that answers; without any there is none', () => {
  const [document] = answering;
  const taught = teach(document!, registry, 'gone' as NodeId, FACT);
  expect(taught).toMatchObject({ ok: true, node: stepOf(document!) });
  const without = { ...document!, nodes: {} };
  expect(teach(without, registry, 'gone' as NodeId, FACT)).toEqual({ ok: false, reason: 'no-step' });
});

it('the same question gets the new answer; a full step says so', () => {
  let [document] = answering;
  const node = stepOf(document!);
  const knows = (each: FlowDocument) => (each.nodes[node]!.data as { facts: { answer: string }[] }).facts;
  const first = teach(document!, registry, node, FACT);
  if (!first.ok) throw new Error(first.reason);
  const again = teach(first.document, registry, node, { ...FACT, answer: 'Non.' });
  if (!again.ok) throw new Error(again.reason);
  expect(knows(again.document)).toHaveLength(knows(first.document).length);
  expect(knows(again.document).at(-1)?.answer).toBe('Non.');
  for (let number = 0; ; number += 1) {
    const taught = teach(document!, registry, node, { ...FACT, question: `Question ${number} ?` });
    if (!taught.ok) {
      expect(taught.reason).toBe('full');
      expect(number).toBeGreaterThan(10);
      break;
    }
    document = taught.document;
  }
  expect(readFlow(document).problems).toEqual([]);
});
