/** Takes an information away that no step speaks of. */
import type { InformationId } from '../../flow/document.ts';
import { isUsed } from '../../flow/information-use.ts';
import { defineCommand } from './command.ts';

export const forgetInformation = defineCommand<{ readonly information: InformationId }>({
  id: 'forget-information',
  label: 'forget-information',
  history: 'now',
  enabled: ({ document, kinds }, { information }) =>
    document.information[information] !== undefined && !isUsed(document, kinds, information),
  run(draft, { information }) {
    delete draft.information[information];
    if (draft.settings.consent === information) draft.settings.consent = null;
  },
});
