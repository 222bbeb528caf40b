/** What the person sees of a conflict: both versions in words, one chosen, both set aside. */
import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FlowDocument } from '../../flow/document.ts';
import { mergeDocuments } from '../../flow/merge/merge-documents.ts';
import { setLanguage } from '../../i18n/language.ts';
import type { ScreenLanguage } from '../../i18n/messages.ts';
import { registry } from '../../kinds/registry.ts';
import { templates } from '../../templates/registry.ts';
import { CalledDialogs } from '../called-dialogs.tsx';
import { fillJsdomGaps, openEditor, show } from '../testing/open-editor.tsx';
import { SaveBanner } from '../top-bar/save-banner.tsx';
import { TopBar } from '../top-bar/top-bar.tsx';
import { conflictRows } from './conflict-rows.ts';

beforeEach(fillJsdomGaps);
afterEach(cleanup);

const frame = (
  <>
    <TopBar />
    <SaveBanner />
    <CalledDialogs />
  </>
);

describe('a conflict', () => {
  it('shows both versions, saves the chosen one and keeps both', async () => {
    const { editor, settle, server, setAside } = openEditor('conflict');
    const user = userEvent.setup();
    show(editor, frame);
    await user.type(screen.getByRole('textbox', { name: 'Name of the flow' }), '!{Enter}');
    await settle();
    expect(server.document.name).toBe('Theirs');
    await user.click(screen.getByRole('button', { name: 'Compare and choose' }));
    const dialog = await screen.findByRole('dialog', { name: 'Which one should the flow keep?' });
    const save = within(dialog).getByRole('button', { name: 'Save' });
    expect(save.hasAttribute('disabled')).toBe(true);
    const choice = within(dialog).getByRole('radiogroup', { name: 'Name of the flow' });
    expect(within(choice).getByRole('radio', { name: /Mine.*Desk!/ })).toBeTruthy();
    await user.click(within(choice).getByRole('radio', { name: /Theirs/ }));
    await user.click(save);
    await settle();
    expect([server.document.name, setAside.map(({ name }) => name)]).toEqual(['Theirs', ['Desk!', 'Theirs']]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.queryByText(/changed elsewhere too/)).toBeNull();
  });

  it('is decided for everything at once', async () => {
    const { editor, settle, server } = openEditor('conflict');
    const user = userEvent.setup();
    show(editor, frame);
    await user.type(screen.getByRole('textbox', { name: 'Name of the flow' }), '!{Enter}');
    await settle();
    await user.click(screen.getByRole('button', { name: 'Compare and choose' }));
    await user.click(await screen.findByRole('button', { name: 'Keep all of mine' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await settle();
    expect(server.document.name).toBe('Desk!');
  });
});

describe('work that the server does not have yet', () => {
  afterEach(async () => {
    vi.restoreAllMocks();
    await setLanguage('en');
  });
  const WORDS = {
    busy: ['Server busy, 1 change kept here', 'Serveur occupé, 1 modification gardée ici'],
    unanswered: [
      'No answer from the server, 1 change kept here',
      'Le serveur ne répond pas, 1 modification gardée ici',
    ],
    offline: ['Offline · 1 change', 'Hors ligne · 1 modification'],
  } as const;

  it.each([
    ['busy', true, 'busy'],
    ['unreachable', true, 'unanswered'],
    ['unreachable', false, 'offline'],
  ] as const)('is told by the pill (%s, a network: %s)', async (server, isOnline, words) => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline);
    const { editor, settle } = openEditor(server);
    const user = userEvent.setup();
    show(editor, frame);
    await user.type(screen.getByRole('textbox', { name: 'Name of the flow' }), '!{Enter}');
    await settle();
    const [en, fr] = WORDS[words];
    expect(screen.getByRole('status').textContent).toBe(en);
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
    await act(() => setLanguage('fr'));
    expect(screen.getByRole('status').textContent).toBe(fr);
  });
});

it('says that this machine keeps nothing', () => {
  const { editor } = openEditor();
  editor.blocked.setState(true, true);
  show(editor, frame);
  expect(screen.getByText(/cannot keep a copy of your work/)).toBeTruthy();
});

describe('conflicts in words', () => {
  const base = templates.find(({ id }) => id === 'appointment-booking')!.build('en', { name: 'Office' });
  const edit = (change: (json: FlowDocument & Record<string, never>) => void) => {
    const json = structuredClone(base);
    change(json as never);
    return json;
  };
  const rowsOf = (mine: FlowDocument, theirs: FlowDocument, language: ScreenLanguage) => {
    const edits = { base, mine, theirs };
    return conflictRows(mergeDocuments(edits, registry).conflicts, edits, registry, {
      language,
      keys: false,
    });
  };
  // biome-ignore lint/suspicious/noExplicitAny: a test edits the drawing as JSON
  const any = (json: FlowDocument): any => json;

  it.each(['en', 'fr'] as const)('names the step and what each side did with it (%s)', (language) => {
    const rows = rowsOf(
      edit((json) => {
        any(json).nodes.desk.data.message = 'Hold on.';
        any(json).nodes.wish.data.choices[0].label = 'come by';
        any(json).edges['answer-next'].to = 'desk';
        any(json).nodes.answer.position.x += 10;
        any(json).nodes.desk.position.x += 10;
      }),
      edit((json) => {
        any(json).nodes.desk.data.message = 'A second.';
        any(json).nodes.wish.data.choices[0].label = 'visit us';
        any(json).edges['answer-next'].to = 'details';
        any(json).nodes.answer.position.x -= 10;
        any(json).nodes.desk.position.x -= 10;
      }),
      language,
    );
    const said = rows.map(({ place, mine, theirs }) => [place, mine.join(' '), theirs.join(' ')]);
    expect(said).toMatchSnapshot();
  });

  it('has words for every conflict that two odd drawings can have', () => {
    const gone = edit((json) => {
      delete any(json).nodes.desk;
    });
    const kept = edit((json) => {
      any(json).nodes.desk.title = 'Reception';
    });
    const [row] = rowsOf(gone, kept, 'en');
    expect(row).toMatchObject({ place: { of: 'step', name: 'Reception' }, suggested: 'theirs' });
    expect([row!.mine.length > 0, row!.theirs.length > 0]).toEqual([true, true]);
  });
});
