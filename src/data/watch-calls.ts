/**
 * Calls of a workspace as they happen, where Supabase is hosted: Realtime tells of rows that change, of those that row-level security lets
 * the person read. What changed is asked for as ever; this only says when. Where nothing joins, whoever lists calls goes on asking.
 */
import type { RealtimeClient } from '@supabase/supabase-js';
import { isLocalStack, SUPABASE_KEY, SUPABASE_URL } from './client.ts';
import { accessToken } from './session.ts';

export interface CallWatcher {
  /** A call of the workspace began, changed or went. */
  onChange(): void;
  /** Whether changes are told now; false until the channel has joined, and while it is lost. */
  onJoined(isJoined: boolean): void;
}

/** Null where there is no Realtime to speak to. */
export type OpenRealtime = () => Promise<RealtimeClient | null>;

const openHosted: OpenRealtime = async () => {
  if (isLocalStack) return null;
  const { RealtimeClient: Realtime } = await import('@supabase/supabase-js');
  return new Realtime(`${SUPABASE_URL.replace(/^http/, 'ws')}/realtime/v1`, {
    params: { apikey: SUPABASE_KEY },
    // Asked again when the socket opens anew, and before a token ends.
    accessToken,
  });
};

/** Gives what ends it. */
export function watchCalls(
  workspaceId: string,
  watcher: CallWatcher,
  open: OpenRealtime = openHosted,
): () => void {
  let isOver = false;
  let close = () => {};
  const tell = (isJoined: boolean) => {
    if (!isOver) watcher.onJoined(isJoined);
  };
  const begin = async () => {
    const realtime = await open();
    if (realtime === null || isOver) return;
    const channel = realtime.channel(`calls of ${workspaceId}`);
    close = () => {
      void realtime.removeChannel(channel).finally(() => realtime.disconnect());
    };
    await realtime.setAuth();
    if (isOver) return close();
    channel
      .on(
        'postgres_changes',
        { event: '*', schema: 'public', table: 'calls', filter: `workspace_id=eq.${workspaceId}` },
        () => {
          if (!isOver) watcher.onChange();
        },
      )
      .subscribe((status) => tell(status === 'SUBSCRIBED'));
  };
  begin().catch(() => tell(false));
  return () => {
    isOver = true;
    close();
  };
}
