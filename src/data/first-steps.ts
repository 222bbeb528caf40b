/** What is still to be done with a flow that was just made: kept on this device until it is put away. Knows no words. */
import { deviceStorage, firstStepsKey } from './device-storage.ts';

/** `heard`: somebody has talked to the assistant, or listened to it. */
export const FIRST_STEPS = ['heard', 'hours', 'calendar', 'number'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** For a flow that begins. */
export function beginFirstSteps(flowId: string): void {
  deviceStorage.setItem(firstStepsKey(flowId), '');
}

/** Those that are done; null for a flow that did not begin here, or whose list was put away. */
export function firstStepsDone(flowId: string): ReadonlySet<FirstStep> | null {
  const kept = deviceStorage.getItem(firstStepsKey(flowId));
  return kept === null ? null : new Set(FIRST_STEPS.filter((step) => kept.split(' ').includes(step)));
}

export function keepFirstSteps(flowId: string, done: ReadonlySet<FirstStep>): void {
  deviceStorage.setItem(firstStepsKey(flowId), [...done].join(' '));
}

export function endFirstSteps(flowId: string): void {
  deviceStorage.removeItem(firstStepsKey(flowId));
}
