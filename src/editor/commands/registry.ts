/** The list of commands: the only place that knows them all. Problem fixes name them by id. */
import { addStep } from './add-step.ts';
import type { Command } from './command.ts';
import { connect } from './connect.ts';
import { cutSelection } from './cut-selection.ts';
import { deleteSelection } from './delete-selection.ts';
import { deleteSteps } from './delete-steps.ts';
import { disconnect } from './disconnect.ts';
import { duplicate } from './duplicate.ts';
import { editAnytime } from './edit-anytime.ts';
import { editField } from './edit-field.ts';
import { editHours } from './edit-hours.ts';
import { editSettings } from './edit-settings.ts';
import { editStep } from './edit-step.ts';
import { forgetInformation } from './forget-information.ts';
import { insertBlock } from './insert-block.ts';
import { insertStep } from './insert-step.ts';
import { moveSteps } from './move-steps.ts';
import { pasteSteps } from './paste-steps.ts';
import { refreshHours } from './refresh-hours.ts';
import { renameStep } from './rename-step.ts';
import { restoreDraft } from './restore-draft.ts';
import { setInformation } from './set-information.ts';
import { setSection } from './set-section.ts';
import { tidyLayout } from './tidy-layout.ts';

export const commands = [
  addStep,
  connect,
  cutSelection,
  deleteSelection,
  deleteSteps,
  disconnect,
  duplicate,
  editAnytime,
  editField,
  editHours,
  editSettings,
  editStep,
  forgetInformation,
  insertBlock,
  insertStep,
  moveSteps,
  pasteSteps,
  refreshHours,
  renameStep,
  restoreDraft,
  setInformation,
  setSection,
  tidyLayout,
] as const;

/** The command of that id. Its arguments are its own: a fix carries those that its check knows to be right. */
export function findCommand(id: string): Command<unknown> | undefined {
  return commands.find((command) => command.id === id) as Command<unknown> | undefined;
}
