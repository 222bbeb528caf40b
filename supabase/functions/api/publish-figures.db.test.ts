/**
 * What publishing asks of Vapi, counted against the sandbox on a real database: a flow of five members, the same once more, and the way
 * back with every request taking 300 ms. Counts are asserted; the time is printed. To read the figures:
 * `npx vitest run --project database --silent=false supabase/functions/api/publish-figures.db.test.ts`
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FlowDocument, NodeId } from '../../../src/flow/document.ts';
import { type DeploymentAnswer, deploymentAnswer } from '../../../src/publish/wire.ts';
import { templates } from '../../../src/templates/registry.ts';
import {
  drawFlow,
  getNumber,
  type Office,
  openOffice,
  publishFlow,
  type Worker,
} from '../../tests/functions/office.ts';

const LATENCY = 300;

let office: Office;
let worker: Worker;
/** Of Vapi, in order; without ids. */
let asked: string[] = [];
const changes = () => asked.filter((request) => !request.startsWith('GET'));
const count = (request: string) => asked.filter((one) => one === request).length;
const tell = (figure: string, value: number | string, goal: string) =>
  console.log(`${figure}: ${value} (goal ${goal})`);

beforeAll(async () => {
  office = await openOffice();
  worker = await office.hire();
});
afterAll(() => office.close());

function listen(latency = 0): void {
  asked = [];
  office.interceptVapi(async (request, pass) => {
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
    asked.push(`${request.method} ${new URL(request.url).pathname.split('/').slice(0, 2).join('/')}`);
    return pass();
  });
}

/** A drawn section is a member of its own. */
function fiveMembers(closing?: string): FlowDocument {
  const template = templates.find(({ id }) => id === 'real-estate-visit');
  if (!template) throw new Error('the template is gone');
  const drawn = structuredClone(template.build('fr', { name: 'Agence' }));
  const booked = drawn.nodes['booked' as NodeId];
  if (!booked) throw new Error('the template is drawn otherwise');
  const part = {
    id: 'part' as NodeId,
    kind: 'section',
    position: { x: 0, y: 0 },
    data: { title: 'Fin', color: 'blue' },
  };
  const data = closing === undefined ? booked.data : { ...booked.data, closing };
  const nodes = { ...drawn.nodes, [part.id]: part, [booked.id]: { ...booked, section: part.id, data } };
  return { ...drawn, nodes };
}

async function finish(started: Response): Promise<DeploymentAnswer> {
  if (!started.ok) throw new Error(`not started: ${await started.text()}`);
  let deployment = deploymentAnswer.parse(await started.json());
  for (let round = 0; deployment.state === 'running' && round < 20; round += 1) {
    const advanced = await office.ask(worker, 'POST', `/publications/${deployment.id}/advance`);
    deployment = deploymentAnswer.parse(await advanced.json());
  }
  return deployment;
}

it('asks Vapi as seldom as it can', async () => {
  const flow = await drawFlow(worker, fiveMembers());
  const number = await getNumber(office, worker);

  listen();
  const first = await publishFlow(office, worker, flow, number.id);
  expect(first).toMatchObject({ state: 'live', error: null });
  expect(changes().toSorted()).toEqual([
    'PATCH /phone-number',
    ...Array.from({ length: 5 }, () => 'POST /assistant'),
    'POST /squad',
  ]);
  tell('publish, 5 members: requests to Vapi', asked.length, '<= 20');
  tell('publish, 5 members: creations', changes().length - 1, '6');
  expect(asked.length).toBeLessThanOrEqual(20);

  listen();
  expect(await publishFlow(office, worker, flow, number.id)).toMatchObject({ state: 'live', version: 1 });
  tell('republish unchanged: creations', count('POST /assistant') + count('POST /squad'), '= 0');
  tell('republish unchanged: requests to Vapi', asked.length, '<= 20');
  expect(changes().filter((request) => request.startsWith('POST'))).toEqual([]);
  expect(asked.length).toBeLessThanOrEqual(20);

  await worker.client
    .from('flows')
    .update({ document: fiveMembers('Au revoir et à très bientôt.') })
    .eq('id', flow);
  listen();
  expect(await publishFlow(office, worker, flow, number.id, 2)).toMatchObject({ state: 'live', version: 2 });
  // The member that says them, and the squad that must name it.
  tell('publish, last words changed: creations', count('POST /assistant') + count('POST /squad'), '2');
  tell('publish, last words changed: requests to Vapi', asked.length, '<= 12');
  expect(changes().toSorted()).toEqual(['PATCH /phone-number', 'POST /assistant', 'POST /squad']);

  listen(LATENCY);
  const began = performance.now();
  const back = await finish(await office.ask(worker, 'POST', `/publications/${first.id}/restore`));
  const seconds = (performance.now() - began) / 1000;
  office.interceptVapi(null);
  expect(back).toMatchObject({ state: 'live', version: 1, error: null });
  tell('roll back, 5 members: requests that change anything', changes().length, '= 1');
  tell('roll back, 5 members: requests to Vapi', asked.length, '<= 12');
  tell(`roll back, 5 members: seconds at ${LATENCY} ms latency`, seconds.toFixed(1), '<= 5');
  expect(changes()).toEqual(['PATCH /phone-number']);
});
