/** The search and the list of shortcuts, as people use them: by keyboard, in both languages. */
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../../app/testing/render-app.tsx';
import { setLanguage } from '../../i18n/language.ts';
import { AnytimeLane } from '../anytime-lane/anytime-lane.tsx';
import { CalledDialogs } from '../called-dialogs.tsx';
import { disconnect } from '../commands/disconnect.ts';
import type { Editor } from '../editor-context.ts';
import { SHORTCUTS } from '../shortcuts.ts';
import { onlyNode, selectNodes } from '../store/selection.ts';
import { fillJsdomGaps, openEditor, show } from '../testing/open-editor.tsx';
import { useShortcuts } from '../use-shortcuts.ts';
// Loaded beforehand: in the editor they come when first asked for.
import './find-dialog.tsx';
import './shortcut-list.tsx';

beforeAll(fillJsdomGaps);
afterEach(() => {
  cleanup();
  localStorage.clear();
  setLanguage('en');
});

function Around({ editor }: { readonly editor: Editor }) {
  useShortcuts(editor);
  return (
    <>
      <main>
        <h1>Flow</h1>
        <AnytimeLane />
        <input aria-label="Field" />
      </main>
      <CalledDialogs />
    </>
  );
}

async function openFind(label = 'Find') {
  const opened = openEditor();
  show(opened.editor, <Around editor={opened.editor} />);
  const user = userEvent.setup();
  await user.keyboard('{Control>}k{/Control}');
  const field = await screen.findByLabelText(label, { selector: 'input' });
  return { ...opened, user, field };
}

const rows = () => screen.getAllByRole('option').map((row) => row.textContent);
const groups = () => screen.getAllByRole('group').map((one) => one.firstElementChild?.textContent);

describe('find', () => {
  it('goes to a step by a word that is said in it', async () => {
    const { user, editor } = await openFind();
    await user.keyboard('goodbye');
    expect(groups()[0]).toBe('Steps');
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('dialog')).toBeNull();
    const selected = onlyNode(editor.store.state.getState().selection);
    expect(editor.store.state.getState().document.nodes[selected!]?.kind).toBe('hang-up');
  });

  it('brings several selected steps into line, and offers it only then', async () => {
    const { user, editor, step, document: drawing } = await openFind();
    await user.keyboard('align left');
    expect(screen.queryByRole('option', { name: 'Align left edges' })).toBeNull();
    await user.keyboard('{Escape}');
    const [ask, decide] = [step('ask').id, step('decide').id];
    act(() => editor.store.select(selectNodes(ask, decide)));
    await user.keyboard('{Control>}k{/Control}align left');
    await user.click(await screen.findByRole('option', { name: 'Align left edges' }));
    expect(drawing().nodes[ask]!.position.x).toBe(drawing().nodes[decide]!.position.x);
  });

  it('moves by arrows, and shows where the choice is to who cannot see it', async () => {
    const { user, field } = await openFind();
    await user.keyboard('a');
    const active = () =>
      document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent;
    // Told a moment later, so that it does not interrupt the letters being read.
    await waitFor(() => expect(active()).toBe(rows()[0]), { timeout: 5000 });
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(active()).toBe(rows()[1]);
    expect(document.activeElement).toBe(field);
  });

  it('closes with Escape, or by the keys that opened it', async () => {
    const { user } = await openFind();
    await user.keyboard('a{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.keyboard('{Control>}k{/Control}');
    expect(await screen.findByRole('dialog')).toBeTruthy();
    await user.keyboard('{Control>}k{/Control}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('opens while typing in a field, where other keys are letters', async () => {
    const { editor } = openEditor();
    show(editor, <Around editor={editor} />);
    const user = userEvent.setup();
    await user.type(screen.getByRole('textbox', { name: 'Field' }), 'a?');
    expect([editor.panels.getState().dialog, editor.panels.getState().palette]).toEqual([null, null]);
    await user.keyboard('{Control>}k{/Control}');
    expect(editor.panels.getState().dialog).toBe('find');
  });

  it('hears no other key in the moment before it is there', () => {
    const { editor } = openEditor();
    show(editor, <Around editor={editor} />);
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: 'a' });
    expect(editor.panels.getState()).toMatchObject({ dialog: 'find', palette: null });
  });

  it('does what buttons do', async () => {
    const { user, editor } = await openFind();
    await user.keyboard('reh{Enter}');
    expect(editor.panels.getState()).toMatchObject({ rehearsal: true, dialog: null });
  });

  it('says what undo would take back, and offers nothing that does nothing', async () => {
    const { editor, document } = openEditor();
    const before = document();
    const edge = Object.values(before.edges)[0]!;
    editor.store.run(disconnect, { edge: edge.id });
    show(editor, <Around editor={editor} />);
    const user = userEvent.setup();
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('dialog');
    await user.keyboard('redo');
    expect(screen.queryByRole('option', { name: /^Redo/ })).toBeNull();
    await user.keyboard('{Control>}a{/Control}');
    await user.clear(screen.getByPlaceholderText(/A step/));
    await user.keyboard('undo');
    await user.click(screen.getByRole('option', { name: /Undo: remove link/ }));
    expect(document()).toEqual(before);
  });

  it('adds a step to the free way out of the selected one', async () => {
    const { editor, step, document } = openEditor();
    const from = step('answer').id;
    const edge = Object.values(document().edges).find((one) => one.from === from)!;
    editor.store.run(disconnect, { edge: edge.id });
    editor.store.select(selectNodes(from));
    show(editor, <Around editor={editor} />);
    const user = userEvent.setup();
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('dialog');
    await user.keyboard('hang up');
    const added = within(screen.getByRole('group', { name: 'Add' })).getAllByRole('option')[0]!;
    await user.click(added);
    const link = Object.values(document().edges).find((one) => one.from === from && one.exit === edge.exit);
    expect(document().nodes[link!.to]?.kind).toBe('hang-up');
    expect(onlyNode(editor.store.state.getState().selection)).toBe(link!.to);
  });

  it('unfolds the lane at the rule', async () => {
    const { user } = await openFind();
    await user.keyboard('robot{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('switch', { name: /robot/ }));
  });

  it('leads to problems', async () => {
    const { editor, step, document: current } = openEditor();
    const { id } = step('answer');
    editor.store.run(disconnect, {
      edge: Object.values(current().edges).find(({ from }) => from === id)!.id,
    });
    editor.problems.check();
    show(editor, <Around editor={editor} />);
    const user = userEvent.setup();
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('dialog');
    await user.keyboard('leads nowhere{Enter}');
    expect(onlyNode(editor.store.state.getState().selection)).toBe(id);
  });

  it('offers the last choices first', async () => {
    const { user } = await openFind();
    await user.keyboard('reh{Enter}');
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('dialog');
    await user.keyboard('zoom in{Enter}');
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('dialog');
    expect(groups()[0]).toBe('Chosen last');
    // The rehearsal is open by now: it is offered no more.
    expect(rows()[0]).toBe('Zoom in');
    expect(rows().filter((row) => row === 'Zoom in')).toHaveLength(1);
  });

  it('shows more of a group when asked', async () => {
    const { user } = await openFind();
    const before = rows().length;
    await user.click(screen.getAllByRole('option', { name: /^\d+ more$/ })[0]!);
    expect(rows().length).toBeGreaterThan(before);
    expect(screen.getByRole('dialog')).toBeTruthy();
  });

  it('says when there is nothing', async () => {
    const { user } = await openFind();
    await user.keyboard('qqqq');
    expect(screen.getByText('Nothing found for “qqqq”')).toBeTruthy();
    expect(screen.getAllByRole('status').map((one) => one.textContent)).toContain('Nothing found');
  });

  it('changes nothing that the canvas listens to while typing', async () => {
    const { user, editor } = await openFind();
    let changes = 0;
    const count = () => {
      changes += 1;
    };
    for (const store of [editor.store.state, editor.view.state, editor.panels, editor.problems.state])
      store.subscribe(count);
    await user.keyboard('appointment{Backspace}{ArrowDown}');
    expect(changes).toBe(0);
    await user.keyboard('{Escape}');
    expect(changes).toBe(1);
  });
});

describe.each([
  ['en', 'Find', 'hang', 'Steps', 'Keyboard shortcuts', 'Delete'],
  ['fr', 'Rechercher', 'raccrocher', 'Étapes', 'Raccourcis clavier', 'Suppr'],
] as const)('in %s', (language, find, query, steps, list, key) => {
  it('is labelled, and has no accessibility fault', async () => {
    setLanguage(language);
    const { user } = await openFind(find);
    expect(await accessibilityFaults()).toEqual([]);
    await user.keyboard(query);
    expect(groups()).toContain(steps);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('lists every shortcut with its keys', async () => {
    setLanguage(language);
    const { editor } = openEditor();
    show(editor, <Around editor={editor} />);
    const user = userEvent.setup();
    await user.keyboard('?');
    const dialog = await screen.findByRole('dialog', { name: list });
    expect(within(dialog).getAllByRole('term').length).toBeGreaterThanOrEqual(SHORTCUTS.length);
    expect(within(dialog).getByText(key, { selector: 'kbd' })).toBeTruthy();
    for (const term of within(dialog).getAllByRole('term')) expect(term.textContent).toMatch(/^\p{Lu}/u);
    expect(await accessibilityFaults()).toEqual([]);
    act(() => void editor.panels.setState({ dialog: null }));
  });
});
