/** Calls are recorded and nobody is told (design promise 6). */
import { ANYTIME_RULES } from '../document.ts';
import type { DrawingCheck } from './drawing.ts';

const TOLD = /enregistr|\brecord/i;

export const recordingWithoutConsent: DrawingCheck = ({ document, graph, steps }) => {
  if (!document.settings.recording || graph.entry === null) return [];
  const isTold =
    steps.some((step) => step.isReached && step.facts?.sentences.some(({ text }) => TOLD.test(text))) ||
    ANYTIME_RULES.some(
      (rule) => document.anytime[rule].enabled && TOLD.test(document.anytime[rule].sentence),
    );
  return isTold
    ? []
    : [
        {
          code: 'recording-without-consent',
          severity: 'error',
          at: {},
          params: {},
          fix: { command: 'edit-settings', args: { settings: { recording: false } } },
        },
      ];
};
