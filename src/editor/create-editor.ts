/** Puts the parts of one open flow together: stores, canvas view, checks, autosave. Knows no component. */

import type { FlowDocument, FlowNode } from '../flow/document.ts';
import { layout } from '../flow/layout/layout.ts';
import { cardShape } from '../kinds/card-size.ts';
import { checkFlow, registry } from '../kinds/registry.ts';
import { stableStringify } from '../lib/json.ts';
import { createViewStore } from './canvas/view-store.ts';
import { restoreDraft } from './commands/restore-draft.ts';
import type { Editor } from './editor-context.ts';
import { newId } from './new-id.ts';
import { createAutosave } from './store/autosave.ts';
import { createDocumentStore } from './store/document-store.ts';
import { createOutside } from './store/outside.ts';
import { createPanels } from './store/panels.ts';
import { createProblems } from './store/problems.ts';
import type { DraftPort, SavePort, Timers } from './store/save-port.ts';
import { createWorkspaceFiles, usableFiles } from './store/workspace-files.ts';
import { createWorkspaceHours } from './store/workspace-hours.ts';

export interface OpenedFlow {
  readonly flowId: string;
  readonly workspaceId: string;
  readonly document: FlowDocument;
  readonly revision: number;
  readonly isReadOnly: boolean;
  readonly isLookedAt?: boolean;
}

export interface EditorPorts {
  readonly save: SavePort;
  readonly draft: DraftPort;
  readonly timers: Timers;
}

export interface CreatedEditor extends Editor {
  /** Unsaved work of last time was found and put back. */
  readonly hasRestored: boolean;
}

export function createEditor(
  flow: OpenedFlow,
  { save, draft, timers }: EditorPorts,
  nameOf: (node: FlowNode) => string,
): CreatedEditor {
  const store = createDocumentStore(flow.document, {
    kinds: registry,
    newId,
    now: () => performance.now(),
    layout: (document) => layout(document, cardShape),
  });
  const view = createViewStore(store, nameOf);
  const workspaceFiles = createWorkspaceFiles();
  let files = usableFiles(workspaceFiles.getState());
  const problems = createProblems(store, (document) => checkFlow(document, files), timers);
  workspaceFiles.subscribe((now, before) => {
    if (now.all === before.all) return;
    files = usableFiles(now);
    problems.checkAgain();
  });
  const left = flow.isReadOnly ? undefined : draft.read();
  const isNews = left !== undefined && stableStringify(left.document) !== stableStringify(flow.document);
  if (left && !isNews) draft.clear();
  // Unsaved work goes on from the revision it was based on: saved elsewhere since, the server refuses it, and the
  // person decides; nothing is overwritten.
  const revision = isNews ? left.baseRevision : flow.revision;
  const autosave = createAutosave({ store, port: save, draft, timers, revision });
  const hasRestored = isNews && store.run(restoreDraft, { document: left.document });
  return {
    flowId: flow.flowId,
    workspaceId: flow.workspaceId,
    isReadOnly: flow.isReadOnly,
    isLookedAt: flow.isLookedAt === true,
    store,
    view,
    autosave,
    problems,
    panels: createPanels(),
    workspaceHours: createWorkspaceHours(),
    outside: createOutside(),
    workspaceFiles,
    canvas: { current: null },
    hasRestored,
    stop() {
      autosave.stop();
      problems.stop();
      view.stop();
    },
  };
}
