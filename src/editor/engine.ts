/**
 * What is asked about a drawing once it is shown: its problems, a better place for its steps, what two edits of it make
 * together. Fetched after the first picture. Pure; knows no store.
 */
import { diffDocuments } from '../flow/diff/diff-documents.ts';
import { layout } from '../flow/layout/layout.ts';
import { cardShape } from '../kinds/card-size.ts';
import { checkFlow } from '../kinds/registry.ts';
import { isSameJson } from '../lib/same-json.ts';
import type { Later } from '../ui/later.ts';
import { editsOf, reconcile } from './store/reconcile.ts';

export const engine = {
  check: checkFlow,
  layout: (document: Parameters<typeof layout>[0]) => layout(document, cardShape),
  changes: diffDocuments,
  isSame: isSameJson,
  editsOf,
  reconcile,
};

export type EditorEngine = typeof engine;

/** How it is had: fetched when it is first wanted, or in idle time. */
export type LaterEngine = Pick<Later<EditorEngine>, 'now' | 'load'>;
