/** What the caller might say at a step, one suggestion for each way out. Pure; asks the step's exits, names no kind. */
import type { FlowDocument, InformationId, InformationType, NodeId } from '../../flow/document.ts';
import type { Registry } from '../../flow/kind.ts';

export interface SuggestionWords {
  readonly refuse: string;
  readonly somethingElse: string;
  readonly answers: Readonly<Record<InformationType, string>>;
}

const MOST = 5;

export function suggestionsAt(
  document: FlowDocument,
  kinds: Registry,
  current: string | null,
  collected: Readonly<Record<string, string>>,
  words: SuggestionWords,
): string[] {
  const node = current === null ? undefined : document.nodes[current as NodeId];
  const kind = node && kinds.get(node.kind);
  if (!node || !kind) return [];
  const wanted = kind.uses(node.data);
  const missing = wanted.find((id) => !collected[id]);
  const said = kind.exits(node.data).flatMap((exit): string[] => {
    if (exit.role === 'case') return exit.label?.trim() ? [exit.label] : [];
    if (exit.role === 'next') return answersFor(document, missing, words);
    // A way out for what failed: refusing to answer where something is asked, another wish where one is chosen.
    return [wanted.length > 0 ? words.refuse : words.somethingElse];
  });
  return [...new Set(said)].slice(0, MOST);
}

function answersFor(document: FlowDocument, id: InformationId | undefined, words: SuggestionWords): string[] {
  const information = id === undefined ? undefined : document.information[id];
  if (!information) return [];
  if (information.type === 'choice') return (information.choices ?? []).slice(0, 3);
  return [words.answers[information.type]];
}
