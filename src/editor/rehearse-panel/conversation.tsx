/** What was said, as bubbles; the name of the step that speaks stands above its first words. */
import { PhoneForwarded, PhoneOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { NodeId } from '../../flow/document.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { centreOn } from '../canvas/viewport.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { KeepAsTest } from '../tests-panel/keep-as-test.tsx';
import { rehearseMessages } from './messages.ts';
import type { Rehearsal, Turn } from './rehearsal.ts';

export function Conversation({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const t = useMessages(rehearseMessages);
  const { turns, status, end, failure } = useStore(rehearsal.state);
  const bottom = useRef<HTMLDivElement>(null);
  const count = `${turns.length} ${status}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls whenever something was said
  useEffect(() => {
    bottom.current?.scrollIntoView({ block: 'end' });
  }, [count]);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4" role="log" aria-live="polite">
      <ol className="flex flex-col gap-1.5">
        {turns.map((turn, index) => (
          <Bubble key={turn.id} turn={turn} previous={turns[index - 1]} />
        ))}
      </ol>
      {(status === 'starting' || status === 'thinking') && (
        <Thinking label={status === 'starting' ? t.preparing : t.thinking} />
      )}
      {end !== null && (
        <p className="mt-5 flex items-center justify-center gap-2 text-sm text-muted">
          {end === 'transferred' ? (
            <PhoneForwarded aria-hidden className="size-4" />
          ) : (
            <PhoneOff aria-hidden className="size-4" />
          )}
          {end === 'transferred' ? t.transferred : t.hungUp}
        </p>
      )}
      {end !== null && (
        <div className="mt-3 flex flex-wrap justify-center gap-2">
          <KeepAsTest rehearsal={rehearsal} />
          <Button size="small" onPress={() => void rehearsal.start()}>
            {t.restart}
          </Button>
        </div>
      )}
      {failure !== null && <Failure code={failure} rehearsal={rehearsal} />}
      <div ref={bottom} />
    </div>
  );
}

function Bubble({ turn, previous }: { readonly turn: Turn; readonly previous: Turn | undefined }) {
  const editor = useEditor();
  const t = useMessages(rehearseMessages);
  const names = useKindNames();
  const node = useDocumentState(({ document }) =>
    turn.node === null ? undefined : document.nodes[turn.node as NodeId],
  );
  const isCaller = turn.who === 'caller';
  const isFirst = previous?.who !== turn.who || previous.node !== turn.node;
  return (
    <li
      className={`animate-rise-in flex flex-col ${isCaller ? 'items-end' : 'items-start'} ${isFirst ? 'mt-2 first:mt-0' : ''}`}
    >
      <span className="sr-only">{isCaller ? t.caller : t.assistant}</span>
      {node && isFirst && (
        <button
          type="button"
          onClick={() => centreOn(editor, node.id)}
          className="press-motion mb-0.5 cursor-pointer rounded-sm px-1 text-xs text-muted hover:text-ink"
        >
          {names.step(node)}
        </button>
      )}
      <span
        className={`max-w-[86%] forced-colors:border rounded-panel px-3.5 py-2 text-base break-words whitespace-pre-wrap ${
          isCaller ? 'rounded-br-sm bg-accent text-on-accent' : 'rounded-bl-sm bg-sunken'
        }`}
      >
        {turn.text}
      </span>
    </li>
  );
}

function Thinking({ label }: { readonly label: string }) {
  return (
    <div
      role="status"
      className="mt-2 flex w-fit items-center gap-1 rounded-panel rounded-bl-sm bg-sunken px-3.5 py-3"
    >
      <span className="sr-only">{label}</span>
      {[0, 1, 2].map((dot) => (
        <span
          key={dot}
          aria-hidden
          className="animate-shimmer size-1.5 rounded-full bg-muted"
          style={{ animationDelay: `${dot * 200}ms` }}
        />
      ))}
    </div>
  );
}

function Failure({ code, rehearsal }: { readonly code: string; readonly rehearsal: Rehearsal }) {
  const { panels } = useEditor();
  const t = useMessages(rehearseMessages);
  const say = useFailureText();
  const hasErrors = code === 'flow-has-errors';
  return (
    <Banner
      tone="danger"
      className="mt-4"
      action={
        <Button
          size="small"
          onPress={() => (hasErrors ? panels.setState({ problems: true }) : void rehearsal.retry())}
        >
          {hasErrors ? t.showProblems : t.retry}
        </Button>
      }
    >
      {code === 'not-saved' ? t.notSaved : hasErrors ? t.errorsFirst : say(code)}
    </Banner>
  );
}
