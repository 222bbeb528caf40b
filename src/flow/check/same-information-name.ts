/** Two pieces of information with one name: nobody can tell them apart in a list, the assistant neither. */
import type { InformationId } from '../document.ts';
import type { Problem } from '../problem.ts';
import type { DrawingCheck } from './drawing.ts';

export const sameInformationName: DrawingCheck = ({ document }) => {
  const names = new Set<string>();
  const found: Problem[] = [];
  for (const id of (Object.keys(document.information) as InformationId[]).sort()) {
    const information = document.information[id]!;
    const name = information.name.trim().toLowerCase();
    if (name !== '' && names.has(name))
      found.push({
        code: 'same-information-name',
        severity: 'warning',
        at: { information: id },
        params: { information: information.name },
        fix: {
          command: 'set-information',
          args: { information: { ...information, name: freeName(information.name.trim(), names) } },
          safe: true,
        },
      });
    names.add(name);
  }
  return found;
};

/** The name with the first number that makes it another, whatever its case. Pure. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${name} ${number}`) || taken.has(`${name} ${number}`.toLowerCase())) number += 1;
  return `${name} ${number}`;
}
