/** Takes over what somebody else made of the drawing, and leaves everything else untouched. Nobody's to undo here. */

import type { FlowDocument } from '../../flow/document.ts';
import { isJsonObject, type Json } from '../../lib/json.ts';
import { isSameJson } from '../../lib/same-json.ts';
import { defineCommand } from './command.ts';

export interface TakeInArgs {
  readonly document: FlowDocument;
}

export const takeIn = defineCommand<TakeInArgs>({
  id: 'take-in',
  label: 'take-in',
  history: 'others',
  enabled: (state, { document }) => !isSameJson(state.document, document),
  run(draft, { document }) {
    become(draft as unknown as Container, document as unknown as Container);
  },
});

type Container = { [key: string]: Json | undefined };

/** Writes only where the values differ, so that the patches say what others touched. */
function become(draft: Container, wanted: Container): void {
  for (const key of Object.keys(draft)) if (!Object.hasOwn(wanted, key)) delete draft[key];
  for (const [key, value] of Object.entries(wanted)) {
    const known = Object.hasOwn(draft, key) ? draft[key] : undefined;
    if (isSameJson(known, value)) continue;
    if (isJsonObject(known) && isJsonObject(value)) become(known as Container, value as Container);
    else draft[key] = structuredClone(value);
  }
}
