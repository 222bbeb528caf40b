/** Copied steps as people read them, for whatever else they are pasted into: names and sentences. Pure. */
import type { FlowDocument, FlowNode } from '../../flow/document.ts';
import type { DrawnKinds } from '../../flow/kind.ts';
import { cutSentence } from '../../kinds/sentence-parts.ts';

export interface ReadableStep {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** From left to right, as a drawing is read. */
export function readableSteps(
  { nodes, information }: FlowDocument,
  kinds: DrawnKinds,
  nameOf: (node: FlowNode) => string,
): ReadableStep[] {
  const spoken = (sentence: string) =>
    cutSentence(sentence, information)
      .map((part) => (part.type === 'text' ? part.text : (part.name ?? part.id)))
      .join('')
      .trim();
  return Object.values<FlowNode>(nodes)
    .sort((a, b) => a.position.x - b.position.x || a.position.y - b.position.y)
    .map((node) => ({
      title: nameOf(node),
      sentences: (kinds.get(node.kind)?.sentences(node.data) ?? [])
        .map(({ text }) => spoken(text))
        .filter((text) => text !== ''),
    }));
}

export function plainText(steps: readonly ReadableStep[]): string {
  return steps.map(({ title, sentences }) => [title, ...sentences].join('\n')).join('\n\n');
}

export function htmlText(steps: readonly ReadableStep[]): string {
  return steps
    .map(({ title, sentences }) =>
      [
        `<p><strong>${escaped(title)}</strong></p>`,
        ...sentences.map((text) => `<p>${escaped(text)}</p>`),
      ].join(''),
    )
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
