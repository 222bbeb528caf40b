/** Whether the sandbox plays; null before anybody has. */
import { useStore } from 'zustand';
import type { Rehearsal } from '../rehearse-panel/rehearsal.ts';
import type { Tests } from './tests.ts';

export function useIsSandbox(tests: Tests, rehearsal: Rehearsal): boolean | null {
  const last = useStore(tests.state, ({ isSandbox }) => isSandbox);
  const isAnswered = useStore(rehearsal.state, ({ turns }) => turns.length > 0);
  const isRehearsedHere = useStore(rehearsal.state, ({ sandbox }) => sandbox);
  return isAnswered ? isRehearsedHere : last;
}
