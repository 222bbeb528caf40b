/** The list of problems: what blocks a call first, by keyboard too; it leads to the field, and mends many at once. */
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { editSettings } from '../commands/edit-settings.ts';
import { editStep } from '../commands/edit-step.ts';
import { renameStep } from '../commands/rename-step.ts';
import { setInformation } from '../commands/set-information.ts';
import { Inspector } from '../inspector/inspector.tsx';
import { fillJsdomGaps, openEditor, show } from '../testing/open-editor.tsx';
import { ProblemsPanel } from './problems-panel.tsx';

beforeAll(fillJsdomGaps);
afterEach(cleanup);

function openDamaged() {
  const opened = openEditor();
  const { editor, step } = opened;
  const { store } = editor;
  const end = step('hang-up');
  const set = (path: string, value: string) =>
    store.run(editStep, { node: end.id, changes: [{ path, value }] });
  set('closing', 'Thank you {{ghost}}.');
  store.run(renameStep, { node: end.id, title: 'Same' });
  store.run(renameStep, { node: step('ask').id, title: 'Same' });
  store.run(setInformation, { information: { id: 'extra' as never, name: 'Extra', type: 'text' } });
  store.run(editSettings, { settings: { timeZone: 'Mars/Base' } });
  editor.problems.check();
  editor.panels.setState({ problems: true });
  show(
    editor,
    <>
      <ProblemsPanel />
      <Inspector />
    </>,
  );
  return { ...opened, end, user: userEvent.setup() };
}

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-row]')];

describe('the list of problems', () => {
  it('has what blocks a call first, then what is worth a look', () => {
    openDamaged();
    const blocking = screen.getByRole('region', { name: 'Blocks a call' });
    const looking = screen.getByRole('region', { name: 'Worth looking at' });
    expect(blocking.compareDocumentPosition(looking)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    within(blocking).getByText('A sentence speaks of an information that is gone');
    expect(looking.textContent).toContain('Extra');
  });

  it('is walked through by arrows, and leads to the field by Enter', async () => {
    const { editor, end, user } = openDamaged();
    act(() => rows()[0]!.focus());
    await user.keyboard('{End}{ArrowUp}{Home}');
    expect(document.activeElement).toBe(rows()[0]);
    const row = rows().find(({ textContent }) => textContent?.startsWith('A sentence speaks'))!;
    act(() => row.focus());
    await user.keyboard('{Enter}');
    expect([...editor.store.state.getState().selection.nodes]).toEqual([end.id]);
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Last words' })),
    );
  });

  it('leads to a setting that is folded away', async () => {
    const { user } = openDamaged();
    await user.click(screen.getByRole('button', { name: /Mars\/Base/ }));
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('combobox', { name: /Time zone/ })),
    );
  });

  it('mends all that is safe after saying what that changes, in one step of history', async () => {
    const { editor, document: now, user } = openDamaged();
    const before = now();
    await user.click(screen.getByRole('button', { name: 'Fix all…' }));
    const dialog = screen.getByRole('alertdialog', { name: 'Fix 2 problems?' });
    within(dialog).getByText(/Extra/);
    within(dialog).getByText(/Same 2/);
    await user.click(within(dialog).getByRole('button', { name: 'Fix them' }));
    expect(now().information).not.toHaveProperty('extra');
    expect(editor.store.state.getState().history.past.at(-1)?.label).toEqual({
      key: 'fix-problems',
      count: 2,
    });
    act(() => void editor.store.undo());
    expect(now()).toEqual(before);
  });

  it('closes with Escape', async () => {
    const { editor, user } = openDamaged();
    act(() => rows()[0]!.focus());
    await user.keyboard('{Escape}');
    expect(editor.panels.getState().problems).toBe(false);
  });
});
