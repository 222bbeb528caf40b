// @vitest-environment jsdom
/** The tab that one talks in: reasons, suggestions, what is pretended and what is known, against an assistant played here. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SUNDAY_NIGHT } from '../../callers/circumstances.ts';
import { fail, type Result, succeed } from '../../lib/result.ts';
import type { RehearsalAnswer, RehearsalRequest, RehearsalStep } from '../../publish/wire.ts';
import { fillJsdomGaps, openEditor, show } from '../testing/open-editor.tsx';
import { en } from './messages.en.ts';
import { createRehearsal } from './rehearsal.ts';
import { TalkTab } from './talk-tab.tsx';

const FLOW = '6f1c1f0e-0000-4000-8000-000000000000';

beforeEach(fillJsdomGaps);
afterEach(cleanup);

type Answer = Result<Partial<RehearsalAnswer>, { readonly code: string }>;

function setUp() {
  const { editor, step, document } = openEditor();
  const [answer, wish, details, rule, person] = (
    ['answer', 'understand', 'ask', 'decide', 'transfer'] as const
  ).map(step);
  const requests: RehearsalRequest[] = [];
  const answers: Answer[] = [];
  const rehearsal = createRehearsal(FLOW, {
    save: async () => true,
    drawing: () => ({ entry: answer!.id, hello: 'Hello.' }),
    async converse(request) {
      requests.push(request);
      const next = answers.shift() ?? succeed({});
      if (!next.ok) return next;
      return succeed({
        conversation: `c${requests.length}`,
        said: [{ text: `said ${requests.length}`, node: wish!.id }],
        visited: [],
        path: [],
        information: {},
        end: null,
        sandbox: true,
        ...next.value,
      });
    },
  });
  const left = (
    node: string,
    exit: string,
    code: NonNullable<RehearsalStep['left']>['because']['code'],
    params = {},
    confidence: RehearsalStep['confidence'] = 'known',
  ): RehearsalStep => ({ node, confidence, left: { exit, because: { code, params }, confidence } });
  const at = (node: string): RehearsalStep => ({ node, confidence: 'known', left: null });
  return {
    steps: { answer: answer!, wish: wish!, details: details!, rule: rule!, person: person! },
    show: () => show(editor, <TalkTab rehearsal={rehearsal} />),
    rehearsal,
    requests,
    answers,
    left,
    at,
    document,
  };
}

describe('the conversation', () => {
  it('tells why each step was left, in the words of its kind, and what is only concluded', async () => {
    const t = setUp();
    const { wish, rule, person, details } = t.steps;
    t.answers.push(
      succeed({
        visited: [details.id],
        path: [
          t.left(wish.id, 'person', 'caller-chose', { choice: 'speak to somebody' }),
          t.left(rule.id, 'yes', 'rule-held', {}, 'inferred'),
          t.left(rule.id, 'otherwise', 'rule-failed'),
          t.left(person.id, 'no-answer', 'nobody-answered'),
          { ...t.left(wish.id, '', 'anytime-rule', { rule: 'wants-human' }) },
          t.at(details.id),
        ],
      }),
    );
    t.show();
    await t.rehearsal.start();
    const why = await screen.findByRole('list', { name: en.why });
    const lines = within(why)
      .getAllByRole('button')
      .map(({ textContent }) => textContent);
    const [hours] = Object.values(t.document().hours);
    expect(lines).toEqual([
      en.left(wish.title!, 'because the caller chose “speak to somebody”.'),
      `${en.left(rule.title!, `because it is within “${hours!.name}”.`)} (${en.inferred})`,
      en.left(rule.title!, `because it is outside “${hours!.name}”.`),
      en.left(person.title!, 'because nobody answered.'),
      en.left(wish.title!, 'because of a rule that holds at any time: The caller wants a person.'),
    ]);
  });

  it('suggests what leads out of the step by each way, and says it when pressed', async () => {
    const t = setUp();
    const { wish, details } = t.steps;
    t.answers.push(succeed({ visited: [wish.id], path: [t.at(wish.id)] }));
    t.show();
    await t.rehearsal.start();
    const chips = await screen.findByRole('list', { name: en.suggestions });
    const { choices } = wish.data as unknown as { choices: { label: string }[] };
    for (const { label } of choices) within(chips).getByRole('button', { name: label });
    expect(within(chips).getAllByRole('button')).toHaveLength(choices.length + 1);
    t.answers.push(succeed({ visited: [details.id], path: [t.at(wish.id), t.at(details.id)] }));
    fireEvent.click(within(chips).getByRole('button', { name: choices[0]!.label }));
    await waitFor(() => expect(t.requests.at(-1)?.input).toBe(choices[0]!.label));
  });

  it('takes a turn of the caller back', async () => {
    const t = setUp();
    t.show();
    await t.rehearsal.start();
    await t.rehearsal.say('one');
    fireEvent.click(await screen.findByRole('button', { name: en.edit }));
    const field = screen.getByRole('textbox', { name: en.editing });
    expect(field).toHaveProperty('value', 'one');
    fireEvent.change(field, { target: { value: 'two' } });
    fireEvent.click(screen.getByRole('button', { name: en.sayInstead }));
    await waitFor(() => expect(t.requests.at(-1)).toMatchObject({ previous: 'c1', input: 'two' }));
    expect(screen.queryByText('one')).toBeNull();
  });

  it('says what failed, and tries again', async () => {
    const t = setUp();
    t.answers.push(fail({ code: 'too-often' }));
    t.show();
    await t.rehearsal.start();
    await screen.findByText(en.tooOften);
    fireEvent.click(screen.getByRole('button', { name: en.retry }));
    await screen.findByText('said 2');
    expect(screen.queryByText(en.tooOften)).toBeNull();
  });
});

describe('what is pretended', () => {
  it('is told in one line while it is folded', async () => {
    const t = setUp();
    t.show();
    await t.rehearsal.start();
    await screen.findByText(en.pretend.nothing);
    await t.rehearsal.pretend({
      now: SUNDAY_NIGHT,
      caller: '+33639980011',
      outcomes: { [t.steps.person.id]: 'no-answer' },
    });
    const line = await screen.findByRole('button', { name: new RegExp(`^${en.pretend.title}`) });
    await waitFor(() => expect(line.textContent).toMatch(/Sunday|Monday/));
    expect(line.textContent).toContain(en.pretend.changed(1));
    expect(line.textContent?.replaceAll(/\s/g, '')).toContain('639980011');
  });

  it('takes a number as people write it, and says what is wrong with another', async () => {
    const t = setUp();
    t.show();
    await t.rehearsal.start();
    fireEvent.click(await screen.findByRole('button', { name: new RegExp(`^${en.pretend.title}`) }));
    const field = await screen.findByRole('textbox', { name: en.pretend.caller });
    fireEvent.change(field, { target: { value: '12' } });
    fireEvent.blur(field);
    await screen.findByText(en.pretend.badNumber);
    expect(t.requests).toHaveLength(1);
    fireEvent.change(field, { target: { value: '06 39 98 00 11' } });
    fireEvent.blur(field);
    await waitFor(() => expect(t.requests.at(-1)?.pretence).toEqual({ caller: '+33639980011' }));
  });

  it('is offered for what comes next', async () => {
    const t = setUp();
    const { person, rule } = t.steps;
    // Between a rule and the next question there is somebody to call.
    t.answers.push(succeed({ visited: [rule.id], path: [t.at(rule.id)] }));
    t.show();
    await t.rehearsal.start();
    const chip = await screen.findByRole('button', { name: new RegExp(`^${person.title}`) });
    fireEvent.click(chip);
    await waitFor(() =>
      expect(t.rehearsal.state.getState().pretence.outcomes).toEqual({ [person.id]: 'no-answer' }),
    );
    expect(chip.getAttribute('aria-pressed')).toBe('true');
  });
});

describe('the information', () => {
  it('is a table with the sort of each value; a changed one is known from here on', async () => {
    const t = setUp();
    const { details } = t.steps;
    const [first] = Object.values(t.document().information);
    t.answers.push(
      succeed({ visited: [details.id], path: [t.at(details.id)], information: { [first!.id]: 'Ann' } }),
    );
    t.show();
    await t.rehearsal.start();
    fireEvent.click(await screen.findByRole('button', { name: new RegExp(`^${en.information}`) }));
    const [row] = within(await screen.findByRole('table')).getAllByRole('row');
    expect(row!.textContent).toContain(first!.name);
    expect(row!.textContent).toContain('A name');
    const field = within(row!).getByRole('textbox', { name: first!.name });
    expect(field).toHaveProperty('value', 'Ann');
    fireEvent.change(field, { target: { value: 'Zoe' } });
    fireEvent.click(within(row!).getByRole('button', { name: en.apply(first!.name) }));
    await waitFor(() =>
      expect(t.requests.at(-1)?.pretence).toEqual({ from: details.id, known: { [first!.id]: 'Zoe' } }),
    );
    await screen.findByText(en.breaks.told(first!.name, 'Zoe', details.title!));
  });
});
