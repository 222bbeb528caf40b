/**
 * Brings the workspace's opening hours into the open flow: copies that are behind are refreshed once, as one edit that
 * can be undone, and the person is told. Knows no panel.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { openingHoursQuery } from '../data/editor-queries.ts';
import { readableHours } from '../data/readable-hours.ts';
import type { OpeningHours } from '../flow/document.ts';
import { contentOf, sharedHoursIn, staleHours } from '../flow/shared-hours.ts';
import { useFailureText } from '../i18n/failures/failure-text.ts';
import { useFormat } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { later, partOf } from '../ui/later.ts';
import { notify } from '../ui/toast.tsx';
import { editHours } from './commands/edit-hours.ts';
import { refreshHours } from './commands/refresh-hours.ts';
import type { Editor } from './editor-context.ts';
import { editorMessages } from './messages.ts';
import { useMayChange } from './use-may-change.ts';

const requests = later(() => import('../data/opening-hours.ts'));

export function useWorkspaceHours(editor: Editor | null, workspaceId: string, person: string): void {
  const t = useMessages(editorMessages);
  const say = useFailureText();
  const format = useFormat();
  const queries = useQueryClient();
  const { data: all, isFetchedAfterMount } = useQuery(openingHoursQuery(workspaceId));
  const canChange = useMayChange(editor, workspaceId, person);
  const refreshed = useRef<Editor | null>(null);

  useEffect(() => {
    if (!editor || !all) return;
    editor.workspaceHours.setState({ all: readableHours(all) });
    // What was cached before this flow was opened may be older than the copies.
    if (!isFetchedAfterMount || !canChange || refreshed.current === editor) return;
    refreshed.current = editor;
    const { document } = editor.store.state.getState();
    const stale = staleHours(document, readableHours(all));
    if (editor.store.run(refreshHours, { hours: stale }))
      notify({ text: t.hoursRefreshed(format.list(stale.map(({ name }) => name))) });
    const followed = sharedHoursIn(document);
    const unread = all.filter(({ id, content }) => content === null && followed.includes(id));
    if (unread.length > 0)
      notify({ tone: 'danger', text: t.hoursUnreadable(format.list(unread.map(({ name }) => name))) });
  }, [editor, all, isFetchedAfterMount, canChange, t, format]);

  useEffect(() => {
    if (!editor || !canChange) return;
    const share = async (hours: OpeningHours) => {
      const made = await (await partOf(requests))?.createOpeningHours(workspaceId, contentOf(hours));
      if (!made) return notify({ tone: 'danger', text: say('offline') });
      if (!made.ok) return notify({ tone: 'danger', text: say(made.failure.code) });
      // Meanwhile the drawing may have changed: then the next opening brings both together.
      editor.store.run(editHours, { hours: hours.id, changes: { shared: made.value.id } });
      notify({ tone: 'success', text: t.hoursShared(hours.name) });
      await queries.invalidateQueries({ queryKey: openingHoursQuery(workspaceId).queryKey });
    };
    editor.workspaceHours.setState({ share: (hours) => void share(hours) });
  }, [editor, canChange, workspaceId, queries, t, say]);
}
