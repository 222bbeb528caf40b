/** The list of calls: what goes on, pages, words searched for, the table for spreadsheets. */
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { accessibilityFaults, renderApp } from '../../app/testing/render-app.tsx';
import { type FakeBackend, keepSession, PERSON, startFakeBackend } from '../../data/testing/fake-backend.ts';
import { answerCalls, listedCall } from '../../data/testing/fake-calls.ts';

let backend: FakeBackend;

function start(path: string, calls = Array.from({ length: 120 }, (_, number) => listedCall(number))) {
  backend = startFakeBackend({
    workspaces: [{ id: 'w', name: 'Practice' }],
    members: [{ workspace_id: 'w', user_id: PERSON.id, role: 'viewer', created_at: '2026-01-02T12:00:00Z' }],
    flow_versions: [
      { id: 'v', number: 3, document: { nodes: { a: { kind: 'ask', title: 'Who is calling?' } } } },
    ],
  });
  answerCalls(backend, calls);
  return renderApp(path, 'en');
}

beforeEach(() => {
  localStorage.clear();
  keepSession();
});
afterEach(() => {
  cleanup();
  backend.stop();
  vi.restoreAllMocks();
});

const list = () => screen.findByRole('list', { name: 'Calls' });

describe('the list of calls', () => {
  it('has fifty rows a page, older and newer', async () => {
    const user = userEvent.setup();
    start('/calls');
    expect(within(await list()).getAllByRole('listitem')).toHaveLength(50);
    expect(screen.getByText('1 to 50 of 120')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Older calls' }));
    await screen.findByText('51 to 100 of 120');
    await user.click(screen.getByRole('button', { name: 'Older calls' }));
    await screen.findByText('101 to 120 of 120');
    expect(within(await list()).getAllByRole('listitem')).toHaveLength(20);
    expect(await accessibilityFaults()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Newer calls' }));
    await screen.findByText('51 to 100 of 120');
  });

  it('begins with the calls that go on, and names the step they are at', async () => {
    const path = [{ node: 'a', confidence: 'known' as const }];
    start('/calls', [
      listedCall(1, { status: 'in-progress', endedAt: null, outcome: null, versionId: 'v', path }),
      listedCall(2),
    ]);
    const live = await screen.findByRole('list', { name: 'Going on now' });
    expect(await within(live).findByText('now at: Who is calling?')).toBeTruthy();
    expect(within(await list()).getAllByRole('listitem')).toHaveLength(1);
  });

  it('is searched by words, which stand in the address', async () => {
    const user = userEvent.setup();
    const { history } = start('/calls', [listedCall(1), listedCall(2, { information: { name: 'Zoé' } })]);
    await list();
    await user.type(screen.getByRole('searchbox'), 'Zoé');
    await vi.waitFor(() => expect(history.location().search).toBe('?q=Zo%C3%A9'));
    await vi.waitFor(async () => expect(within(await list()).getAllByRole('listitem')).toHaveLength(1));
    await user.clear(screen.getByRole('searchbox'));
    await user.type(screen.getByRole('searchbox'), 'zeppelin');
    await user.click(await screen.findByRole('button', { name: 'Show all' }));
    expect(within(await list()).getAllByRole('listitem')).toHaveLength(2);
    expect((screen.getByRole('searchbox') as HTMLInputElement).value).toBe('');
  });

  it('is saved whole as a table that a spreadsheet does not run', async () => {
    const user = userEvent.setup();
    const saved: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved.push(blob as Blob);
      return 'blob:x';
    });
    vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {});
    start(
      '/calls',
      Array.from({ length: 120 }, (_, number) => listedCall(number, { information: { name: '=1+1' } })),
    );
    await user.click(await screen.findByRole('button', { name: 'Save as a table' }));
    expect(await screen.findByText('120 calls are in the file.')).toBeTruthy();
    const lines = (await saved[0]!.text()).trimEnd().split('\r\n');
    expect(lines).toHaveLength(121);
    expect(lines[1]).toContain(`"'+33612345678"`);
    expect(lines[1]).toContain(`"'=1+1"`);
  });

  it('tells who never had a call how to get one', async () => {
    start('/calls', []);
    expect(await screen.findByText('No call yet')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save as a table' })).toBeNull();
  });
});
