/** Brings the calendars of the workspace into the open flow, whoever asked for them. Knows no panel. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { calendarNamesQuery } from '../data/editor-queries.ts';
import { type CalendarNames, calendarNow } from '../flow/calendar-names.ts';
import type { Editor } from './editor-context.ts';

export function learnCalendars({ workspaceCalendars }: Editor, names: CalendarNames): void {
  workspaceCalendars.setState({ calendarNow: (wanted) => calendarNow(names, wanted) });
}

export function useWorkspaceCalendars(editor: Editor, workspaceId: string): void {
  const { data: names } = useQuery(calendarNamesQuery(workspaceId));
  useEffect(() => {
    if (names) learnCalendars(editor, names);
  }, [editor, names]);
}
