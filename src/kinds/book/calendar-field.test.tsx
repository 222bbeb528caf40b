/** Which calendar a booking goes into: picked from what there is, or made on the spot. */
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyDocument, type FlowNode, type NodeId } from '../../flow/document.ts';
import { setLanguage } from '../../i18n/language.ts';
import '../../ui/testing/jsdom-gaps.ts';
import type { KindForm } from '../kind-view.ts';
import { CalendarField } from './calendar-field.tsx';
import { book } from './kind.ts';

beforeEach(() => {
  setLanguage('en');
});
afterEach(cleanup);

/** A workspace with one calendar, and another step of the flow that uses one more. */
function open({ keeps = true, at = '' }: { keeps?: boolean; at?: string } = {}) {
  const made: string[] = [];
  const values: string[] = [];
  const other = { id: 'o', kind: 'book', data: { ...book.examples.haircut, calendar: 'Dr Durand' } };
  const calendars = {
    list: async () => ({
      names: ['Dr Martin', ...(keeps ? made : [])],
      former: [
        { name: 'Dr Roux', current: 'Dr Martin' },
        ...(keeps && made.includes('Dr Petit') ? [] : [{ name: 'Dr Petit', current: null }]),
      ],
    }),
    create: async (name: string) => {
      made.push(name);
      return keeps;
    },
  };
  function Field() {
    const [value, setValue] = useState(at);
    const form: KindForm = {
      node: 'n' as NodeId,
      document: emptyDocument('Test', 'en'),
      isReadOnly: false,
      error: () => undefined,
      type: () => {},
      set: (_, chosen) => {
        values.push(chosen as string);
        setValue(chosen as string);
      },
      edit: () => {},
      setInformation: () => {},
      newInformation: (name, type) => ({ id: 'x' as never, name, type }),
      newId: () => 'new',
      steps: () => [other as unknown as FlowNode],
      nameOf: (step) => step.id,
      setSection: () => {},
      calendars,
    };
    return <CalendarField form={form} value={value} />;
  }
  render(<Field />);
  const user = userEvent.setup();
  const choose = async (name: string) => {
    await user.click(screen.getByRole('button', { name: /Calendar/ }));
    await user.click(await screen.findByRole('option', { name }));
  };
  const create = async (name: string) => {
    await choose('New calendar…');
    await user.type(await screen.findByRole('textbox', { name: 'Name of the new calendar' }), name);
    await user.click(screen.getByRole('button', { name: 'Create' }));
  };
  return { made, values, choose, create };
}

it('offers those of the workspace and those of other steps, and the usual one', async () => {
  const { values, made, choose } = open();
  await choose('Dr Martin');
  await choose('Dr Durand');
  await choose('The usual calendar');
  expect(values).toEqual(['Dr Martin', 'Dr Durand', '']);
  expect(made).toEqual([]);
});

it('makes a new one for the whole workspace', async () => {
  const { values, made, create } = open();
  await create('  Dr Blanc ');
  expect(values).toEqual(['Dr Blanc']);
  expect(made).toEqual(['Dr Blanc']);
});

it('takes the one that is there, however it is written', async () => {
  const { values, made, create } = open();
  await create('dr durand');
  expect(values).toEqual(['Dr Durand']);
  expect(made).toEqual([]);
});

it('shows what a renamed one is called now', async () => {
  open({ at: 'Dr Roux' });
  await screen.findByRole('button', { name: /Dr Martin/ });
  expect(screen.queryByText(/Dr Roux/)).toBeNull();
});

it('says that one was removed, until another is chosen', async () => {
  const { choose, values } = open({ at: 'Dr Petit' });
  await screen.findByText(/This calendar was removed/);
  screen.getByRole('button', { name: /Dr Petit \(removed\)/ });
  await choose('Dr Martin');
  expect(values).toEqual(['Dr Martin']);
  expect(screen.queryByText(/This calendar was removed/)).toBeNull();
});

it('takes the one that was formerly called so, and makes one again that was removed', async () => {
  const { values, made, create } = open();
  await create('Dr Roux');
  await create('Dr Petit');
  expect(values).toEqual(['Dr Martin', 'Dr Petit']);
  expect(made).toEqual(['Dr Petit']);
  await screen.findByRole('button', { name: /Dr Petit(?! \(removed\))/ });
  await waitFor(() => expect(screen.queryByText(/This calendar was removed/)).toBeNull());
});
