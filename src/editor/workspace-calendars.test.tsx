/** Calendars of the workspace in an open flow: a step that books into one that was removed is told before anybody opens its form. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FakeBackend, keepSession, startFakeBackend } from '../data/testing/fake-backend.ts';
import { everyKind } from '../kinds/testing/every-kind.ts';
import { openEditor } from './testing/open-editor.tsx';
import { useWorkspaceCalendars } from './use-workspace-calendars.ts';

let backend: FakeBackend;
beforeEach(() => {
  localStorage.clear();
  keepSession();
});
afterEach(() => {
  cleanup();
  backend.stop();
});

it('warns of a calendar that was removed, until there is one of that name again', async () => {
  backend = startFakeBackend({
    calendars: [],
    former_calendars: [{ workspace_id: 'w', name: 'Dr Petit', calendar: null }],
  });
  const document = everyKind('en');
  const book = Object.values(document.nodes).find(({ kind }) => kind === 'book')!;
  const drawn = {
    ...document,
    nodes: {
      ...document.nodes,
      [book.id]: { ...book, data: { ...(book.data as object), calendar: 'Dr Petit' } },
    },
  };
  const { editor } = openEditor('well', drawn);
  const queries = new QueryClient();
  function Part() {
    useWorkspaceCalendars(editor, 'w');
    return null;
  }
  render(
    <QueryClientProvider client={queries}>
      <Part />
    </QueryClientProvider>,
  );
  const told = () =>
    editor.problems
      .check()
      .filter(({ code }) => code === 'book/calendar-removed')
      .map(({ at }) => at);
  expect(told()).toEqual([]);
  await waitFor(() => expect(told()).toEqual([{ node: book.id, field: 'calendar' }]));

  backend.tables.former_calendars = [];
  backend.tables.calendars = [{ workspace_id: 'w', name: 'Dr Petit' }];
  await act(() => queries.invalidateQueries({ queryKey: ['calendars', 'w'] }));
  await waitFor(() => expect(told()).toEqual([]));
});
