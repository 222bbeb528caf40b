/** The list of commands: the only place that knows them all. Problem fixes name them by id. */
import { addStep } from './add-step.ts';
import { alignSteps } from './align-steps.ts';
import type { Command } from './command.ts';
import { connect } from './connect.ts';
import { cutSelection } from './cut-selection.ts';
import { deleteSelection } from './delete-selection.ts';
import { deleteSteps } from './delete-steps.ts';
import { disconnect } from './disconnect.ts';
import { distributeSteps } from './distribute-steps.ts';
import { duplicate } from './duplicate.ts';
import { editAnytime } from './edit-anytime.ts';
import { editField } from './edit-field.ts';
import { editHours } from './edit-hours.ts';
import { editSettings } from './edit-settings.ts';
import { editStep } from './edit-step.ts';
import { fixProblems } from './fix-problems.ts';
import { forgetInformation } from './forget-information.ts';
import { insertBlock } from './insert-block.ts';
import { insertStep } from './insert-step.ts';
import { makeSection } from './make-section.ts';
import { moveSteps } from './move-steps.ts';
import { pasteSteps } from './paste-steps.ts';
import { putOnLink } from './put-on-link.ts';
import { refreshHours } from './refresh-hours.ts';
import { renameStep } from './rename-step.ts';
import { restoreDraft } from './restore-draft.ts';
import { setInformation } from './set-information.ts';
import { setSection } from './set-section.ts';
import { takeIn } from './take-in.ts';
import { tidyLayout } from './tidy-layout.ts';
import { tidySelection } from './tidy-selection.ts';

export const commands = [
  addStep,
  alignSteps,
  connect,
  cutSelection,
  deleteSelection,
  deleteSteps,
  disconnect,
  distributeSteps,
  duplicate,
  editAnytime,
  editField,
  editHours,
  editSettings,
  editStep,
  fixProblems,
  forgetInformation,
  insertBlock,
  insertStep,
  makeSection,
  moveSteps,
  pasteSteps,
  putOnLink,
  refreshHours,
  renameStep,
  restoreDraft,
  setInformation,
  setSection,
  takeIn,
  tidyLayout,
  tidySelection,
] as const;

/** The command of that id. Its arguments are its own: a fix carries those that its check knows to be right. */
export function findCommand(id: string): Command<unknown> | undefined {
  return commands.find((command) => command.id === id) as Command<unknown> | undefined;
}
