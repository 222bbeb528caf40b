/** Connecting and forwarding a number on screen, over the fake backend: one question at a time, and each wrong answer has its sentence. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults, renderApp } from '../../app/testing/render-app.tsx';
import { type FakeBackend, keepSession, PERSON, startFakeBackend } from '../../data/testing/fake-backend.ts';

const WORKSPACE = '00000000-0000-4000-8000-00000000000a';
const NUMBER = '00000000-0000-4000-8000-00000000000b';
const FORWARDING = '00000000-0000-4000-8000-00000000000c';
const SID = `AC${'ab'.repeat(16)}`;
const TOKEN = 'cd'.repeat(16);

let backend: FakeBackend;
let user: ReturnType<typeof userEvent.setup>;

beforeEach(() => {
  localStorage.clear();
  keepSession();
  user = userEvent.setup();
  backend = startFakeBackend({
    workspaces: [{ id: WORKSPACE, name: 'Cabinet Martin' }],
    members: [
      { workspace_id: WORKSPACE, user_id: PERSON.id, role: 'owner', created_at: '2026-11-02T12:00:00Z' },
    ],
    phone_numbers: [
      {
        id: NUMBER,
        workspace_id: WORKSPACE,
        number: '+33199001234',
        label: 'Front desk',
        provider: 'byo-phone-number',
        state: 'active',
        elsewhere: false,
        flow_id: null,
        deployment_id: NUMBER,
        removal_due_at: null,
        credential_id: 'trunk',
      },
    ],
  });
  answer('/api/connection', {
    own: null,
    hasCommon: true,
    isSandbox: false,
    regions: ['us'],
    here: { numbers: 0, inService: 0, files: 0 },
  });
});
afterEach(() => {
  cleanup();
  backend.stop();
});

function answer(end: string, json: unknown, status = 200): unknown[] {
  const asked: unknown[] = [];
  backend.answer(({ path, body }) => {
    if (!path.endsWith(end)) return undefined;
    asked.push(body);
    return { json, status };
  });
  return asked;
}

const press = async (name: RegExp | string) => user.click(await screen.findByRole('button', { name }));

describe('connecting a number', () => {
  async function comeToKeys() {
    renderApp('/numbers/new');
    await press(/A number at Twilio/);
    await press(/^Twilio/);
    await user.type(await screen.findByLabelText('Telephone number'), '01 42 68');
    await press('Next');
    expect(screen.getByText(/This is no telephone number/)).toBeTruthy();
    await user.type(screen.getByLabelText('Telephone number'), ' 53 00');
    await press('Next');
    await screen.findByLabelText('Account SID');
  }

  it('checks every field before anything is sent', async () => {
    const asked = answer('/numbers/import', {});
    await comeToKeys();
    await user.type(screen.getByLabelText('Account SID'), 'SK123');
    await press('Connect the number');
    expect(screen.getByText(/An account SID is “AC”/)).toBeTruthy();
    expect(screen.getByText(/An auth token is 32/)).toBeTruthy();
    expect(asked).toEqual([]);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('says what the provider did not accept, and keeps what was entered', async () => {
    const refusal = { error: { code: 'vapi-refused', params: { reason: 'credentials', message: 'No.' } } };
    const asked = answer('/numbers/import', refusal, 502);
    await comeToKeys();
    await user.type(screen.getByLabelText('Account SID'), SID);
    await user.type(screen.getByLabelText('Auth token'), TOKEN);
    await press('Connect the number');
    expect(await screen.findByText(/does not accept these keys.*It said: “No.”/)).toBeTruthy();
    expect(asked).toEqual([
      {
        workspaceId: WORKSPACE,
        number: '+33142685300',
        label: '',
        account: { provider: 'twilio', accountSid: SID, authToken: TOKEN },
      },
    ]);
    expect(screen.getByLabelText<HTMLInputElement>('Account SID').value).toBe(SID);
    expect(screen.getByLabelText<HTMLInputElement>('Auth token').type).toBe('password');
  });

  it('tells that nobody knows when the answer was lost', async () => {
    answer('/numbers/import', { error: { code: 'vapi-unreachable', params: {} } }, 502);
    await comeToKeys();
    await user.type(screen.getByLabelText('Account SID'), SID);
    await user.type(screen.getByLabelText('Auth token'), TOKEN);
    await press('Connect the number');
    expect(await screen.findByText(/nobody knows whether it worked/)).toBeTruthy();
  });

  it('offers no test number where real telephones ring', async () => {
    renderApp('/numbers/new');
    await screen.findByRole('button', { name: /A free US number/ });
    expect(screen.queryByRole('button', { name: /A test number/ })).toBeNull();
  });
});

describe('keeping a number', () => {
  it('shows the code with the number filled in, and notices the call that proves it', async () => {
    const saved = answer(`/numbers/${NUMBER}/forwardings`, { id: FORWARDING });
    answer(`/forwardings/${FORWARDING}/test`, {});
    answer(`/forwardings/${FORWARDING}/look`, { arrivedAt: '2026-11-30T12:00:00Z' });
    renderApp(`/numbers/${NUMBER}/forward`);
    await user.type(await screen.findByLabelText('Your number'), '01 99 00 12 34');
    await press('Next');
    expect(screen.getByText(/This is the number that it would be forwarded to/)).toBeTruthy();
    await user.clear(screen.getByLabelText('Your number'));
    await user.type(screen.getByLabelText('Your number'), '06 39 98 00 11');
    await press('Next');
    await press(/A mobile phone/);
    await press(/^Orange/);
    await press('Next');
    expect(await screen.findByText('**004*+33199001234*11*20#')).toBeTruthy();
    expect(screen.getByText('##004#')).toBeTruthy();
    expect(screen.getByRole('link', { name: /3GPP TS 22.030/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open the keypad' }).getAttribute('href')).toBe(
      'tel:**004*+33199001234*11*20%23',
    );
    expect(await accessibilityFaults()).toEqual([]);
    await press('I have dialled it');
    expect(await screen.findByRole('heading', { name: 'Your calls arrive' })).toBeTruthy();
    expect(saved).toEqual([
      { ownNumber: '+33639980011', operator: 'orange', line: 'mobile', mode: 'unavailable', seconds: 20 },
    ]);
  });

  it('says where the operator has to be asked', async () => {
    renderApp(`/numbers/${NUMBER}/forward`);
    await user.type(await screen.findByLabelText('Your number'), '01 42 68 53 00');
    await press('Next');
    await press(/A landline or a box/);
    await press(/^SFR/);
    await press('Next');
    expect(await screen.findByText('*21*0199001234#')).toBeTruthy();
    expect(screen.getByText(/we have no source for your operator/)).toBeTruthy();
    await press('Back');
    await user.click(await screen.findByRole('radio', { name: /When the line is busy/ }));
    await press('Next');
    expect(await screen.findByText(/Your operator has to set this up/)).toBeTruthy();
  });
});

describe('a number that is kept already', () => {
  const forwarding = {
    id: FORWARDING,
    workspace_id: WORKSPACE,
    phone_number_id: NUMBER,
    own_number: '+33639980011',
    operator: 'orange',
    line: 'mobile',
    mode: 'unavailable',
    seconds: 20,
    tested_from: null,
    verified_at: null,
  };

  it('is tested with a call at any time, without the questions', async () => {
    backend.tables.forwardings = [forwarding];
    const begun = answer(`/forwardings/${FORWARDING}/test`, {});
    answer(`/forwardings/${FORWARDING}/look`, { arrivedAt: '2026-12-01T12:00:00Z' });
    renderApp(`/numbers/${NUMBER}`);
    await user.click(await screen.findByRole('link', { name: /^Test \+33\s6.* with a call$/ }));
    expect(await screen.findByRole('heading', { name: 'Your calls arrive' })).toBeTruthy();
    expect(screen.queryByLabelText('Your number')).toBeNull();
    expect(begun).toHaveLength(1);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('is asked about anew where it is not known any more', async () => {
    renderApp(`/numbers/${NUMBER}/forward?check=${FORWARDING}`);
    expect(await screen.findByLabelText('Your number')).toBeTruthy();
  });
});

describe('a browser link that somebody changed at Vapi', () => {
  const FLOW = '00000000-0000-4000-8000-00000000000d';
  const link = {
    flowId: FLOW,
    isOn: true,
    token: 'a'.repeat(48),
    pausedWords: null,
    version: 2,
    byItself: true,
    callsToday: 0,
    ownDeployment: NUMBER,
    isDrifted: true,
  };

  it('leads to where that is decided: the publish window of its flow', async () => {
    answer('/api/links', [link]);
    backend.tables.flows = [
      {
        id: FLOW,
        workspace_id: WORKSPACE,
        name: 'Reception',
        document: {},
        revision: 1,
        updated_at: '2026-12-01T10:00:00Z',
      },
    ];
    renderApp('/numbers');
    const decide = await screen.findByRole('link', { name: 'Decide in the publish window of the flow' });
    expect(decide.getAttribute('href')).toBe(`/flows/${FLOW}?publish`);
  });
});

describe('one number', () => {
  const past = (words: object | null) => {
    const rate = { used: 0, most: 10 };
    answer('/api/usage', {
      month: '2026-11-01',
      calls: 3,
      minutes: 9,
      dollars: 1,
      limit: {
        unit: 'minutes',
        most: 5,
        language: 'fr',
        message: 'Rappelez demain.',
        transferTo: '+33142685300',
      },
      isPast: true,
      diverted: [],
      numbers: [{ id: NUMBER, number: '+33199001234', label: '', words }],
      rehearsals: rate,
      simulations: rate,
      testMinutes: rate,
      publications: rate,
    });
  };

  it('tells what is heard past the month’s limit, to listen to', async () => {
    past(null);
    renderApp(`/numbers/${NUMBER}`);
    expect(await screen.findByText('Rappelez demain.')).toBeTruthy();
    expect(screen.getByText(/are passed on to \+33\s1\s42/)).toBeTruthy();
    expect(screen.getByText('Heard now')).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('tells its own words past the limit, where it has any', async () => {
    past({ language: 'en', message: 'Please call again on Monday.' });
    renderApp(`/numbers/${NUMBER}`);
    expect(await screen.findByText('Please call again on Monday.')).toBeTruthy();
    expect(screen.queryByText('Rappelez demain.')).toBeNull();
  });

  it('tells its carrier’s address, and is given back after a question', async () => {
    const asked = answer(`/numbers/${NUMBER}/remove`, { dueAt: '2026-11-30T12:10:00Z' });
    renderApp(`/numbers/${NUMBER}`);
    expect(await screen.findByText('+33199001234@trunk.sip.vapi.ai')).toBeTruthy();
    await press('Give the number back');
    const confirm = await screen.findByRole('alertdialog');
    expect(confirm.textContent).toContain('You can take this back for ten minutes.');
    expect(await accessibilityFaults()).toEqual([]);
    backend.tables.phone_numbers![0]!.removal_due_at = '2026-11-30T12:10:00Z';
    answer(`/api/numbers`, []);
    const [, really] = screen.getAllByRole('button', { name: 'Give the number back', hidden: true });
    await user.click(really!);
    expect(await screen.findByRole('button', { name: 'Keep it' })).toBeTruthy();
    await waitFor(() => expect(asked).toHaveLength(1));
  });
});
