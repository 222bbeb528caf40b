/** A sentence cut into text and information, and put together again. Pure; knows no React. */
import type { FlowDocument, InformationId } from '../flow/document.ts';

export type SentencePart =
  | { readonly type: 'text'; readonly text: string }
  /** `name` is undefined when the document has no such information. */
  | { readonly type: 'information'; readonly id: InformationId; readonly name: string | undefined };

/** The same marks that `informationIn` finds. */
const MARK = /\{\{([a-zA-Z][a-zA-Z0-9_]{0,39})\}\}/;

export function cutSentence(sentence: string, information: FlowDocument['information']): SentencePart[] {
  // Splitting by a pattern with a group gives text and ids by turns.
  return sentence.split(MARK).flatMap((piece, index): SentencePart[] => {
    if (index % 2 === 1) {
      const id = piece as InformationId;
      return [
        { type: 'information', id, name: Object.hasOwn(information, id) ? information[id]?.name : undefined },
      ];
    }
    return piece === '' ? [] : [{ type: 'text', text: piece }];
  });
}

/** The mark of an information inside a stored sentence. */
export function markOf(id: string): string {
  return `{{${id}}}`;
}
