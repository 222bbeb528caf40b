/** Puts unsaved work of last time back, as one edit that can be undone. */
import type { FlowDocument } from '../../flow/document.ts';
import { stableStringify } from '../../lib/json.ts';
import { defineCommand } from './command.ts';

export interface RestoreDraftArgs {
  readonly document: FlowDocument;
}

export const restoreDraft = defineCommand<RestoreDraftArgs>({
  id: 'restore-draft',
  label: 'restore-draft',
  history: 'now',
  enabled: (state, { document }) => stableStringify(state.document) !== stableStringify(document),
  run(draft, { document }) {
    Object.assign(draft, structuredClone(document));
  },
});
