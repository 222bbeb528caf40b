/** The panels around the canvas, without the canvas: what is done in them reaches the document, and can be undone. */
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkFlow } from '../kinds/registry.ts';
import { disconnect } from './commands/disconnect.ts';
import { Inspector } from './inspector/inspector.tsx';
import { Palette } from './palette/palette.tsx';
import { ProblemsPanel } from './problems-panel/problems-panel.tsx';
import { selectNodes } from './store/selection.ts';
import { fillJsdomGaps, openEditor, show } from './testing/open-editor.tsx';
import { TopBar } from './top-bar/top-bar.tsx';

beforeAll(fillJsdomGaps);
afterEach(cleanup);

describe('inspector', () => {
  it('shows nothing while no single step is selected', () => {
    const { editor } = openEditor();
    const { container } = show(editor, <Inspector />);
    expect(container.textContent).toBe('');
  });

  it('switches recording on with a question that decides, and off again', async () => {
    const { editor, step, document } = openEditor();
    const user = userEvent.setup();
    const { id } = step('answer');
    editor.store.select(selectNodes(id));
    show(editor, <Inspector />);
    await user.click(screen.getByRole('button', { name: 'Recording' }));
    await user.click(screen.getByRole('switch', { name: /Record calls/ }));
    const { recording, consent } = document().settings;
    expect(recording).toBe(true);
    expect(document().information[consent!]?.type).toBe('yes-no');
    expect(checkFlow(document()).filter(({ severity }) => severity === 'error')).toEqual([]);

    act(() => void editor.store.select(selectNodes(id)));
    await user.click(screen.getByRole('button', { name: 'Recording' }));
    screen.getByRole('button', { name: /Question that decides/ });
    await user.click(screen.getByRole('switch', { name: /Record calls/ }));
    expect(document().settings.recording).toBe(false);
    expect(screen.queryByRole('button', { name: /Question that decides/ })).toBeNull();
  });

  it('renames the step and edits its fields; undo takes a whole word back', async () => {
    const { editor, step, document } = openEditor();
    const user = userEvent.setup();
    const { id } = step('hang-up');
    editor.store.select(selectNodes(id));
    show(editor, <Inspector />);
    // A word is what is typed within a second, however busy the machine is.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    const outcome = screen.getByRole('textbox', { name: 'How the call went' });
    const before = document().nodes[id]?.data.outcome;
    await user.clear(outcome);
    await user.type(outcome, 'Booked');
    expect(document().nodes[id]?.data.outcome).toBe('Booked');
    act(() => void editor.store.undo());
    expect(document().nodes[id]?.data.outcome).toBe(before);
    clock.mockRestore();
    const title = screen.getByRole('textbox', { name: 'Name of the step' });
    await user.clear(title);
    expect(document().nodes[id]).not.toHaveProperty('title');
    expect(title.getAttribute('placeholder')).toBe('Hang up');
  });

  it('never shows the marks of information', () => {
    const { editor, step } = openEditor();
    for (const kind of ['answer', 'ask', 'understand', 'hang-up', 'transfer', 'decide']) {
      act(() => editor.store.select(selectNodes(step(kind).id)));
      const { container, unmount } = show(editor, <Inspector />);
      expect(container.textContent).not.toContain('{{');
      unmount();
    }
  });

  it('adds an information to the list of an Ask step, in one step of history', async () => {
    const { editor, step, document } = openEditor();
    const user = userEvent.setup();
    const ask = step('ask');
    editor.store.select(selectNodes(ask.id));
    show(editor, <Inspector />);
    const past = editor.store.state.getState().history.past.length;
    await user.click(screen.getByRole('button', { name: 'Add information' }));
    await user.type(screen.getByPlaceholderText('Find or name an information'), 'Insurance');
    await user.click(screen.getByRole('option', { name: /^Create “Insurance”/ }));
    expect(document().information).toHaveProperty('insurance');
    expect(document().nodes[ask.id]?.data.items).toContainEqual({
      information: 'insurance',
      optional: false,
    });
    expect(editor.store.state.getState().history.past).toHaveLength(past + 1);
  });
});

describe('palette', () => {
  it('adds the step that was found, linked from the exit it was asked for', async () => {
    const { editor, step, document } = openEditor();
    const user = userEvent.setup();
    const from = { node: step('transfer').id, exit: 'no-answer' };
    editor.panels.setState({ palette: { at: { x: 900, y: 900 }, from } });
    show(editor, <Palette />);
    await user.keyboard('word{Backspace}{Backspace}{Backspace}{Backspace}hang{Enter}');
    const edge = Object.values(document().edges).find(
      (one) => one.from === from.node && one.exit === from.exit,
    );
    expect(document().nodes[edge!.to]?.kind).toBe('hang-up');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it.each([true, false])(
    'offers Book, and a block that sends, where our server is reached: %s',
    async (hasRuntime) => {
      const { editor, document } = openEditor();
      const before = Object.keys(document().nodes).length;
      editor.panels.setState({ palette: { at: { x: 4000, y: 900 } } });
      show(editor, <Palette />, hasRuntime);
      expect(screen.queryAllByRole('option', { name: /^Book/ })).toHaveLength(hasRuntime ? 1 : 0);
      await userEvent.keyboard('take a message{Enter}');
      const added = Object.values(document().nodes).slice(before);
      expect(added.some(({ kind }) => kind === 'send')).toBe(hasRuntime);
    },
  );

  it('closes with Escape and adds nothing', async () => {
    const { editor, document } = openEditor();
    const before = document();
    editor.panels.setState({ palette: { at: { x: 0, y: 0 } } });
    show(editor, <Palette />);
    await userEvent.keyboard('{ArrowDown}{Escape}');
    expect([screen.queryByRole('dialog'), document()]).toEqual([null, before]);
  });
});

describe('problems', () => {
  it('names the exit that leads nowhere, under its step, and leads there', async () => {
    const { editor, step, document } = openEditor();
    const { id } = step('answer');
    const edge = Object.values(document().edges).find((one) => one.from === id)!;
    editor.store.run(disconnect, { edge: edge.id });
    editor.problems.check();
    show(editor, <ProblemsPanel />);
    expect(screen.getByText('“then” leads nowhere')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: step('answer').title! }));
    expect([...editor.store.state.getState().selection.nodes]).toEqual([id]);
  });

  it('says when all is well', () => {
    const { editor } = openEditor();
    show(editor, <ProblemsPanel />);
    expect(screen.getByText('No problem found')).toBeTruthy();
  });
});

describe('top bar', () => {
  it('renames the flow, says what undo would do, and where the work is', async () => {
    const { editor, document, settle } = openEditor();
    const user = userEvent.setup();
    show(editor, <TopBar />);
    const status = screen.getByRole('status');
    expect(status.textContent).toBe('Saved');
    const name = screen.getByRole('textbox', { name: 'Name of the flow' });
    await user.clear(name);
    await user.type(name, 'Front desk{Enter}');
    expect([document().name, status.textContent]).toEqual(['Front desk', 'Saving…']);
    await settle();
    expect(status.textContent).toBe('Saved');
    await user.click(screen.getByRole('button', { name: 'Undo: rename flow' }));
    expect(document().name).toBe('Desk');
    await user.click(screen.getByRole('button', { name: 'Redo: rename flow' }));
    expect(document().name).toBe('Front desk');
  });

  it('does not take an empty name, nor one given up with Escape', async () => {
    const { editor, document } = openEditor();
    const user = userEvent.setup();
    show(editor, <TopBar />);
    const name = screen.getByRole('textbox', { name: 'Name of the flow' });
    await user.clear(name);
    await user.keyboard('{Enter}');
    await user.type(name, 'x{Escape}');
    await user.tab();
    expect(document().name).toBe('Desk');
  });
});
