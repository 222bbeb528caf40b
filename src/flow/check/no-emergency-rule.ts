/** A medical place whose callers get no word about emergencies. */
import { isMedical } from '../scan.ts';
import type { DrawingCheck } from './drawing.ts';

const EMERGENCY_NUMBER = /\b(?:15|112|911|999|SAMU)\b/;

export const noEmergencyRule: DrawingCheck = ({ document, graph, steps, texts }) => {
  if (document.anytime.emergency.enabled || graph.entry === null) return [];
  if (!isMedical(document.name) && !texts.remarkable.some(({ scan }) => scan.isMedical)) return [];
  const isSaid = steps.some(({ facts }) => facts?.sentences.some(({ text }) => EMERGENCY_NUMBER.test(text)));
  return isSaid
    ? []
    : [
        {
          code: 'no-emergency-rule',
          severity: 'warning',
          at: {},
          params: {},
          fix: { command: 'edit-anytime', args: { rule: 'emergency', setting: { enabled: true } } },
        },
      ];
};
