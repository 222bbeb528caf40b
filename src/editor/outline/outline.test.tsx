/** The outline by keyboard and by name: what is read in it, what its keys do, and where the focus is afterwards. */
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { accessibilityFaults } from '../../app/testing/render-app.tsx';
import { Announcer } from '../announcer.tsx';
import { disconnect } from '../commands/disconnect.ts';
import { renameStep } from '../commands/rename-step.ts';
import { FlowArea } from '../flow-area.tsx';
import { onlyNode, selectNodes } from '../store/selection.ts';
import { fillJsdomGaps, openEditor, show } from '../testing/open-editor.tsx';

beforeAll(() => {
  fillJsdomGaps();
  // Rows are measured when they are drawn, and jsdom measures nothing.
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(36);
});
afterEach(cleanup);

async function openOutline() {
  const opened = openEditor();
  const { editor } = opened;
  editor.panels.setState({ view: 'outline' });
  const user = userEvent.setup();
  show(
    editor,
    <>
      <FlowArea canvas={null} />
      <Announcer />
    </>,
  );
  await screen.findByRole('treegrid', { name: 'Outline of the flow' });
  return {
    ...opened,
    user,
    row: (name: RegExp | string) => screen.findByRole('row', { name }),
    hasFocus: (name: RegExp | string) =>
      waitFor(() => expect(screen.getByRole('row', { name })).toBe(document.activeElement)),
    said: (text: string | RegExp) => screen.findByText(text, { selector: '[aria-live] p' }),
    linkOf: (node: string, exit: string) =>
      Object.values(opened.document().edges).find((edge) => edge.from === node && edge.exit === exit),
  };
}

describe('what is read', () => {
  it('is every step with its number, its kind and what it says, and where each way out leads', async () => {
    const { row } = await openOutline();
    const wish = await row('Step 2, What would you like?, Find out what they want');
    expect(wish.getAttribute('aria-level')).toBe('1');
    expect(document.getElementById(wish.getAttribute('aria-describedby')!)?.textContent).toBe(
      'What can I do for you?',
    );
    const exit = await row('If the caller says “book an appointment”: leads to step 3, Appointment request');
    expect(exit.getAttribute('aria-level')).toBe('2');
    await row(/^then: leads to step 2/);
  });

  it('says what is wrong with a step, and follows a new name', async () => {
    const { editor, step, document, row } = await openOutline();
    const { id } = step('answer');
    const [edge] = Object.values(document().edges).filter(({ from }) => from === id);
    act(() => void editor.store.run(disconnect, { edge: edge!.id }));
    act(() => void editor.problems.check());
    await row(/^Step 1, Answer, .*, \d problems?$/);
    await row('then: leads nowhere');
    act(() => void editor.store.run(renameStep, { node: id, title: 'Hello' }));
    await row(/^Step 1, Hello/);
  });

  it('is one tab stop, with the actions of the row behind it', async () => {
    const { user, hasFocus } = await openOutline();
    act(() => screen.getByRole('button', { name: 'Show the steps only' }).focus());
    await user.tab();
    await hasFocus(/^Step 1,/);
    await user.tab();
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Actions: /);
  });
});

describe('for screen readers', () => {
  it('has no accessibility fault, also while a step is chosen', async () => {
    const { editor, step, user } = await openOutline();
    expect(await accessibilityFaults()).toEqual([]);
    act(() => void editor.outline.current?.focus(step('answer').id));
    await user.keyboard('c');
    await screen.findByRole('dialog');
    expect(await accessibilityFaults()).toEqual([]);
  });
});

describe('in sync with the canvas', () => {
  it('selects where the focus is, and shows what was selected elsewhere without taking the focus', async () => {
    const { editor, step, user, row, hasFocus } = await openOutline();
    act(() => void editor.outline.current?.focusLast());
    await hasFocus(/^Step 1,/);
    await user.keyboard('{ArrowDown}{ArrowDown}');
    await hasFocus(/^Step 2,/);
    expect(onlyNode(editor.store.state.getState().selection)).toBe(step('understand').id);
    act(() => (document.activeElement as HTMLElement).blur());
    act(() => editor.store.select(selectNodes(step('transfer').id)));
    const shown = await row(/Pass to reception, Pass to a person$/);
    await waitFor(() => expect(shown.getAttribute('aria-current')).toBe('true'));
    expect(document.activeElement).toBe(document.body);
  });
});

describe('by keyboard', () => {
  it('adds a step after the way out, linked on both sides, and stands on it', async () => {
    const { editor, step, user, hasFocus, said, linkOf } = await openOutline();
    const answer = step('answer');
    const before = linkOf(answer.id, 'next')!.to;
    act(() => void editor.outline.current?.focus(answer.id));
    await hasFocus(/^Step 1,/);
    await user.keyboard('{ArrowDown}a');
    await user.keyboard('say{Enter}');
    await hasFocus(/^Step 2, Say/);
    const added = linkOf(answer.id, 'next')!.to;
    expect(linkOf(added, 'next')!.to).toBe(before);
    await said('Done: Put a step on the link. Say');
  });

  it('gives the focus back when nothing is added', async () => {
    const { editor, step, user, hasFocus } = await openOutline();
    act(() => void editor.outline.current?.focus(step('answer').id));
    await user.keyboard('a');
    await screen.findByRole('combobox', { name: 'Search steps' });
    await user.keyboard('{Escape}');
    await hasFocus(/^Step 1,/);
  });

  it('asks which way out is meant where there are several', async () => {
    const { editor, step, user, hasFocus, said } = await openOutline();
    act(() => void editor.outline.current?.focus(step('understand').id));
    await hasFocus(/^Step 2,/);
    await user.keyboard('c');
    await said(/several ways out/);
    await hasFocus(/^If the caller says “book an appointment”/);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('connects a way out to a step found by name or number', async () => {
    const { editor, step, user, row, hasFocus, said, linkOf } = await openOutline();
    const answer = step('answer');
    act(() => void editor.outline.current?.focus(answer.id));
    await user.keyboard('{ArrowDown}c');
    const dialog = await screen.findByRole('dialog', { name: 'Where does “then” lead?' });
    expect(within(dialog).queryByRole('option', { name: /^1\. / })).toBeNull();
    await user.keyboard('appointment req{Enter}');
    const details = step('ask').id;
    await waitFor(() => expect(linkOf(answer.id, 'next')?.to).toBe(details));
    await said('Done: Link steps');
    await hasFocus(/^then: leads to step \d+, Appointment request$/);
    await user.keyboard('c');
    await screen.findByRole('dialog');
    await user.keyboard('{ArrowDown}'.repeat(30));
    await user.click(await screen.findByRole('option', { name: 'Lead nowhere' }));
    expect(linkOf(answer.id, 'next')).toBeUndefined();
    await row('then: leads nowhere');
  });

  it('renames in place; Escape keeps the old name', async () => {
    const { editor, step, document, user, hasFocus } = await openOutline();
    const { id } = step('understand');
    act(() => void editor.outline.current?.focus(id));
    await hasFocus(/^Step 2,/);
    await user.keyboard('{F2}Your wish?{Enter}');
    await hasFocus('Step 2, Your wish?, Find out what they want');
    expect(document().nodes[id]?.title).toBe('Your wish?');
    await user.keyboard('{F2}Nothing{Escape}');
    await hasFocus('Step 2, Your wish?, Find out what they want');
    expect(document().nodes[id]?.title).toBe('Your wish?');
  });

  it('deletes a step and stands on its neighbour; undo stands on the step again', async () => {
    const { editor, step, document, user, hasFocus, said } = await openOutline();
    const { id } = step('ask');
    act(() => void editor.outline.current?.focus(id));
    await hasFocus(/^Step 3, Appointment request/);
    await user.keyboard('{Delete}');
    expect(document().nodes[id]).toBeUndefined();
    await waitFor(() => expect(globalThis.document.activeElement?.getAttribute('role')).toBe('row'));
    act(() => void editor.store.undo());
    await hasFocus(/^Step 3, Appointment request/);
    await said('Undone: Delete step');
  });

  it('keeps the step that answers, and says so', async () => {
    const { editor, step, document, user, said } = await openOutline();
    const { id } = step('answer');
    act(() => void editor.outline.current?.focus(id));
    await user.keyboard('{Delete}');
    expect(document().nodes[id]).toBeDefined();
    await said('The step that answers the call stays.');
  });

  it('walks from problem to problem, says it, and mends it from the menu of the row', async () => {
    const { editor, step, document, user, hasFocus, said } = await openOutline();
    const { id } = step('ask');
    const refused = Object.values(document().edges).find(
      (edge) => edge.from === id && edge.exit === 'would-not-say',
    )!;
    act(() => void editor.store.run(disconnect, { edge: refused.id }));
    act(() => void editor.problems.check());
    act(() => void editor.outline.current?.focus(step('answer').id));
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await hasFocus(/^Step 3, Appointment request, Ask, 1 problem$/);
    await said(/“would not say” leads nowhere/);
    await user.tab();
    await user.keyboard('{Enter}');
    const menu = await screen.findByRole('menu');
    expect(within(menu).getByText('“would not say” leads nowhere')).toBeTruthy();
    await user.keyboard('{Enter}');
    act(() => void editor.problems.check());
    expect(editor.problems.of(id)).toEqual([]);
  });

  it('opens the form with Enter, and comes back with Escape', async () => {
    const { editor, step, user, hasFocus } = await openOutline();
    act(() => void editor.outline.current?.focus(step('understand').id));
    await hasFocus(/^Step 2,/);
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name of the step' })),
    );
    await user.keyboard('{Escape}');
    await hasFocus(/^Step 2,/);
  });
});
