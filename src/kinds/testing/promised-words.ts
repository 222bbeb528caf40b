/**
 * What the drawing promises to be heard word for word: the greeting with its disclosure, what is said exactly, what is
 * announced before the call is passed on, and the closing. For tests that play a payload with a model that rewrites.
 */
import type { FlowDocument, InformationId, NodeId } from '../../flow/document.ts';
import { fillSentence } from '../../flow/text.ts';
import { registry } from '../registry.ts';

export interface Moment {
  readonly now: number;
  readonly information: Readonly<Record<InformationId, string>>;
}

/** The sentences of the steps, in their order, chips filled in; steps that promise nothing have none. */
export function promisedWords(document: FlowDocument, steps: readonly NodeId[], moment: Moment): string[] {
  return steps.flatMap((id) => {
    const node = document.nodes[id]!;
    const kind = registry.get(node.kind)!;
    const isExact =
      kind.family === 'begin' ||
      kind.family === 'leave' ||
      (kind.family === 'speak' && (node.data as { exactly?: boolean }).exactly === true);
    if (!isExact) return [];
    const fill = (sentence: string) => fillSentence(sentence, document, moment.information);
    const { said } = kind.simulate(node, { type: 'enter' }, { document, ...moment, fill });
    return said.filter((sentence) => sentence !== '');
  });
}

/** The first promised sentence that was not heard after those before it, with what was heard; null when all were. */
export function firstBroken(promised: readonly string[], heard: readonly string[]): string | null {
  const all = heard.join(' ');
  let from = 0;
  for (const sentence of promised) {
    const at = all.indexOf(sentence, from);
    if (at < 0) return `${sentence}\n≠ ${all.slice(from)}`;
    from = at + sentence.length;
  }
  return null;
}
