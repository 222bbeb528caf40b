/** What of a stored document is believed when it is compiled on the server. */
import { expect, it } from 'vitest';
import { drawFlow } from '../../../src/kinds/testing/play-flow.ts';
import { compileRow } from './flow.ts';

it('the id of a file in a document opens nobody’s file', () => {
  const id = '33333333-3333-4333-8333-333333333333';
  const fact = { id: 'a', question: 'Do you have parking?', answer: 'Yes, behind the house.' };
  const document = drawFlow('en', {
    answer: {
      kind: 'answer',
      data: { greeting: 'Hello.', disclosure: 'I am an automated assistant.', assistantName: '' },
      to: { next: 'faq' },
    },
    faq: {
      kind: 'inform',
      data: { invitation: '', facts: [fact], strictness: 'only-these', files: [{ id, name: 'theirs.pdf' }] },
      to: { satisfied: 'bye', 'could-not-answer': 'bye' },
    },
    bye: { kind: 'hang-up', data: { closing: 'Goodbye.', outcome: '' } },
  });
  const row = { id: 'f', workspace_id: 'w', name: 'Test', revision: 1, document };
  const files = { '44444444-4444-4444-8444-444444444444': '55555555-5555-4555-8555-555555555555' };
  for (const mode of ['preview', 'publish'] as const) {
    const compiled = compileRow(row, { mode, files, dialRefusal: () => null, secrecy: false });
    if (!compiled.ok) throw new Error('the drawing is in order');
    expect(JSON.stringify(compiled.value.payload)).toContain(fact.answer);
    expect(JSON.stringify(compiled.value.payload)).not.toContain(id);
  }
});
