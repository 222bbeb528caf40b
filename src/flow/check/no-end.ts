/** Steps from which no way leads to an end: callers go round until the call is cut. */
import type { DrawingCheck, Step } from './drawing.ts';

export const noEnd: DrawingCheck = ({ steps: all, components }) => {
  const leadsOut = new Uint8Array(all.length);
  const lost: (readonly Step[])[] = [];
  for (let index = components.length - 1; index >= 0; index -= 1) {
    const steps = components[index]!;
    if (steps.some((step) => stops(step) || step.next.some((next) => leadsOut[next] === 1)))
      for (const step of steps) leadsOut[step.index] = 1;
    else if (steps.length > 1 || steps[0]!.next.includes(steps[0]!.index)) lost.push(steps);
  }
  return lost.map((steps) => ({
    code: 'no-end',
    severity: 'error',
    at: { node: steps.map((step) => step.id).sort()[0]! },
    params: { count: steps.length },
  }));
};

/** An end, a step that passes the call on, and a way out that is not wired yet all stop the round. */
function stops({ kind, facts, out }: Step): boolean {
  return kind?.family === 'leave' || out.length === 0 || out.length < (facts?.exits.length ?? 0);
}
