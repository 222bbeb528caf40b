/** What the caller says: suggestions for each way out, and a field. */
import { ArrowUp } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useMessages } from '../../i18n/use-messages.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { rehearseMessages } from './messages.ts';
import type { Rehearsal } from './rehearsal.ts';
import { suggestionsAt } from './suggestions.ts';

export function SayForm({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const { store } = useEditor();
  const t = useMessages(rehearseMessages);
  const moment = useStore(rehearsal.state);
  const { status } = moment;
  const document = useDocumentState((state) => state.document);
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const isListening = status === 'listening';
  useEffect(() => {
    if (isListening) field.current?.focus({ preventScroll: true });
  }, [isListening]);
  const say = (words: string) => {
    setText('');
    void rehearsal.say(words);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isListening) say(text);
  };
  const suggestions = isListening ? suggestionsAt(document, store.kinds, moment, t) : [];
  return (
    <div className="shrink-0 border-t border-line p-3">
      {suggestions.length > 0 && (
        <ul aria-label={t.suggestions} className="mb-2.5 flex flex-wrap gap-1.5">
          {suggestions.map((words) => (
            <li key={words} className="min-w-0">
              <button
                type="button"
                onClick={() => say(words)}
                className="press-motion h-7 max-w-full cursor-pointer truncate rounded-full border border-line px-3 text-sm hover:border-edge/60 hover:bg-hover pointer-coarse:h-11"
              >
                {words}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={submit} className="flex items-center gap-2">
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
