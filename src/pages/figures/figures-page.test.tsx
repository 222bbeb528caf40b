/** Figures of calls on screen: what was before in words, hours as a table, the table for spreadsheets. */
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { accessibilityFaults, renderApp } from '../../app/testing/render-app.tsx';
import { type FakeBackend, keepSession, PERSON, startFakeBackend } from '../../data/testing/fake-backend.ts';
import type { ReportRequest } from '../../publish/report-wire.ts';

const FLOW = '00000000-0000-4000-8000-000000000003';
const now = { calls: 120, answered: 118, goal: 90, transferred: 12, seconds: 7200, cost: 6.5 };
const before = { calls: 100, answered: 100, goal: 90, transferred: 20, seconds: 7200, cost: null };
let backend: FakeBackend;
let asked: ReportRequest[];

function start(report: object) {
  asked = [];
  backend = startFakeBackend({
    workspaces: [{ id: 'w', name: 'Practice' }],
    members: [{ workspace_id: 'w', user_id: PERSON.id, role: 'viewer', created_at: '2026-01-02T12:00:00Z' }],
    flows: [
      {
        id: FLOW,
        workspace_id: 'w',
        name: '=Reception',
        document: {},
        revision: 1,
        updated_at: '2026-01-02T12:00:00Z',
      },
    ],
  });
  backend.answer(({ path, body }) => {
    if (!path.includes('/api/calls/report')) return undefined;
    asked.push(body as ReportRequest);
    return { json: report };
  });
  renderApp('/calls/figures', 'en');
}
const parts = [{ flow: FLOW, version: 3, now, before: null }];

beforeEach(() => {
  localStorage.clear();
  keepSession();
});
afterEach(() => {
  cleanup();
  backend.stop();
  vi.restoreAllMocks();
});

it('stand beside those of the period before, in words', async () => {
  start({ now, before, hours: { 33: 7, 9: 2 }, parts });
  expect(await screen.findByText('▲ 20 more · before: 100')).toBeTruthy();
  expect(screen.getByText('▼ 8 less · before: 20')).toBeTruthy();
  expect(screen.getByText('75% of calls')).toBeTruthy();
  expect(screen.getByText(/Busiest hour: Tuesday at .*9.*, 7 calls\./)).toBeTruthy();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Show as a table' }));
  const table = await screen.findByRole('table', { name: 'When they call' });
  expect(within(table).getByRole('cell', { name: '7' })).toBeTruthy();
  expect(await accessibilityFaults()).toEqual([]);
});

it('ask for another period, which stands in the address', async () => {
  start({ now, before, hours: {}, parts });
  await userEvent.click(await screen.findByRole('radio', { name: '7 days' }));
  await vi.waitFor(() => expect(asked.at(-1)?.days).toBe(7));
});

it('are saved as a table that a spreadsheet does not run', async () => {
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob);
    return 'blob:x';
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {});
  start({ now, before, hours: {}, parts });
  await userEvent.click(await screen.findByRole('button', { name: 'Save as a table' }));
  const lines = (await saved[0]!.text()).trimEnd().split('\r\n');
  expect(lines[1]).toBe('"All together","","120","100","118","90","12","7200","6.5"');
  expect(lines[2]).toContain(`"'=Reception","3","120","0"`);
});

it('say so where there was no call', async () => {
  const nothing = { calls: 0, answered: 0, goal: 0, transferred: 0, seconds: 0, cost: null };
  start({ now: nothing, before: nothing, hours: {}, parts: [] });
  expect(await screen.findByText('No call in this period')).toBeTruthy();
});
