/** Puts the parts of one open flow together: stores, canvas view, checks, autosave. Knows no component. */

import type { StoreApi } from 'zustand/vanilla';
import type { FlowDocument, FlowNode } from '../flow/document.ts';
import { drawnKinds } from '../kinds/drawn.ts';
import { withFoldedSteps, withoutFrames } from './canvas/sections.ts';
import { createViewStore } from './canvas/view-store.ts';
import type { Damage } from './damage/damage.ts';
import type { Editor } from './editor-context.ts';
import type { LaterEngine } from './engine.ts';
import { newId } from './new-id.ts';
import { createAutosave } from './store/autosave.ts';
import { createDocumentStore } from './store/document-store.ts';
import { createFolds, type FoldsPort } from './store/folds.ts';
import { createOutside } from './store/outside.ts';
import { createPanels } from './store/panels.ts';
import { createProblems } from './store/problems.ts';
import type { DraftPort, LeftDraft, SavePort, Timers } from './store/save-port.ts';
import { createWorkspaceCalendars } from './store/workspace-calendars.ts';
import { createWorkspaceFiles, usableFiles } from './store/workspace-files.ts';
import { createWorkspaceHours } from './store/workspace-hours.ts';

export interface OpenedFlow {
  readonly flowId: string;
  readonly workspaceId: string;
  readonly person: string;
  readonly document: FlowDocument;
  readonly revision: number;
  readonly isReadOnly: boolean;
  /** Why it may only be looked at, when it cannot be read whole or is too large. */
  readonly damage?: Damage | null;
  readonly isLookedAt?: boolean;
}

export interface EditorPorts {
  readonly save: SavePort;
  readonly draft: DraftPort;
  /** Work of tabs that are gone. */
  readonly left: readonly LeftDraft[];
  /** Whether this machine keeps no drafts. */
  readonly blocked: StoreApi<boolean>;
  readonly timers: Timers;
  readonly engine: LaterEngine;
  /** Changes of somebody else came in. */
  onMerged?(): void;
  /** Absent: sections are unfolded at first. */
  readonly folds?: FoldsPort;
}

export interface CreatedEditor extends Editor {
  /** Unsaved work of last time was found and put back. */
  readonly hasRestored: boolean;
}

export function createEditor(
  flow: OpenedFlow,
  { save, draft, left, blocked, timers, engine, onMerged, folds: foldsPort }: EditorPorts,
  nameOf: (node: FlowNode) => string,
): CreatedEditor {
  const folds = createFolds(foldsPort);
  const store = createDocumentStore(flow.document, {
    kinds: drawnKinds,
    newId,
    now: () => performance.now(),
    // Whoever tidies up waits for the engine first.
    layout: (document) => engine.now()?.layout(withoutFrames(document, drawnKinds)) ?? {},
    meantBy: (selection, document) =>
      withFoldedSteps(selection, document, drawnKinds, folds.state.getState()),
  });
  const view = createViewStore(store, nameOf, folds, timers);
  const workspaceFiles = createWorkspaceFiles();
  const workspaceCalendars = createWorkspaceCalendars();
  const holdings = () => ({ ...usableFiles(workspaceFiles.getState()), ...workspaceCalendars.getState() });
  let workspace = holdings();
  const problems = createProblems(
    store,
    () => {
      const part = engine.now();
      return part && ((document) => part.check(document, workspace));
    },
    timers,
  );
  const learn = () => {
    workspace = holdings();
    problems.checkAgain();
  };
  workspaceFiles.subscribe((now, before) => now.all === before.all || learn());
  workspaceCalendars.subscribe(learn);
  const panels = createPanels();
  const autosave = createAutosave({
    store,
    port: save,
    draft,
    timers,
    engine,
    revision: flow.revision,
    left: flow.isReadOnly ? [] : left,
    ...(onMerged ? { onMerged } : {}),
  });
  let isStopped = false;
  if (!engine.now())
    engine.load().then(
      () => isStopped || problems.checkAgain(),
      () => {},
    ); // asked for again with the next edit
  const hasRestored = store.state.getState().document !== flow.document;
  return {
    flowId: flow.flowId,
    workspaceId: flow.workspaceId,
    person: flow.person,
    isReadOnly: flow.isReadOnly,
    damage: flow.damage ?? null,
    isLookedAt: flow.isLookedAt === true,
    store,
    engine,
    view,
    autosave,
    problems,
    panels,
    workspaceHours: createWorkspaceHours(),
    outside: createOutside(),
    workspaceFiles,
    workspaceCalendars,
    saveCopy: save.saveCopy,
    blocked,
    canvas: { current: null },
    outline: { current: null },
    hasRestored,
    stop() {
      isStopped = true;
      panels.getState().tidying?.cancel();
      autosave.stop();
      problems.stop();
      view.stop();
    },
  };
}
