/** What is different, a sentence a change; pressed, one that is about a step leads to it on both drawings. */
import { Crosshair } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Change } from '../../flow/diff/change.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { messages } from './messages.ts';

export interface ChangeListProps {
  readonly changes: readonly Change[];
  /** In their order. */
  readonly sentences: readonly string[];
  readonly summary: string;
  /** The step that is shown. */
  readonly step: string | null;
  readonly canShow: (node: string) => boolean;
  readonly onShow: (node: string) => void;
}

export function ChangeList({ changes, sentences, summary, step, canShow, onShow }: ChangeListProps) {
  const t = useMessages(messages);
  const list = useRef<HTMLUListElement>(null);
  // A step that is pressed on a drawing brings its sentences into view.
  useEffect(() => {
    if (step !== null) list.current?.querySelector('[data-shown]')?.scrollIntoView({ block: 'nearest' });
  }, [step]);
  return (
    <>
      <p className="text-base text-pretty">{summary}</p>
      {changes.length > 0 && (
        <ul
          ref={list}
          aria-label={t.changes}
          className="flex flex-col divide-y divide-line border-y border-line"
        >
          {changes.map(({ node, code }, index) => {
            const sentence = sentences[index] ?? '';
            const key = `${index} ${code}`;
            if (node === undefined || !canShow(node))
              return (
                <li key={key} className="py-2.5 text-sm break-words">
                  {sentence}
                </li>
              );
            const isShown = node === step;
            return (
              <li key={key} data-shown={isShown || undefined}>
                <button
                  type="button"
                  title={t.showStep}
                  aria-pressed={isShown}
                  onClick={() => onShow(node)}
                  className="press-motion -mx-2 flex min-h-10 w-[calc(100%+1rem)] cursor-pointer items-start gap-2 rounded-md px-2 py-2.5 text-left text-sm break-words hover:bg-hover aria-pressed:bg-accent-soft"
                >
                  <span className="min-w-0 flex-1">{sentence}</span>
                  <Crosshair aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
