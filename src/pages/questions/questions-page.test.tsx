/** Questions without an answer on screen: answered into the draft and taken back, saved over what somebody else saved, put aside. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults, renderApp } from '../../app/testing/render-app.tsx';
import { type FakeBackend, keepSession, PERSON, startFakeBackend } from '../../data/testing/fake-backend.ts';
import type { FlowDocument } from '../../flow/document.ts';
import { drawFlow } from '../../kinds/testing/play-flow.ts';

const FLOW = '00000000-0000-4000-8000-000000000003';
const document = drawFlow('en', {
  answer: {
    kind: 'answer',
    data: { greeting: 'Hello.', disclosure: 'I am an automated assistant.', assistantName: '' },
    to: { next: 'faq' },
  },
  faq: {
    kind: 'inform',
    data: {
      invitation: 'What would you like to know?',
      facts: [{ id: 'a', question: 'When are you open?', answer: 'From nine to noon.' }],
      strictness: 'only-these',
    },
    to: { satisfied: 'bye', 'could-not-answer': 'bye' },
  },
  bye: { kind: 'hang-up', data: { closing: 'Goodbye.', outcome: '' } },
});
const QUESTION = {
  flowId: FLOW,
  digest: 'a'.repeat(32),
  question: 'Do you take dogs?',
  node: 'faq',
  call: '00000000-0000-4000-8000-000000000009',
  times: 3,
  lastAskedAt: new Date().toISOString(),
};

let backend: FakeBackend;
let settled: string[];

function start(role: 'owner' | 'viewer' = 'owner') {
  settled = [];
  backend = startFakeBackend({
    workspaces: [
      {
        id: 'w',
        name: 'Practice',
        secrecy: false,
        countries: [],
        hides: [],
        keep_words: 30,
        keep_information: 90,
        keep_calls: 365,
      },
    ],
    members: [{ workspace_id: 'w', user_id: PERSON.id, role, created_at: '2026-01-02T12:00:00Z' }],
    flows: [
      {
        id: FLOW,
        workspace_id: 'w',
        name: 'Reception',
        document,
        revision: 1,
        updated_at: '2026-01-02T12:00:00Z',
      },
    ],
  });
  backend.answer(({ path, body }) => {
    if (path.includes('/api/questions/settle')) {
      settled.push((body as { state: string }).state);
      return { json: {} };
    }
    const isOpen = settled.at(-1) === undefined || settled.at(-1) === 'open';
    return path.includes('/api/questions') ? { json: { questions: isOpen ? [QUESTION] : [] } } : undefined;
  });
  renderApp('/calls/questions', 'en');
}
const facts = () => {
  const stored = (backend.tables.flows![0] as unknown as { document: FlowDocument }).document;
  return (Object.values(stored.nodes).find(({ kind }) => kind === 'inform')!.data as { facts: object[] })
    .facts;
};

beforeEach(() => {
  localStorage.clear();
  keepSession();
});
afterEach(() => {
  cleanup();
  backend.stop();
});

describe('a question without an answer', () => {
  it('becomes part of the draft, said to be known after publishing, and is taken back', async () => {
    const user = userEvent.setup();
    start();
    await user.click(await screen.findByRole('button', { name: 'Answer: Do you take dogs?' }));
    await user.click(screen.getByRole('button', { name: 'Add to what it knows' }));
    expect(await screen.findByText('Write what the assistant should say.')).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: 'What the assistant says' }), 'Small ones, gladly.');
    expect(await accessibilityFaults()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Add to what it knows' }));
    expect(await screen.findByText(/It will be known after publishing/)).toBeTruthy();
    expect(await screen.findByText('No question is waiting')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open the flow' }).getAttribute('href')).toBe(
      `/flows/${FLOW}?step=faq`,
    );
    expect(facts()).toMatchObject([
      { answer: 'From nine to noon.' },
      { question: 'Do you take dogs?', answer: 'Small ones, gladly.' },
    ]);
    expect(settled).toEqual(['answered']);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(settled).toEqual(['answered', 'open']));
    expect(facts()).toHaveLength(1);
    expect(await screen.findByText('Do you take dogs?')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Open the flow' })).toBeNull();
  });

  it('is put aside', async () => {
    const user = userEvent.setup();
    start();
    await user.click(await screen.findByRole('button', { name: 'Put aside: Do you take dogs?' }));
    expect(await screen.findByText('No question is waiting')).toBeTruthy();
    expect(settled).toEqual(['dismissed']);
    expect(facts()).toHaveLength(1);
  });

  it('is only read by who may only look', async () => {
    start('viewer');
    expect(await screen.findByText('Do you take dogs?')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Answer/ })).toBeNull();
  });
});
