/** A flow that follows hours of the workspace: refreshed when it is opened, shared and unlinked. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderApp } from '../app/testing/render-app.tsx';
import { type FakeBackend, keepSession, PERSON, startFakeBackend } from '../data/testing/fake-backend.ts';
import type { FlowDocument, HoursId, OpeningHours } from '../flow/document.ts';
import { contentOf, storedHours } from '../flow/shared-hours.ts';
import { templates } from '../templates/registry.ts';
import { editHours } from './commands/edit-hours.ts';
import { refreshHours } from './commands/refresh-hours.ts';
import { createTestStore } from './store/test-store.ts';

const ID = '11111111-1111-4111-8111-111111111111';
const FLOW = '00000000-0000-4000-8000-000000000001';
const template = templates[0]!.build('en', { name: 'Practice' });
const [first] = Object.values(template.hours) as [OpeningHours];
const copy: OpeningHours = { ...first, name: 'Surgery', shared: ID };
const drawing = { ...template, hours: { [copy.id]: copy } } as FlowDocument;
const newest = { ...contentOf(copy), holidays: 'france' as const };

describe('as an edit', () => {
  it('copies that are behind are refreshed together and undone together', () => {
    const { store } = createTestStore(drawing);
    expect(store.run(refreshHours, { hours: [] })).toBe(false);
    expect(store.run(refreshHours, { hours: [{ ...copy, ...newest }] })).toBe(true);
    expect(store.state.getState().document.hours[copy.id]).toEqual({ ...copy, ...newest });
    store.undo();
    expect(store.state.getState().document).toEqual(drawing);
  });

  it('hours that the drawing no longer has do not come back', () => {
    const { store } = createTestStore(drawing);
    expect(store.run(refreshHours, { hours: [{ ...copy, id: 'gone' as HoursId }] })).toBe(false);
  });

  it('unlinking keeps the hours', () => {
    const { store } = createTestStore(drawing);
    store.run(editHours, { hours: copy.id, changes: { shared: null } });
    expect(store.state.getState().document.hours[copy.id]).toEqual({ ...copy, shared: null });
  });
});

describe('when the flow is opened', () => {
  let backend: FakeBackend;
  function start(role: string, hours: unknown) {
    backend = startFakeBackend({
      workspaces: [{ id: 'w', name: 'Practice' }],
      members: [{ workspace_id: 'w', user_id: PERSON.id, role, created_at: '2026-01-02T12:00:00Z' }],
      flows: [
        { id: FLOW, workspace_id: 'w', name: 'Practice', document: drawing, revision: 1, updated_at: 'x' },
      ],
      opening_hours: [{ id: ID, workspace_id: 'w', name: 'Surgery', hours, revision: 2 }],
    });
  }
  beforeEach(() => {
    localStorage.clear();
    keepSession();
  });
  afterEach(() => {
    cleanup();
    backend.stop();
  });
  const saved = () => (backend.tables.flows![0]!.document as FlowDocument).hours[copy.id];

  it('changed hours come in, are told and saved', async () => {
    start('editor', storedHours(newest));
    renderApp(`/flows/${FLOW}`);
    expect(await screen.findByText(/opening hours changed: Surgery/, {}, { timeout: 20_000 })).toBeTruthy();
    await waitFor(() => expect(saved()).toEqual({ ...copy, ...newest }), { timeout: 10_000 });
  }, 40_000);

  it('hours that cannot be read leave the copy, and are told', async () => {
    start('owner', { format: 99 });
    renderApp(`/flows/${FLOW}`);
    expect(await screen.findByText(/Surgery cannot be read here/, {}, { timeout: 20_000 })).toBeTruthy();
    expect(saved()).toEqual(copy);
  }, 40_000);
});
