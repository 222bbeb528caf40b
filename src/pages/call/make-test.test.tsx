/** A call becomes a test of its flow: for whoever may change it, and where its words are there. */
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallRecord } from '../../data/calls.ts';
import { type FakeBackend, keepSession, startFakeBackend } from '../../data/testing/fake-backend.ts';
import type { FlowNode } from '../../flow/document.ts';
import { testCase } from '../../rehearsals/test-case.ts';
import { createMemoryHistory } from '../../router/history.ts';
import { Router } from '../../router/router.tsx';
import { templates } from '../../templates/registry.ts';
import { clearNotices, ToastRegion } from '../../ui/toast.tsx';
import { WorkspaceContext, type WorkspaceValue } from '../workspace-context.ts';
import { MakeTest } from './make-test.tsx';

const document = templates[0]!.build('en', { name: 'Desk' });
const [first] = Object.values(document.nodes) as FlowNode[];
const RECORD: CallRecord = {
  call: {
    isErased: false,
    isHidden: false,
    id: 'c1',
    flowId: 'f1',
    versionId: 'v1',
    numberId: null,
    caller: '+33639980011',
    status: 'ended',
    endedReason: null,
    startedAt: '2026-11-24T11:15:00Z',
    endedAt: '2026-11-24T11:17:00Z',
    outcome: 'completed',
    information: {},
    path: [{ node: first!.id, confidence: 'known' }],
    cost: null,
  },
  turns: [
    { position: 0, role: 'assistant', text: 'Hello.', at: 0, node: first!.id },
    { position: 1, role: 'caller', text: 'An appointment, please.', at: 2000, node: null },
  ],
  version: { number: 1, document },
};

let backend: FakeBackend;
beforeEach(() => {
  keepSession();
  backend = startFakeBackend();
});
afterEach(() => {
  clearNotices();
  cleanup();
  backend.stop();
});

function show(record: CallRecord, canChange = true) {
  const history = createMemoryHistory('/calls/c1');
  const workspace = { id: 'w', name: 'Practice' };
  render(
    <WorkspaceContext value={{ workspace, canChange } as WorkspaceValue}>
      <Router history={history}>
        <MakeTest record={record} document={document} />
        <ToastRegion />
      </Router>
    </WorkspaceContext>,
  );
  return { history, user: userEvent.setup() };
}

describe('a call', () => {
  it('becomes a test that goes with its words', async () => {
    const { user, history } = show(RECORD);
    await user.click(screen.getByRole('button', { name: 'Make it a test' }));
    await screen.findByText(/It is deleted together with what was said on this call/);
    const sent = backend.requests.find(({ method }) => method === 'POST')!;
    const [kept] = sent.body as [{ body: unknown }];
    expect(sent.path).toBe('/rest/v1/test_cases');
    expect(kept).toMatchObject({ workspace_id: 'w', flow_id: 'f1', call_id: 'c1', result: null });
    expect(testCase.parse(kept.body)).toMatchObject({
      lines: ['An appointment, please.'],
      pretence: { at: '2026-11-24T12:15', caller: '+33639980011' },
      expectations: [
        { type: 'reaches', node: first!.id },
        { type: 'ends', end: 'hung-up' },
      ],
    });
    await user.click(screen.getByRole('button', { name: 'Open the flow' }));
    expect(history.location().pathname).toBe('/flows/f1');
  });

  it('whose words are forgotten meanwhile says so', async () => {
    backend.answer(({ method }) =>
      method === 'POST'
        ? { status: 400, json: { code: '23514', message: 'the words of the call are forgotten' } }
        : undefined,
    );
    const { user } = show(RECORD);
    await user.click(screen.getByRole('button', { name: 'Make it a test' }));
    await screen.findByText('What was said on this call is forgotten by now.');
  });

  it.each<[string, CallRecord, boolean]>([
    ['for whoever may only look', RECORD, false],
    ['where nothing was said', { ...RECORD, turns: [] }, true],
    ['whose flow is gone', { ...RECORD, call: { ...RECORD.call, flowId: null } }, true],
  ])('%s does not', (_, record, canChange) => {
    show(record, canChange);
    expect(screen.queryByRole('button', { name: 'Make it a test' })).toBeNull();
  });
});
