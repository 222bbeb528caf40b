/** The lane on screen: what is done there reaches the document, and can be undone. */
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { typeText } from '../../ui/testing/type-text.ts';
import { editAnytime } from '../commands/edit-anytime.ts';
import { fillJsdomGaps, openEditor, show } from '../testing/open-editor.tsx';
import { AnytimeLane } from './anytime-lane.tsx';

beforeAll(fillJsdomGaps);
afterEach(cleanup);

async function unfold() {
  const opened = openEditor();
  const user = userEvent.setup();
  show(opened.editor, <AnytimeLane />);
  await user.click(screen.getByRole('button', { name: /At any time/ }));
  return { ...opened, user, rules: () => opened.document().anytime };
}

describe('the lane', () => {
  it('is a strip that names the rules in use, and unfolds', async () => {
    const { editor } = openEditor();
    show(editor, <AnytimeLane />);
    const strip = screen.getByRole('button', { name: /At any time/ });
    expect(strip.textContent).toContain('“Are you a robot?” · The caller is silent');
    expect(screen.queryByRole('switch')).toBeNull();
    await userEvent.click(strip);
    expect(screen.getAllByRole('switch')).toHaveLength(7);
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('switch')).toBeNull();
  });

  it('switches a rule on and off', async () => {
    const { user, rules, editor } = await unfold();
    const before = rules().angry;
    await user.click(screen.getByRole('switch', { name: /angry/ }));
    expect(rules().angry.enabled).toBe(!before.enabled);
    act(() => void editor.store.undo());
    expect(rules().angry).toEqual(before);
  });

  it('offers the one step that passes calls on when somebody asks for a person', async () => {
    const { user, rules, step, editor } = await unfold();
    const wanted = screen.getByRole('switch', { name: /wants a person/ });
    if (rules()['wants-human'].enabled) await user.click(wanted);
    act(() => void editor.store.run(editAnytime, { rule: 'wants-human', setting: { goTo: null } }));
    await user.click(wanted);
    expect(rules()['wants-human']).toMatchObject({ enabled: true, goTo: step('transfer').id });
  });

  it('takes the words of a rule, letter by letter, undone as one', async () => {
    const { user, rules, editor } = await unfold();
    await user.click(screen.getByRole('button', { name: 'Adjust: “Are you a robot?”' }));
    const sentence = screen.getByRole('textbox', { name: 'What is said' });
    expect(sentence.dataset.placeholder).toBe('Yes, I am an automated assistant.');
    typeText(sentence, 'Yes, I am.');
    expect(rules().robot.sentence).toBe('Yes, I am.');
    act(() => void editor.store.undo());
    expect(rules().robot.sentence).toBe('');
  });

  it('takes one phrase a line, and no more than can be read back', async () => {
    const { user, rules } = await unfold();
    await user.click(screen.getByRole('button', { name: 'Adjust: “Are you a robot?”' }));
    const phrases = screen.getByRole('textbox', { name: 'What callers may say' });
    await user.click(phrases);
    await user.paste(`tin can\n${'x'.repeat(130)}\n${'again\n'.repeat(30)}`);
    expect(rules().robot.phrases.slice(0, 2)).toEqual(['tin can', 'x'.repeat(120)]);
    expect(rules().robot.phrases).toHaveLength(20);
  });

  it('leads to a step, and back again', async () => {
    const { user, rules, step } = await unfold();
    await user.click(screen.getByRole('button', { name: 'Adjust: “Are you a robot?”' }));
    const { id, title } = step('hang-up');
    await user.click(screen.getByRole('button', { name: /What comes next/ }));
    await user.click(screen.getByRole('option', { name: title ?? 'Hang up' }));
    expect(rules().robot.goTo).toBe(id);
    await user.click(screen.getByRole('button', { name: /What comes next/ }));
    await user.click(screen.getByRole('option', { name: 'Back to where the call was' }));
    expect(rules().robot.goTo).toBeNull();
  });
});
