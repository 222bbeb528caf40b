/** The privacy page, as an owner uses it, and as somebody who may only look sees it. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults, renderApp } from '../../app/testing/render-app.tsx';
import { type FakeBackend, keepSession, PERSON, startFakeBackend } from '../../data/testing/fake-backend.ts';

const NUMBER = '+33612345678';
const NOTHING = { number: NUMBER, calls: 0, mentions: 0, messages: 0, bookings: 0, flows: [] };
let backend: FakeBackend;

function start(role: 'owner' | 'viewer' = 'owner') {
  const keep = { keep_words: 30, keep_information: 90, keep_calls: 365 };
  backend = startFakeBackend({
    workspaces: [
      {
        id: 'w',
        name: 'Practice',
        countries: ['FR', 'BE'],
        hides: ['card', 'phone'],
        secrecy: false,
        ...keep,
      },
    ],
    members: [{ workspace_id: 'w', user_id: PERSON.id, role, created_at: '2026-01-02T12:00:00Z' }],
    objections: [],
  });
  renderApp('/settings/privacy', 'en');
}

beforeEach(() => {
  localStorage.clear();
  keepSession();
});
afterEach(() => {
  cleanup();
  backend.stop();
});

describe('the privacy page', () => {
  it('keeps words for as many days as the owner says', async () => {
    start();
    const days = await screen.findByRole('textbox', { name: 'What was said (days)' });
    await userEvent.clear(days);
    await userEvent.type(days, '7');
    await userEvent.tab();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Saved. What is older is deleted within the hour.');
    expect(backend.tables.workspaces).toMatchObject([{ keep_words: 7, keep_information: 90 }]);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('switches professional secrecy on when told twice, and says what to put in service again', async () => {
    start();
    const inService = [
      {
        flowId: '00000000-0000-4000-8000-000000000001',
        name: 'Reception',
        number: '+33142685300',
        isSecret: false,
      },
    ];
    backend.answer(({ path }) => (path.endsWith('/api/secrecy') ? { json: { inService } } : undefined));
    await userEvent.click(await screen.findByRole('switch', { name: /bound by professional secrecy/ }));
    const dialog = await screen.findByRole('alertdialog');
    expect(backend.tables.workspaces).toMatchObject([{ secrecy: false }]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Switch on' }));
    await screen.findByText('Professional secrecy is on.');
    expect(backend.tables.workspaces).toMatchObject([{ secrecy: true }]);
    const list = await screen.findByRole('list', { name: 'To be put in service again' });
    within(list).getByRole('link', { name: 'Reception' });
    await waitFor(async () => expect(await accessibilityFaults()).toEqual([]));
  });

  it('takes countries away and adds them', async () => {
    start();
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Belgium' }));
    await waitFor(() => expect(backend.tables.workspaces).toMatchObject([{ countries: ['FR'] }]));
    await userEvent.type(await screen.findByRole('combobox', { name: 'Add a country' }), 'switz');
    await userEvent.click(await screen.findByRole('option', { name: 'Switzerland' }));
    await waitFor(() => expect(backend.tables.workspaces).toMatchObject([{ countries: ['FR', 'CH'] }]));
  });

  it('finds a person, and deletes everything only when told twice', async () => {
    start();
    let isThere = true;
    backend.answer(({ path }) => {
      if (path.endsWith('/person/find'))
        return { json: isThere ? { ...NOTHING, calls: 2, bookings: 1, flows: ['Reception'] } : NOTHING };
      if (!path.endsWith('/person/erase')) return undefined;
      isThere = false;
      return { json: { calls: 2, mentions: 0, messages: 0, bookings: 1 } };
    });
    await userEvent.type(await screen.findByRole('textbox', { name: 'Telephone number' }), '06 12 34 56 78');
    await userEvent.click(screen.getByRole('button', { name: 'Find' }));
    await screen.findByText('2 calls');
    screen.getByText('One appointment');
    screen.getByText(/also stands in your drawings: Reception/);
    await userEvent.click(screen.getByRole('button', { name: 'Delete everything' }));
    const dialog = await screen.findByRole('alertdialog');
    expect(isThere).toBe(true);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Delete everything' }));
    await screen.findByText(/^Nothing is kept about/);
  });

  it('says what a number must look like', async () => {
    start();
    backend.answer(({ path }) =>
      path.endsWith('/person/find')
        ? { status: 400, json: { error: { code: 'bad-request', params: { field: 'number' } } } }
        : undefined,
    );
    await userEvent.type(await screen.findByRole('textbox', { name: 'Telephone number' }), 'Claire');
    await userEvent.click(screen.getByRole('button', { name: 'Find' }));
    await screen.findByText(/^This is no telephone number/);
  });

  it('can only be looked at by others', async () => {
    start('viewer');
    await screen.findByText('Only owners can change this page.');
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Remove Belgium' })).toBeNull();
    expect(screen.queryByRole('textbox', { name: 'Telephone number' })).toBeNull();
  });
});
