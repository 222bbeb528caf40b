/** A conversation to read and to hear: who says what, the line that is being read, and the buttons to play it. Knows no drawing. */
import { Pause, PhoneForwarded, PhoneOff, Play, SkipForward, Square } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { useFormat } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Select } from '../ui/select.tsx';
import type { SpokenLanguage } from '../voice/language.ts';
import { messages } from './messages.ts';
import { type Reader, type ReadLine, SPEEDS } from './reader.ts';
import { useReader } from './use-reader.ts';

export interface HearableLine extends ReadLine {
  /** The assistant finds its own words for it. */
  readonly isFree?: boolean;
}

export interface ConversationToHearProps {
  /** The same list for the same conversation: another one begins anew. */
  readonly lines: readonly HearableLine[];
  /** Of the call, not of the screen. */
  readonly language: SpokenLanguage;
  readonly end: 'hung-up' | 'transferred' | null;
  /** Beside the buttons: how long it takes. */
  readonly facts?: ReactNode;
  /** Told which line is read; -1 when none is. */
  readonly onLine?: (index: number) => void;
  readonly className?: string;
}

export function ConversationToHear({
  lines,
  language,
  end,
  facts,
  onLine,
  className,
}: ConversationToHearProps) {
  const t = useMessages(messages);
  const { reader, isHeard } = useReader(lines, language);
  const at = useSyncExternalStore(reader.subscribe, () =>
    reader.now().status === 'stopped' ? -1 : reader.now().at,
  );
  const tell = useRef(onLine);
  tell.current = onLine;
  useEffect(() => tell.current?.(at), [at]);
  return (
    <div className={classNames('flex min-h-0 flex-col', className)}>
      <Controls reader={reader} isHeard={isHeard} />
      {facts}
      <p className="mt-1.5 text-xs text-muted" role="status">
        {isHeard ? t.browserVoice : t.noVoice}
      </p>
      <Lines lines={lines} language={language} at={at} end={end} />
      {lines.some(({ isFree }) => isFree) && <p className="mt-2 text-xs text-muted">{t.free}</p>}
    </div>
  );
}

function Controls({ reader, isHeard }: { readonly reader: Reader; readonly isHeard: boolean }) {
  const t = useMessages(messages);
  const format = useFormat();
  const { status, speed } = useSyncExternalStore(reader.subscribe, reader.now);
  const isPlaying = status === 'playing';
  const start = status === 'paused' ? t.goOn : isHeard ? t.play : t.playSilently;
  return (
    <fieldset aria-label={t.controls} className="flex flex-wrap items-center gap-1.5">
      <Button
        variant="primary"
        icon={isPlaying ? <Pause aria-hidden /> : <Play aria-hidden />}
        onPress={isPlaying ? reader.pause : reader.play}
      >
        {isPlaying ? t.pause : start}
      </Button>
      <IconButton label={t.stop} icon={<Square />} isDisabled={status === 'stopped'} onPress={reader.stop} />
      <IconButton label={t.next} icon={<SkipForward />} onPress={reader.next} />
      <Select
        label={t.speed}
        labelHidden
        options={SPEEDS.map((one) => ({ id: String(one), label: t.times(format.number(one)) }))}
        value={String(speed)}
        onChange={(id) => reader.setSpeed(Number(id))}
        className="ml-auto w-20"
      />
    </fieldset>
  );
}

interface LinesProps {
  readonly lines: readonly HearableLine[];
  readonly language: SpokenLanguage;
  readonly at: number;
  readonly end: ConversationToHearProps['end'];
}

function Lines({ lines, language, at, end }: LinesProps) {
  const t = useMessages(messages);
  const current = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the line that is read
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
      tabIndex={0}
      aria-label={t.conversation}
      className="mt-3 min-h-32 flex-1 overflow-y-auto"
    >
      <ol className="flex flex-col gap-1.5 pr-1">
        {lines.map(({ by, text, isFree }, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and never move
            key={index}
            ref={index === at ? current : null}
            aria-current={index === at ? 'step' : undefined}
            className={classNames('flex flex-col', by === 'caller' ? 'items-end' : 'items-start')}
          >
            <span className="sr-only">{by === 'caller' ? t.caller : t.assistant}</span>
            <span
              lang={language}
              className={classNames(
                'max-w-[86%] rounded-panel border px-3 py-1.5 text-base break-words',
                by === 'caller' ? 'rounded-br-sm bg-accent-soft' : 'rounded-bl-sm bg-sunken',
                index === at ? 'border-accent' : 'border-transparent forced-colors:border-[CanvasText]',
                isFree && 'italic',
              )}
            >
              {text}
            </span>
          </li>
        ))}
      </ol>
      {end !== null && (
        <p className="mt-3 flex items-center justify-center gap-2 text-sm text-muted">
          {end === 'transferred' ? (
            <PhoneForwarded aria-hidden className="size-4" />
          ) : (
            <PhoneOff aria-hidden className="size-4" />
          )}
          {end === 'transferred' ? t.transferred : t.hungUp}
        </p>
      )}
    </section>
  );
}
