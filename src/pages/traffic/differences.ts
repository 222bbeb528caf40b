/** How the traffic of one version differs from that of another on the same drawing. Pure. */
import type { FlowTraffic, StepTraffic } from '../../flow/traffic.ts';

export interface Difference {
  readonly node: string;
  readonly what: 'share' | 'hungUp' | 'time';
  /** Points of a hundred, or seconds: now less before. */
  readonly change: number;
}

/** Fewer calls than this may differ by chance. */
export const FEW = 20;
const MOST = 5;

/** Of the calls at a step, those that were hung up there: 0 to 1. */
export function hungUpShare({ ends, calls }: StepTraffic): number {
  return calls === 0 ? 0 : ends.hungUp / calls;
}

export const points = (now: number, before: number) => Math.round((now - before) * 100);
export const seconds = (now: number | null, before: number | null) =>
  now === null || before === null ? 0 : Math.round((now - before) / 1000);

/** The largest ones first; those of less than a point or a second are none. */
export function differences(now: FlowTraffic, before: FlowTraffic): Difference[] {
  if (now.calls === 0 || before.calls === 0) return [];
  const others = new Map(before.steps.map((step) => [step.node, step]));
  const all = now.steps.flatMap((step): Difference[] => {
    const other = others.get(step.node);
    if (!other) return [];
    const hangs = step.calls > 0 && other.calls > 0;
    return [
      { node: step.node, what: 'share', change: points(step.share, other.share) },
      {
        node: step.node,
        what: 'hungUp',
        change: hangs ? points(hungUpShare(step), hungUpShare(other)) : 0,
      },
      { node: step.node, what: 'time', change: seconds(step.time, other.time) },
    ];
  });
  return all
    .filter(({ change }) => change !== 0)
    .sort((one, other) => Math.abs(other.change) - Math.abs(one.change))
    .slice(0, MOST);
}
