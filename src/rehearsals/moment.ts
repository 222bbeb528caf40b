/** What a test pretends, as tests keep it (local date and time of the flow) and as a rehearsal is told it. Pure. */
import type { Pretence } from '../flow/compile/pretend.ts';
import type { FlowDocument, NodeId } from '../flow/document.ts';
import { instantsOf, localMoment } from '../flow/local-time.ts';
import type { TestCase } from './test-case.ts';

type Kept = TestCase['pretence'];

/** Seconds are not kept. */
export function keptPretence(pretence: Pretence, { settings }: FlowDocument): Kept {
  const { now, caller, outcomes, from, known } = pretence;
  return {
    at: now === undefined ? null : localText(settings.timeZone, now),
    caller: caller ?? null,
    outcomes: { ...outcomes },
    ...(from === undefined ? {} : { from }),
    ...(known === undefined || Object.keys(known).length === 0 ? {} : { known: { ...known } }),
  };
}

/** In a night in which clocks are set back: the first time that they show it. */
export function pretenceFrom({ at, caller, outcomes, from, known }: Kept, document: FlowDocument): Pretence {
  return {
    ...(at === null ? {} : { now: instantOf(document.settings.timeZone, at) }),
    ...(caller === null ? {} : { caller }),
    ...(Object.keys(outcomes).length === 0 ? {} : { outcomes: outcomes as Record<NodeId, string> }),
    ...(from === undefined ? {} : { from }),
    ...(known === undefined ? {} : { known: known as NonNullable<Pretence['known']> }),
  };
}

export function localText(timeZone: string, instant: number): string {
  const { date, minute } = localMoment(timeZone, instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function instantOf(timeZone: string, at: string): number {
  const [date = '', time = ''] = at.split('T');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return instantsOf(timeZone, { date, minute: hours * 60 + minutes })[0];
}
