/** What was said on the line, as bubbles, with the newest in view. */
import { useEffect, useRef } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { classNames } from '../ui/class-names.ts';
import { messages } from './messages.ts';
import type { Utterance } from './use-line.ts';

export interface ConversationProps {
  readonly said: readonly Utterance[];
  readonly isWaiting: boolean;
}

export function Conversation({ said, isWaiting }: ConversationProps) {
  const t = useMessages(messages);
  const last = useRef<HTMLDivElement>(null);
  const count = said.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for each new bubble
  useEffect(() => {
    // newer browsers answer a promise, which an effect must not return
    void last.current?.scrollIntoView?.({ block: 'nearest' });
  }, [count, isWaiting]);
  return (
    <div role="log" aria-label={t.conversation} className="flex flex-col gap-2">
      {said.map(({ id, by, text }) => (
        <p
          key={id}
          className={classNames(
            'animate-rise-in max-w-[85%] rounded-panel px-3.5 py-2 text-base text-pretty',
            by === 'caller'
              ? 'self-end rounded-br-sm bg-accent text-on-accent'
              : 'self-start rounded-bl-sm bg-fill',
          )}
        >
          <span className="sr-only">{`${by === 'caller' ? t.caller : t.assistant}: `}</span>
          {text}
        </p>
      ))}
      {isWaiting && (
        <p aria-hidden className="flex w-fit gap-1 rounded-panel rounded-bl-sm bg-fill px-3.5 py-3.5">
          <span className="animate-shimmer size-1.5 rounded-full bg-muted" />
          <span className="animate-shimmer size-1.5 rounded-full bg-muted [animation-delay:200ms]" />
          <span className="animate-shimmer size-1.5 rounded-full bg-muted [animation-delay:400ms]" />
        </p>
      )}
      {/* room for what stays in view below */}
      <div ref={last} className="scroll-mb-24" />
    </div>
  );
}
