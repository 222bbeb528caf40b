/** What is said, while it is said, with the newest in view; parts that may still change are slanted. */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Talk } from '../talk/talk.ts';
import { classNames } from '../ui/class-names.ts';

export interface SaidLogProps<Refusal extends string> {
  readonly talk: Talk<Refusal>;
  readonly words: { readonly transcript: string; readonly you: string; readonly assistant: string };
  /** How high it is, and its room. */
  readonly className: string;
}

export function SaidLog<Refusal extends string>({ talk, words, className }: SaidLogProps<Refusal>) {
  const turns = useStore(talk.state, (state) => state.turns);
  const bottom = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls whenever something was said
  useEffect(() => {
    void bottom.current?.scrollIntoView({ block: 'nearest' });
  }, [turns]);
  return (
    <div
      role="log"
      aria-label={words.transcript}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keyboard
      tabIndex={0}
      className={classNames('overflow-y-auto', className)}
    >
      <ol className="flex flex-col gap-1.5 p-0.5">
        {turns.map(({ id, who, text, isFinal }) => (
          <li
            key={id}
            className={classNames(
              'animate-rise-in max-w-[85%] rounded-panel px-3.5 py-2 text-base text-pretty break-words',
              who === 'caller'
                ? 'self-end rounded-br-sm bg-accent text-on-accent'
                : 'self-start rounded-bl-sm bg-fill',
              !isFinal && 'italic',
            )}
          >
            <span className="sr-only">{`${who === 'caller' ? words.you : words.assistant}: `}</span>
            {text}
            {!isFinal && ' …'}
          </li>
        ))}
      </ol>
      <div ref={bottom} />
    </div>
  );
}
