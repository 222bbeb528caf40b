/** The settings of the flow: each field changes the drawing by a command, and problems stand where they are mended. */
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { editSettings } from '../commands/edit-settings.ts';
import { setInformation } from '../commands/set-information.ts';
import { Inspector } from '../inspector/inspector.tsx';
import { selectNodes } from '../store/selection.ts';
import { fillJsdomGaps, openEditor, show } from '../testing/open-editor.tsx';

beforeAll(fillJsdomGaps);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  fillJsdomGaps();
});

function openSettings() {
  const opened = openEditor();
  opened.editor.panels.setState({ settings: true });
  show(opened.editor, <Inspector />);
  return { ...opened, user: userEvent.setup() };
}

describe('settings of the flow', () => {
  it('rename it, and choose its language and voice; each is undone by itself', async () => {
    const { document, editor, user } = openSettings();
    const name = screen.getByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.type(name, 'Two words{Enter}');
    expect(document().name).toBe('Two words');
    await user.click(screen.getByRole('radio', { name: /Deep/ }));
    expect(document().settings.voice).toBe('deep');
    act(() => void editor.store.undo());
    expect(document().settings.voice).toBe('warm');
    expect(document().name).toBe('Two words');
  });

  it('read a preset aloud in the language of the calls, and say that it is an approximation', async () => {
    const spoken: { text: string; lang: string }[] = [];
    vi.stubGlobal('speechSynthesis', {
      speak: ({ text, lang }: SpeechSynthesisUtterance) => void spoken.push({ text, lang }),
      cancel() {},
    });
    vi.stubGlobal(
      'SpeechSynthesisUtterance',
      class {
        lang = '';
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    );
    const { editor, user } = openSettings();
    act(() => void editor.store.run(editSettings, { language: 'fr' }));
    screen.getByText(/your browser reads it/);
    await user.click(screen.getByRole('button', { name: 'Listen: Lively' }));
    expect(spoken).toEqual([{ text: expect.stringContaining('Desk'), lang: 'fr-FR' }]);
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    screen.getByRole('button', { name: 'Listen: Lively' });
  });

  it('say so where the browser cannot read aloud', () => {
    openSettings();
    screen.getByText(/cannot read aloud/);
    expect(screen.getByRole('button', { name: 'Listen: Warm' })).toHaveProperty('disabled', true);
  });

  it('show a problem at its field, with its fix', async () => {
    const { document, editor, user } = openSettings();
    act(() => {
      editor.store.run(editSettings, { settings: { timeZone: 'Mars/Base' } });
      editor.problems.check();
    });
    await user.click(screen.getByRole('button', { name: /Length of calls/ }));
    const zone = screen.getByRole('combobox', { name: /Time zone/ });
    expect(zone.getAttribute('aria-invalid')).toBe('true');
    await user.click(screen.getByRole('button', { name: 'Fix it' }));
    expect(document().settings.timeZone).toBe('Europe/Paris');
  });

  it('give way to a step that is selected, and do not come back by themselves', () => {
    const { editor, step } = openSettings();
    act(() => editor.store.select(selectNodes(step('ask').id)));
    screen.getByRole('textbox', { name: 'Name of the step' });
    expect(editor.panels.getState().settings).toBe(false);
  });

  it('remove an information that nothing speaks of, and no other', async () => {
    const { document, editor, user } = openSettings();
    const extra = { id: 'extra' as never, name: 'Extra', type: 'text' as const };
    act(() => void editor.store.run(setInformation, { information: extra }));
    await user.click(screen.getByRole('button', { name: /Information of the flow/ }));
    const used = Object.values(document().information).find(({ id }) => id !== 'extra')!;
    expect(screen.getByRole('button', { name: `Remove “${used.name}”` })).toHaveProperty('disabled', true);
    await user.click(screen.getByRole('button', { name: 'Remove “Extra”' }));
    expect(document().information).not.toHaveProperty('extra');
  });
});
