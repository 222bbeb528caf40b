/** What the caller might say at a step, one suggestion for each way out. Pure; asks the step's exits, names no kind. */
import type { FlowDocument, InformationId, InformationType, NodeId } from '../../flow/document.ts';
import type { DrawnKinds } from '../../flow/kind.ts';
import type { RehearsalState } from './rehearsal.ts';

export interface SuggestionWords {
  readonly refuse: string;
  readonly somethingElse: string;
  readonly answers: Readonly<Record<InformationType, string>>;
}

export type Moment = Pick<RehearsalState, 'current' | 'turns' | 'information'>;

const MOST = 5;

export function suggestionsAt(
  document: FlowDocument,
  kinds: DrawnKinds,
  moment: Moment,
  words: SuggestionWords,
): string[] {
  const node = moment.current === null ? undefined : document.nodes[moment.current as NodeId];
  const kind = node && kinds.get(node.kind);
  if (!node || !kind) return [];
  const wanted = kind.uses(node.data);
  const said = kind.exits(node.data).flatMap((exit): string[] => {
    if (exit.role === 'case') return exit.label?.trim() ? [exit.label] : [];
    if (exit.role === 'next') return answersFor(document, wanted, moment, words);
    // A way out for what failed: refusing to answer where something is asked, another wish where one is chosen.
    return [wanted.length > 0 ? words.refuse : words.somethingElse];
  });
  return [...new Set(said)].slice(0, MOST);
}

function answersFor(
  document: FlowDocument,
  wanted: readonly InformationId[],
  moment: Moment,
  words: SuggestionWords,
): string[] {
  if (wanted.length === 0) return [];
  const asked = askedNow(document, wanted, moment);
  const information = asked === undefined ? undefined : document.information[asked];
  // Everything was answered: it is being read back.
  if (!information) return [words.answers['yes-no']];
  if (information.type === 'choice') return (information.choices ?? []).slice(0, 3);
  return [words.answers[information.type]];
}

/** The information that the last question names; failing that, the one whose turn it is; none when all were asked. */
function askedNow(
  document: FlowDocument,
  wanted: readonly InformationId[],
  { current, turns, information }: Moment,
): InformationId | undefined {
  const question = plain(turns.findLast(({ who }) => who === 'assistant')?.text ?? '');
  const named = wanted.filter((id) => {
    const name = plain(document.information[id]?.name ?? '');
    return name !== '' && question.includes(name);
  });
  if (named.length === 1) return named[0];
  const begun = turns.findIndex(({ node }) => node === current);
  const answered = begun < 0 ? 0 : turns.slice(begun).filter(({ who }) => who === 'caller').length;
  const missing = wanted.filter((id) => !information[id]);
  return named.length > 1 ? undefined : missing[answered];
}

/** Without case and accents. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
