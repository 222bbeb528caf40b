/** What was said, turn by turn, how the call ended, and what went wrong. */
import { PhoneForwarded, PhoneOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useEditor } from '../editor-context.ts';
import { KeepAsTest } from '../tests-panel/keep-as-test.tsx';
import { rehearseMessages } from './messages.ts';
import type { Rehearsal } from './rehearsal.ts';
import { TurnItem } from './turn-item.tsx';

export function Conversation({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const t = useMessages(rehearseMessages);
  const { turns, status, end, failure } = useStore(rehearsal.state);
  const [editing, setEditing] = useState<number | null>(null);
  const latest = turns.findLast(({ left }) => left !== undefined);
  const bottom = useRef<HTMLDivElement>(null);
  const count = `${turns.length} ${status}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls whenever something was said
  useEffect(() => {
    bottom.current?.scrollIntoView({ block: 'end' });
  }, [count]);
  return (
    // The other way round for the browser, so that the last words stay in view when what is below takes more room.
    <div
      className="flex min-h-24 flex-1 scroll-pb-4 flex-col-reverse overflow-y-auto px-4 py-4"
      role="log"
      aria-live="polite"
    >
      <div className="mb-auto">
        <ol className="flex flex-col gap-1.5">
          {turns.map((turn, index) => (
            <TurnItem
              key={turn.id}
              turn={turn}
              previous={turns[index - 1]}
              next={turns[index + 1]}
              rehearsal={rehearsal}
              isLatest={turn === latest}
              isEditing={editing === turn.id}
              onEdit={setEditing}
            />
          ))}
        </ol>
        {(status === 'starting' || status === 'thinking') && (
          <Thinking label={status === 'starting' ? t.preparing : t.thinking} />
        )}
        {end !== null && <Ended end={end} rehearsal={rehearsal} />}
        {failure !== null && <Failure code={failure} rehearsal={rehearsal} />}
        <div ref={bottom} />
      </div>
    </div>
  );
}

interface EndedProps {
  readonly end: 'hung-up' | 'transferred';
  readonly rehearsal: Rehearsal;
}

function Ended({ end, rehearsal }: EndedProps) {
  const t = useMessages(rehearseMessages);
  const Icon = end === 'transferred' ? PhoneForwarded : PhoneOff;
  return (
    <>
      <p className="mt-5 flex items-center justify-center gap-2 text-sm text-muted">
        <Icon aria-hidden className="size-4" />
        {end === 'transferred' ? t.transferred : t.hungUp}
      </p>
      <div className="mt-3 flex flex-wrap justify-center gap-2">
        <KeepAsTest rehearsal={rehearsal} />
        <Button size="small" onPress={() => void rehearsal.start()}>
          {t.restart}
        </Button>
      </div>
    </>
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
  const own: Readonly<Record<string, string>> = {
    'not-saved': t.notSaved,
    'flow-has-errors': t.errorsFirst,
    'too-often': t.tooOften,
  };
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
      {own[code] ?? say(code)}
    </Banner>
  );
}
