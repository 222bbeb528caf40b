/** The activity log, as an owner reads it in both languages, and as somebody else does not. */
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults, renderApp } from '../../app/testing/render-app.tsx';
import { type FakeBackend, keepSession, PERSON, startFakeBackend } from '../../data/testing/fake-backend.ts';
import { ACTIONS, type ActivityCheck, type ActivityEntry } from '../../publish/workspace-wire.ts';

let backend: FakeBackend;

const entry = (number: number, part: Partial<ActivityEntry>): ActivityEntry => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  at: `2026-11-30T10:${String(59 - number).padStart(2, '0')}:00+00:00`,
  action: 'signed-in',
  who: 'person',
  email: 'claire@example.com',
  about: '',
  facts: {},
  ...part,
});

const ENTRIES = [
  entry(1, {
    action: 'published',
    facts: { flow: 'Accueil', version: 3, number: 'Office', recording: true },
  }),
  entry(2, { action: 'role-changed', about: 'max@example.com', facts: { from: 'viewer', to: 'owner' } }),
  entry(3, { action: 'person-erased', facts: { caller: '…78' } }),
  entry(4, { action: 'limit-passed', who: 'nobody', email: '', facts: { number: 'Office' } }),
  entry(5, { who: 'gone', email: '' }),
  entry(6, { action: 'limit-set', facts: { most: 500, unit: 'minutes' } }),
];

function start(language: 'en' | 'fr' = 'en', role: 'owner' | 'viewer' = 'owner') {
  backend = startFakeBackend({
    workspaces: [{ id: 'w', name: 'Practice', keep_activity: 365 }],
    members: [{ workspace_id: 'w', user_id: PERSON.id, role, created_at: '2026-01-02T12:00:00Z' }],
  });
  backend.answer(({ path, query }) => {
    if (!path.endsWith('/api/activity')) return undefined;
    if (query.get('before') === null) return { json: { entries: ENTRIES, hasMore: true } };
    return { json: { entries: [entry(7, { action: 'workspace-created' })], hasMore: false } };
  });
  renderApp('/settings/activity', language);
}

beforeEach(() => {
  localStorage.clear();
  keepSession();
});
afterEach(() => {
  cleanup();
  backend.stop();
});

describe('the activity log', () => {
  it('says in sentences who did what, and goes further back', async () => {
    start();
    const list = await screen.findByRole('list', { name: 'Entries, latest first' });
    const sentences = () =>
      within(list)
        .getAllByRole('listitem')
        .map((item) => item.querySelector('p')?.textContent);
    expect(sentences()).toEqual([
      'claire@example.com put “Accueil” (version 3) in service on Office, with recording',
      'claire@example.com changed the role of max@example.com from “may look” to “owner”',
      'claire@example.com deleted everything about a caller (…78)',
      'The monthly limit was reached: Office answers with your message',
      'A deleted account signed in',
      'claire@example.com set the monthly limit to 500 minutes',
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Show earlier entries' }));
    await screen.findByText('claire@example.com made the workspace');
    expect(screen.queryByRole('button', { name: 'Show earlier entries' })).toBeNull();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('speaks French', async () => {
    start('fr');
    await screen.findByText(
      'claire@example.com a mis « Accueil » (version 3) en service sur Office, avec enregistrement',
    );
    screen.getByText('Un compte supprimé s’est connecté');
  });

  it('is kept for as long as the owner says', async () => {
    start();
    const days = await screen.findByRole('textbox', { name: 'Days' });
    await userEvent.clear(days);
    await userEvent.type(days, '730');
    await userEvent.tab();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Saved.');
    expect(backend.tables.workspaces).toMatchObject([{ keep_activity: 730 }]);
  });

  it('is not read by others', async () => {
    start('en', 'viewer');
    await screen.findByText('Only owners can read the activity log.');
    expect(backend.requests.some(({ path }) => path.endsWith('/api/activity'))).toBe(false);
  });
});

it('has a sentence for everything that is noted, in both languages', async () => {
  const { en } = await import('./messages.en.ts');
  const { fr } = await import('./messages.fr.ts');
  for (const words of [en, fr]) expect(Object.keys(words.sentences).sort()).toEqual([...ACTIONS].sort());
});

describe('checking the log', () => {
  const WHOLE: ActivityCheck = {
    entries: 120,
    blanked: 0,
    link: 'f'.repeat(64),
    fault: null,
    at: null,
    sealedAt: '2026-11-30T10:00:00Z',
  };
  const check = async (
    answer: { readonly json: unknown; readonly status?: number },
    language: 'en' | 'fr' = 'en',
  ) => {
    start(language);
    backend.answer(({ path }) => (path.endsWith('/api/activity/check') ? answer : undefined));
    await userEvent.click(
      await screen.findByRole('button', { name: language === 'en' ? 'Check it' : 'Vérifier' }),
    );
  };

  it.each([
    ['all is well', WHOLE, '120 entries, all as they were written.'],
    [
      'a person was erased',
      { ...WHOLE, blanked: 2 },
      '120 entries, all as they were written. Details of 2 of them were erased together with a person.',
    ],
    ['it was made anew', { ...WHOLE, fault: 'made-anew' }, /it is not the one that was kept/],
    ['it is broken', { ...WHOLE, fault: 'broken' }, /the chain of the log is broken/],
    [
      'an entry was changed',
      { ...WHOLE, fault: 'changed', at: '2026-11-30T10:20:00Z' },
      /^The entry of .*30.* is not as it was written\.$/,
    ],
  ] as const)('says that %s', async (_, json, sentence) => {
    await check({ json });
    await screen.findByText(sentence);
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('speaks French, and does not call well what could not be checked', async () => {
    await check({ json: { ...WHOLE, fault: 'missing', at: '2026-11-30T10:20:00Z' } }, 'fr');
    await screen.findByText(/^L’entrée du .* a été retirée\.$/);
    cleanup();
    backend.stop();
    await check({ json: { error: { code: 'unexpected', params: {} } }, status: 500 });
    await screen.findByRole('alert');
    expect(screen.queryByText(/as they were written\./)).toBeNull();
  });
});
