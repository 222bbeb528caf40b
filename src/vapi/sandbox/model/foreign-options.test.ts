/** What a caller means of what a payload that we did not write offers. */
import { describe, expect, it } from 'vitest';
import { chosenOf, optionsOf } from './foreign-options.ts';

describe('what is meant', () => {
  const options = optionsOf(
    [
      ['book_appointment', 'Use when the caller wants to book an appointment'],
      ['cancel_appointment', 'Use when the caller wants to cancel an appointment'],
      ['handoff_to_billing', 'Questions about a payment'],
    ].map(([name, description]) => ({
      name: name!,
      description: description!,
      type: 'function',
      parameters: { type: 'object' as const, properties: {} },
    })),
  );
  it.each([
    ['I would like to reserve an appointment', 'book appointment'],
    ['please cancel it', 'cancel appointment'],
    ['annuler mon rendez-vous', 'cancel appointment'],
    ['je voudrais réserver', 'book appointment'],
    ['I have a question about an invoice', 'billing'],
    ['I do not want to cancel, I want to book', 'book appointment'],
    ['an appointment', 'book appointment or cancel appointment'],
    ['the customer wants to call', null],
    ['', null],
  ])('%s → %s', (said, meant) => {
    const chosen = chosenOf(said, options);
    const found = chosen && ('option' in chosen ? [chosen.option] : chosen.between);
    expect(found?.map(({ label }) => label).join(' or ') ?? null).toBe(meant);
  });
});
