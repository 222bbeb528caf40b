/** What is open around the canvas, and which step a rehearsal is at. View state of one editor. Knows no panel. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AnytimeRule, EdgeId, ExitId, NodeId, Point } from '../../flow/document.ts';
import type { ExitPlace } from '../commands/drawing.ts';

/** The palette is open: where it stands on the canvas, where the step will be put, and what leads to it. */
export interface PaletteRequest {
  /** Pixels inside the canvas; undefined puts it above the bar. */
  readonly anchor?: Point;
  /** Top left corner of the new step, in the drawing. */
  readonly at: Point;
  readonly from?: ExitPlace;
  /** The link that the step is put on; `at` is the middle of its card then. */
  readonly edge?: EdgeId;
}

/** A menu at a point of the window: for a step, a link, or the canvas. */
export interface MenuRequest {
  readonly at: Point;
  readonly on:
    | { readonly type: 'step'; readonly node: NodeId }
    | { readonly type: 'link'; readonly edge: EdgeId }
    | { readonly type: 'canvas' };
}

/** What is being written on a card: its title, or the words that its kind shows there. */
export interface InlineEdit {
  readonly node: NodeId;
  readonly part: 'title' | 'words';
}

/** Where in an open form somebody was sent to. */
export interface WantedField {
  /** Key of the problem that is mended there (`problemKey`). */
  readonly problem: string;
  readonly exit: ExitId | undefined;
}

/** A kind of step, or a word of the app (`src/help/glossary.ts`). */
export type HelpOn = { readonly kind: string } | { readonly term: string };

export type CanvasTool = 'select' | 'pan';

/** How the drawing is shown: drawn, read, or both beside each other. */
export const EDITOR_VIEWS = ['canvas', 'both', 'outline'] as const;
export type EditorView = (typeof EDITOR_VIEWS)[number];

/** What the panel of the rehearsal shows: a conversation, kept tests, or a way that is read aloud. */
export type RehearsalTab = 'talk' | 'tests' | 'listen';

export interface PanelState {
  readonly palette: PaletteRequest | null;
  readonly problems: boolean;
  /** The rules that hold at any time are unfolded. */
  readonly lane: boolean;
  /** The rule that the lane was unfolded for. */
  readonly laneRule: AnytimeRule | null;
  /** The settings of the flow stand where the form of a step would. */
  readonly settings: boolean;
  readonly wanted: WantedField | null;
  readonly rehearsal: boolean;
  readonly rehearsalTab: RehearsalTab;
  /** A rehearsal from this step on was asked for; a new object each time. */
  readonly rehearseFrom: { readonly node: NodeId } | null;
  readonly publication: boolean;
  /** What was called up above everything else. */
  readonly dialog: 'find' | 'shortcuts' | 'conflict' | 'aside' | 'help' | null;
  /** What the help is about, while it is called up. */
  readonly helpOn: HelpOn | null;
  /** Which stop of the tour is shown, from 0. */
  readonly tour: number | null;
  readonly menu: MenuRequest | null;
  readonly inline: InlineEdit | null;
  readonly tool: CanvasTool;
  readonly view: EditorView;
  /** The same where there is room for one of them only. */
  readonly narrowView: Exclude<EditorView, 'both'>;
  /** Where there is little room: the form of the selected step was asked for. */
  readonly form: boolean;
  /** A large drawing is being laid out beside the page. */
  readonly tidying: { cancel(): void } | null;
  /** The step that the rehearsal is at. */
  readonly live: NodeId | undefined;
  /** That it is there is concluded, not reported. */
  readonly isLiveInferred: boolean;
}

export function createPanels(): StoreApi<PanelState> {
  return createStore<PanelState>(() => ({
    palette: null,
    problems: false,
    lane: false,
    laneRule: null,
    settings: false,
    wanted: null,
    rehearsal: false,
    rehearsalTab: 'talk',
    rehearseFrom: null,
    publication: false,
    dialog: null,
    helpOn: null,
    tour: null,
    menu: null,
    inline: null,
    tool: 'pan',
    view: 'canvas',
    narrowView: 'outline',
    form: false,
    tidying: null,
    live: undefined,
    isLiveInferred: false,
  }));
}
