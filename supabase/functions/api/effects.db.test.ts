/** The plan of a publication says whom the flow will reach, and how that differs from what answers the number. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FlowDocument, NodeId } from '../../../src/flow/document.ts';
import { everyKind } from '../../../src/kinds/testing/every-kind.ts';
import { planAnswer } from '../../../src/publish/wire.ts';
import {
  drawFlow,
  getNumber,
  type Office,
  openOffice,
  publishFlow,
  type Worker,
} from '../../tests/functions/office.ts';

let office: Office;
let owner: Worker;

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire();
});
afterAll(() => office.close());

async function effectsOf(flowId: string, numberId: string) {
  const response = await office.ask(owner, 'POST', '/publications/plan', { flowId, numberId });
  return planAnswer.parse(await response.json()).effects;
}

const withData = (document: FlowDocument, node: string, data: object): FlowDocument => {
  const step = document.nodes[node as NodeId]!;
  const changed = { ...step, data: { ...(step.data as object), ...data } };
  return { ...document, nodes: { ...document.nodes, [node]: changed } };
};

it('names every telephone, system, message and calendar, then what changes about them', async () => {
  const drawn = everyKind('en');
  const flowId = await drawFlow(owner, drawn);
  const number = await getNumber(office, owner);
  const first = await effectsOf(flowId, number.id);
  expect(new Set(first.map(({ kind }) => kind))).toEqual(new Set(['dials', 'asks', 'texts', 'books']));
  // Nothing answers the number yet: there is nothing to compare with.
  expect(first.map(({ difference }) => difference)).toEqual(first.map(() => null));
  const asked = first.find(({ kind }) => kind === 'asks')!;
  expect(asked).toMatchObject({ to: { type: 'address' }, node: 'look' });

  expect(await publishFlow(office, owner, flowId, number.id)).toMatchObject({ state: 'live' });
  const same = await effectsOf(flowId, number.id);
  expect(same).toEqual(first);

  const other = withData(withData(drawn, 'look', { url: 'https://other.example.com/orders' }), 'send', {
    text: 'Thank you, {{who}}, for {{moment}} and {{colour}}.',
  });
  await owner.client.from('flows').update({ document: other }).eq('id', flowId);
  const after = await effectsOf(flowId, number.id);
  const differences = after
    .filter(({ difference }) => difference !== null)
    .map(({ kind, to, difference }) => [kind, to.name, difference]);
  expect(differences).toEqual([
    ['asks', 'other.example.com', 'new'],
    ['texts', after.find(({ kind }) => kind === 'texts')!.to.name, 'sends-other'],
    ['asks', asked.to.name, 'gone'],
  ]);
});
