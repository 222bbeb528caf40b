/** The form of a request: secrets by name, and “Try it”. */
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDocument, type FlowDocument, type NodeId } from '../../flow/document.ts';
import { setLanguage } from '../../i18n/language.ts';
import { fail, type Result, succeed } from '../../lib/result.ts';
import type { KindForm, OutsideForm } from '../kind-view.ts';
import { TRY_FAULTS, type TriedRequest } from '../tried-request.ts';
import { Form as ConnectForm } from './form.tsx';
import type { ConnectData } from './settings.ts';

beforeAll(() => {
  // What browsers have and jsdom has not.
  vi.stubGlobal('CSS', { escape: (text: string) => text, supports: () => false });
  Element.prototype.scrollIntoView = () => {};
});
beforeEach(() => setLanguage('en'));
afterEach(cleanup);

const STEP: ConnectData = {
  label: 'Find the customer',
  method: 'GET',
  url: 'https://api.example.com/customers?phone={{phone}}',
  headers: [{ name: 'Authorization', value: 'secret:crm' }],
  body: [],
  answers: [{ path: 'data.tier', information: 'tier' }],
  timeoutSeconds: 5,
  say: '',
};
const document = {
  ...emptyDocument('Test', 'en'),
  information: {
    phone: { id: 'phone', name: 'Telephone', type: 'phone' },
    tier: { id: 'tier', name: 'Tier', type: 'text' },
  },
} as unknown as FlowDocument;

const ANSWERED: TriedRequest = {
  outcome: 'answered',
  status: 200,
  milliseconds: 412,
  shown: { json: { data: { tier: 'gold', points: 12, 'first-name': 'Anna' } }, isWhole: true },
  isEmpty: false,
  works: true,
  kept: [{ path: 'data.tier', information: 'tier', value: 'gold' }],
};

function open(rest: Partial<ConnectData> = {}, outside: Partial<OutsideForm> | null = {}) {
  const asked: unknown[] = [];
  let data: ConnectData = { ...STEP, ...rest };
  function Form() {
    const [now, setNow] = useState(data);
    const [secrets, setSecrets] = useState<readonly string[] | null>(['crm', 'erp']);
    data = now;
    const set = (path: string, value: unknown) => {
      const [field = '', index, part] = path.split('.');
      const list = (now as unknown as Record<string, object[]>)[field];
      const next =
        index === undefined
          ? value
          : list?.map((row, at) => (String(at) === index ? { ...row, [part ?? '']: value } : row));
      setNow({ ...now, [field]: next });
    };
    const form: KindForm = {
      node: 'n' as NodeId,
      document,
      isReadOnly: false,
      error: () => undefined,
      type: set,
      set,
      edit: ({ changes }) => {
        for (const { path, value } of changes) set(path, value);
      },
      setInformation: () => {},
      newInformation: (name, type) => ({ id: 'x' as never, name, type }),
      newId: () => 'id',
      steps: () => [],
      nameOf: (step) => step.id,
      setSection: () => {},
      ...(outside === null
        ? {}
        : {
            outside: {
              secrets,
              loadSecrets: () => {},
              saveSecret: async (name, value) => {
                asked.push([name, value]);
                setSecrets([...(secrets ?? []), name]);
                return null;
              },
              tryRequest: async (step, values) => {
                asked.push([step, values]);
                return succeed(ANSWERED);
              },
              ...outside,
            },
          }),
    };
    return <ConnectForm data={now} form={form} />;
  }
  const { container } = render(<Form />);
  return { asked, container, data: () => data, user: userEvent.setup() };
}

const tried = (result: Result<TriedRequest, string>) => ({ tryRequest: async () => result });

describe('a secret', () => {
  it('is one of the workspace’s, chosen by name', async () => {
    const { user, data } = open();
    await user.click(screen.getByRole('button', { name: /Header 1, value/ }));
    await user.click(screen.getByRole('option', { name: 'erp' }));
    expect(data().headers[0]?.value).toBe('secret:erp');
  });

  it('is new: its name is made proper, and its value is gone once it is kept', async () => {
    const { user, data, asked } = open();
    await user.click(screen.getByRole('button', { name: /Header 1, value/ }));
    await user.click(screen.getByRole('option', { name: 'New secret…' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.type(dialog.getByLabelText('Name'), 'Clé Été 2');
    await user.type(dialog.getByLabelText('Value'), 'Bearer abc');
    expect(dialog.getByLabelText('Value').getAttribute('type')).toBe('password');
    await user.click(dialog.getByRole('button', { name: 'Keep the secret' }));
    expect(asked).toEqual([['cle-ete-2', 'Bearer abc']]);
    expect(data().headers[0]?.value).toBe('secret:cle-ete-2');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(window.document.body.innerHTML).not.toContain('Bearer abc');
  });

  it('that could not be kept says why, and is still there to be sent again', async () => {
    const { user } = open({}, { saveSecret: async () => 'It did not work.' });
    await user.click(screen.getByRole('button', { name: 'Change its value' }));
    await user.type(screen.getByLabelText('Value'), 'abc');
    await user.click(screen.getByRole('button', { name: 'Keep the secret' }));
    expect(screen.getByRole('dialog').textContent).toContain('It did not work.');
  });

  it('that nobody has stored is told', () => {
    open({ headers: [{ name: 'Authorization', value: 'secret:gone' }] });
    expect(screen.getByText(/No value is stored under this name/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Enter its value' })).toBeTruthy();
  });
});

describe('“Try it”', () => {
  it('sends the step as it is drawn, with what was typed', async () => {
    const { user, asked, data } = open();
    const part = within(screen.getByRole('region', { name: 'Try it' }));
    await user.type(part.getByLabelText('Telephone'), '+33612');
    await user.click(part.getByRole('button', { name: 'Try it now' }));
    expect(asked).toEqual([[data(), { phone: '+33612' }]]);
    expect(part.getByText('It works: answer 200 in 0.4 s.')).toBeTruthy();
    expect(part.getByText('Tier').nextSibling?.textContent).toBe('gold');
  });

  it('a press on a value keeps it; what no path can name cannot be pressed', async () => {
    const { user, data } = open();
    await user.click(screen.getByRole('button', { name: 'Try it now' }));
    await user.click(screen.getByRole('button', { name: 'Keep data.points: 12' }));
    expect(data().answers).toEqual([
      { path: 'data.tier', information: 'tier' },
      { path: 'data.points', information: '' },
    ]);
    expect(screen.queryByRole('button', { name: /data\.points/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /tier|first-name/ })).toBeNull();
  });

  it('says that something may be changed by a request that changes', () => {
    open({ method: 'POST' });
    expect(screen.getByText(/The request is really sent/)).toBeTruthy();
  });

  it.each([
    [{ status: 401, works: false }, /does not let us in/],
    [{ status: 404, works: false }, /knows nothing at this address/],
    [{ status: 500, works: false }, /itself has a problem/],
    [{ shown: null, works: false }, /not JSON/],
    [{ shown: null, isEmpty: true, works: false }, /Nothing came back/],
    [{ kept: [{ path: 'data.name', information: 'tier', value: null }] }, /Nothing is found at data.name/],
  ])('an answer %j is explained', async (rest, sentence) => {
    const { user } = open({}, tried(succeed({ ...ANSWERED, ...rest } as TriedRequest)));
    await user.click(screen.getByRole('button', { name: 'Try it now' }));
    expect(screen.getByText(sentence)).toBeTruthy();
  });

  it.each(TRY_FAULTS)('%s has a sentence in both languages', async (fault) => {
    for (const language of ['en', 'fr'] as const) {
      setLanguage(language);
      const { user } = open({}, tried(succeed({ outcome: 'failed', fault, about: 'thing' })));
      await user.click(screen.getByRole('button', { name: /Try it now|Essayer maintenant/ }));
      expect(screen.getByRole('alert').textContent).toMatch(/\w{3}.*\./);
      cleanup();
    }
  });

  it('says why it was not even tried', async () => {
    const { user } = open({}, tried(fail('You do not have the right to do this here.')));
    await user.click(screen.getByRole('button', { name: 'Try it now' }));
    expect(screen.getByRole('alert').textContent).toBe('You do not have the right to do this here.');
  });

  it('is not offered where nobody can be asked', () => {
    open({}, null);
    expect(screen.queryByRole('region', { name: 'Try it' })).toBeNull();
  });
});
