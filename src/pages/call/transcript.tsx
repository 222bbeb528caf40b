/** What was said, with times; the words of the current step are marked. Pressing one shows its step. */
import { Wrench } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Turn } from '../../data/calls.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { classNames } from '../../ui/class-names.ts';
import { messages } from './messages.ts';

export interface TranscriptProps {
  readonly turns: readonly Turn[];
  readonly isCurrent: (turn: Turn) => boolean;
  readonly onSelect: (turn: Turn) => void;
  readonly isRunning: boolean;
  /** It is over, and what was said is on its way. */
  readonly isAwaited: boolean;
  /** Of a step: what was done is told by it, not by the tool that did it. */
  readonly nameOf: (node: string) => string;
}

export function Transcript({ turns, isCurrent, onSelect, isRunning, isAwaited, nameOf }: TranscriptProps) {
  const t = useMessages(messages);
  if (turns.length === 0)
    return (
      <p className="text-base text-muted">{isRunning ? t.notYet : isAwaited ? t.onItsWay : t.nothingSaid}</p>
    );
  return (
    <ol className="-mx-3 flex flex-col gap-0.5">
      {turns.map((turn) => (
        <TurnRow
          key={turn.position}
          turn={turn}
          text={turn.role !== 'tool' ? turn.text : turn.node === null ? '' : nameOf(turn.node)}
          isCurrent={isCurrent(turn)}
          onSelect={() => onSelect(turn)}
        />
      ))}
    </ol>
  );
}

interface TurnRowProps {
  readonly turn: Turn;
  readonly text: string;
  readonly isCurrent: boolean;
  readonly onSelect: () => void;
}

function TurnRow({ turn, text, isCurrent, onSelect }: TurnRowProps) {
  const t = useMessages(messages);
  const format = useFormat();
  const time = turn.at === null ? null : format.clock(turn.at);
  return (
    <li
      className={classNames(
        'press-motion relative flex gap-3 rounded-lg px-3 py-2',
        isCurrent ? 'bg-accent-soft' : 'hover:bg-hover',
        turn.role === 'tool' && 'text-muted',
      )}
    >
      {isCurrent && <span aria-hidden className="absolute inset-y-2 left-0 w-[3px] rounded-full bg-accent" />}
      <span className="w-9 shrink-0 pt-px text-xs leading-5 text-muted tabular-nums">{time}</span>
      <div className="min-w-0 flex-1">
        <p
          className={classNames(
            'text-xs leading-5 font-medium',
            turn.role === 'caller' ? 'text-family-listen' : 'text-muted',
          )}
        >
          {turn.role === 'tool' && <Wrench aria-hidden className="mr-1 inline size-3" />}
          {t[turn.role]}
        </p>
        <p className={classNames('text-base text-pretty', turn.role === 'tool' && 'text-sm')}>{text}</p>
      </div>
      <Button
        aria-label={t.jump(time ?? String(turn.position + 1))}
        onPress={onSelect}
        className="absolute inset-0 cursor-pointer rounded-lg"
      />
    </li>
  );
}
