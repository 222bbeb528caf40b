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

async function planOf(flowId: string, numberId: string) {
  const response = await office.ask(owner, 'POST', '/publications/plan', { flowId, numberId });
  return planAnswer.parse(await response.json());
}
const effectsOf = async (flowId: string, numberId: string) => (await planOf(flowId, numberId)).effects;

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

it('names a calendar as it is called now, and warns of one that was removed', async () => {
  const workspaceId = owner.workspace;
  const change = (what: 'rename' | 'remove', body: object) =>
    office.ask(owner, 'POST', `/calendars/${what}`, { workspaceId, ...body });
  await owner.client.from('calendars').insert({ workspace_id: workspaceId, name: 'Dr Roux' });
  const flowId = await drawFlow(owner, withData(everyKind('en'), 'book', { calendar: 'Dr Roux' }));
  const number = await getNumber(office, owner);
  await publishFlow(office, owner, flowId, number.id);
  const seen = async () => {
    const { effects, limits, warnings } = await planOf(flowId, number.id);
    const calendars = effects.filter(({ kind }) => kind === 'books');
    return {
      calendars: calendars.map(({ to, difference }) => [to.name, difference]),
      limits: limits.map(({ code, node, params }) => [code, node, params]),
      warnings,
    };
  };
  const before = await seen();
  expect(before).toMatchObject({ calendars: [['Dr Roux', null]], limits: [] });

  await change('rename', { name: 'Dr Roux', to: 'Dr Martin' });
  expect(await seen()).toEqual({ ...before, calendars: [['Dr Martin', null]] });

  await change('remove', { name: 'Dr Martin', cancel: false });
  expect(await seen()).toEqual({
    calendars: [['Dr Roux', null]],
    limits: [['book/calendar-removed', 'book', { name: 'Dr Roux' }]],
    warnings: before.warnings + 1,
  });
});
