/** Answering by opening hours on screen, over the fake backend: what is lacking is said, what comes of it is shown before it is saved. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { accessibilityFaults, renderApp } from '../../../app/testing/render-app.tsx';
import {
  type FakeBackend,
  keepSession,
  PERSON,
  startFakeBackend,
} from '../../../data/testing/fake-backend.ts';
import { DOCUMENT_FORMAT } from '../../../flow/document.ts';

const id = (last: string) => `00000000-0000-4000-8000-0000000000${last}`;
const [WORKSPACE, NUMBER, DAY, NIGHT, HOURS, LIVE] = ['0a', '0b', '0c', '0d', '0e', '0f'].map(id) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const of = { workspace_id: WORKSPACE };

let backend: FakeBackend;
let user: ReturnType<typeof userEvent.setup>;

beforeEach(() => {
  localStorage.clear();
  keepSession();
  user = userEvent.setup();
  const flow = { ...of, revision: 1, updated_at: '2026-11-23T12:00:00Z', document: {} };
  backend = startFakeBackend({
    workspaces: [{ id: WORKSPACE, name: 'Bistro' }],
    members: [{ ...of, user_id: PERSON.id, role: 'owner', created_at: '2026-11-02T12:00:00Z' }],
    flows: [
      { ...flow, id: DAY, name: 'Reception' },
      { ...flow, id: NIGHT, name: 'On call' },
    ],
    phone_numbers: [
      {
        ...of,
        id: NUMBER,
        number: '+33199001234',
        label: '',
        provider: 'vapi',
        state: 'active',
        elsewhere: false,
        flow_id: DAY,
        deployment_id: LIVE,
        removal_due_at: null,
        credential_id: null,
      },
    ],
    opening_hours: [
      {
        ...of,
        id: HOURS,
        name: 'Counter',
        revision: 1,
        hours: {
          format: DOCUMENT_FORMAT,
          timeZone: 'UTC',
          // Open at all times, so that it does not matter when this runs.
          week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]),
          holidays: 'none',
          exceptions: [],
        },
      },
    ],
    deployments: [
      {
        ...of,
        id: LIVE,
        phone_number_id: NUMBER,
        flow_id: DAY,
        version_id: 'v',
        purpose: 'flow',
        state: 'live',
        drift: null,
      },
    ],
    number_schedules: [],
    flow_versions: [],
  });
});
afterEach(() => {
  cleanup();
  backend.stop();
});

function scheduled(): void {
  backend.tables.number_schedules = [
    { ...of, phone_number_id: NUMBER, position: 0, hours_id: HOURS, flow_id: DAY, words: null },
    { ...of, phone_number_id: NUMBER, position: 1, hours_id: null, flow_id: NIGHT, words: null },
  ];
}
function saved(status = 200, json: object = {}): unknown[] {
  const asked: unknown[] = [];
  backend.answer(({ path, body }) => {
    if (!path.endsWith('/schedule')) return undefined;
    asked.push(body);
    return { json, status };
  });
  return asked;
}
const press = async (name: RegExp | string) => user.click(await screen.findByRole('button', { name }));

it('is set with a flow for the hours and a sentence for the rest, as it was shown before', async () => {
  const asked = saved();
  renderApp(`/numbers/${NUMBER}`);
  await press('Answer by opening hours');
  const dialog = within(await screen.findByRole('dialog'));
  // One set of hours and the flow that answers are chosen already.
  const words = await dialog.findByLabelText<HTMLTextAreaElement>('What is said');
  expect(dialog.getByText('It will be so')).toBeTruthy();
  expect(dialog.getAllByText('Reception').length).toBeGreaterThan(1);
  await user.clear(words);
  expect(dialog.queryByText('It will be so')).toBeNull();
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(dialog.getByText('Write what is said.')).toBeTruthy();
  expect(asked).toEqual([]);
  await user.type(words, 'Closed.');
  expect(await accessibilityFaults()).toEqual([]);
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(asked).toEqual([{ rows: [{ hoursId: HOURS, flowId: DAY }], rest: { words: 'Closed.' } }]),
  );
});

it('tells who answers now, who is not ready, and how exact the hours are', async () => {
  scheduled();
  renderApp(`/numbers/${NUMBER}`);
  expect(await screen.findByText('During “Counter”')).toBeTruthy();
  expect(screen.getByText('Answers now')).toBeTruthy();
  expect(screen.getByText(/Not published on this number yet/)).toBeTruthy();
  expect(screen.getByText('Nothing changes in the next two weeks.')).toBeTruthy();
  expect(screen.getByText(/within about a minute/)).toBeTruthy();
  expect(await accessibilityFaults()).toEqual([]);
});

it('says why it was not saved, and keeps what was written', async () => {
  saved(409, { error: { code: 'number-switching', params: {} } });
  renderApp(`/numbers/${NUMBER}`);
  await press('Answer by opening hours');
  await user.click(await screen.findByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/just being pointed at another flow/)).toBeTruthy();
  expect(screen.getByLabelText('What is said')).toBeTruthy();
});

it('ends with one of the flows that are in service', async () => {
  scheduled();
  const asked = saved();
  renderApp(`/numbers/${NUMBER}`);
  await press('One flow at all hours again');
  const dialog = within(await screen.findByRole('alertdialog'));
  expect(dialog.queryByRole('radio', { name: /On call/ })).toBeNull();
  await user.click(dialog.getByRole('button', { name: 'Let it answer' }));
  await waitFor(() => expect(asked).toEqual([{ rows: [], rest: { flowId: DAY } }]));
});

it('without opening hours, leads to where they are written', async () => {
  backend.tables.opening_hours = [];
  renderApp(`/numbers/${NUMBER}`);
  await press('Answer by opening hours');
  const link = await screen.findByRole('link', { name: 'Set opening hours' });
  expect(link.getAttribute('href')).toContain('opening-hours');
});

it('is told in the list of numbers', async () => {
  scheduled();
  renderApp('/numbers');
  expect(await screen.findByText('Counter: Reception')).toBeTruthy();
  expect(screen.getByText('The rest of the time: On call')).toBeTruthy();
});
