/** An information that no step asks for, needs or says. */
import { ANYTIME_RULES, type InformationId, informationIn } from '../document.ts';
import type { DrawingCheck } from './drawing.ts';

export const informationUnused: DrawingCheck = ({ document, steps }) => {
  const unused = new Set(Object.keys(document.information) as InformationId[]);
  for (const { facts } of steps) {
    // A kind that is not known here may use anything.
    if (!facts) return [];
    for (const one of facts.uses) unused.delete(one);
    for (const collected of facts.collects) for (const one of collected) unused.delete(one);
    for (const { information } of facts.chips) unused.delete(information);
    if (unused.size === 0) return [];
  }
  for (const rule of ANYTIME_RULES)
    for (const one of informationIn(document.anytime[rule].sentence)) unused.delete(one);
  return [...unused].sort().map((information) => ({
    code: 'information-unused',
    severity: 'hint',
    at: { information },
    params: { information: document.information[information]!.name },
    fix: { command: 'forget-information', args: { information }, safe: true },
  }));
};
