/** What becomes of unsaved work when the server has something newer. Knows no server and no store. Pure. */

import type { FlowDocument } from '../../flow/document.ts';
import type { DrawnKinds } from '../../flow/kind.ts';
import { type Conflict, conflictKey } from '../../flow/merge/conflict.ts';
import { type Choices, type Merged, mergeDocuments } from '../../flow/merge/merge-documents.ts';
import type { Edits } from '../../flow/merge/records.ts';
import { isSameJson } from '../../lib/same-json.ts';

/** Work since `base`; one of `sent` may have reached the server without our hearing of it. */
export interface Work {
  readonly base: FlowDocument;
  readonly sent: readonly FlowDocument[];
  readonly mine: FlowDocument;
}

/** What both began with: what was sent, where the server has all of it. Otherwise our own words would look like somebody else's. */
export function editsOf({ base, sent, mine }: Work, theirs: FlowDocument, kinds: DrawnKinds): Edits {
  const taken = sent.findLast((one) => holdsAll({ base, mine: one, theirs }, kinds));
  return { base: taken ?? base, mine, theirs };
}

function holdsAll(edits: Edits, kinds: DrawnKinds): boolean {
  const { document, conflicts } = mergeDocuments(edits, kinds);
  return conflicts.length === 0 && isSameJson(document, edits.theirs);
}

/** The merged drawing, and what is still to be decided. */
export function reconcile(
  edits: Edits,
  kinds: DrawnKinds,
  choices?: Choices,
): Merged & { readonly open: readonly Conflict[] } {
  const merged = mergeDocuments(edits, kinds, choices);
  return { ...merged, open: merged.conflicts.filter((conflict) => !choices?.has(conflictKey(conflict))) };
}
