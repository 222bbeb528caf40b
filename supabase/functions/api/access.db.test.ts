/** Who may ask the Edge Function `api`, and what a request must look like, on a real database and the Vapi sandbox. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statusAnswer } from '../../../src/publish/wire.ts';
import { codeOf } from '../../tests/functions/code-of.ts';
import {
  drawFlow,
  getNumber,
  hireViewer,
  type Office,
  ORIGIN,
  openOffice,
  publishFlow,
  type Worker,
} from '../../tests/functions/office.ts';
import { handle } from './handler.ts';

let office: Office;
let owner: Worker;
let stranger: Worker;
let viewer: Worker;
let flowId: string;

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire();
  stranger = await office.hire();
  viewer = await hireViewer(office, owner);
  flowId = await drawFlow(owner);
});

afterAll(() => office.close());

const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('who may ask', () => {
  it('anybody may ask for the status', async () => {
    const status = await office.ask(null, 'GET', '/status');
    expect(statusAnswer.parse(await status.json())).toEqual({
      sandbox: true,
      vapi: true,
      runtime: true,
      messages: { sms: 'caught', email: 'caught' },
    });
  });

  it('every other route needs a signed-in person', async () => {
    const routes = [
      ['POST', '/rehearsals'],
      ['POST', '/simulations'],
      ['POST', '/simulations/look'],
      ['POST', '/simulations/cancel'],
      ['GET', '/numbers'],
      ['POST', '/numbers/test'],
      ['GET', '/files'],
      ['POST', '/files'],
      ['GET', `/files/${NOBODY}/uses`],
      ['DELETE', `/files/${NOBODY}`],
      ['POST', '/publications/plan'],
      ['POST', '/publications'],
      ['GET', `/publications/${NOBODY}`],
      ['POST', `/publications/${NOBODY}/advance`],
    ] as const;
    for (const [method, path] of routes) {
      expect(await codeOf(await office.ask(null, method, path)), path).toBe('401 not-signed-in');
      for (const token of ['rubbish', office.stack.publishableKey, office.stack.secrets.secretKey]) {
        const headers = { authorization: `Bearer ${token}` };
        const response = await handle(new Request(`${ORIGIN}/api${path}`, { method, headers }), office.deps);
        expect(await codeOf(response), `${path} with ${token.slice(0, 10)}`).toBe('401 not-signed-in');
      }
    }
  });

  it('what belongs to somebody else is not told apart from what does not exist', async () => {
    const number = await getNumber(office, owner);
    const deployment = await publishFlow(office, owner, flowId, number.id);
    const mine = await getNumber(office, stranger);
    const requests = (flow: string, numberId: string, id: string): [string, string, unknown][] => [
      ['POST', '/rehearsals', { flowId: flow }],
      ['POST', '/publications/plan', { flowId: flow, numberId }],
      ['POST', '/publications', { flowId: flow, numberId, revision: 1 }],
      ['GET', `/publications/${id}`, undefined],
      ['POST', `/publications/${id}/advance`, undefined],
    ];
    const foreign = requests(flowId, mine.id, deployment.id);
    const missing = requests(NOBODY, NOBODY, NOBODY);
    for (const [index, [method, path, body]] of foreign.entries()) {
      const [, missingPath = '', missingBody] = missing[index] ?? [];
      const answers = [
        await office.ask(stranger, method as 'GET', path, body),
        await office.ask(stranger, method as 'GET', missingPath, missingBody),
      ];
      expect(
        answers.map((answer) => answer.status),
        path,
      ).toEqual([404, 404]);
      expect(await answers[0]?.text()).toBe(await answers[1]?.text());
    }
    const ownFlow = await drawFlow(stranger);
    const body = { flowId: ownFlow, numberId: number.id };
    expect(await codeOf(await office.ask(stranger, 'POST', '/publications/plan', body))).toBe(
      '404 not-found',
    );
    const borrowed = { workspaceId: owner.workspace };
    expect(await codeOf(await office.ask(stranger, 'POST', '/numbers/test', borrowed))).toBe('404 not-found');
    const list = await office.ask(stranger, 'GET', `/numbers?workspaceId=${owner.workspace}`);
    expect(await list.json()).toEqual([]);
  });

  it('a viewer may look and rehearse, but neither publish nor get a number', async () => {
    const number = await getNumber(office, owner);
    const body = { flowId, numberId: number.id };
    expect((await office.ask(viewer, 'POST', '/rehearsals', { flowId })).status).toBe(200);
    expect(await codeOf(await office.ask(viewer, 'POST', '/publications/plan', body))).toBe(
      '403 not-allowed',
    );
    const publish = await office.ask(viewer, 'POST', '/publications', { ...body, revision: 1 });
    expect(await codeOf(publish)).toBe('403 not-allowed');
    const getOne = await office.ask(viewer, 'POST', '/numbers/test', { workspaceId: owner.workspace });
    expect(await codeOf(getOne)).toBe('403 not-allowed');
  });
});

describe('requests', () => {
  const post = (body: BodyInit, type = 'application/json') =>
    handle(
      new Request(`${ORIGIN}/api/rehearsals`, {
        method: 'POST',
        body,
        headers: { 'content-type': type, authorization: `Bearer ${owner.session.access_token}` },
      }),
      office.deps,
    );

  it('are JSON, small, and have no field more than is written down', async () => {
    expect(await codeOf(await post('{'))).toBe('400 bad-request');
    expect(await codeOf(await post('{"flowId":"x"}'))).toBe('400 bad-request');
    expect(await codeOf(await post(JSON.stringify({ flowId, workspace_id: NOBODY })))).toBe(
      '400 bad-request',
    );
    expect(await codeOf(await post(`{"flowId":"${flowId}","__proto__":{"a":1}}`))).toBe('400 bad-request');
    expect(await codeOf(await post(JSON.stringify({ flowId }), 'text/plain'))).toBe('415 bad-request');
    expect(await codeOf(await post(`{"input":"${'x'.repeat(70_000)}"}`))).toBe('413 bad-request');
  });

  it('to other routes and methods are refused', async () => {
    expect(await codeOf(await office.ask(owner, 'GET', '/nothing'))).toBe('404 not-found');
    expect(await codeOf(await office.ask(owner, 'GET', '/rehearsals'))).toBe('405 not-found');
    expect(await codeOf(await office.ask(owner, 'GET', '/publications/plan'))).toBe('404 not-found');
  });

  it.each([
    [ORIGIN, ORIGIN],
    ['http://app.test.evil', null],
    ['http://evil.app.test', null],
    ['null', null],
  ])('from the origin %s are allowed for %s', async (origin, allowed) => {
    for (const method of ['OPTIONS', 'GET']) {
      const response = await handle(
        new Request(`${ORIGIN}/api/status`, { method, headers: { origin } }),
        office.deps,
      );
      expect(response.headers.get('access-control-allow-origin')).toBe(allowed);
      expect(response.headers.get('vary')).toContain('origin');
    }
  });

  it('that fail unexpectedly tell nothing, and the log tells no contents', async () => {
    const broken = {
      ...office.deps,
      userClient: () => {
        throw new Error('secret detail');
      },
    };
    const headers = { authorization: 'Bearer x.y.z' };
    const response = await handle(new Request(`${ORIGIN}/api/numbers`, { headers }), broken);
    expect(await response.json()).toEqual({ error: { code: 'unexpected', params: {} } });
    expect(office.log.at(-1)).toMatchObject({ event: 'failed', route: 'numbers', error: 'Error' });
    expect(JSON.stringify(office.log)).not.toContain('secret detail');
  });
});
