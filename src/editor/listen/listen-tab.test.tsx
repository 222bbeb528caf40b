/** Ways as rows, one of them read along: where the browser has no voice, and in voices of the call's language where it has. */
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { SpeechStandIn } from '../../voice/testing/speech-stand-in.ts';
import { fillJsdomGaps, openEditor, show } from '../testing/open-editor.tsx';
import { ListenTab } from './listen-tab.tsx';

beforeAll(fillJsdomGaps);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  fillJsdomGaps();
});

it('finds a way, shows what is said on it with an estimate, and follows it on the canvas', async () => {
  const user = userEvent.setup();
  const { editor, step } = openEditor();
  show(editor, <ListenTab />);
  const ways = screen.getByRole('list', { name: 'Ways through the flow' });
  const all = within(ways).getAllByRole('button').length;
  await user.type(screen.getByRole('searchbox', { name: 'Search the ways' }), 'book');
  await waitFor(() => expect(within(ways).getAllByRole('button').length).toBeLessThan(all));
  await user.click(within(ways).getAllByRole('button')[0]!);
  const talk = screen.getByRole('region', { name: 'Conversation' });
  expect(within(talk).getAllByRole('listitem')[0]!.textContent).toContain('Desk');
  screen.getByText(/About .* on the telephone, .*\$.* a call/);
  screen.getByText(/An estimate: .*vapi\.ai\/pricing, May 2026/);
  screen.getByText(/Your browser has no voice for this language/);
  await user.click(screen.getByRole('button', { name: 'Next sentence' }));
  expect(editor.panels.getState().live).toBe(step('answer').id);
  await user.click(screen.getByRole('button', { name: 'All ways' }));
  expect(editor.panels.getState().live).toBeUndefined();
});

it('reads it aloud in two voices, and goes on when a sentence is over', async () => {
  const user = userEvent.setup();
  const browser = new SpeechStandIn();
  const voiceOf = (name: string, lang: string) =>
    ({ name, lang, localService: true }) as SpeechSynthesisVoice;
  browser.voices = [voiceOf('One', 'en-GB'), voiceOf('Two', 'en-GB'), voiceOf('Trois', 'fr-FR')];
  vi.stubGlobal('speechSynthesis', browser.speechSynthesis);
  vi.stubGlobal('SpeechSynthesisUtterance', browser.SpeechSynthesisUtterance);
  show(openEditor().editor, <ListenTab />);
  await user.click(
    within(screen.getByRole('list', { name: 'Ways through the flow' })).getAllByRole('button')[0]!,
  );
  await user.click(screen.getByRole('button', { name: 'Listen' }));
  expect(browser.spoken).toHaveLength(1);
  act(() => browser.finish());
  await waitFor(() => expect(browser.spoken).toHaveLength(2));
  expect(new Set(browser.spoken.map(({ lang }) => lang))).toEqual(new Set(['en-GB']));
  await user.click(screen.getByRole('button', { name: 'Pause' }));
  screen.getByRole('button', { name: 'Go on' });
});
