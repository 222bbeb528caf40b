/** The longest way through the flow takes more time than a call may. An estimate: 2.5 words a second, a pause for each answer. */
import { isListening } from '../kind.ts';
import type { DrawingCheck } from './drawing.ts';

const CHARACTERS_PER_SECOND = 15;
const SECONDS_TO_ANSWER = 6;
/** Longer calls are refused by Vapi's workers (vapi-facts §12.32). */
const LONGEST_CALL = 880;

export const callTooLong: DrawingCheck = ({ document, steps: all, components }) => {
  const reached = new Float64Array(all.length);
  let longest = 0;
  // Circles are walked once: how often callers go round is theirs.
  for (const steps of components) {
    let before = 0;
    let own = 0;
    for (const step of steps) {
      before = Math.max(before, reached[step.index]!);
      own += (step.facts?.characters ?? 0) / CHARACTERS_PER_SECOND;
      if (isListening(step.kind)) own += SECONDS_TO_ANSWER;
    }
    const after = before + own;
    longest = Math.max(longest, after);
    for (const step of steps) for (const next of step.next) if (reached[next]! < after) reached[next] = after;
  }
  const seconds = Math.ceil(longest);
  const { maximumSeconds } = document.settings;
  if (seconds <= maximumSeconds) return [];
  return [
    {
      code: 'call-too-long',
      severity: 'warning',
      at: {},
      params: { minutes: Math.ceil(seconds / 60), most: Math.floor(maximumSeconds / 60) },
      ...(seconds <= LONGEST_CALL
        ? { fix: { command: 'edit-settings', args: { settings: { maximumSeconds: LONGEST_CALL } } } }
        : {}),
    },
  ];
};
