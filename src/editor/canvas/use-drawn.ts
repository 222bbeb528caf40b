/**
 * Hands React Flow what it draws, past React: a step of a drag draws the card and its links, and no component above them. Of a large
 * drawing it is given what is near, from far away nothing, as the overview paints it then.
 */
import { type ReactFlowState, useStoreApi } from '@xyflow/react';
import { useLayoutEffect } from 'react';
import { isOverview } from './level-of-detail.ts';
import type { Box } from './link-route.ts';
import { areaAround, nearAfterMove, nearCards, serves } from './near-cards.ts';
import type { CanvasEdge, CanvasNode, Drawn } from './to-react-flow.ts';
import type { ViewStore } from './view-store.ts';

type FlowState = ReactFlowState<CanvasNode, CanvasEdge>;

/** So few cards are handed over whole. */
const FEW = 120;
const NOTHING: Drawn = { nodes: [], edges: [] };

export function useDrawn(view: ViewStore): void {
  const flow = useStoreApi<CanvasNode, CanvasEdge>();
  useLayoutEffect(() => {
    const feed = createFeed(view, flow);
    const stops = [view.state.subscribe(feed.drawn), flow.subscribe(feed.looked)];
    feed.drawn();
    return () => {
      for (const stop of stops) stop();
    };
  }, [flow, view]);
}

interface Feed {
  /** The drawing changed. */
  drawn(): void;
  /** What is seen of it may have changed. */
  looked(): void;
}

function createFeed(view: ViewStore, flow: { getState(): FlowState }): Feed {
  let from: Drawn | undefined;
  let given: Drawn | undefined;
  let area: Box | undefined;
  let look: readonly unknown[] = [];

  function give(next: Drawn) {
    const before = given;
    given = next;
    const { setNodes, setEdges } = flow.getState();
    // A link without its cards would be drawn nowhere: they come first.
    if (next.nodes !== before?.nodes) setNodes(next.nodes);
    if (next.edges !== before?.edges) setEdges(next.edges);
  }

  function partOf(drawn: Drawn): Drawn {
    const seen = seenBy(flow.getState());
    area = undefined;
    if (isOverview(flow.getState().transform[2], drawn.nodes.length)) return NOTHING;
    if (drawn.nodes.length <= FEW) return drawn;
    if (!seen) return NOTHING;
    area = areaAround(seen);
    return nearCards(drawn, area);
  }

  return {
    drawn() {
      const drawn = view.state.getState();
      const moved = area && from && given && nearAfterMove(given, from, drawn, area);
      from = drawn;
      give(moved ?? partOf(drawn));
    },
    looked() {
      const { width, height, transform, nodes } = flow.getState();
      // React Flow forgets everything when it is mounted anew, as React's strict mode does with what comes after the first picture.
      if (given && given.nodes.length > 0 && nodes.length === 0) {
        given = undefined;
        give(partOf(view.state.getState()));
        return;
      }
      if (look[0] === width && look[1] === height && look[2] === transform) return;
      look = [width, height, transform];
      const drawn = view.state.getState();
      const isFar = isOverview(transform[2], drawn.nodes.length);
      const seen = seenBy(flow.getState());
      const isServed = area !== undefined && seen !== undefined && !isFar && serves(area, seen);
      if (isServed || (isFar && given === NOTHING) || (!isFar && given === drawn)) return;
      give(partOf(drawn));
    },
  };
}

/** The part of the drawing in the window; undefined before it has a size. */
function seenBy({ width, height, transform: [x, y, zoom] }: FlowState): Box | undefined {
  if (width === 0 || height === 0) return undefined;
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
}
