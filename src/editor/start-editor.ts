/** Opens the editor of a flow in this browser: its drafts, its clock, and the other tabs that show the same flow. */

import { deviceStorage } from '../data/device-storage.ts';
import type { StoredFlow } from '../data/flows.ts';
import { languageState } from '../i18n/language.ts';
import { kindNamesIn } from '../kinds/kind-words.ts';
import { later, partOf } from '../ui/later.ts';
import { type CreatedEditor, createEditor, type EditorPorts, type OpenedFlow } from './create-editor.ts';
import { createDraftShelf } from './drafts/draft-shelf.ts';
import { followIn, openDrafts } from './drafts/open-drafts.ts';
import { createFlowSave, readDocument } from './store/flow-save.ts';
import { createLocalFolds } from './store/folds.ts';
import type { Timers } from './store/save-port.ts';
import type { Autosave } from './store/save-state.ts';
import { createViewChoice } from './store/view-choice.ts';

export interface StartedEditor {
  readonly editor: CreatedEditor;
  /** Saves what is left, in a draft at least, and lets the drafts go to whoever opens the flow next. */
  close(): Promise<unknown>;
}

/** Its absence keeps nobody from drawing. */
const engine = later(async () => (await import('./engine.ts')).engine);

const timers: Timers = {
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

export type FlowToOpen = Pick<OpenedFlow, 'document' | 'isReadOnly' | 'isLookedAt' | 'damage' | 'person'>;

export async function startEditor(
  stored: StoredFlow,
  { document, isReadOnly, isLookedAt = false, damage = null, person }: FlowToOpen,
  onMerged: NonNullable<EditorPorts['onMerged']>,
): Promise<StartedEditor> {
  const drafts = await openDrafts({
    shelf: createDraftShelf(() => localStorage),
    locks: navigator.locks,
    timers,
    person,
    flow: stored.id,
    tab: crypto.randomUUID(),
    read: readDocument,
    now: () => Date.now(),
    follow: followIn(() => sessionStorage),
  });
  // What was left unsaved is merged in before it is shown.
  if (drafts.left.length > 0) await partOf(engine);
  const editor = createEditor(
    {
      flowId: stored.id,
      workspaceId: stored.workspaceId,
      revision: stored.revision,
      document,
      isReadOnly,
      isLookedAt,
      damage,
      person,
    },
    {
      save: createFlowSave(stored.id, stored.workspaceId, person),
      draft: drafts.draft,
      left: drafts.left,
      blocked: drafts.blocked,
      timers,
      engine,
      folds: createLocalFolds(deviceStorage, person, stored.id),
      onMerged,
    },
    (node) => kindNamesIn(languageState()).step(node),
  );
  keepViewChoice(editor, person);
  const leave = joinTabs(stored.id, editor.autosave);
  return {
    editor,
    close() {
      leave();
      const saved = editor.autosave.flush();
      editor.stop();
      drafts.close();
      return saved;
    },
  };
}

/** Tabs of this browser tell each other what they saved, so that nobody works on an old drawing for long. */
function joinTabs(flow: string, autosave: Autosave): () => void {
  const channel = new BroadcastChannel(`allokoli:flow:${flow}`);
  let told = autosave.revision();
  const stop = autosave.state.subscribe(({ status }) => {
    const revision = autosave.revision();
    if (status !== 'saved' || revision <= told) return;
    told = revision;
    channel.postMessage(revision);
  });
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'number' && data > autosave.revision()) autosave.pull();
  };
  return () => {
    stop();
    channel.close();
  };
}

/** Canvas or outline: as the person left it on this device. */
function keepViewChoice({ panels }: CreatedEditor, person: string): void {
  const choice = createViewChoice(deviceStorage, person);
  const view = choice.read();
  if (view) panels.setState({ view });
  panels.subscribe((now, before) => {
    if (now.view !== before.view) choice.write(now.view);
  });
}
