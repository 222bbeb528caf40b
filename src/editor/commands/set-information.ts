/** Creates or changes one information: its name, type or choices. */
import type { Information } from '../../flow/document.ts';
import { defineCommand } from './command.ts';
import { putInformation } from './edit-step.ts';

export interface SetInformationArgs {
  readonly information: Information;
  /** Being typed: edits of the same one merge. */
  readonly typing?: boolean;
}

export const setInformation = defineCommand<SetInformationArgs>({
  id: 'set-information',
  label: 'set-information',
  history: 'merge',
  mergeKey: ({ information, typing }) => (typing ? `information:${information.id}` : undefined),
  enabled: () => true,
  run(draft, { information }) {
    putInformation(draft, information);
  },
});
