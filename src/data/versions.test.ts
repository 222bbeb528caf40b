import { expect, it } from 'vitest';
import { type FlowDeployment, servedNumbers, serviceOfVersion } from './versions.ts';

const put = (id: string, versionId: string, numberId: string | null, state: FlowDeployment['state']) =>
  ({ id, versionId, numberId, state, purpose: 'flow', since: '2026-12-01T10:00:00Z' }) as const;

it('the browser link is one of the places where a version answers, and can answer again', () => {
  const deployments = [
    put('d4', 'v2', null, 'live'),
    put('d3', 'v1', 'n1', 'superseded'),
    put('d2', 'v1', null, 'superseded'),
  ];
  const served = servedNumbers(deployments, []);
  expect(served).toEqual([{ id: null, number: null, live: deployments[0] }]);
  expect(serviceOfVersion('v2', deployments, served).answers).toEqual(served);
  expect(serviceOfVersion('v1', deployments, served).goBack).toEqual([{ on: served[0], deployment: 'd2' }]);
});
