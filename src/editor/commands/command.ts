/**
 * What a command is: one user action that changes the document. Toolbar, menus, shortcuts, problem fixes and
 * tests all run the same object. Knows no particular command and no React.
 */

import type { LucideIcon } from 'lucide-react';
import type { EdgeId, FlowDocument, NodeId, Point } from '../../flow/document.ts';
import type { DrawnKinds } from '../../flow/kind.ts';
import type { Draft } from '../store/draft.ts';
import type { ActionLabel, UndoWord } from '../store/history.ts';
import type { Selection } from '../store/selection.ts';

export interface CommandContext {
  readonly kinds: DrawnKinds;
  readonly selection: Selection;
  newNodeId(): NodeId;
  newEdgeId(): EdgeId;
  /** Positions for every step, computed from sizes and links. */
  layout(document: FlowDocument): Readonly<Record<NodeId, Point>>;
}

/** What `enabled` may look at. */
export interface CommandState {
  readonly document: FlowDocument;
  readonly selection: Selection;
  readonly kinds: DrawnKinds;
}

export interface CommandOutcome {
  /** The selection afterwards; unchanged when absent. */
  readonly select?: Selection;
  /** Words for undo when the command's own label does not say enough. */
  readonly label?: ActionLabel;
  /** This time it was a small thing: nobody needs to be told. */
  readonly isSmall?: true;
}

export interface Command<Args> {
  readonly id: string;
  /** A key of `commands/messages.*.ts`. */
  readonly label: string;
  /** Shortcuts, `mod` standing for Ctrl or Cmd: `mod+d`. */
  readonly keys?: readonly string[];
  readonly icon?: LucideIcon;
  readonly history: UndoWord;
  /** So large that a notice says what was done, with a way back. */
  readonly announced?: true;
  /** For `merge`: edits with the same key within a second are undone together; undefined keeps this one apart. */
  mergeKey?(args: Args): string | undefined;
  /** For `merge`: edits with the same key are undone together however far apart they are. */
  isOneGo?(args: Args): boolean;
  enabled(state: CommandState, args: Args): boolean;
  run(draft: Draft<FlowDocument>, args: Args, context: CommandContext): CommandOutcome | undefined;
}

export function defineCommand<Args>(command: Command<Args>): Command<Args> {
  return command;
}
