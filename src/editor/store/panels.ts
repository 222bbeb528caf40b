/** What is open around the canvas, and which step a rehearsal is at. View state of one editor. Knows no panel. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NodeId, Point } from '../../flow/document.ts';
import type { ExitPlace } from '../commands/drawing.ts';

/** The palette is open: where it stands on the canvas, where the step will be put, and what leads to it. */
export interface PaletteRequest {
  /** Pixels inside the canvas; undefined puts it above the bar. */
  readonly anchor?: Point;
  /** Top left corner of the new step, in the drawing. */
  readonly at: Point;
  readonly from?: ExitPlace;
}

export type CanvasTool = 'select' | 'pan';

export interface PanelState {
  readonly palette: PaletteRequest | null;
  readonly problems: boolean;
  /** The rules that hold at any time are unfolded. */
  readonly lane: boolean;
  readonly rehearsal: boolean;
  readonly publication: boolean;
  readonly tool: CanvasTool;
  /** The step that the rehearsal is at. */
  readonly live: NodeId | undefined;
}

export function createPanels(): StoreApi<PanelState> {
  return createStore<PanelState>(() => ({
    palette: null,
    problems: false,
    lane: false,
    rehearsal: false,
    publication: false,
    tool: 'pan',
    live: undefined,
  }));
}
