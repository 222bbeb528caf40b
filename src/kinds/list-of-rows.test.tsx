/** Rows of a form: added, removed and moved by pointer and keyboard; the focus goes along. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyDocument, type NodeId } from '../flow/document.ts';
import { setLanguage } from '../i18n/language.ts';
import { TextField } from '../ui/text-field.tsx';
import type { KindForm, StepEdit } from './kind-view.ts';
import { ListOfRows, type ListOfRowsProps } from './list-of-rows.tsx';

interface Person {
  readonly id: string;
  readonly name: string;
}

afterEach(cleanup);

function List(
  props: Partial<ListOfRowsProps<Person>> & { readonly start: string; readonly edits: StepEdit[] },
) {
  const { start, edits, form: given, ...rest } = props;
  const [rows, setRows] = useState<readonly Person[]>([...start].map((name) => ({ id: name, name })));
  const form: KindForm = {
    node: 'n' as NodeId,
    document: emptyDocument('Test', 'en'),
    isReadOnly: false,
    error: (path) => (path === 'people' ? given?.error(path) : undefined),
    type: () => {},
    set: (path, value) => {
      edits.push({ changes: [{ path, value }] });
      setRows(value as unknown as Person[]);
    },
    edit: (edit) => {
      edits.push(edit);
      setRows(edit.changes[0]!.value as unknown as Person[]);
    },
    setInformation: () => {},
    newInformation: (name, type) => ({ id: 'x' as never, name, type }),
    newId: () => 'new',
    steps: () => [],
    nameOf: (step) => step.id,
    setSection: () => {},
    ...given,
  };
  return (
    <ListOfRows
      form={form}
      path="people"
      rows={rows}
      legend="People"
      empty="Nobody yet."
      add="Add a person"
      most={3}
      isOrdered
      create={() => ({ id: 'new', name: 'new' })}
      first={(row, { index }) => <TextField label={`Person ${index + 1}`} labelHidden value={row.name} />}
      {...rest}
    />
  );
}

function open(start: string, props: Partial<ListOfRowsProps<Person>> = {}) {
  setLanguage('en');
  const edits: StepEdit[] = [];
  render(<List start={start} edits={edits} {...props} />);
  return {
    edits,
    names: () => screen.queryAllByRole<HTMLInputElement>('textbox').map(({ value }) => value),
    button: (row: number, name: string) =>
      within(screen.getAllByRole('group', { name: / of / })[row]!).getByRole('button', { name }),
    press: (element: HTMLElement) => {
      element.focus();
      fireEvent.click(element);
    },
  };
}

const focused = () => document.activeElement;

describe('a list of rows', () => {
  it('adds a row and goes to its first field; no more than may be', () => {
    const { press, names } = open('ab');
    press(screen.getByRole('button', { name: 'Add a person' }));
    expect(names()).toEqual(['a', 'b', 'new']);
    expect(focused()).toHaveProperty('value', 'new');
    expect(screen.queryByRole('button', { name: 'Add a person' })).toBeNull();
  });

  it('removes a row and goes to its neighbour, from the last one to the button that adds', () => {
    const { press, button, names } = open('ab');
    press(button(1, 'Remove'));
    expect(names()).toEqual(['a']);
    expect(focused()).toHaveProperty('value', 'a');
    press(button(0, 'Remove'));
    expect(screen.getByText('Nobody yet.')).toBeTruthy();
    expect(focused()).toBe(screen.getByRole('button', { name: 'Add a person' }));
  });

  it('keeps the fewest rows, and tells what goes with a row', () => {
    const { press, button, edits } = open('ab', {
      fewest: 1,
      onRemove: ({ id }) => ({ forget: [id as never] }),
    });
    press(button(0, 'Remove'));
    expect(edits).toEqual([
      { changes: [{ path: 'people', value: [{ id: 'b', name: 'b' }] }], forget: ['a'] },
    ]);
    expect(screen.queryByRole('button', { name: 'Remove' })).toBeNull();
  });

  it('moves rows by their buttons; the focus stays on a button of the moved row', () => {
    const { press, button, names } = open('abc');
    press(button(0, 'Move down'));
    expect(names()).toEqual(['b', 'a', 'c']);
    expect(focused()).toBe(button(1, 'Move down'));
    press(button(1, 'Move down'));
    expect(names()).toEqual(['b', 'c', 'a']);
    expect(button(2, 'Move down')).toHaveProperty('disabled', true);
    expect(button(2, 'Remove').parentElement?.contains(focused())).toBe(true);
  });

  it('moves the row of the focused field by Alt and an arrow, not past the ends', () => {
    const { names } = open('ab');
    const field = screen.getByRole('textbox', { name: 'Person 2' });
    field.focus();
    fireEvent.keyDown(field, { key: 'ArrowUp', altKey: true });
    expect(names()).toEqual(['b', 'a']);
    expect(focused()).toHaveProperty('value', 'b');
    fireEvent.keyDown(focused()!, { key: 'ArrowUp', altKey: true });
    fireEvent.keyDown(focused()!, { key: 'ArrowDown' });
    expect(names()).toEqual(['b', 'a']);
  });

  it('offers no order where order means nothing, and says what is wrong', () => {
    open('ab', { isOrdered: false, form: { error: () => 'Two are needed.' } as unknown as KindForm });
    expect(screen.queryByRole('button', { name: 'Move up' })).toBeNull();
    expect(screen.getByText('Two are needed.')).toBeTruthy();
  });
});
