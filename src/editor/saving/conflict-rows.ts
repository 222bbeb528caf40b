/** Conflicts as rows to choose from: where it is, and what each side made of it, in words. Knows no component. */
import { diffDocuments } from '../../flow/diff/diff-documents.ts';
import type { FlowDocument, NodeId } from '../../flow/document.ts';
import type { DrawnKinds } from '../../flow/kind.ts';
import { type Conflict, conflictKey, type Side } from '../../flow/merge/conflict.ts';
import { withSide } from '../../flow/merge/one-side.ts';
import type { Edits } from '../../flow/merge/records.ts';
import { changeSentences } from '../../flow-words/sentences.ts';
import type { LanguageState } from '../../i18n/language.ts';
import { kindNamesIn } from '../../kinds/kind-words.ts';
import { wordsOf } from '../../kinds/whole-words.ts';

export interface ConflictRow {
  /** Of the conflicts that are decided together. */
  readonly keys: readonly string[];
  readonly place: Place;
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  readonly suggested: Side;
}

/** The step's name, or the part of the flow that it is about. */
export type Place =
  | { readonly of: 'step'; readonly name: string }
  | { readonly of: 'positions'; readonly count: number }
  | { readonly of: 'part'; readonly part: string; readonly name?: string };

export function conflictRows(
  conflicts: readonly Conflict[],
  edits: Edits,
  kinds: DrawnKinds,
  language: LanguageState,
): ConflictRow[] {
  const isPosition = ({ path }: Conflict) => path[0] === 'nodes' && path[2] === 'position';
  const positions = conflicts.filter(isPosition);
  const rows = conflicts
    .filter((conflict) => !isPosition(conflict))
    .map(
      (conflict): ConflictRow => ({
        keys: [conflictKey(conflict)],
        place: placeOf(conflict, edits, language),
        mine: sentences(conflict, 'mine', edits, kinds, language),
        theirs: sentences(conflict, 'theirs', edits, kinds, language),
        suggested: conflict.suggested,
      }),
    );
  if (positions.length === 0) return rows;
  // Nobody wants to decide place by place.
  const place: Place = { of: 'positions', count: positions.length };
  return [...rows, { keys: positions.map(conflictKey), place, mine: [], theirs: [], suggested: 'mine' }];
}

function placeOf({ path }: Conflict, edits: Edits, language: LanguageState): Place {
  const [part = '', id = ''] = path;
  if (part === 'nodes' || part === 'edges') return { of: 'step', name: stepName(edits, id, language) };
  const record = part === 'information' || part === 'hours' ? part : undefined;
  const found = record && documents(edits).map((one) => one[record] as { [id: string]: { name: string } });
  const name = found?.map((all) => all[id]?.name).find((one) => one !== undefined);
  return { of: 'part', part, ...(name === undefined ? {} : { name }) };
}

function stepName(edits: Edits, id: string, language: LanguageState): string {
  const node = documents(edits)
    .map(({ nodes }) => nodes[id as NodeId])
    .find((one) => one !== undefined);
  return node ? kindNamesIn(language).step(node) : id;
}

const documents = ({ mine, theirs, base }: Edits): FlowDocument[] => [mine, theirs, base];

function sentences(
  conflict: Conflict,
  side: Side,
  edits: Edits,
  kinds: DrawnKinds,
  language: LanguageState,
): string[] {
  const after = withSide(edits.base, conflict, side);
  return changeSentences(diffDocuments(edits.base, after, kinds), {
    before: edits.base,
    // Names are looked up in what that side has: the steps that it leads to may be new.
    after: edits[side],
    registry: kinds,
    ...language,
    wordsOf: (kind) => wordsOf(kind, language),
  });
}
