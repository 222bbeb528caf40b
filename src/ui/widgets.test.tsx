import './testing/jsdom-gaps.ts';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { setLanguage } from '../i18n/language.ts';
import { Button } from './button.tsx';
import { ComboBox } from './combo-box.tsx';
import { Confirm } from './confirm.tsx';
import { Dialog } from './dialog.tsx';
import { IconButton } from './icon-button.tsx';
import { Menu } from './menu.tsx';
import { NumberField } from './number-field.tsx';
import { RadioGroup } from './radio-group.tsx';
import { SearchField } from './search-field.tsx';
import { SegmentedControl } from './segmented-control.tsx';
import { Select } from './select.tsx';
import { Switch } from './switch.tsx';
import { Tabs } from './tabs.tsx';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';
import { clearNotices, notify, ToastRegion } from './toast.tsx';

afterEach(() => {
  cleanup();
  clearNotices();
  setLanguage('en');
});

const VOICES = [
  { id: 'warm', label: 'Warm' },
  { id: 'calm', label: 'Calm', hint: 'Slower' },
  { id: 'elegant', label: 'Élégante' },
] as const;

function Search() {
  const [text, setText] = useState('');
  return <SearchField label="Find" value={text} onChange={setText} />;
}

describe('fields', () => {
  test('tie label, hint and error to the input', () => {
    const { rerender } = render(<TextField label="Name" hint="As on your door" />);
    const input = screen.getByRole('textbox', { name: 'Name' });
    expect(screen.getByText('As on your door').id).toBe(
      input.getAttribute('aria-describedby')?.split(' ')[0],
    );
    rerender(<TextField label="Name" hint="As on your door" error="Write a name." />);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('Write a name.')).toBeTruthy();
  });

  test('of several lines and hidden labels have a name all the same', () => {
    render(<TextArea label="Sentence" labelHidden />);
    expect(screen.getByRole('textbox', { name: 'Sentence' }).tagName).toBe('TEXTAREA');
  });

  test('of numbers step and keep their bounds', async () => {
    const user = userEvent.setup();
    const onChange = vi.fn();
    render(<NumberField label="Guests" defaultValue={8} maxValue={9} onChange={onChange} />);
    await user.click(screen.getByRole('textbox', { name: 'Guests' }));
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(onChange.mock.calls).toEqual([[9]]);
  });

  test('of searching are emptied by Escape and by their button', async () => {
    const user = userEvent.setup();
    render(<Search />);
    const field = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Find' });
    await user.type(field, 'abc{Escape}');
    expect(field.value).toBe('');
    await user.type(field, 'abc');
    await user.click(screen.getByRole('button', { name: 'Clear the search' }));
    expect(field.value).toBe('');
  });
});

describe('choices', () => {
  test('from a list show the chosen one without its hint', async () => {
    const user = userEvent.setup();
    const onChange = vi.fn();
    const { rerender } = render(<Select label="Voice" options={VOICES} value="warm" onChange={onChange} />);
    await user.click(screen.getByRole('button', { name: /Voice/ }));
    await user.click(await screen.findByRole('option', { name: /Calm/ }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith('calm');
    rerender(<Select label="Voice" options={VOICES} value="calm" onChange={onChange} />);
    expect(screen.getByRole('button', { name: /Voice/ }).textContent).toBe('Calm');
  });

  test('from a long list are found by typing, without accents', async () => {
    const user = userEvent.setup();
    const onChange = vi.fn();
    render(<ComboBox label="Voice" options={VOICES} value={null} onChange={onChange} />);
    await user.type(screen.getByRole('combobox', { name: 'Voice' }), 'eleg');
    await user.click(await screen.findByRole('option', { name: 'Élégante' }));
    expect(onChange).toHaveBeenCalledWith('elegant');
  });

  test('side by side change at once, and cannot be emptied', async () => {
    const user = userEvent.setup();
    const onChange = vi.fn();
    render(<SegmentedControl label="Voice" segments={VOICES} value="warm" onChange={onChange} />);
    await user.click(screen.getByRole('radio', { name: 'Warm' }));
    expect(onChange).not.toHaveBeenCalled();
    await user.click(screen.getByRole('radio', { name: 'Calm' }));
    expect(onChange).toHaveBeenCalledWith('calm');
  });

  test('with explanations, and switches, answer the keyboard', async () => {
    const user = userEvent.setup();
    const [onVoice, onRecord] = [vi.fn(), vi.fn()];
    render(
      <>
        <RadioGroup label="Voice" options={VOICES} value="warm" onChange={onVoice} />
        <Switch label="Record" onChange={onRecord} />
      </>,
    );
    await user.tab();
    await user.keyboard('{ArrowDown}');
    expect(onVoice).toHaveBeenCalledWith('calm');
    await user.tab();
    await user.keyboard(' ');
    expect(onRecord).toHaveBeenCalledWith(true);
  });

  test('of panels tell which one is shown', async () => {
    const user = userEvent.setup();
    const onSelect = vi.fn();
    const items = [
      { id: 'talk', label: 'Talk', content: 'talking' },
      { id: 'tests', label: 'Tests', content: 'testing' },
    ] as const;
    render(<Tabs label="Rehearse" items={items} onSelect={onSelect} />);
    await user.click(screen.getByRole('tab', { name: 'Tests' }));
    expect(screen.getByRole('tabpanel').textContent).toBe('testing');
    expect(onSelect).toHaveBeenLastCalledWith('tests');
  });
});

describe('buttons', () => {
  test('that are pending cannot be pressed again', async () => {
    const user = userEvent.setup();
    const onPress = vi.fn();
    render(
      <Button isPending onPress={onPress}>
        Save
      </Button>,
    );
    await user.click(screen.getByRole('button'));
    expect(onPress).not.toHaveBeenCalled();
  });

  test('with an icon only have a name, and tell when they are switched on', () => {
    render(<IconButton label="Undo" icon={<svg aria-hidden="true" />} isActive />);
    expect(screen.getByRole('button', { name: 'Undo' }).getAttribute('aria-pressed')).toBe('true');
  });

  test('of menus list their actions', async () => {
    const user = userEvent.setup();
    const onAction = vi.fn();
    const action = { id: 'copy', label: 'Copy', onAction };
    render(<Menu label="More" trigger={<Button>More</Button>} groups={[{ id: 'g', actions: [action] }]} />);
    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Copy' }));
    expect(onAction).toHaveBeenCalledOnce();
  });

  test('of menus open further rows beside a row', async () => {
    const user = userEvent.setup();
    const onAction = vi.fn();
    const left = { id: 'left', label: 'Left', onAction };
    const align = { id: 'align', label: 'Align', groups: [{ id: 'sides', actions: [left] }] };
    render(<Menu label="More" trigger={<Button>More</Button>} groups={[{ id: 'g', actions: [align] }]} />);
    await user.click(screen.getByRole('button', { name: 'More' }));
    await screen.findByRole('menuitem', { name: 'Align' });
    await user.keyboard('{ArrowRight}');
    await user.click(await screen.findByRole('menuitem', { name: 'Left' }));
    expect(onAction).toHaveBeenCalledOnce();
    expect(screen.queryByRole('menu')).toBeNull();
  });
});

describe('windows', () => {
  test('close by Escape and by their button, which speaks the language of the screen', async () => {
    const user = userEvent.setup();
    const onClose = vi.fn();
    setLanguage('fr');
    render(
      <Dialog isOpen onClose={onClose} title="Titre">
        Texte
      </Dialog>,
    );
    expect(screen.getByRole('dialog', { name: 'Titre' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Fermer' }));
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(2);
  });

  test('that ask begin at the safe answer when something would be destroyed', () => {
    const props = {
      isOpen: true,
      title: 'Delete?',
      confirmLabel: 'Delete',
      onConfirm: () => {},
      onClose: () => {},
    };
    const { rerender } = render(
      <Confirm key="danger" {...props} isDanger>
        Gone
      </Confirm>,
    );
    expect(document.activeElement?.textContent).toBe('Cancel');
    rerender(
      <Confirm key="safe" {...props}>
        Fine
      </Confirm>,
    );
    expect(document.activeElement?.textContent).toBe('Delete');
  });
});

describe('notices', () => {
  test('are shown with their action, and go when it is done', async () => {
    const user = userEvent.setup();
    const onPress = vi.fn();
    render(<ToastRegion />);
    act(() => notify({ text: 'Deleted', action: { label: 'Undo', onPress } }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(onPress).toHaveBeenCalledOnce();
    await waitFor(() => expect(screen.queryByText('Deleted')).toBeNull());
  });
});
