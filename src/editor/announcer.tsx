/** Says what has just been done, undone or redone, by the names of the history, wherever it was done. */
import { useEffect } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { useKindNames } from '../kinds/kind-words.ts';
import { announce, LiveRegion } from '../ui/live-region.tsx';
import { useActionName } from './commands/action-name.ts';
import { useEditor } from './editor-context.ts';
import { outlineMessages } from './outline/messages.ts';
import type { ActionLabel, History } from './store/history.ts';
import { onlyNode } from './store/selection.ts';

export interface News {
  readonly what: 'done' | 'undone' | 'redone';
  readonly label: ActionLabel;
}

/** Undefined when nothing is worth a word: what is typed is heard while it is typed. Pure. */
export function newsOf(before: History, now: History): News | undefined {
  const [last, next] = [now.past.at(-1), now.future.at(-1)];
  if (next && next !== before.future.at(-1) && now.future.length > before.future.length)
    return { what: 'undone', label: next.label };
  if (!last || last === before.past.at(-1)) return undefined;
  if (now.future.length < before.future.length && now.past.length > before.past.length && isRedo(before, now))
    return { what: 'redone', label: last.label };
  return last.mergeKey === undefined ? { what: 'done', label: last.label } : undefined;
}

/** A new edit forgets all that could be redone; redoing takes one entry only, and leaves its patches as they are. */
function isRedo(before: History, now: History): boolean {
  return before.future.at(-1)?.patches === now.past.at(-1)?.patches;
}

export function Announcer() {
  const { store } = useEditor();
  const { said } = useMessages(outlineMessages);
  const say = useActionName();
  const names = useKindNames();
  useEffect(
    () =>
      store.state.subscribe(({ history, document, selection }, before) => {
        const news = history === before.history ? undefined : newsOf(before.history, history);
        if (!news) return;
        const action = say(news.label);
        const added = news.what === 'done' ? onlyNode(selection) : undefined;
        const step = added === undefined || before.document.nodes[added] ? undefined : document.nodes[added];
        announce(step ? said.doneFor(action, names.step(step)) : said[news.what](action));
      }),
    [store, said, say, names],
  );
  return <LiveRegion />;
}
