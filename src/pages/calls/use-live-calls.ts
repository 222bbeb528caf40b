/** Keeps lists of calls fresh while Realtime tells of changes; true while it does. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** Several rows change at once: one question is enough. Milliseconds. */
const PAUSE = 400;

export function useLiveCalls(workspaceId: string): boolean {
  const queries = useQueryClient();
  const [isLive, setLive] = useState(false);
  useEffect(() => {
    let isOver = false;
    let stop = () => {};
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      void queries.invalidateQueries({ queryKey: ['calls', workspaceId] });
    };
    void import('../../data/watch-calls.ts').then(
      ({ watchCalls }) => {
        if (isOver) return;
        stop = watchCalls(workspaceId, {
          onChange: () => {
            timer ??= setTimeout(refresh, PAUSE);
          },
          onJoined: (isJoined) => {
            setLive(isJoined);
            // what happened while nothing was told
            if (isJoined) refresh();
          },
        });
      },
      () => {},
    ); // without it, the list asks by itself
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
    };
  }, [queries, workspaceId]);
  return isLive;
}
