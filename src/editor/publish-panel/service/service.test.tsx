/** What answers a number, and what others changed at Vapi, on screen over the fake backend: each choice and what it leads to. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { type FakeBackend, keepSession, startFakeBackend } from '../../../data/testing/fake-backend.ts';
import { setLanguage } from '../../../i18n/language.ts';
import type { DriftChoice, DriftFinding, DriftRecord } from '../../../publish/service-wire.ts';
import type { DeploymentAnswer } from '../../../publish/wire.ts';
import { usualWords } from '../../../templates/out-of-service/speech.ts';
import { fillJsdomGaps, openEditor, show } from '../../testing/open-editor.tsx';
import type { Publication, PublicationState } from '../publication.ts';
import { NumberService } from './number-service.tsx';
import { UndoButton } from './undo-button.tsx';
import { UnpublishDialog } from './unpublish-dialog.tsx';

const [LIVE, EARLIER, OTHERS, NEW] = [1, 2, 3, 4].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [
  string,
  string,
  string,
  string,
];
const begun: DeploymentAnswer = {
  id: NEW,
  numberId: NEW,
  purpose: 'flow',
  state: 'running',
  version: 3,
  steps: [],
  error: null,
};

const row = (id: string, version: number, rest: object = {}) => ({
  id,
  phone_number_id: 'n',
  flow_id: 'f',
  state: 'superseded',
  purpose: 'flow',
  drift: null,
  created_at: `2026-11-0${version}T12:00:00Z`,
  flow_versions: { number: version },
  ...rest,
});
const drift = (
  findings: DriftFinding[],
  choices: DriftChoice[] = ['keep', 'adopt', 'overwrite'],
): DriftRecord => ({
  findings,
  choices,
  state: 'seen',
  foundAt: '2026-11-08T12:00:00Z',
});

let backend: FakeBackend;
let taken: DeploymentAnswer[];
let opened: (string | null)[];
let left: string[];

beforeEach(() => {
  fillJsdomGaps();
  localStorage.clear();
  keepSession();
  setLanguage('en');
  taken = [];
  opened = [];
  left = [];
});
afterEach(() => {
  cleanup();
  backend.stop();
});

const publication: Publication = {
  state: createStore<PublicationState>(() => ({ status: 'choosing' })),
  open: async (numberId) => void opened.push(numberId),
  confirm: async () => {},
  take: async (start) => {
    const answer = await start();
    if (answer.ok) taken.push(answer.value);
  },
  close: () => {},
};

function open(deployments: readonly object[]) {
  backend = startFakeBackend({ deployments: deployments.map((each) => ({ ...each })) });
  show(
    openEditor().editor,
    <NumberService numberId="n" publication={publication} onUnpublish={(id) => left.push(id)} />,
  );
  return userEvent.setup();
}

function answerTo(end: string, json: unknown, status = 200) {
  const asked: unknown[] = [];
  backend.answer(({ path, method, body }) => {
    if (!path.endsWith(end) || method !== 'POST') return undefined;
    asked.push(body);
    return { json, status };
  });
  return asked;
}

const changed: DriftFinding = { kind: 'changed', name: 'Reception', aspects: ['greeting', 'voice'] };

describe('what answers', () => {
  it('is told with its version, and can be taken out of service', async () => {
    const user = open([row(LIVE, 3, { state: 'live' })]);
    await screen.findByText(/^Version 3, since/);
    await user.click(screen.getByRole('button', { name: 'Take out of service…' }));
    expect(left).toEqual([LIVE]);
  });

  it('may be one of three that answered before, of another flow too; each is gone back to by itself', async () => {
    const user = open([
      row(LIVE, 3, { state: 'live' }),
      row(EARLIER, 2),
      row(OTHERS, 1, { flow_id: 'another' }),
    ]);
    const list = await screen.findByRole('list');
    expect(
      within(list)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      expect.stringMatching(/^Version 2In service from/),
      expect.stringMatching(/^Version 1 of another flowIn service from/),
    ]);
    answerTo(`${EARLIER}/restore`, begun);
    await user.click(screen.getByRole('button', { name: 'Go back to version 2' }));
    await waitFor(() => expect(taken).toEqual([begun]));
  });

  it('may be words in place of a flow, which nobody takes out of service again', async () => {
    open([row(LIVE, 3, { state: 'live', purpose: 'fallback' }), row(EARLIER, 2)]);
    await screen.findByText('A message answers in place of the flow.');
    expect(screen.queryByRole('button', { name: 'Take out of service…' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Go back to version 2' })).toBeTruthy();
  });

  it('is nothing where nothing was put in service', async () => {
    open([row(EARLIER, 2)]);
    await waitFor(() =>
      expect(backend.requests.some(({ path }) => path.endsWith('/deployments'))).toBe(true),
    );
    expect(screen.queryByText('What answers now')).toBeNull();
  });

  it('is undone with one press after a publication; where nothing answered before, words take its place', async () => {
    const user = open([row(LIVE, 3, { state: 'live' }), row(EARLIER, 2)]);
    const { editor } = openEditor();
    const leaving: string[] = [];
    const undo = <UndoButton numberId="n" publication={publication} onUnpublish={(id) => leaving.push(id)} />;
    show(editor, undo);
    answerTo(`${EARLIER}/restore`, begun);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(taken).toEqual([begun]));
    cleanup();
    backend.stop();
    const other = open([row(LIVE, 3, { state: 'live' })]);
    show(editor, undo);
    await other.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(leaving).toEqual([LIVE]);
  });
});

describe('what others changed at Vapi', () => {
  it.each<[DriftFinding, RegExp]>([
    [{ kind: 'number-gone' }, /no longer exists at Vapi/],
    [{ kind: 'number-silent' }, /Nothing answers the number/],
    [{ kind: 'number-other', version: null }, /was not made here/],
    [{ kind: 'number-other', version: 2 }, /^Version 2 answers the number again/],
    [{ kind: 'gone', name: 'Reception' }, /“Reception” was deleted/],
    [changed, /“Reception” was changed: its first or last words and its voice/],
  ])('%j is said', async (finding, sentence) => {
    open([row(LIVE, 3, { state: 'live', drift: drift([finding]) })]);
    await screen.findByText('Changed at Vapi');
    expect(screen.getByText(sentence)).toBeTruthy();
  });

  it('offers only the choices there are, the safest first', async () => {
    open([row(LIVE, 3, { state: 'live', drift: drift([changed], ['keep', 'overwrite']) })]);
    await screen.findByText('Changed at Vapi');
    const names = screen.getAllByRole('button').map((button) => button.textContent);
    expect(names.slice(0, 2)).toEqual(['Put ours back', 'Leave it as it is']);
    expect(screen.queryByRole('button', { name: 'Take it over' })).toBeNull();
  });

  it('is put back by a run that is followed', async () => {
    const user = open([row(LIVE, 3, { state: 'live', drift: drift([changed]) })]);
    const asked = answerTo(`${LIVE}/drift`, { deployment: begun, flowId: null });
    await user.click(await screen.findByRole('button', { name: 'Put ours back' }));
    await waitFor(() => expect(taken).toEqual([begun]));
    expect(asked).toEqual([{ choice: 'overwrite', state: 'seen' }]);
    expect(opened).toEqual([]);
  });

  it.each([
    ['keep', 'Leave it as it is'],
    ['adopt', 'Take it over'],
  ] as const)('is settled by %s, and the number is looked at anew', async (choice, name) => {
    const user = open([row(LIVE, 3, { state: 'live', drift: drift([changed]) })]);
    const asked = answerTo(`${LIVE}/drift`, { deployment: null, flowId: null });
    await user.click(await screen.findByRole('button', { name }));
    await waitFor(() => expect(opened).toEqual(['n']));
    expect(asked).toEqual([{ choice, state: 'seen' }]);
    expect(taken).toEqual([]);
  });

  it('that changed once more is not overwritten: it is said, and looked at again', async () => {
    const user = open([row(LIVE, 3, { state: 'live', drift: drift([changed]) })]);
    answerTo(`${LIVE}/drift`, { error: { code: 'drift-changed', params: {} } }, 409);
    await user.click(await screen.findByRole('button', { name: 'Put ours back' }));
    const again = await screen.findByRole('button', { name: 'Look again' });
    expect(taken).toEqual([]);
    const compared = answerTo(`${LIVE}/compare`, { drift: null });
    backend.tables.deployments![0]!.drift = drift([{ kind: 'gone', name: 'Reception' }], ['overwrite']);
    await user.click(again);
    await screen.findByText(/“Reception” was deleted/);
    expect(compared).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Look again' })).toBeNull();
  });
});

describe('taking out of service', () => {
  const start = () => {
    backend = startFakeBackend({});
    const said: string[] = [];
    let closed = 0;
    const { editor } = openEditor();
    show(
      editor,
      <UnpublishDialog
        number="+33 1 23 45 67 89"
        onConfirm={(words) => said.push(words)}
        onClose={() => (closed += 1)}
      />,
    );
    return { user: userEvent.setup(), said, closed: () => closed };
  };
  const confirm = () => screen.getByRole('button', { name: 'Take out of service' });

  it('offers words in the language of the call, whatever the language of the screen', async () => {
    setLanguage('fr');
    start();
    const box = (await screen.findByRole('textbox')) as HTMLTextAreaElement;
    expect(box.value).toBe(usualWords('en'));
    expect(screen.getByText(/\+33 1 23 45 67 89/)).toBeTruthy();
  });

  it.each([
    ['nothing', '{Backspace}', /a number never stays silent/],
    ['blanks', '   ', /a number never stays silent/],
    ['braces', 'Call {{{{name}', /Take out { and }/],
  ])('is not done with %s', async (_, typed, fault) => {
    const { user, said } = start();
    const box = await screen.findByRole('textbox');
    await user.clear(box);
    await user.type(box, typed);
    expect(await screen.findByText(fault)).toBeTruthy();
    expect((confirm() as HTMLButtonElement).disabled).toBe(true);
    expect(said).toEqual([]);
  });

  it('is done with one’s own words, or not at all', async () => {
    const { user, said, closed } = start();
    const box = await screen.findByRole('textbox');
    await user.clear(box);
    await user.type(box, '  We are moving house. ');
    await user.click(confirm());
    expect(said).toEqual(['We are moving house.']);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(closed()).toBe(1);
  });
});
