/** A workspace's countries decide what is dialled, whatever stands in the drawing; only owners change them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PlanAnswer, planAnswer } from '../../../src/publish/wire.ts';
import {
  drawFlow,
  getNumber,
  hireViewer,
  type Office,
  openOffice,
  restaurantReservation,
  type Worker,
} from '../../tests/functions/office.ts';

let office: Office;
let owner: Worker;
let viewer: Worker;
beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire();
  viewer = await hireViewer(office, owner);
});
afterAll(() => office.close());

async function planOf(flowId: string, numberId: string): Promise<PlanAnswer> {
  const response = await office.ask(owner, 'POST', '/publications/plan', { flowId, numberId });
  return planAnswer.parse(await response.json());
}

const setCountries = (worker: Worker, countries: string[]) =>
  worker.client.from('workspaces').update({ countries }).eq('id', owner.workspace).select('countries');

it('a telephone in a country that is switched off is left out, and the plan says so', async () => {
  const flowId = await drawFlow(owner, restaurantReservation('fr'));
  const number = await getNumber(office, owner);
  const before = await planOf(flowId, number.id);
  expect(before.effects.map(({ kind }) => kind)).toContain('dials');
  expect(before.limits).toEqual([]);

  expect((await setCountries(owner, ['BE'])).data).toEqual([{ countries: ['BE'] }]);
  const after = await planOf(flowId, number.id);
  expect(after.effects.map(({ kind }) => kind)).not.toContain('dials');
  expect(after.limits.map(({ code }) => code)).toContain('transfer/number-abroad');
});

it('only owners change the countries, and only to countries', async () => {
  await setCountries(owner, ['FR']);
  const { data } = await setCountries(viewer, ['CU']);
  expect(data).toEqual([]);
  expect((await setCountries(owner, ['nowhere'])).error?.code).toBe('23514');
  const { data: rows } = await owner.client.from('workspaces').select('countries').eq('id', owner.workspace);
  expect(rows).toEqual([{ countries: ['FR'] }]);
});
