/** An information to be chosen from a list that offers no choice. */
import type { InformationId } from '../document.ts';
import type { DrawingCheck } from './drawing.ts';

export const choicesMissing: DrawingCheck = ({ document }) =>
  (Object.keys(document.information) as InformationId[])
    .filter((id) => {
      const { type, choices = [] } = document.information[id]!;
      return type === 'choice' && choices.filter((choice) => choice.trim() !== '').length < 2;
    })
    .map((id) => {
      const information = document.information[id]!;
      const { choices: _, ...rest } = information;
      return {
        code: 'choices-missing',
        severity: 'warning',
        at: { information: id },
        params: { information: information.name },
        fix: { command: 'set-information', args: { information: { ...rest, type: 'text' } } },
      };
    });
