/** Yes/no information is compared in words of the screen, never in the values that are kept. */
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { NodeId } from '../../flow/document.ts';
import { createStepWords } from '../../flow-words/step-words.ts';
import { setLanguage } from '../../i18n/language.ts';
import type { KindForm } from '../kind-view.ts';
import { drawFlow } from '../testing/play-flow.ts';
import { wordsOf } from '../whole-words.ts';
import { Form } from './form.tsx';
import { decide } from './kind.ts';
import { answerOf, type Operator } from './rule.ts';
import { view } from './view.tsx';

afterEach(cleanup);

const document = drawFlow('fr', {}, { urgent: { name: 'Urgent', type: 'yes-no' } });
const rule = (operator: Operator, value: string) =>
  ({ type: 'compare', information: 'urgent', operator, value }) as const;
const data = (operator: Operator, value: string) => ({
  cases: [{ id: 'yes', name: '', match: 'all' as const, rules: [rule(operator, value)] }],
});

it.each([
  ['is', 'yes', 'Urgent est oui', 'Urgent is yes'],
  ['is', 'no', 'Urgent est non', 'Urgent is no'],
  ['is-not', 'yes', 'Urgent n’est pas oui', 'Urgent is not yes'],
  ['is-not', 'no', 'Urgent n’est pas non', 'Urgent is not no'],
] as const)('%s %s reads as such in both languages', (operator, value, fr, en) => {
  const [condition] = decide.conditions!(data(operator, value), document);
  for (const [language, words] of [
    ['fr', fr],
    ['en', en],
  ] as const) {
    const read = createStepWords((kind) => wordsOf(kind, { language, keys: false }));
    expect(read.test('decide', condition!.tests[0]!)).toBe(words);
  }
});

it('leaves other values and other information as they are', () => {
  expect(answerOf(rule('is', 'maybe'), 'yes-no')).toBeNull();
  expect(answerOf(rule('is', 'yes'), 'text')).toBeNull();
  expect(answerOf(rule('given', 'yes'), 'yes-no')).toBeNull();
});

describe('on screen', () => {
  it.each([
    ['fr', 'oui', 'Urgent est oui'],
    ['en', 'yes', 'Urgent is yes'],
  ] as const)('in %s', (language, answer, card) => {
    setLanguage(language);
    const form = {
      node: 'n' as NodeId,
      document,
      isReadOnly: false,
      error: () => undefined,
    } as unknown as KindForm;
    render(
      <>
        <p data-testid="card">
          <view.Body data={data('is', 'yes')} document={document} />
        </p>
        <Form data={data('is', 'yes')} form={form} />
      </>,
    );
    expect(screen.getByTestId('card').textContent).toBe(card);
    expect(screen.getAllByRole('button').some((button) => button.textContent?.trim() === answer)).toBe(true);
  });
});
