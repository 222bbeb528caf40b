/** Writes one field of a step: the plain form of `edit-step`, which problem fixes name. */
import type { NodeId } from '../../flow/document.ts';
import type { Json } from '../../lib/json.ts';
import { defineCommand } from './command.ts';
import { editStep } from './edit-step.ts';

export interface EditFieldArgs {
  readonly node: NodeId;
  readonly path: string;
  readonly value: Json;
  /** Typed letter by letter: edits of the same field merge. */
  readonly typing?: boolean;
}

export const editField = defineCommand<EditFieldArgs>({
  id: 'edit-field',
  label: 'edit-step',
  history: 'merge',
  mergeKey: ({ node, path, typing }) => (typing ? `field:${node}:${path}` : undefined),
  enabled: ({ document }, { node }) => document.nodes[node] !== undefined,
  run: (draft, { node, path, value }, context) =>
    editStep.run(draft, { node, changes: [{ path, value }] }, context),
});
