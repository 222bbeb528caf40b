/** The versions of a flow: going back number by number, taking that back, taking one up as draft, and comparing two. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import '../../ui/testing/jsdom-gaps.ts';
import { accessibilityFaults, renderApp } from '../../app/testing/render-app.tsx';
import { type FakeBackend, keepSession, PERSON, startFakeBackend } from '../../data/testing/fake-backend.ts';
import { templates } from '../../templates/registry.ts';

let backend: FakeBackend;
/** Deployments put back by restoring, in order: from which. */
let restored: string[];

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const [FLOW, ONE, TWO] = [id(1), id(11), id(12)];
const drawn = templates.find((one) => one.id === 'appointment-booking')!.build('en', { name: 'Practice' });
// biome-ignore lint/suspicious/noExplicitAny: a test edits the drawing as JSON
const later = structuredClone(drawn) as any;
later.nodes.answer.data.greeting = 'Hello, the practice.';
delete later.nodes.changed;
delete later.edges['which-got-it'];

const deployment = (number: number, version: string, on: string, state: string, more: object = {}) => ({
  id: id(number),
  flow_id: FLOW,
  version_id: version,
  phone_number_id: on,
  state,
  purpose: 'flow',
  created_at: `2026-11-${10 + number}T10:00:00Z`,
  ...more,
});
const phone = (name: string, digits: string, deploymentId: string) => ({
  id: name,
  workspace_id: 'w',
  number: digits,
  label: '',
  provider: 'vapi',
  state: 'active',
  elsewhere: false,
  flow_id: FLOW,
  deployment_id: deploymentId,
});

interface Options {
  readonly path?: string;
  readonly role?: 'owner' | 'viewer';
  readonly language?: 'en' | 'fr';
  /** How the run of a number ends; live when nothing is said. */
  readonly ends?: (from: string) => object;
}

function start({ path = `/flows/${FLOW}/versions`, role = 'owner', language = 'en', ends }: Options = {}) {
  backend = startFakeBackend({
    workspaces: [{ id: 'w', name: 'Practice' }],
    members: [{ workspace_id: 'w', user_id: PERSON.id, role, created_at: '2026-01-02T12:00:00Z' }],
    flows: [
      {
        id: FLOW,
        workspace_id: 'w',
        name: 'Practice',
        document: later,
        revision: 7,
        updated_at: '2026-11-30T10:00:00Z',
      },
    ],
    flow_versions: [
      { id: TWO, flow_id: FLOW, number: 2, document: later },
      { id: ONE, flow_id: FLOW, number: 1, document: drawn },
    ],
    deployments: [
      deployment(8, TWO, 'n2', 'live'),
      deployment(7, TWO, 'n1', 'live'),
      deployment(6, ONE, 'n2', 'superseded'),
      deployment(5, ONE, 'n1', 'superseded'),
    ],
    phone_numbers: [phone('n1', '+33199001234', id(7)), phone('n2', '+33199005678', id(8))],
    flow_snapshots: [],
  });
  restored = [];
  let made = 20;
  const answerOf = (deploymentId: string, state: string, version: number, more: object = {}) => ({
    id: deploymentId,
    numberId: id(99),
    purpose: 'flow',
    state,
    version,
    steps: [{ kind: 'switch-number', name: '', state: state === 'live' ? 'done' : 'pending' }],
    error: null,
    ...more,
  });
  backend.answer(({ path: asked, method }) => {
    if (asked.endsWith(`/api/flows/${FLOW}/versions`)) {
      const one = {
        id: ONE,
        number: 1,
        note: 'As before',
        createdAt: '2026-11-15T10:00:00Z',
        author: null,
        calls: 41,
      };
      const two = {
        id: TWO,
        number: 2,
        note: null,
        createdAt: '2026-11-17T10:00:00Z',
        author: PERSON.email,
        calls: 0,
      };
      return { json: { versions: [two, one] } };
    }
    const from = /publications\/([^/]+)\/restore$/.exec(asked)?.[1];
    if (from !== undefined) {
      restored.push(from);
      made += 1;
      const source = backend.tables.deployments?.find((row) => row.id === from);
      backend.tables.deployments?.unshift({
        ...deployment(made, source?.version_id as string, source?.phone_number_id as string, 'running'),
        from,
      });
      return { json: answerOf(id(made), 'running', source?.version_id === ONE ? 1 : 2) };
    }
    const advanced = /publications\/([^/]+)\/advance$/.exec(asked)?.[1];
    if (advanced !== undefined && method === 'POST') {
      const row = backend.tables.deployments?.find((one) => one.id === advanced);
      const end = {
        ...answerOf(advanced, 'live', row?.version_id === ONE ? 1 : 2),
        ...ends?.(row?.from as string),
      };
      if (end.state === 'live' && row)
        for (const number of backend.tables.phone_numbers ?? [])
          if (number.id === row.phone_number_id) {
            for (const other of backend.tables.deployments ?? [])
              if (other.id === number.deployment_id) other.state = 'superseded';
            number.deployment_id = advanced;
          }
      if (row) row.state = end.state;
      return { json: end };
    }
    return undefined;
  });
  renderApp(path, language);
  return userEvent.setup();
}

beforeAll(() => {
  const Observer = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  vi.stubGlobal('ResizeObserver', Observer);
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
});
beforeEach(() => {
  localStorage.clear();
  keepSession();
});
afterEach(() => {
  cleanup();
  backend.stop();
});

const row = async (name: string) => {
  const heading = await screen.findByRole('heading', { name: new RegExp(`^${name}`) });
  return heading.closest('li')!;
};

describe('versions', () => {
  it('say who published them when, with which words, where they answer, and how many calls they had', async () => {
    start();
    const two = await row('Version 2');
    await within(two).findByText(/Answers \+33 1 99 00 12 34/);
    within(two).getByText(/Answers \+33 1 99 00 56 78/);
    expect(two.textContent).toContain('by you');
    expect(two.textContent).toContain('No calls');
    const one = await row('Version 1');
    within(one).getByText('“As before”');
    expect(one.textContent).toContain('by a deleted account');
    const calls = within(one).getByRole('link', { name: /41 calls/ });
    expect(calls.getAttribute('href')).toBe(`/calls?days=all&flow=${FLOW}&version=${ONE}`);
    expect(within(two).queryByRole('button', { name: /back in service/ })).toBeNull();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('go back on every number with one press, one after the other, and return with another', async () => {
    const user = start();
    const back = await screen.findByRole('button', { name: /Put Version 1 back in service on \+33/ });
    await user.click(back);
    await screen.findByText(/Version 1 now answers \+33 1 99 00 12 34 and \+33 1 99 00 56 78/);
    expect(restored).toEqual([id(5), id(6)]);
    await within(await row('Version 1')).findByText(/Answers \+33 1 99 00 12 34/);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByText(/Version 2 now answers/);
    // What answered before answers again, number by number.
    expect(restored.slice(2)).toEqual([id(7), id(8)]);
  });

  it('say which number is switched and which is not; trying again goes on with what is left', async () => {
    let isBroken = true;
    const user = start({
      ends: (from) =>
        from === id(6) && isBroken
          ? { state: 'failed', error: { code: 'vapi-unreachable', params: {} } }
          : {},
    });
    await user.click(await screen.findByRole('button', { name: /Put Version 1 back/ }));
    const news = await screen.findByRole('alert');
    expect(news.textContent?.replaceAll(/\s/g, ' ')).toContain(
      '+33 1 99 00 12 34 is switched, +33 1 99 00 56 78 is not.',
    );
    isBroken = false;
    await user.click(within(news).getByRole('button', { name: 'Try again' }));
    await screen.findByText(/Version 1 now answers \+33 1 99 00 56 78/);
    expect(restored).toEqual([id(5), id(6), id(6)]);
  });

  it('become the draft; the former draft is set aside, and comes back with one press', async () => {
    const user = start();
    await user.click(await screen.findByRole('button', { name: 'Make “Version 1” the draft' }));
    const news = await screen.findByText('The draft is now as “Version 1” was.');
    const flow = backend.tables.flows![0]!;
    expect(flow).toMatchObject({ document: drawn, revision: 8 });
    expect(backend.tables.flow_snapshots).toMatchObject([{ side: 'other', document: later, flow_id: FLOW }]);
    await user.click(within(news.closest('[role="alertdialog"]')!).getByRole('button', { name: 'Undo' }));
    await screen.findByText('The draft is again as it was.');
    expect(flow).toMatchObject({ document: later, revision: 9 });
  });

  it('do not become the draft over something that was saved meanwhile', async () => {
    const user = start();
    const button = await screen.findByRole('button', { name: 'Make “Version 1” the draft' });
    backend.tables.flows![0]!.revision = 8;
    await user.click(button);
    await screen.findByText('The flow has changed meanwhile. Look at it again first.');
    expect(backend.tables.flows![0]).toMatchObject({ document: later, revision: 8 });
  });

  it('are looked at by viewers, who change nothing', async () => {
    start({ role: 'viewer', language: 'fr' });
    const one = await row('Version 1');
    expect(one.textContent).toContain('par un compte supprimé');
    within(one).getByRole('link', { name: /Comparer/ });
    expect(screen.queryByRole('button', { name: /Remettre|brouillon/ })).toBeNull();
  });
});

describe('comparing', () => {
  it('says in sentences what is different, marks it on both drawings, and shows a step on both', async () => {
    const user = start({ path: `/flows/${FLOW}/compare?before=1&after=draft` });
    const list = await screen.findByRole('list', { name: 'Changes' });
    const sentences = within(list)
      .getAllByRole('listitem')
      .map((item) => item.textContent);
    expect(sentences).toEqual([
      'Step removed: “Change noted”.',
      expect.stringMatching(/^“Answer”: .* became “Hello, the practice\.”\.$/),
      '“Which appointment?”: “got it” no longer leads to “Change noted”.',
    ]);
    const drawing = (name: string) => screen.getByRole('region', { name });
    const marks = (name: string) =>
      [...drawing(name).querySelectorAll('.react-flow__node .change-mark')].map(
        (mark) => `${mark.closest('.react-flow__node')?.getAttribute('data-id')}: ${mark.textContent}`,
      );
    await waitFor(() => expect(marks('Version 1')).toEqual(['answer: Changed', 'changed: Removed']));
    expect(marks('Draft')).toEqual(['answer: Changed']);
    const answer = within(list).getByRole('button', { name: /Answer/ });
    await user.click(answer);
    expect(answer.getAttribute('aria-pressed')).toBe('true');
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('turns round, and takes any two', async () => {
    const user = start({ path: `/flows/${FLOW}/compare?before=1&after=draft`, language: 'fr' });
    await screen.findByText(/1 étape supprimée/);
    await user.click(screen.getByRole('button', { name: 'Échanger les deux' }));
    await screen.findByText(/1 nouvelle étape/);
    await user.click(screen.getByRole('button', { name: /Après/ }));
    await user.click(await screen.findByRole('option', { name: 'Version 2' }));
    await screen.findByText('Rien n’est différent.');
  });

  it('of what does not exist is not found', async () => {
    start({ path: `/flows/${FLOW}/compare?before=9&after=draft` });
    await screen.findByText('There is nothing here');
  });
});
