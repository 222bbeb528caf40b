/** The counts as notes on the drawing: above each step its calls, on each link how many went there. */
import { PhoneOff, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MapNotes } from '../../editor/canvas/flow-map.tsx';
import { ENDS, type FlowTraffic, type StepTraffic } from '../../flow/traffic.ts';
import type { Formatters } from '../../i18n/format.ts';
import { hungUpShare, points } from './differences.ts';
import type { messages } from './messages.ts';

type Words = typeof messages.en;

const THINNEST = 1.5;
const THICKEST = 10;

export function notesOf(
  traffic: FlowTraffic,
  before: FlowTraffic | undefined,
  t: Words,
  format: Formatters,
): MapNotes {
  const others = new Map(before?.steps.map((step) => [step.node, step]));
  const most = Math.max(1, ...[...traffic.links.values()].map(({ calls }) => calls));
  return {
    steps: new Map(
      traffic.steps.map((step): [string, ReactNode] => [
        step.node,
        <StepNote key={step.node} step={step} before={others.get(step.node)} t={t} format={format} />,
      ]),
    ),
    links: new Map(
      [...traffic.links].map(([id, link]) => {
        const other = before?.links.get(id);
        const share = format.percent(link.share);
        const change = other === undefined ? '' : ` ${signed(format, points(link.share, other.share))}`;
        const text =
          link.calls === 0 && change === ''
            ? ''
            : `${link.isAtMost ? '≤ ' : ''}${link.calls} · ${share}${change}`;
        return [
          id,
          {
            text,
            width: THINNEST + (THICKEST - THINNEST) * (link.calls / most),
            isDashed: link.calls === 0 || !link.isSure,
          },
        ];
      }),
    ),
  };
}

/** +15, −3, and ±0 for what stayed. */
export function signed(format: Formatters, change: number): string {
  const number = format.number(Math.abs(change));
  if (change === 0) return `±${number}`;
  return change > 0 ? `+${number}` : `−${number}`;
}

interface StepNoteProps {
  readonly step: StepTraffic;
  readonly before: StepTraffic | undefined;
  readonly t: Words;
  readonly format: Formatters;
}

function StepNote({ step, before, t, format }: StepNoteProps) {
  const failed =
    step.wentWrong + ENDS.reduce((sum, end) => (end === 'hungUp' ? sum : sum + step.ends[end]), 0);
  const share =
    before && step.calls + before.calls > 0 ? ` ${signed(format, points(step.share, before.share))}` : '';
  const hangs =
    before && step.calls > 0 && before.calls > 0 ? points(hungUpShare(step), hungUpShare(before)) : 0;
  return (
    <>
      <span>
        {step.calls === 0 ? t.noCall : t.calls(step.calls)}
        {step.calls > 0 && step.time !== null && ` · ${format.duration(step.time)}`}
        {share}
      </span>
      {(step.ends.hungUp > 0 || hangs !== 0) && (
        // Nobody hangs up here any more: told, and no alarm.
        <span {...(step.ends.hungUp > 0 && { 'data-tone': 'danger' })} title={t.hungUp(step.ends.hungUp)}>
          <PhoneOff aria-hidden />
          {format.number(step.ends.hungUp)}
          {hangs !== 0 && ` ${signed(format, hangs)}`}
          <span className="sr-only">{t.hungUp(step.ends.hungUp)}</span>
        </span>
      )}
      {failed > 0 && (
        <span data-tone="danger" title={t.wentWrong(failed)}>
          <TriangleAlert aria-hidden />
          {format.number(failed)}
          <span className="sr-only">{t.wentWrong(failed)}</span>
        </span>
      )}
    </>
  );
}
