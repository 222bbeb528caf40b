/** What is said, while it is said; parts that may still change are paler. The step it is at stands below. */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import type { Talk } from '../../talk/talk.ts';
import { classNames } from '../../ui/class-names.ts';
import { centreOn } from '../canvas/viewport.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { talkMessages } from './messages.ts';
import type { Refusal } from './open-line.ts';

export function Transcript({ talk }: { readonly talk: Talk<Refusal> }) {
  const t = useMessages(talkMessages);
  const turns = useStore(talk.state, (state) => state.turns);
  const bottom = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls whenever something was said
  useEffect(() => {
    void bottom.current?.scrollIntoView({ block: 'end' });
  }, [turns]);
  return (
    <div
      role="log"
      aria-label={t.transcript}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto px-4 py-4"
    >
      <ol className="flex flex-col gap-1.5">
        {turns.map(({ id, who, text, isFinal }) => (
          <li
            key={id}
            className={classNames(
              'animate-rise-in max-w-[85%] rounded-panel px-3.5 py-2 text-base text-pretty',
              who === 'caller'
                ? 'self-end rounded-br-sm bg-accent text-on-accent'
                : 'self-start rounded-bl-sm bg-fill',
              !isFinal && 'italic',
            )}
          >
            <span className="sr-only">{`${who === 'caller' ? t.you : t.assistant}: `}</span>
            {text}
            {!isFinal && ' …'}
          </li>
        ))}
      </ol>
      <div ref={bottom} />
    </div>
  );
}

export function CurrentStep({ talk }: { readonly talk: Talk<Refusal> }) {
  const editor = useEditor();
  const t = useMessages(talkMessages);
  const names = useKindNames();
  const position = useStore(talk.state, (state) => state.position);
  const node = useDocumentState(({ document }) => (position ? document.nodes[position.node] : undefined));
  if (!position || !node) return null;
  const isInferred = position.confidence === 'inferred';
  return (
    <p className="flex min-w-0 items-baseline gap-1.5 px-4 pb-2 text-sm text-muted">
      <span className="shrink-0">{t.now}</span>
      <button
        type="button"
        onClick={() => centreOn(editor, node.id)}
        className={classNames(
          'press-motion min-w-0 cursor-pointer truncate rounded-md border px-1.5 py-0.5 text-ink hover:bg-hover',
          isInferred ? 'border-dashed border-edge' : 'border-line',
        )}
      >
        {names.step(node)}
      </button>
      {isInferred && <span className="min-w-0 truncate">{t.inferred}</span>}
    </p>
  );
}
