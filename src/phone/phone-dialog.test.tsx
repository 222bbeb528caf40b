/** The telephone with a voice. The browser's speech is a stand-in; the line is the page's own, with prepared answers. */
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import '../ui/testing/jsdom-gaps.ts';
import { SpeechStandIn } from '../voice/testing/speech-stand-in.ts';
import { PhoneDialog } from './phone-dialog.tsx';

const told: unknown[] = [];
let browser: SpeechStandIn;

beforeEach(() => {
  told.length = 0;
  browser = new SpeechStandIn();
  const answers = [
    { callId: 'c', said: ['Cabinet Martin, bonjour.', 'Que puis-je faire ?'], ended: false, language: 'fr' },
    { callId: 'c', said: ['C’est noté.'], ended: false, language: 'fr' },
  ];
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    told.push(JSON.parse(body));
    return Response.json(answers.shift() ?? { callId: 'c', said: [], ended: true });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function call(hasVoice = true) {
  if (hasVoice)
    for (const name of ['speechSynthesis', 'SpeechSynthesisUtterance', 'SpeechRecognition'] as const)
      vi.stubGlobal(name, browser[name]);
  const user = userEvent.setup();
  const { unmount } = render(<PhoneDialog isOpen onClose={() => {}} number="+33189480042" />);
  await user.click(screen.getByRole('button', { name: 'Call' }));
  await screen.findByText('Cabinet Martin, bonjour.');
  return { user, unmount };
}

describe('the telephone', () => {
  it('reads aloud what is said from then on, in the language of the call, and falls silent', async () => {
    const { user } = await call();
    expect(browser.spoken).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Read aloud what the assistant says' }));
    await user.type(screen.getByRole('textbox', { name: 'What the caller says' }), 'Bonjour{Enter}');
    await screen.findByText('C’est noté.');
    expect(browser.spoken).toEqual([{ text: 'C’est noté.', lang: 'fr-FR' }]);
    await user.click(screen.getByRole('button', { name: 'Read aloud what the assistant says' }));
    expect(browser.silenced).toBe(1);
  });

  it('says what was spoken, and shows it while it is spoken', async () => {
    const { user } = await call();
    await user.click(screen.getByRole('button', { name: 'Speak' }));
    expect(browser.ear!.lang).toBe('fr-FR');
    act(() => browser.ear!.hear('je voudrais'));
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'What the caller says' });
    expect(field.value).toBe('je voudrais');
    act(() => browser.ear!.hear('je voudrais un rendez-vous'));
    await user.click(screen.getByRole('button', { name: 'Done speaking' }));
    await screen.findByText('C’est noté.');
    expect(told.at(-1)).toEqual({ text: 'je voudrais un rendez-vous' });
    expect(field.value).toBe('');
  });

  it('says why it heard nothing, and what to do', async () => {
    const { user } = await call();
    await user.click(screen.getByRole('button', { name: 'Speak' }));
    act(() => browser.ear!.fail('not-allowed'));
    await waitFor(() =>
      expect(screen.getByText(/The microphone is not allowed here\. Allow it/)).toBeTruthy(),
    );
    expect(told).toHaveLength(1);
  });

  it('offers writing where the browser has no speech', async () => {
    await call(false);
    expect(screen.queryByRole('button', { name: 'Speak' })).toBeNull();
    expect(screen.getByText(/This browser cannot turn speech into text\. Type instead/)).toBeTruthy();
  });

  it('falls silent when it is put away', async () => {
    const { user, unmount } = await call();
    await user.click(screen.getByRole('button', { name: 'Speak' }));
    unmount();
    expect(browser.ear!.isListening).toBe(false);
    expect(browser.silenced).toBeGreaterThan(0);
  });
});
