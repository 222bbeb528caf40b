/** The parts of one open flow, handed down to every panel, and the hooks that listen to them narrowly. */
import type { ReactFlowInstance } from '@xyflow/react';
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { FlowNode, NodeId } from '../flow/document.ts';
import type { Problem } from '../flow/problem.ts';
import type { CardDocument } from '../kinds/kind-view.ts';
import type { CanvasEdge, CanvasNode } from './canvas/to-react-flow.ts';
import type { ViewStore } from './canvas/view-store.ts';
import type { Damage } from './damage/damage.ts';
import type { LaterEngine } from './engine.ts';
import type { DocumentState, DocumentStore } from './store/document-store.ts';
import type { OutsideStore } from './store/outside.ts';
import type { PanelState } from './store/panels.ts';
import type { Problems } from './store/problems.ts';
import type { SavePort } from './store/save-port.ts';
import type { Autosave } from './store/save-state.ts';
import type { WorkspaceCalendarsStore } from './store/workspace-calendars.ts';
import type { WorkspaceFilesStore } from './store/workspace-files.ts';
import type { WorkspaceHoursStore } from './store/workspace-hours.ts';

export type CanvasInstance = ReactFlowInstance<CanvasNode, CanvasEdge>;

/** What others may ask of the outline. */
export interface OutlineHandle {
  /** Gives the row of a step the focus, also of one that is about to be added. */
  focus(node: NodeId): void;
  /** Gives the row that had it last the focus. */
  focusLast(): void;
  /** Whether the person works in it, rather than on the canvas. */
  isHome(): boolean;
}

export interface Editor {
  readonly flowId: string;
  readonly workspaceId: string;
  /** Whose work it is. */
  readonly person: string;
  readonly isReadOnly: boolean;
  readonly damage: Damage | null;
  /** Read-only because the person may not change flows of this workspace. */
  readonly isLookedAt: boolean;
  readonly store: DocumentStore;
  readonly engine: LaterEngine;
  readonly view: ViewStore;
  readonly problems: Problems;
  readonly autosave: Autosave;
  readonly panels: StoreApi<PanelState>;
  readonly workspaceHours: WorkspaceHoursStore;
  readonly outside: OutsideStore;
  readonly workspaceFiles: WorkspaceFilesStore;
  readonly workspaceCalendars: WorkspaceCalendarsStore;
  /** Saves as a new flow. */
  readonly saveCopy: SavePort['saveCopy'];
  /** Whether this machine keeps no drafts: its storage is full or forbidden. */
  readonly blocked: StoreApi<boolean>;
  /** Null until the canvas is drawn. */
  readonly canvas: { current: CanvasInstance | null };
  /** Null while the outline is not shown. */
  readonly outline: { current: OutlineHandle | null };
  stop(): void;
}

const EditorContext = createContext<Editor | null>(null);
export const EditorProvider = EditorContext.Provider;

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('useEditor stands outside an EditorProvider');
  return editor;
}

export function useDocumentState<Value>(select: (state: DocumentState) => Value): Value {
  return useStore(useEditor().store.state, select);
}

export function usePanel<Value>(select: (state: PanelState) => Value): Value {
  return useStore(useEditor().panels, select);
}

/** One step; draws again only when this very step changes. */
export function useNode(id: NodeId): FlowNode | undefined {
  const { store } = useEditor();
  const subscribe = useCallback((listener: () => void) => store.onNode(id, listener), [store, id]);
  return useSyncExternalStore(subscribe, () => store.state.getState().document.nodes[id]);
}

export function useNodeProblems(id: NodeId): readonly Problem[] {
  const { problems } = useEditor();
  const subscribe = useCallback((listener: () => void) => problems.onNode(id, listener), [problems, id]);
  return useSyncExternalStore(subscribe, () => problems.of(id));
}

/** The linked exits of a step, between line breaks. */
export function useWired(id: NodeId): string {
  const { view } = useEditor();
  const subscribe = useCallback((listener: () => void) => view.onWired(id, listener), [view, id]);
  return useSyncExternalStore(subscribe, () => view.wired(id));
}

/** What cards show besides their own step; changes only when that changes. */
export function useCardDocument(): CardDocument {
  const information = useDocumentState(({ document }) => document.information);
  const hours = useDocumentState(({ document }) => document.hours);
  return { information, hours };
}
