import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeBackend, keepSession, PERSON, startFakeBackend } from '../data/testing/fake-backend.ts';
import { answerCalls, listedCall } from '../data/testing/fake-calls.ts';
import { templates } from '../templates/registry.ts';
import { accessibilityFaults, renderApp } from './testing/render-app.tsx';

const FLOW = '00000000-0000-4000-8000-000000000001';
const drawing = templates[0]?.build('fr', { name: 'Cabinet Martin' });
let backend: FakeBackend;

beforeEach(() => {
  localStorage.clear();
  keepSession();
  const flow = { workspace_id: 'w', document: drawing, revision: 1, updated_at: new Date().toISOString() };
  const now = new Date().toISOString();
  backend = startFakeBackend({
    workspaces: [{ id: 'w', name: 'Cabinet Martin' }],
    members: [{ workspace_id: 'w', user_id: PERSON.id, role: 'owner', created_at: '2026-01-02T12:00:00Z' }],
    flows: [
      { ...flow, id: FLOW, name: 'Médecin' },
      { ...flow, id: 'f2', name: 'Restaurant' },
    ],
    phone_numbers: [
      {
        id: 'n',
        workspace_id: 'w',
        number: '+33189480042',
        label: '',
        provider: 'vapi',
        state: 'active',
        flow_id: FLOW,
        deployment_id: 'd',
      },
    ],
    deployments: [
      {
        id: 'd',
        workspace_id: 'w',
        flow_id: FLOW,
        phone_number_id: 'n',
        state: 'live',
        purpose: 'flow',
        version_id: 'v',
      },
    ],
    flow_versions: [{ id: 'v', number: 3, document: drawing }],
    calls: [
      {
        id: 'c',
        workspace_id: 'w',
        flow_id: FLOW,
        version_id: 'v',
        phone_number_id: 'n',
        caller: '+33612345678',
        status: 'ended',
        ended_reason: null,
        started_at: now,
        ended_at: now,
        created_at: now,
        outcome: 'completed',
        information: {},
        path: [],
        cost: 0.05,
      },
    ],
  });
  answerCalls(backend, [listedCall(1, { flowId: FLOW, versionId: 'v', numberId: 'n' })]);
});
afterEach(() => {
  cleanup();
  backend.stop();
});

describe('every page', () => {
  test.each([
    ['/flows', 'Flows', 'Scénarios'],
    ['/flows/new', 'New flow', 'Nouveau scénario'],
    ['/calls', 'Calls', 'Appels'],
    ['/numbers', 'Numbers', 'Numéros'],
    ['/settings', 'Settings', 'Réglages'],
    ['/help', 'Help', 'Aide'],
    ['/help/words', 'The words of the app', 'Les mots de l’application'],
    ['/help/steps/ask', 'Ask', 'Demander'],
  ])('%s speaks both languages and can be used by everybody', async (path, english, french) => {
    const { unmount } = renderApp(path, 'en');
    await screen.findByRole('heading', { level: 1, name: english });
    expect(document.documentElement.lang).toBe('en');
    await waitFor(() => expect(document.querySelector('[aria-busy]')).toBeNull());
    expect(await accessibilityFaults()).toEqual([]);
    unmount();
    renderApp(path, 'fr');
    await screen.findByRole('heading', { level: 1, name: french });
    expect(document.documentElement.lang).toBe('fr');
  });

  test('an address that leads nowhere says so', async () => {
    renderApp('/nowhere');
    expect(await screen.findByRole('heading', { name: 'There is nothing here' })).toBeTruthy();
  });

  test('says that it is the sandbox', async () => {
    renderApp('/flows');
    expect(await screen.findByText('Sandbox: no real phone line is connected.')).toBeTruthy();
  });

  test('offers to try again when its data does not come', async () => {
    backend.answer(({ path }) =>
      path === '/rest/v1/flows' ? { status: 403, json: { code: '42501' } } : undefined,
    );
    renderApp('/flows');
    expect(await screen.findByText('You do not have the right to do this here.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});

describe('the list of flows', () => {
  test('shows what is in service, and finds without accents', async () => {
    const user = userEvent.setup();
    const { history } = renderApp('/flows');
    await screen.findByText('In service, version 3');
    await user.type(screen.getByRole('searchbox', { name: 'Find a flow' }), 'medecin');
    expect(screen.queryByText('Restaurant')).toBeNull();
    expect(history.location().search).toBe('?q=medecin');
  });

  test('renames a flow', async () => {
    const user = userEvent.setup();
    renderApp('/flows');
    await user.click(await screen.findByRole('button', { name: 'More for Restaurant' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Rename' }));
    const field = await screen.findByRole('textbox', { name: 'Name' });
    await user.clear(field);
    await user.type(field, 'Le Petit Zinc{Enter}');
    expect(await screen.findByText('Le Petit Zinc')).toBeTruthy();
    expect(backend.tables.flows?.[1]).toMatchObject({ name: 'Le Petit Zinc', revision: 2 });
  });

  test('deletes a flow only when asked twice, and Enter alone does not', async () => {
    const user = userEvent.setup();
    renderApp('/flows');
    await user.click(await screen.findByRole('button', { name: 'More for Restaurant' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    const asked = await screen.findByRole('alertdialog');
    expect(document.activeElement?.textContent).toBe('Cancel');
    await user.click(within(asked).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(screen.queryByText('Restaurant')).toBeNull());
    expect(backend.tables.flows).toHaveLength(1);
  });

  test('does not delete a flow that answers a number', async () => {
    const user = userEvent.setup();
    renderApp('/flows');
    await screen.findByText('In service, version 3');
    await user.click(screen.getByRole('button', { name: 'More for Médecin' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    expect(await screen.findByText(/It answers a phone number/)).toBeTruthy();
    expect(screen.queryByRole('alertdialog', { name: /Delete/ })).toBeNull();
  });

  test('offers the gallery when it is empty', async () => {
    backend.tables.flows = [];
    renderApp('/flows');
    expect(await screen.findByRole('link', { name: 'Choose a template' })).toBeTruthy();
  });
});

describe('a new flow', () => {
  test('is made from a template with two prefilled answers', async () => {
    const user = userEvent.setup();
    renderApp('/flows/new', 'fr');
    await user.click(await screen.findByRole('button', { name: /Choisir\s: Prise de rendez-vous/ }));
    const name = await screen.findByRole('textbox', { name: /Quel est le nom/ });
    expect((name as HTMLInputElement).value).toBe('Cabinet Martin');
    await user.clear(name);
    await user.type(name, 'Cabinet Durand');
    await user.click(screen.getByRole('radio', { name: 'Anglais' }));
    await user.click(screen.getByRole('button', { name: 'Créer le scénario' }));
    await waitFor(() => expect(backend.tables.flows).toHaveLength(3));
    expect(backend.tables.flows?.[2]).toMatchObject({
      workspace_id: 'w',
      name: 'Cabinet Durand',
      document: { name: 'Cabinet Durand', language: 'en' },
    });
  });

  test('can start with nothing but the step that answers', async () => {
    const user = userEvent.setup();
    renderApp('/flows/new');
    await user.click(await screen.findByRole('button', { name: 'Choose: Start empty' }));
    await user.click(await screen.findByRole('button', { name: 'Create the flow' }));
    await waitFor(() => expect(backend.tables.flows).toHaveLength(3));
    const made = backend.tables.flows?.[2]?.document as { nodes: Record<string, { kind: string }> };
    expect(Object.values(made.nodes).map(({ kind }) => kind)).toEqual(['answer']);
  });
});

describe('the list of calls', () => {
  test('hides the caller until asked, and keeps its filters in the address', async () => {
    const user = userEvent.setup();
    const { history } = renderApp('/calls');
    const rows = await screen.findByRole('list', { name: 'Calls' });
    expect(rows.textContent).not.toMatch(/12\s*34\s*56/);
    await user.click(within(rows).getByRole('button', { name: 'Show the number' }));
    expect(rows.textContent?.replaceAll('\u00a0', ' ')).toContain('+33 6 12 34 56 78');
    await user.click(screen.getByRole('radio', { name: '7 days' }));
    expect(history.location().search).toBe('?days=7');
  });
});

describe('the numbers', () => {
  test('can be called on the telephone of the sandbox', async () => {
    const user = userEvent.setup();
    const heard = { callId: 'x', said: ['Cabinet Martin, bonjour.'], ended: false };
    backend.answer(({ path }) => {
      if (path === '/sandbox/line/calls') return { json: heard };
      if (path.endsWith('/say')) return { json: { ...heard, said: ['Au revoir.'], ended: true } };
      return undefined;
    });
    renderApp('/numbers');
    await user.click(await screen.findByRole('button', { name: 'Call it' }));
    expect(await screen.findByText(/This is the sandbox: no real phone rings/)).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Call' }));
    expect(await screen.findByText('Cabinet Martin, bonjour.')).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: 'What the caller says' }), 'Merci{Enter}');
    expect(await screen.findByText('Au revoir.')).toBeTruthy();
    expect(screen.getByText('The call has ended.')).toBeTruthy();
  });

  test('a test number can be taken', async () => {
    const user = userEvent.setup();
    const taken = {
      id: FLOW,
      number: '+33189480043',
      label: '',
      provider: 'vapi',
      state: 'active',
      flowId: null,
    };
    backend.answer(({ path }) => (path.endsWith('/numbers/test') ? { json: taken } : undefined));
    const connection = {
      own: null,
      hasCommon: true,
      isSandbox: true,
      regions: ['sandbox'],
      here: { numbers: 0, inService: 0, files: 0 },
    };
    backend.answer(({ path }) => (path.endsWith('/api/connection') ? { json: connection } : undefined));
    renderApp('/numbers');
    await user.click(await screen.findByRole('link', { name: 'Add a number' }));
    await user.click(await screen.findByRole('button', { name: /A test number/ }));
    expect(await screen.findByText('The number is connected')).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
  });
});

describe('the settings', () => {
  test('change the language of everything at once, and remember it', async () => {
    const user = userEvent.setup();
    renderApp('/settings');
    await user.click(await screen.findByRole('radio', { name: 'Français' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Réglages' })).toBeTruthy();
    expect(localStorage.getItem('allokoli.language')).toBe('fr');
  });

  test('change the theme', async () => {
    const user = userEvent.setup();
    renderApp('/settings');
    await user.click(await screen.findByRole('radio', { name: 'Dark' }));
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(localStorage.getItem('allokoli.theme')).toBe('dark');
  });

  test('show secrets by name, and remove one after asking', async () => {
    const user = userEvent.setup();
    let names = ['crm', 'erp'];
    backend.answer(({ path, body }) => {
      if (path.endsWith('/api/secrets'))
        return { json: names.map((name) => ({ name, updatedAt: '2026-11-20T10:00:00Z' })) };
      if (!path.endsWith('/secrets/remove')) return undefined;
      names = names.filter((name) => name !== (body as { name: string }).name);
      return { json: {} };
    });
    renderApp('/settings');
    await user.click(await screen.findByRole('button', { name: 'Remove the secret “crm”' }));
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(screen.queryByText('crm')).toBeNull());
    expect(screen.getByText('erp')).toBeTruthy();
  });

  test('sign out to the sign-in', async () => {
    const user = userEvent.setup();
    renderApp('/settings');
    await user.click(await screen.findByRole('button', { name: 'Sign out' }));
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeTruthy();
  });
});
