/** The steps of the call as marks on a line: drag, press or use the arrow keys to walk through it. */
import { ChevronLeft, ChevronRight, Pause, Play, Wrench } from 'lucide-react';
import { Slider } from 'react-aria-components';
import type { Visit } from '../../data/calls.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/badge.tsx';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Link } from '../../ui/link.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { messages } from './messages.ts';
import { Track } from './track.tsx';
import { SPEEDS, useReplay } from './use-replay.ts';

export interface ScrubberProps {
  readonly path: readonly Visit[];
  readonly current: number;
  readonly onChange: (index: number) => void;
  readonly nameOf: (node: string) => string;
  /** Where the draft opens at a step; null when the flow is gone. */
  readonly fixAt: (node: string) => string | null;
  /** Milliseconds, of a call that is over: it can be played again. */
  readonly length: number | null;
}

export function Scrubber({ path, current, onChange, nameOf, fixAt, length }: ScrubberProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const replay = useReplay(path, length, current, onChange);
  const choose = (index: number) => {
    replay.stop();
    onChange(index);
  };
  const last = path.length - 1;
  const at = path[current]?.node ?? '';
  const name = nameOf(at);
  const fix = fixAt(at);
  return (
    <div className="flex shrink-0 flex-col gap-2 border-t border-line bg-card px-5 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <Caption visit={path[current]} position={current} count={path.length} name={name} />
        {fix !== null && (
          <Link
            href={fix}
            quiet
            aria-label={`${t.fix}: ${name}`}
            className="inline-flex min-h-6 items-center gap-1.5 text-sm"
          >
            <Wrench aria-hidden className="size-3.5" />
            {t.fix}
          </Link>
        )}
      </div>
      <div className="flex items-center gap-3">
        {length !== null && (
          <IconButton
            label={replay.isPlaying ? t.pause : t.play}
            icon={replay.isPlaying ? <Pause /> : <Play />}
            size="small"
            onPress={replay.toggle}
          />
        )}
        <IconButton
          label={t.previous}
          icon={<ChevronLeft />}
          size="small"
          isDisabled={current <= 0}
          onPress={() => choose(current - 1)}
        />
        <Slider
          aria-label={t.steps}
          minValue={0}
          maxValue={Math.max(1, last)}
          value={current}
          onChange={(value) => choose(Math.min(last, value))}
          isDisabled={last < 1}
          className="flex-1 px-2"
        >
          <Track share={current / Math.max(1, last)} valueText={name}>
            <Marks path={path} current={current} nameOf={nameOf} />
          </Track>
        </Slider>
        <IconButton
          label={t.next}
          icon={<ChevronRight />}
          size="small"
          isDisabled={current >= last}
          onPress={() => choose(current + 1)}
        />
      </div>
      {length !== null && (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <SegmentedControl
            label={t.speed}
            segments={SPEEDS.map((id) => ({ id, label: t.speeds[id] }))}
            value={replay.speed}
            onChange={replay.setSpeed}
          />
          <span className="text-sm text-muted tabular-nums">
            {t.timeOf(format.clock(replay.time), format.clock(replay.end))}
          </span>
        </div>
      )}
    </div>
  );
}

/** One mark a step: filled when it is known, hollow when it is concluded. */
function Marks({ path, current, nameOf }: Omit<ScrubberProps, 'onChange' | 'fixAt' | 'length'>) {
  const last = Math.max(1, path.length - 1);
  return path.map((visit, index) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: a step may be visited twice; its place is its identity
      key={index}
      aria-hidden
      title={nameOf(visit.node)}
      className={classNames(
        'absolute top-1/2 size-2.5 -translate-x-1/2 -translate-y-1/2 rounded-full border-2',
        index <= current ? 'border-accent' : 'border-edge',
        visit.confidence === 'inferred' ? 'bg-card' : index <= current ? 'bg-accent' : 'bg-edge',
      )}
      style={{ left: `${(index / last) * 100}%` }}
    />
  ));
}

interface CaptionProps {
  readonly visit: Visit | undefined;
  readonly position: number;
  readonly count: number;
  readonly name: string;
}

function Caption({ visit, position, count, name }: CaptionProps) {
  const t = useMessages(messages);
  const format = useFormat();
  if (visit === undefined) return null;
  return (
    <p className="flex min-h-5.5 flex-wrap items-center gap-x-2 text-sm" aria-live="polite">
      <span className="text-muted tabular-nums">{t.step(position + 1, count)}</span>
      <span className="font-semibold">{name}</span>
      {visit.at !== undefined && <span className="text-muted tabular-nums">{format.clock(visit.at)}</span>}
      {visit.confidence === 'inferred' && (
        <span title={t.inferredHint}>
          <Badge>{t.inferred}</Badge>
        </span>
      )}
      {visit.because !== undefined && <span className="text-muted">{reason(t, visit.because)}</span>}
    </p>
  );
}

function reason(
  t: ReturnType<typeof useMessages<typeof messages.en>>,
  because: NonNullable<Visit['because']>,
): string {
  const sentences: Readonly<Record<string, (what: string) => string>> = t.because;
  return sentences[because.code]?.(Object.values(because.params)[0] ?? '') ?? '';
}
