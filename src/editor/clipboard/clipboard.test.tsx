/** Copy, cut and paste as the browser reports them, from the keys and from the menu of a step. */
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NodeId } from '../../flow/document.ts';
import { stableStringify } from '../../lib/json.ts';
import { clearNotices, ToastRegion } from '../../ui/toast.tsx';
import type { Editor } from '../editor-context.ts';
import { Inspector } from '../inspector/inspector.tsx';
import { NOTHING_SELECTED, selectNodes } from '../store/selection.ts';
import { fillJsdomGaps, openEditor, show } from '../testing/open-editor.tsx';
import { steps, useClipboard } from './use-clipboard.ts';

beforeAll(async () => {
  fillJsdomGaps();
  await steps.load();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});
beforeEach(() => act(clearNotices));

function Page({ editor }: { readonly editor: Editor }) {
  useClipboard(editor);
  return (
    <>
      <Inspector />
      <input aria-label="Elsewhere" />
      <p>Words on the page</p>
      <ToastRegion />
    </>
  );
}

/** What jsdom lacks: an event with a clipboard that outlives it. */
function createClipboard() {
  const data = new Map<string, string>();
  const clipboardData = {
    getData: (type: string) => data.get(type) ?? '',
    setData: (type: string, text: string) => void data.set(type, text),
  };
  const fire = (type: string, target: Element = document.body) => {
    const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), { clipboardData });
    act(() => void target.dispatchEvent(event));
    return event.defaultPrevented;
  };
  return { data, fire };
}

function openPage(isReadOnly = false) {
  const opened = openEditor();
  const editor = { ...opened.editor, isReadOnly };
  show(editor, <Page editor={editor} />);
  const { store } = editor;
  const select = (...kinds: string[]) =>
    act(() => store.select(selectNodes(...kinds.map((kind) => opened.step(kind).id))));
  const past = () => store.state.getState().history.past;
  const chosen = () => [...store.state.getState().selection.nodes].map((id) => opened.document().nodes[id]!);
  return { ...opened, ...createClipboard(), store, select, past, chosen };
}

/** While the focus is in a field; browsers may report the event from elsewhere. */
function fromField<Answer>(act: () => Answer): Answer {
  const field = screen.getByLabelText('Elsewhere');
  field.focus();
  const answer = act();
  field.blur();
  return answer;
}

describe('copying', () => {
  it('takes the selected steps along as text for people too, and is no edit', async () => {
    const { data, fire, select, past, step } = openPage();
    select('ask', 'understand');
    expect(fire('copy')).toBe(true);
    expect(data.get('text/plain')).toContain(String(step('ask').data.question));
    expect(data.get('text/plain')).not.toContain('{{');
    expect(past()).toEqual([]);
    expect(await screen.findByText('2 steps copied')).toBeTruthy();
  });

  it('leaves the clipboard alone while nothing is selected, in fields, and for marked words', () => {
    const { data, fire, select } = openPage();
    expect(fire('copy')).toBe(false);
    select('ask');
    expect(fromField(() => fire('copy'))).toBe(false);
    const words = document.createRange();
    words.selectNodeContents(screen.getByText('Words on the page'));
    window.getSelection()?.addRange(words);
    expect(fire('copy')).toBe(false);
    window.getSelection()?.removeAllRanges();
    expect(data.size).toBe(0);
    expect(fire('copy')).toBe(true);
  });
});

describe('cutting', () => {
  it('is one edit, named after what was done, and brings nothing twice', () => {
    const { fire, select, past, document, store } = openPage();
    const before = document();
    select('answer', 'ask', 'understand');
    expect(fire('cut')).toBe(true);
    expect(past().map(({ label }) => label)).toEqual([{ key: 'cut', count: 2 }]);
    act(() => store.select(NOTHING_SELECTED));
    fire('paste');
    expect(past().at(-1)!.label).toEqual({ key: 'paste', count: 2 });
    expect(Object.keys(document().nodes)).toHaveLength(Object.keys(before.nodes).length);
    act(() => void store.undo());
    act(() => void store.undo());
    expect(stableStringify(document())).toBe(stableStringify(before));
  });

  it('does not touch the only beginning', () => {
    const { fire, select, past, data } = openPage();
    select('answer');
    expect(fire('cut')).toBe(false);
    expect(past()).toEqual([]);
    expect(data.size).toBe(0);
  });
});

describe('pasting', () => {
  it('selects what came, and pastes again beside it', () => {
    const { fire, select, chosen, past } = openPage();
    select('ask', 'understand');
    fire('copy');
    expect(fire('paste')).toBe(true);
    const first = chosen();
    expect(first.map(({ kind }) => kind).sort()).toEqual(['ask', 'understand']);
    fire('paste');
    expect(chosen().map(({ position: { x, y } }) => ({ x: x - 40, y: y - 40 }))).toEqual(
      first.map(({ position }) => position),
    );
    expect(past()).toHaveLength(2);
  });

  it('says that the beginning was left out', async () => {
    const { fire, select, past } = openPage();
    select('answer', 'ask');
    fire('copy');
    fire('paste');
    expect(await screen.findByText(/was left out: this flow already has one/)).toBeTruthy();
    select('answer');
    fire('copy');
    fire('paste');
    expect(await screen.findByText(/Nothing was pasted: this flow already has a step/)).toBeTruthy();
    expect(past()).toHaveLength(1);
  });

  it.each([
    ['cannot be read', '{"allokoli":"steps"', /cannot be read\. Copy them again/],
    ['comes from a newer version', '{"allokoli":"steps","version":99}', /Reload this page/],
    ['is too large', ' '.repeat(2_000_001), /at most 500 steps or 2 MB/],
  ])('says what to do when it %s, and changes nothing', async (_, text, sentence) => {
    const { data, fire, past } = openPage();
    data.set('application/x-allokoli-steps', text);
    expect(fire('paste')).toBe(true);
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(past()).toEqual([]);
  });

  it('goes by the focus, not by where words were last touched', async () => {
    const { fire, select, past } = openPage();
    select('ask');
    fire('copy');
    fire('cut', await screen.findByText('Step copied'));
    expect(past().map(({ label }) => label)).toEqual([{ key: 'cut', count: 1 }]);
  });

  it('passes over other text, and over fields', () => {
    const { data, fire, select, past } = openPage();
    data.set('text/plain', 'Hello');
    expect(fire('paste')).toBe(false);
    select('ask');
    fire('copy');
    expect(fromField(() => fire('paste'))).toBe(false);
    expect(past()).toEqual([]);
  });
});

it('of a flow that may only be looked at, steps can be copied, not cut or pasted', () => {
  const { data, fire, select, past } = openPage(true);
  select('ask');
  expect(fire('cut')).toBe(false);
  expect(data.size).toBe(0);
  expect(fire('copy')).toBe(true);
  expect(fire('paste')).toBe(false);
  expect(past()).toEqual([]);
});

describe('the menu of a step', () => {
  const press = async (name: RegExp) => {
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'More actions' }));
    await user.click(await screen.findByRole('menuitem', { name }));
  };

  it('copies and cuts through the browser’s own copying', async () => {
    const { data, fire, select, document, step } = openPage();
    window.document.execCommand = (word) => fire(word, window.document.activeElement!);
    select('ask');
    const ask = step('ask').id as NodeId;
    await press(/Copy step/);
    expect(data.get('application/x-allokoli-steps')).toContain(`"${ask}"`);
    data.clear();
    await press(/Cut step/);
    expect(data.get('application/x-allokoli-steps')).toContain(`"${ask}"`);
    expect(document().nodes[ask]).toBeUndefined();
  });

  it('says which keys to press where a browser refuses, and cuts nothing', async () => {
    const { select, past } = openPage();
    window.document.execCommand = () => false;
    select('ask');
    await press(/Cut step/);
    expect(await screen.findByText(/did not allow copying from this menu/)).toBeTruthy();
    expect(past()).toEqual([]);
  });

  it('offers for the beginning what can be done with it', async () => {
    const { select } = openPage();
    select('answer');
    await userEvent.setup().click(screen.getByRole('button', { name: 'More actions' }));
    const items = await screen.findAllByRole('menuitem');
    expect(items.map(({ textContent }) => textContent)).toEqual(['Copy stepCtrl C']);
  });
});
