/** Gives a step the person's own name; an empty one brings the kind's name back. */
import { Pencil } from 'lucide-react';
import type { NodeId } from '../../flow/document.ts';
import { defineCommand } from './command.ts';

/** As long as a title may be to be read back. */
const LONGEST_TITLE = 120;

export interface RenameStepArgs {
  readonly node: NodeId;
  readonly title: string;
  /** Names one writing on the card: what is typed until it is left is one edit. */
  readonly go?: string;
}

export const renameStep = defineCommand<RenameStepArgs>({
  id: 'rename-step',
  label: 'rename-step',
  icon: Pencil,
  history: 'merge',
  mergeKey: ({ node, go }) => `title:${node}${go ? `:${go}` : ''}`,
  isOneGo: ({ go }) => go !== undefined,
  enabled: ({ document }, { node }) => document.nodes[node] !== undefined,
  run(draft, { node, title }) {
    const step = draft.nodes[node];
    if (!step) return;
    if (title.trim() === '') delete step.title;
    else step.title = title.slice(0, LONGEST_TITLE);
  },
});
