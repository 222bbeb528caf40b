/** Sentences cut and put together again. */
import { describe, expect, it } from 'vitest';
import type { FlowDocument } from '../flow/document.ts';
import { cutSentence, markOf } from './sentence-parts.ts';

const information = {
  guest: { id: 'guest', name: 'Guest', type: 'name' },
} as unknown as FlowDocument['information'];
const join = (sentence: string) =>
  cutSentence(sentence, information)
    .map((part) => (part.type === 'text' ? part.text : markOf(part.id)))
    .join('');

describe('sentences', () => {
  it('show names, and say which information is gone', () => {
    expect(cutSentence('Hello {{guest}}, {{ghost}}', information)).toEqual([
      { type: 'text', text: 'Hello ' },
      { type: 'information', id: 'guest', name: 'Guest' },
      { type: 'text', text: ', ' },
      { type: 'information', id: 'ghost', name: undefined },
    ]);
  });

  it.each(['', 'plain', '{{guest}}', '{{guest}}{{guest}}', 'a {{ b }} {{1x}} {{guest}} }}{{'])(
    '%j comes back unchanged',
    (sentence) => {
      expect(join(sentence)).toBe(sentence);
    },
  );
});
