/** What is open around the canvas, and which step a rehearsal is at. View state of one editor. Knows no panel. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AnytimeRule, NodeId, Point } from '../../flow/document.ts';
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
  /** The rule that the lane was unfolded for. */
  readonly laneRule: AnytimeRule | null;
  readonly rehearsal: boolean;
  readonly publication: boolean;
  /** What was called up above everything else. */
  readonly dialog: 'find' | 'shortcuts' | null;
  readonly tool: CanvasTool;
  /** A large drawing is being laid out beside the page. */
  readonly tidying: { cancel(): void } | null;
  /** The step that the rehearsal is at. */
  readonly live: NodeId | undefined;
}

export function createPanels(): StoreApi<PanelState> {
  return createStore<PanelState>(() => ({
    palette: null,
    problems: false,
    lane: false,
    laneRule: null,
    rehearsal: false,
    publication: false,
    dialog: null,
    tool: 'pan',
    tidying: null,
    live: undefined,
  }));
}
