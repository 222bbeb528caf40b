/** Where the cards of a map are, for links that want to pass between them. Asked when a link is drawn; nobody is told of later moves. */
import { useStoreApi } from '@xyflow/react';
import type { Box } from './link-route.ts';

/** A function, so that short links need not look. */
export function useCards(): () => Iterable<Box> {
  const { getState } = useStoreApi();
  return () => boxesOf(getState().nodeLookup.values());
}

function* boxesOf(
  nodes: Iterable<{
    readonly type?: string | undefined;
    readonly internals: { readonly positionAbsolute: { readonly x: number; readonly y: number } };
    readonly measured: { readonly width?: number | undefined; readonly height?: number | undefined };
  }>,
): Iterable<Box> {
  // The steps of an open section are in the way, its frame is not.
  for (const { type, internals, measured } of nodes)
    if (type !== 'frame')
      yield { ...internals.positionAbsolute, width: measured.width ?? 0, height: measured.height ?? 0 };
}
