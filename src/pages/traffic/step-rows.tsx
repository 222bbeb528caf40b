/** The same as rows: step after step, what happened there and where callers went on. What phones and screen readers go by. */
import { PhoneOff, TriangleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { FlowDocument, NodeId } from '../../flow/document.ts';
import { ENDS, type FlowTraffic, type LinkTraffic, type StepTraffic } from '../../flow/traffic.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { exitsOf, useKindNames } from '../../kinds/kind-words.ts';
import { classNames } from '../../ui/class-names.ts';
import { hungUpShare, points, seconds } from './differences.ts';
import { signed } from './map-notes.tsx';
import { messages } from './messages.ts';

export interface StepRowsProps {
  readonly document: FlowDocument;
  readonly traffic: FlowTraffic;
  readonly before: FlowTraffic | undefined;
  readonly current: string | undefined;
  readonly onSelect: (node: string) => void;
}

export function StepRows({ document, traffic, before, current, onSelect }: StepRowsProps) {
  const t = useMessages(messages);
  const others = new Map(before?.steps.map((step) => [step.node, step]));
  return (
    <ol aria-label={t.steps} className="-mx-3 flex flex-col gap-0.5">
      {traffic.steps.map((step) => (
        <StepRow
          key={step.node}
          document={document}
          step={step}
          before={others.get(step.node)}
          beforeLinks={before?.links}
          isCurrent={step.node === current}
          onSelect={() => onSelect(step.node)}
        />
      ))}
    </ol>
  );
}

interface StepRowProps {
  readonly document: FlowDocument;
  readonly step: StepTraffic;
  readonly before: StepTraffic | undefined;
  readonly beforeLinks: FlowTraffic['links'] | undefined;
  readonly isCurrent: boolean;
  readonly onSelect: () => void;
}

function StepRow({ document, step, before, beforeLinks, isCurrent, onSelect }: StepRowProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const names = useKindNames();
  const node = document.nodes[step.node]!;
  const name = names.step(node);
  const summary = [
    step.calls === 0 ? t.noCall : t.calls(step.calls),
    ...(before ? [t.points(signed(format, points(step.share, before.share)))] : []),
    ...(step.calls > 0 && step.time !== null ? [t.average(format.duration(step.time))] : []),
    ...(before && seconds(step.time, before.time) !== 0
      ? [t.seconds(signed(format, seconds(step.time, before.time)))]
      : []),
  ];
  const hangs =
    before && step.calls > 0 && before.calls > 0 ? points(hungUpShare(step), hungUpShare(before)) : 0;
  const faults = [
    ...(step.wentWrong > 0 ? [t.wentWrong(step.wentWrong)] : []),
    ...ENDS.flatMap((end) =>
      end === 'hungUp' || step.ends[end] === 0 ? [] : [t.ended[end](step.ends[end])],
    ),
  ];
  return (
    <li
      className={classNames(
        'press-motion relative flex flex-col gap-1 rounded-lg px-3 py-2 has-focus-visible:outline-2 has-focus-visible:outline-accent',
        isCurrent ? 'bg-accent-soft' : 'hover:bg-hover',
      )}
    >
      {isCurrent && <span aria-hidden className="absolute inset-y-2 left-0 w-[3px] rounded-full bg-accent" />}
      <Button
        onPress={onSelect}
        className="cursor-pointer text-left text-base font-medium outline-none after:absolute after:inset-0 after:rounded-lg"
      >
        {name}
      </Button>
      <p className={classNames('text-sm tabular-nums', step.calls === 0 && 'text-muted')}>
        {summary.join(' · ')}
      </p>
      {(step.ends.hungUp > 0 || hangs !== 0) && (
        <p
          className={classNames(
            'flex items-center gap-1.5 text-sm',
            step.ends.hungUp > 0 ? 'text-danger' : 'text-muted',
          )}
        >
          <PhoneOff aria-hidden className="size-3.5 shrink-0" />
          {t.hungUp(step.ends.hungUp)}
          {hangs !== 0 && ` (${t.points(signed(format, hangs))})`}
        </p>
      )}
      {faults.map((fault) => (
        <p key={fault} className="flex items-center gap-1.5 text-sm text-danger">
          <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
          {fault}
        </p>
      ))}
      {step.calls > 0 && step.links.length + step.ledAway > 0 && (
        <ul className="flex flex-col text-sm text-muted">
          {step.links.map((link) => (
            <WayRow
              key={link.edge.id}
              document={document}
              link={link}
              before={beforeLinks?.get(link.edge.id)}
            />
          ))}
          {step.ledAway > 0 && <li>{t.ledAway(step.ledAway)}</li>}
        </ul>
      )}
    </li>
  );
}

interface WayRowProps {
  readonly document: FlowDocument;
  readonly link: LinkTraffic;
  readonly before: LinkTraffic | undefined;
}

function WayRow({ document, link, before }: WayRowProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const names = useKindNames();
  const { edge, calls, share, isSure, isAtMost } = link;
  const from = document.nodes[edge.from]!;
  const exit = exitsOf(from).find(({ id }) => id === edge.exit);
  const to = document.nodes[edge.to as NodeId];
  const count = t.wayCalls(calls, format.percent(share));
  return (
    <li className="flex flex-wrap justify-between gap-x-3">
      <span className="min-w-0">
        {t.way(exit ? names.exit(from, exit) : edge.exit, to ? names.step(to) : '')}
      </span>
      <span className="tabular-nums">
        {isAtMost ? t.atMost(count) : count}
        {before && ` · ${t.points(signed(format, points(share, before.share)))}`}
        {calls > 0 && !isSure && !isAtMost && <span title={t.concludedHint}>{` · ${t.concluded}`}</span>}
      </span>
    </li>
  );
}
