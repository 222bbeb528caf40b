/** Says what a large action has done, with a way back that lasts until something else is done. */
import { useEffect, useRef } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { notify } from '../ui/toast.tsx';
import { useActionName } from './commands/action-name.ts';
import type { Editor } from './editor-context.ts';
import { editorMessages } from './messages.ts';
import type { History, HistoryEntry } from './store/history.ts';

export function useAnnouncements({ store }: Editor): void {
  const t = useMessages(editorMessages);
  const say = useActionName();
  const words = useRef({ t, say });
  useEffect(() => {
    words.current = { t, say };
  });
  useEffect(() => {
    let dismiss = () => {};
    const stop = store.state.subscribe((now, before) => {
      if (now.history === before.history) return;
      // Another step of history: the button would take back something else than it says.
      dismiss();
      const entry = freshEntry(now.history, before.history);
      dismiss = entry?.isAnnounced
        ? notify({
            text: words.current.t.announced(words.current.say(entry.label)),
            action: { label: words.current.t.undo, onPress: () => store.undo() },
          })
        : () => {};
    });
    return () => {
      stop();
      dismiss();
    };
  }, [store]);
}

/** What was just done; nothing when it was undone or redone. Pure. */
export function freshEntry(now: History, before: History): HistoryEntry | undefined {
  const entry = now.past.at(-1);
  const isRedone = entry !== undefined && before.future.at(-1)?.patches === entry.patches;
  const isUndone = now.future.length > before.future.length;
  return isRedone || isUndone || entry === before.past.at(-1) ? undefined : entry;
}
