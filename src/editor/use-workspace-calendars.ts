/** Brings the calendars of the workspace into the open flow, whoever asked for them. Knows no panel. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { calendarNamesQuery } from '../data/editor-queries.ts';
import { calendarNow } from '../flow/calendar-names.ts';
import type { Editor } from './editor-context.ts';

export function useWorkspaceCalendars({ workspaceCalendars }: Editor, workspaceId: string): void {
  const { data: names } = useQuery(calendarNamesQuery(workspaceId));
  useEffect(() => {
    if (names) workspaceCalendars.setState({ calendarNow: (wanted) => calendarNow(names, wanted) });
  }, [workspaceCalendars, names]);
}
