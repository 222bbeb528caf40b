/** The tests on screen, with an assistant and a server played here. */
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, succeed } from '../../lib/result.ts';
import { ToastRegion } from '../../ui/toast.tsx';
import { createRehearsal, type Rehearsal } from '../rehearse-panel/rehearsal.ts';
import { fillJsdomGaps, InEditor, openEditor } from '../testing/open-editor.tsx';
import { KeepAsTest } from './keep-as-test.tsx';
import { PublishTests } from './publish-tests.tsx';
import { BOOKING, fakePorts, stepOf, storedTest } from './testing/fake-ports.ts';
import { createTests, type Tests } from './tests.ts';
import { TestsPanel } from './tests-panel.tsx';

let tests: Tests;
vi.mock('./tests-of.ts', () => ({ testsOf: () => tests, useStopUnless: () => {} }));

let fake: ReturnType<typeof fakePorts>;
let open: ReturnType<typeof openEditor>;
let rehearsal: Rehearsal;

beforeAll(fillJsdomGaps);
beforeEach(() => {
  open = openEditor();
  rehearsal = createRehearsal('f', {
    save: async () => true,
    drawing: () => ({ entry: null, hello: 'Hello.' }),
    converse: async () => fail({ code: 'offline' }),
  });
});
afterEach(cleanup);

function begin(...kept: Parameters<typeof fakePorts>[0] & object) {
  fake = fakePorts(kept);
  tests = createTests(fake.ports);
}

function show(panel: 'panel' | 'keep' | 'publish') {
  render(
    <InEditor editor={open.editor}>
      {panel === 'panel' && <TestsPanel rehearsal={rehearsal} />}
      {panel === 'keep' && <KeepAsTest rehearsal={rehearsal} />}
      {panel === 'publish' && <PublishTests />}
      <ToastRegion />
    </InEditor>,
  );
  return userEvent.setup();
}

const row = async (name: string) => (await screen.findByText(name)).closest('li[data-state]') as HTMLElement;

describe('a simulated caller', () => {
  it('is explained, calls, and is told of: in the row, among the verdicts, in the conversation', async () => {
    begin(storedTest('Good'));
    const user = show('panel');
    await screen.findByRole('radio', { name: 'The test’s sentences', checked: true });
    await user.click(screen.getByRole('radio', { name: 'A simulated caller' }));
    screen.getByText(/in its own words.*charged.*keeps it/);
    screen.getByText(/The sandbox’s caller cannot think/);
    await user.click(screen.getByRole('button', { name: 'Run “Good”' }));
    await screen.findByText('with a simulated caller');
    expect(screen.queryByText(/in its own words/)).toBeNull();
    await user.click(within(await row('Good')).getByRole('button', { expanded: false }));
    const good = within(await row('Good'));
    good.getByText('The caller got what they called for.');
    await user.click(good.getByRole('button', { name: 'Conversation' }));
    const dialog = within(await screen.findByRole('dialog'));
    dialog.getByText(/^With a simulated caller, /);
    dialog.getByText('Hi there.');
    dialog.getByText('Goodbye.');
  });

  it('is waited for, and what came in the way is said', async () => {
    begin(storedTest('Good'));
    let open = () => {};
    fake.world.gate = new Promise((resolve) => {
      open = resolve;
    });
    fake.world.looks = [{ code: 'flow-changed' }];
    const user = show('panel');
    await user.click(await screen.findByRole('radio', { name: 'A simulated caller' }));
    await user.click(screen.getByRole('button', { name: 'Run all' }));
    await screen.findByText('waiting for a caller…');
    open();
    await screen.findByText(/which steps the call went through/);
    fake.world.beginning = 'vapi-payment';
    await user.click(screen.getByRole('button', { name: 'Run all' }));
    await screen.findByText(/Vapi wants to be paid first/);
  });
});

describe('the list of tests', () => {
  it('says what to do while it is empty', async () => {
    begin();
    const user = show('panel');
    await user.click(await screen.findByRole('button', { name: 'Talk first' }));
    expect(open.editor.panels.getState().rehearsalTab).toBe('talk');
  });

  it('runs all, and tells by names what was expected and what was found', async () => {
    const [ask, answer] = [stepOf('ask'), stepOf('answer')];
    const [information] = Object.values(BOOKING.information);
    begin(
      storedTest('Good'),
      storedTest('Bad', {
        expectations: [
          { type: 'reaches', node: ask.id },
          { type: 'collects', information: information!.id, value: 'Zoe' },
          { type: 'says', text: 'Good night' },
          { type: 'ends', end: 'transferred' },
        ],
      }),
    );
    fake.world.answer = ({ input }) =>
      succeed({
        said: [{ text: 'Welcome.', node: null }],
        visited: input === undefined ? [answer.id] : [],
        information: { [information!.id]: 'Hugh' },
      });
    const user = show('panel');
    await user.click(await screen.findByRole('button', { name: 'Run all' }));
    await screen.findByText('1 of 2 pass');
    expect((await row('Good')).dataset.state).toBe('holds');
    const bad = await row('Bad');
    expect(bad.dataset.state).toBe('fails');
    await user.click(within(bad).getByRole('button', { name: /Bad/, expanded: false }));
    for (const text of [
      `Comes to “${ask.title}”`,
      `The call went as far as “${answer.title}”.`,
      `${information!.name}: “Zoe”`,
      'It was “Hugh”.',
      'It was not said.',
      'The assistant ended the call.',
    ])
      within(bad).getByText(text);
    screen.getByText('Played by the sandbox on this machine, free of charge.');
  });

  it('says when real turns are paid for', async () => {
    begin(storedTest('Good'));
    fake.world.answer = () => succeed({ said: [{ text: 'Welcome.', node: null }], sandbox: false });
    const user = show('panel');
    await user.click(await screen.findByRole('button', { name: 'Run all' }));
    await screen.findByText(/every turn is charged to your Vapi account/);
  });

  it('renames, adds and removes expectations, and refuses a sentence that is not there', async () => {
    begin(storedTest('Good'));
    const user = show('panel');
    await user.click(within(await row('Good')).getByRole('button', { expanded: false }));
    await user.click(screen.getByRole('button', { name: 'Edit' }));
    const dialog = await screen.findByRole('dialog');
    const name = within(dialog).getByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.type(name, 'Better');
    const sentence = within(dialog).getByRole('textbox', { name: 'Sentence' });
    await user.clear(sentence);
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    within(dialog).getByText('Write what is to be heard, or remove the expectation.');
    await user.type(sentence, 'Hello');
    await user.click(within(dialog).getByRole('button', { name: 'Add an expectation' }));
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await screen.findByText('Better');
    expect(fake.server.tests[0]?.test.expectations.map(({ type }) => type)).toEqual(['says', 'reaches']);
  });

  it('deletes, with a way back', async () => {
    begin(storedTest('Good'));
    const user = show('panel');
    await user.click(within(await row('Good')).getByRole('button', { expanded: false }));
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    await screen.findByText('Deleted: “Good”');
    expect(fake.server.tests).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByText('Good');
    expect(fake.server.tests).toHaveLength(1);
  });

  it('shows before and after of a changed test, with the words that differ marked', async () => {
    begin(storedTest('Good'));
    await tests.load();
    await tests.run();
    fake.world.document = { ...BOOKING, name: 'Other' };
    fake.world.answer = () => succeed({ said: [{ text: 'Welcome home.', node: null }] });
    await tests.run();
    const user = show('panel');
    await user.click(within(await row('Good')).getByRole('button', { expanded: false }));
    screen.getByText('other answers');
    await user.click(screen.getByRole('button', { name: 'Before and after' }));
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByText('2 answers differ.');
    expect([...dialog.querySelectorAll('mark')].map(({ textContent }) => textContent)).toContain('home.');
  });

  it('marks untried links for as long as it is looked at', async () => {
    begin(storedTest('Good'));
    const marked = () =>
      open.editor.view.state.getState().edges.filter(({ className }) => className === 'is-untried').length;
    const user = show('panel');
    const shown = await screen.findByRole('switch', { name: 'Show untried links on the drawing' });
    const all = Object.keys(open.document().edges).length;
    expect(marked()).toBe(all);
    await user.click(shown);
    expect(marked()).toBe(0);
    await user.click(shown);
    const before = open.editor.view.state.getState();
    act(() => tests.choose('Good'));
    expect(open.editor.view.state.getState()).toBe(before);
    cleanup();
    expect(marked()).toBe(0);
  });

  it('tells why it could not run', async () => {
    begin(storedTest('Good'));
    fake.world.answer = () => fail({ code: 'flow-has-errors' });
    const user = show('panel');
    await user.click(await screen.findByRole('button', { name: 'Run all' }));
    await user.click(await screen.findByRole('button', { name: 'Show the problems' }));
    expect(open.editor.panels.getState().problems).toBe(true);
  });
});

describe('keep as test', () => {
  it('is offered once the caller has spoken, and keeps what was said under where it came to', async () => {
    begin();
    const user = show('keep');
    expect(screen.queryByRole('button', { name: 'Keep as test' })).toBeNull();
    const { id, title } = stepOf('ask');
    act(() =>
      rehearsal.state.setState({
        status: 'listening',
        turns: [
          { id: 1, who: 'assistant', text: 'Welcome.', node: stepOf('answer').id, point: 0 },
          { id: 2, who: 'caller', text: 'Hello.', node: null, point: 0 },
          { id: 3, who: 'assistant', text: 'Your name?', node: id, point: 0 },
        ],
        path: [stepOf('answer').id, id].map((node) => ({ node, confidence: 'known', left: null })),
      }),
    );
    await user.click(screen.getByRole('button', { name: 'Keep as test' }));
    await screen.findByText(`Kept as a test: “Conversation → ${title}”`);
    expect(fake.server.tests[0]?.test.lines).toEqual(['Hello.']);
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(open.editor.panels.getState()).toMatchObject({ rehearsal: true, rehearsalTab: 'tests' });
  });
});

describe('at publishing', () => {
  it('tells how many were run on this version, and lists those that fail with a way to them', async () => {
    begin(storedTest('Good'), storedTest('Bad', { expectations: [{ type: 'says', text: 'Good night' }] }));
    fake.world.document = open.document();
    const user = show('publish');
    await screen.findByText(/^0 of 2 tests were run on this version\./);
    await user.click(screen.getByRole('button', { name: 'Run all' }));
    await screen.findByText('One test fails. It does not prevent publishing.');
    await user.click(screen.getByRole('button', { name: /Bad/ }));
    expect(tests.state.getState().chosen).toBe('Bad');
    expect(open.editor.panels.getState()).toMatchObject({ rehearsalTab: 'tests', publication: false });
  });
});
