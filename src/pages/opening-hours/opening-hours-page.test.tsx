/** Opening hours of the workspace, as a restaurant owner enters them. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults, renderApp } from '../../app/testing/render-app.tsx';
import { type FakeBackend, keepSession, PERSON, startFakeBackend } from '../../data/testing/fake-backend.ts';
import { DOCUMENT_FORMAT, type FlowDocument, type OpeningHours } from '../../flow/document.ts';
import { contentOf, storedHours } from '../../flow/shared-hours.ts';
import { templates } from '../../templates/registry.ts';
import { summarizeWeek } from './week-summary.ts';

const ID = '11111111-1111-4111-8111-111111111111';
const template = templates.find(({ id }) => id === 'restaurant-reservation')!.build('en', { name: 'Table' });
const [first] = Object.values(template.hours) as [OpeningHours];
const lunch = { from: 720, to: 870 };
const content = { ...contentOf(first), name: 'Kitchen', week: Array.from({ length: 7 }, () => [lunch]) };
const followingWith = (name: string): FlowDocument =>
  ({ ...template, hours: { [first.id]: { ...content, name, id: first.id, shared: ID } } }) as FlowDocument;

let backend: FakeBackend;
let role: string;

function start(rows: Record<string, unknown>[]) {
  const flow = { workspace_id: 'w', revision: 1, updated_at: '2026-11-23T12:00:00Z' };
  backend = startFakeBackend({
    workspaces: [{ id: 'w', name: 'Table' }],
    members: [{ workspace_id: 'w', user_id: PERSON.id, role, created_at: '2026-01-02T12:00:00Z' }],
    flows: [{ ...flow, id: 'f', name: 'Table', document: followingWith('Kitchen') }],
    phone_numbers: [
      { id: 'n', workspace_id: 'w', number: '+331', flow_id: 'f', deployment_id: 'd', state: 'active' },
    ],
    deployments: [
      {
        id: 'd',
        workspace_id: 'w',
        flow_id: 'f',
        phone_number_id: 'n',
        state: 'live',
        purpose: 'flow',
        version_id: 'v',
      },
    ],
    flow_versions: [{ id: 'v', number: 1, document: followingWith('Old kitchen') }],
    calls: [],
    opening_hours: rows,
  });
}
const stored = () => ({
  id: ID,
  workspace_id: 'w',
  name: 'Kitchen',
  hours: storedHours(content),
  revision: 1,
});

beforeEach(() => {
  localStorage.clear();
  keepSession();
  role = 'editor';
});
afterEach(() => {
  cleanup();
  backend.stop();
});

const PAGE = '/settings/opening-hours';
const table = () => backend.tables.opening_hours ?? [];

describe('opening hours of the workspace', () => {
  it('take what a restaurant owner has in mind', async () => {
    start([]);
    const user = userEvent.setup();
    renderApp(PAGE);
    await user.click(await screen.findByRole('button', { name: 'New opening hours' }));
    await screen.findByRole('heading', { name: 'Opening hours', level: 2 });
    const type = async (label: string, time: string, index = 0) => {
      const field = screen.getAllByRole('textbox', { name: label })[index]!;
      await user.clear(field);
      await user.type(field, `${time}{Enter}`);
    };
    // Lunch and dinner on Tuesday, then every open day, and closed on Monday.
    await type('Tuesday: opens', '12h');
    await type('Tuesday: closes', '14h30');
    await type('Tuesday: closes', '22:30', 1);
    await type('Tuesday: opens', '19', 1);
    await user.click(screen.getByRole('button', { name: 'More for Tuesday' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Same hours every day' }));
    await user.click(screen.getByRole('button', { name: 'More for Monday' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Closed that day of the week' }));
    await user.click(screen.getByRole('button', { name: /On public holidays/ }));
    await user.click(await screen.findByRole('option', { name: 'Closed (France)' }));
    await user.type(screen.getByLabelText('Date'), '2026-12-24');
    await user.click(screen.getByRole('button', { name: 'Other hours' }));
    await user.click(screen.getAllByRole('button', { name: 'Remove' }).at(-1)!);
    await type('24 December 2026: closes', '18h');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const dinner = { from: 1140, to: 1350 };
    await waitFor(() =>
      expect(table()[0]).toMatchObject({
        revision: 2,
        hours: {
          format: DOCUMENT_FORMAT,
          week: [[], ...Array.from({ length: 6 }, () => [lunch, dinner])],
          holidays: 'france',
          exceptions: [{ date: '2026-12-24', spans: [{ from: 720, to: 1080 }] }],
        },
      }),
    );
    expect(await screen.findByText('Tue–Sun: 12:00–14:30, 19:00–22:30')).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('say who follows them, and which published flow still answers with older ones', async () => {
    start([stored()]);
    renderApp(PAGE);
    expect(await screen.findByText(/“Table” still answers the phone with older hours/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Table' }).getAttribute('href')).toBe('/flows/f');
    expect(screen.getByText('Mon–Sun: 12:00–14:30')).toBeTruthy();
  });

  it('are not saved over those of somebody else', async () => {
    start([stored()]);
    const user = userEvent.setup();
    renderApp(PAGE);
    const name = await screen.findByRole('textbox', { name: 'Name of these hours' });
    await user.type(name, ' 2');
    Object.assign(table()[0]!, { revision: 7, name: 'Theirs' });
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/Somebody else changed these hours/)).toBeTruthy();
    expect(await screen.findByDisplayValue('Theirs')).toBeTruthy();
    expect(table()[0]).toMatchObject({ revision: 7, name: 'Theirs' });
  });

  it('that cannot be read are shown as such and never written', async () => {
    start([{ ...stored(), hours: { format: 99 } }]);
    renderApp(PAGE, 'fr');
    expect(await screen.findByText(/Rien n’est perdu/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Enregistrer' })).toBeNull();
  });

  it('are only looked at by a viewer', async () => {
    role = 'viewer';
    start([stored()]);
    renderApp(PAGE);
    const field = await screen.findByRole('textbox', { name: 'Name of these hours' });
    expect((field as HTMLInputElement).readOnly).toBe(true);
    for (const name of ['Save', 'Delete', 'New opening hours'])
      expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('can be deleted; flows keep their copies', async () => {
    start([stored()]);
    const user = userEvent.setup();
    renderApp(PAGE);
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    const dialog = await screen.findByRole('alertdialog', { name: /Delete/ });
    await within(dialog).findByText('One flow follows them. It keeps its copy.');
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
    expect(await screen.findByText('No opening hours yet')).toBeTruthy();
    expect(table()).toEqual([]);
  });
});

describe('a week at a glance', () => {
  it('joins neighbouring days with the same hours', () => {
    expect(summarizeWeek([[], [lunch], [lunch], [], [], [], [lunch]])).toEqual([
      { first: 0, last: 0, spans: [] },
      { first: 1, last: 2, spans: [lunch] },
      { first: 3, last: 5, spans: [] },
      { first: 6, last: 6, spans: [lunch] },
    ]);
  });
});
