/** What the caller says: aloud, a suggestion for each way out, what can be pretended instead, and a field. */
import { ArrowUp } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type PretendedWay, pretendedAhead, suggestionsAt } from '../../callers/suggestions.ts';
import type { ExitId, NodeId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { exitsOf, useKindNames } from '../../kinds/kind-words.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useDocumentState } from '../editor-context.ts';
import { TalkButton } from '../talk/talk-button.tsx';
import { rehearseMessages } from './messages.ts';
import type { Rehearsal } from './rehearsal.ts';
import { heardLast } from './rehearsal-state.ts';

interface FormProps {
  readonly rehearsal: Rehearsal;
}

export function SayForm({ rehearsal }: FormProps) {
  const t = useMessages(rehearseMessages);
  const status = useStore(rehearsal.state, (state) => state.status);
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const isListening = status === 'listening';
  useEffect(() => {
    // Whoever writes elsewhere, or edits a turn, goes on there.
    const isBusy = document.activeElement?.matches('input, textarea, select, [contenteditable="true"]');
    if (isListening && !isBusy) field.current?.focus({ preventScroll: true });
  }, [isListening]);
  const say = (words: string) => {
    setText('');
    void rehearsal.say(words);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isListening) say(text);
  };
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-2.5 border-t border-line p-3 compact:gap-y-2 compact:py-2">
      <TalkButton rehearsal={rehearsal} />
      {isListening && <Suggestions rehearsal={rehearsal} onSay={say} />}
      <form onSubmit={submit} className="order-3 flex min-w-0 flex-1 items-center gap-2">
        <TextField
          className="flex-1"
          label={t.placeholder}
          labelHidden
          placeholder={t.placeholder}
          value={text}
          maxLength={2000}
          onChange={setText}
          isDisabled={status === 'ended'}
          inputRef={field}
          autoComplete="off"
        />
        <IconButton
          label={t.send}
          icon={<ArrowUp />}
          type="submit"
          variant="primary"
          isDisabled={!isListening || text.trim() === ''}
        />
      </form>
    </div>
  );
}

/** On a phone, or in a low window, all of them are one line, which is pushed aside: the conversation has the room. */
const CHIPS = 'flex flex-wrap gap-1.5 compact:shrink-0 compact:flex-nowrap';
const CHIP =
  'press-motion h-7 max-w-full compact:max-w-72 cursor-pointer truncate rounded-full border px-3 text-sm hover:border-edge/60 hover:bg-hover pointer-coarse:h-11';

function Suggestions({ rehearsal, onSay }: FormProps & { readonly onSay: (words: string) => void }) {
  const t = useMessages(rehearseMessages);
  const { current, saidHere, information, turns, pretence } = useStore(rehearsal.state);
  const document = useDocumentState((state) => state.document);
  const nameOf = useExitName();
  const now = pretence.now ?? Date.now();
  const said = suggestionsAt(document, { current, saidHere, information, now, heard: heardLast(turns) });
  const ahead = pretendedAhead(document, current, now).filter((way) => way.now !== now);
  if (said.length === 0 && ahead.length === 0) return null;
  return (
    <div className="order-2 flex max-h-40 basis-full compact:order-1 flex-col gap-2 overflow-y-auto compact:-mx-3 compact:flex-row compact:overflow-x-auto compact:px-3">
      {said.length > 0 && (
        <ul aria-label={t.suggestions} className={CHIPS}>
          {said.map(({ words, exit }) => {
            const leads = nameOf(current as NodeId, exit).exit;
            return (
              <li key={words} className="min-w-0">
                <button
                  type="button"
                  lang={document.language}
                  aria-label={leads === words ? words : t.leadsTo(words, leads)}
                  onClick={() => onSay(words)}
                  className={`${CHIP} border-line`}
                >
                  {words}
                  {leads !== words && <span className="ml-1.5 text-xs text-muted">{`→ ${leads}`}</span>}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {ahead.length > 0 && (
        <div className={`items-center ${CHIPS}`}>
          <span className="text-xs whitespace-nowrap text-muted">{t.pretendNext}</span>
          {ahead.map((way) => (
            <PretendChip key={`${way.node} ${way.exit}`} way={way} rehearsal={rehearsal} />
          ))}
        </div>
      )}
    </div>
  );
}

const NONE: Readonly<Record<string, string>> = {};

function PretendChip({ way, rehearsal }: FormProps & { readonly way: PretendedWay }) {
  const t = useMessages(rehearseMessages);
  const nameOf = useExitName();
  const outcomes = useStore(rehearsal.state, ({ pretence }) => pretence.outcomes ?? NONE);
  const { step, exit } = nameOf(way.node, way.exit);
  const isChosen = outcomes[way.node] === way.exit;
  const press = () => {
    if (way.now !== undefined) return void rehearsal.moveTo(way.now);
    const { [way.node]: _, ...others } = outcomes;
    void rehearsal.pretend({ outcomes: isChosen ? others : { ...others, [way.node]: way.exit } });
  };
  return (
    <button
      type="button"
      {...(way.now === undefined ? { 'aria-pressed': isChosen } : {})}
      onClick={press}
      className={`${CHIP} border-dashed ${isChosen ? 'border-accent bg-accent-soft text-accent' : 'border-edge/60 text-muted'}`}
    >
      {t.pretendedWay(step, exit)}
    </button>
  );
}

function useExitName(): (node: NodeId, exit: ExitId) => { readonly step: string; readonly exit: string } {
  const names = useKindNames();
  const nodes = useDocumentState(({ document }) => document.nodes);
  return (id, exitId) => {
    const node = nodes[id];
    const exit = node && exitsOf(node).find((row) => row.id === exitId);
    return { step: node ? names.step(node) : '', exit: node && exit ? names.exit(node, exit) : exitId };
  };
}
