/** Appointments and messages, as an owner meets them after calls. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults, renderApp } from '../../app/testing/render-app.tsx';
import { type FakeBackend, keepSession, PERSON, startFakeBackend } from '../../data/testing/fake-backend.ts';

let backend: FakeBackend;

const booking = (id: string, hour: string, rest: object = {}) => ({
  id,
  workspace_id: 'w',
  flow_id: 'f',
  call_id: null,
  service: 'Consultation',
  calendar: '',
  starts_at: `2099-07-02T${hour}:00:00Z`,
  ends_at: `2099-07-02T${hour}:30:00Z`,
  time_zone: 'Europe/Paris',
  name: 'Zoe Smith',
  phone: '+33612345678',
  state: 'booked',
  ...rest,
});

const calendar = (name: string, ahead = 0, flows: object[] = []) => ({ name, ahead, flows });

function start(tables: Record<string, Record<string, unknown>[]>, role = 'editor') {
  backend = startFakeBackend({
    workspaces: [{ id: 'w', name: 'Practice' }],
    members: [{ workspace_id: 'w', user_id: PERSON.id, role, created_at: '2026-01-02T12:00:00Z' }],
    flows: [],
    calls: [],
    phone_numbers: [],
    bookings: [],
    calendar_feeds: [],
    calendars: [],
    messages: [],
    ...tables,
  });
  backend.answer(({ method, path }) =>
    method === 'GET' && path.endsWith('/api/calendars') ? { json: backend.tables.calendars } : undefined,
  );
}

beforeEach(() => {
  localStorage.clear();
  keepSession();
});
afterEach(() => {
  cleanup();
  backend.stop();
});

const PAGE = '/calls/appointments';

describe('appointments', () => {
  it('stand under their day, in the time of the place', async () => {
    start({
      bookings: [booking('a', '07'), booking('b', '08', { name: 'Paul', state: 'cancelled' })],
    });
    renderApp(PAGE, 'en');
    await screen.findByRole('heading', { name: /^Thursday,? 2 July 2099$/ });
    screen.getByText('09:00 – 09:30');
    within(screen.getByText('Paul').closest('li')!).getByText('Cancelled');
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('are cancelled after a question', async () => {
    start({ bookings: [booking('a', '07')] });
    renderApp(PAGE, 'fr');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Annuler le rendez-vous de Zoe Smith' }));
    await user.click(await screen.findByRole('button', { name: 'Libérer ce créneau' }));
    await screen.findByText('Annulé');
    expect(backend.tables.bookings).toMatchObject([{ state: 'cancelled' }]);
  });

  it('are shown of one calendar alone, and so is their address', async () => {
    start({
      bookings: [booking('a', '07'), booking('b', '08', { name: 'Paul', calendar: 'Dr Martin' })],
      calendars: [calendar('Dr Durand')],
      calendar_feeds: [{ workspace_id: 'w', token: 'a1' }],
    });
    renderApp(PAGE, 'en');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('radio', { name: 'Dr Martin' }));
    expect(screen.getByText('Paul')).toBeTruthy();
    expect(screen.queryByText('Zoe Smith')).toBeNull();
    await user.click(await screen.findByRole('radio', { name: 'Dr Durand' }));
    screen.getByText('No appointment ahead in this calendar.');
    await user.click(screen.getByRole('radio', { name: 'The usual calendar' }));
    expect(screen.queryByText('Paul')).toBeNull();
    await user.click(screen.getByRole('button', { name: /Appointments of/ }));
    await user.click(await screen.findByRole('option', { name: 'Dr Martin' }));
    const address = screen.getByRole<HTMLInputElement>('textbox', { name: 'Secret address' });
    expect(address.value).toMatch(/a1\.ics\?calendar=Dr%20Martin$/);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('offer the next action when there are none', async () => {
    start({});
    renderApp(PAGE, 'en');
    expect((await screen.findByRole('link', { name: 'See the flows' })).getAttribute('href')).toBe('/flows');
  });

  it('get a secret address, which is replaced and given up', async () => {
    start({});
    renderApp(PAGE, 'en');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Create the address' }));
    await waitFor(() => expect(backend.tables.calendar_feeds).toHaveLength(1));
    await user.click(await screen.findByRole('button', { name: 'Stop sharing' }));
    await user.click(
      within(await screen.findByRole('alertdialog', { name: 'Stop sharing?' })).getByRole('button', {
        name: 'Stop sharing',
      }),
    );
    await screen.findByRole('button', { name: 'Create the address' });
    expect(backend.tables.calendar_feeds).toEqual([]);
  });

  it('can only be looked at by whoever only looks on', async () => {
    start({ bookings: [booking('a', '07')] }, 'viewer');
    renderApp(PAGE, 'en');
    await screen.findByText('Zoe Smith');
    expect(screen.queryByRole('button', { name: /Cancel|Create the address/ })).toBeNull();
  });
});

describe('calendars', () => {
  const flow = { id: '11111111-1111-4111-8111-111111111111', name: 'Cabinet', inService: true };

  it('get another name, unless it is taken', async () => {
    start({ calendars: [calendar('Dr Martin', 2, [flow])] });
    backend.answer(({ path, body }) => {
      if (!path.endsWith('/api/calendars/rename')) return undefined;
      const { name, to } = body as { name: string; to: string };
      if (to === 'Dr Durand') return { json: { outcome: 'name-taken' } };
      for (const row of backend.tables.calendars!) if (row.name === name) row.name = to;
      return { json: { outcome: 'renamed' } };
    });
    renderApp(PAGE, 'fr');
    const user = userEvent.setup();
    await screen.findByText('2 rendez-vous à venir');
    within(screen.getByRole('list', { name: 'Scénarios qui y prennent rendez-vous' })).getByText(
      'en service',
    );
    await user.click(screen.getByRole('button', { name: 'Renommer l’agenda Dr Martin' }));
    const field = await screen.findByRole('textbox', { name: 'Nom de l’agenda' });
    await user.clear(field);
    await user.type(field, 'Dr Durand{Enter}');
    await screen.findByText(/Un autre agenda porte ou a porté ce nom/);
    expect(await accessibilityFaults()).toEqual([]);
    await user.clear(field);
    await user.type(field, 'Dr Petit{Enter}');
    await screen.findByRole('button', { name: 'Renommer l’agenda Dr Petit' });
  });

  it('are removed after saying what that does, with what is ahead or without', async () => {
    start({
      calendars: [
        calendar('Dr Martin', 2, [
          flow,
          { ...flow, id: '22222222-2222-4222-8222-222222222222', name: 'Soir', inService: false },
        ]),
      ],
    });
    const asked: unknown[] = [];
    backend.answer(({ path, body }) => {
      if (!path.endsWith('/api/calendars/remove')) return undefined;
      asked.push(body);
      backend.tables.calendars = [];
      return { json: { cancelled: 2 } };
    });
    backend.answer(({ path }) =>
      path.endsWith('/api/calendars') && asked.length > 0 ? { json: [] } : undefined,
    );
    renderApp(PAGE, 'en');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Remove the calendar Dr Martin' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Remove the calendar “Dr Martin”?' });
    within(dialog).getByText(/“Cabinet” answers calls and books into it/);
    within(dialog).getByText(/The draft of “Soir” uses it/);
    expect(await accessibilityFaults()).toEqual([]);
    await user.click(within(dialog).getByRole('radio', { name: /^Cancel them/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await screen.findByText(/is removed, and its appointments ahead are cancelled \(2\)/);
    expect(asked).toEqual([{ workspaceId: 'w', name: 'Dr Martin', cancel: true }]);
    await waitFor(() => expect(screen.queryByText('Your calendars')).toBeNull());
  });

  it('are left alone by whoever only looks on', async () => {
    start({ calendars: [calendar('Dr Martin')], bookings: [booking('a', '07')] }, 'viewer');
    renderApp(PAGE, 'en');
    await screen.findByRole('radio', { name: 'Dr Martin' });
    expect(screen.queryByRole('button', { name: /Rename|Remove/ })).toBeNull();
  });
});

describe('messages', () => {
  const message = (id: string, rest: object) => ({
    id,
    workspace_id: 'w',
    flow_id: 'f',
    call_id: null,
    channel: 'sms',
    recipient: '+33612345678',
    subject: '',
    text: 'See you on Thursday.',
    state: 'caught',
    created_at: '2026-11-30T10:00:00Z',
    ...rest,
  });

  it('say what became of them, and that nothing really leaves here', async () => {
    start({
      messages: [
        message('a', {}),
        message('b', { channel: 'email', recipient: 'me@example.com', subject: 'New', state: 'failed' }),
        message('c', { recipient: '', state: 'rehearsed', text: 'x'.repeat(200) }),
      ],
    });
    renderApp('/calls/messages', 'en');
    await screen.findByText(/Nothing really leaves/);
    await screen.findByText('Kept here');
    screen.getByText('Not sent');
    screen.getByText('me@example.com');
    within(screen.getByText('The caller').closest('li')!).getByText('counts as 2 SMS');
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('warn where nobody carries them', async () => {
    start({});
    backend.answer(({ path }) =>
      path.endsWith('/api/status')
        ? {
            json: { sandbox: false, vapi: true, runtime: true, messages: { sms: 'none', email: 'provider' } },
          }
        : undefined,
    );
    renderApp('/calls/messages', 'fr');
    await screen.findByText(/^SMS : aucun fournisseur n’est encore connecté/);
    expect(screen.queryByText(/^E-mail :/)).toBeNull();
  });
});
