/**
 * Writes fields of a step, and the information and opening hours that its form edits with them, as one edit.
 * Links of exits that vanish with the edit go too.
 */

import type {
  FlowDocument,
  FlowNode,
  Information,
  InformationId,
  NodeId,
  OpeningHours,
} from '../../flow/document.ts';
import { isUsed } from '../../flow/information-use.ts';
import type { DrawnKinds } from '../../flow/kind.ts';
import type { Json } from '../../lib/json.ts';
import { current, type Draft, original } from '../store/draft.ts';
import { defineCommand } from './command.ts';
import { dropLooseLinks } from './drawing.ts';
import { writeField } from './field-path.ts';

export interface FieldChange {
  /** Dotted path inside the step's data. */
  readonly path: string;
  /** Undefined removes the key. */
  readonly value: Json | undefined;
}

export interface EditStepArgs {
  readonly node: NodeId;
  readonly changes: readonly FieldChange[];
  /** Set beside the step's fields: created or exchanged. */
  readonly information?: readonly Information[];
  /** Forgotten unless some step still speaks of it. */
  readonly forget?: readonly InformationId[];
  readonly hours?: readonly OpeningHours[];
  /** The field being typed in: its edits merge. Absent for a click (add, remove, switch). */
  readonly typing?: string;
  /** Names one writing on the card: what is typed until it is left is one edit. */
  readonly go?: string;
}

export const editStep = defineCommand<EditStepArgs>({
  id: 'edit-step',
  label: 'edit-step',
  history: 'merge',
  mergeKey: ({ node, typing, go }) =>
    go === undefined && typing === undefined
      ? undefined
      : `field:${node}:${typing ?? ''}${go ? `:${go}` : ''}`,
  isOneGo: ({ go }) => go !== undefined,
  enabled: ({ document }, { node }) => document.nodes[node] !== undefined,
  run(draft, { node, changes, information = [], forget = [], hours = [] }, context) {
    const step = draft.nodes[node];
    if (!step || !isAccepted(step, changes, context.kinds)) return;
    for (const item of information) putInformation(draft, item);
    for (const opening of hours) draft.hours[opening.id] = structuredClone(opening) as Draft<OpeningHours>;
    for (const { path, value } of changes) writeField(step.data, path, value);
    forgetUnused(draft, node, forget, context.kinds);
    if (changes.length > 0) dropLooseLinks(draft, context.kinds, node);
  },
});

/** Looked up behind the draft but for this step: thousands of steps would be wrapped otherwise. */
function forgetUnused(
  draft: Draft<FlowDocument>,
  node: NodeId,
  forget: readonly InformationId[],
  kinds: DrawnKinds,
): void {
  const step = draft.nodes[node];
  if (forget.length === 0 || !step) return;
  const before = original(draft) ?? draft;
  const document = { ...before, nodes: { ...before.nodes, [node]: current(step) } };
  for (const id of forget) if (!isUsed(document, kinds, id)) delete draft.information[id];
}

/**
 * False when readable data would become unreadable (a text beyond its limit): such a document could not be opened
 * again. Data that is unreadable already may be mended step by step.
 */
function isAccepted(step: Draft<FlowNode>, changes: readonly FieldChange[], kinds: DrawnKinds): boolean {
  const schema = kinds.get(step.kind)?.schema;
  if (!schema || changes.length === 0) return true;
  const before = current(step).data;
  const after = structuredClone(before);
  for (const { path, value } of changes) writeField(after, path, value);
  return schema.safeParse(after).success || !schema.safeParse(before).success;
}

const LONGEST_NAME = 80;
const MOST_CHOICES = 20;

/** Creates or exchanges one record; an equal one makes no patch. What is too long to be read back is cut. */
export function putInformation(draft: Draft<FlowDocument>, wanted: Information): void {
  const { choices, ...rest } = wanted;
  const item: Information = {
    ...rest,
    name: wanted.name.slice(0, LONGEST_NAME),
    ...(choices
      ? { choices: choices.slice(0, MOST_CHOICES).map((choice) => choice.slice(0, LONGEST_NAME)) }
      : {}),
  };
  const known = draft.information[item.id];
  if (known && JSON.stringify(known) === JSON.stringify(item)) return;
  draft.information[item.id] = structuredClone(item) as Draft<Information>;
}
