/** Where everything of an open flow stands: bar above, canvas edge to edge, panels floating over it, rehearsal at the right. */
import { Phone } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useMessages } from '../i18n/use-messages.ts';
import { useKindNames } from '../kinds/kind-words.ts';
import { Button } from '../ui/button.tsx';
import { Announcer } from './announcer.tsx';
import { AnytimeLane } from './anytime-lane/anytime-lane.tsx';
import { CalledDialogs } from './called-dialogs.tsx';
import { CanvasBar } from './canvas/canvas-bar.tsx';
import { FlowCanvas } from './canvas/flow-canvas.tsx';
import { useClipboard } from './clipboard/use-clipboard.ts';
import { addStep } from './commands/add-step.ts';
import { type Editor, EditorProvider, useDocumentState, useEditor, usePanel } from './editor-context.ts';
import { FlowArea } from './flow-area.tsx';
import {
  LaterCanvasMenu,
  LaterFirstSteps,
  LaterInspector,
  LaterPalette,
  LaterProblems,
  LaterPublication,
  LaterRehearsal,
  LaterSelectionBar,
  LaterTour,
} from './later-parts.tsx';
import { editorMessages } from './messages.ts';
import { PanelBoundary } from './panel-boundary.tsx';
import { PanelWaiting } from './panel-waiting.tsx';
import { PrintedFlow } from './printed-flow/printed-flow.tsx';
import { StepFormPlace } from './step-form-place.tsx';
import type { Autosave } from './store/save-state.ts';
import { onlyNode } from './store/selection.ts';
import { SaveBanner } from './top-bar/save-banner.tsx';
import { TopBar } from './top-bar/top-bar.tsx';
import { useAnnouncements } from './use-announcements.ts';
import { useAsked } from './use-asked.ts';
import { useShortcuts } from './use-shortcuts.ts';

export function EditorFrame({ editor }: { readonly editor: Editor }) {
  const isRehearsing = useStore(editor.panels, ({ rehearsal }) => rehearsal);
  const isPublishing = useStore(editor.panels, ({ publication }) => publication);
  useShortcuts(editor);
  useClipboard(editor);
  useAnnouncements(editor);
  useFlushWhenLeaving(editor.autosave);
  useAsked(editor);
  return (
    <EditorProvider value={editor}>
      <div className="flex h-full min-h-0 flex-col">
        <PanelBoundary name="topBar">
          <TopBar />
        </PanelBoundary>
        <PanelBoundary name="banner">
          <SaveBanner />
        </PanelBoundary>
        <PanelBoundary fallback={null}>
          <LaterFirstSteps />
        </PanelBoundary>
        <PanelBoundary fallback={null}>
          <LaterTour />
        </PanelBoundary>
        <div className="flex min-h-0 flex-1">
          <FlowArea canvas={<CanvasArea />} />
          {isRehearsing && (
            <PanelBoundary
              name="rehearse"
              waiting={<PanelWaiting isBeside />}
              onClose={() => editor.panels.setState({ rehearsal: false })}
            >
              <LaterRehearsal />
            </PanelBoundary>
          )}
        </div>
        {isPublishing && (
          <PanelBoundary name="publish" onClose={() => editor.panels.setState({ publication: false })}>
            <LaterPublication />
          </PanelBoundary>
        )}
        <PanelBoundary name="find" onClose={() => editor.panels.setState({ dialog: null })}>
          <CalledDialogs />
        </PanelBoundary>
        <Announcer />
        <PrintedFlow />
      </div>
    </EditorProvider>
  );
}

function CanvasArea() {
  const t = useMessages(editorMessages);
  const hasProblems = usePanel(({ problems }) => problems);
  return (
    <section aria-label={t.canvas.label} className="relative min-w-0 flex-1 overflow-hidden bg-canvas">
      <PanelBoundary name="canvas">
        <FlowCanvas />
      </PanelBoundary>
      <EmptyCanvas />
      <div
        className={`pointer-events-none absolute inset-x-3 top-3 z-[6] flex max-h-[calc(100%-84px)] max-sm:justify-center sm:mr-93 [&>*]:pointer-events-auto ${hasProblems ? 'sm:ml-80' : 'sm:ml-0'}`}
      >
        <PanelBoundary name="lane">
          <AnytimeLane />
        </PanelBoundary>
      </div>
      {hasProblems && (
        <div className="absolute top-3 left-3 z-10 flex max-h-[calc(100%-84px)] w-[calc(100%-24px)] sm:w-80">
          <PanelBoundary name="problems" waiting={<PanelWaiting />}>
            <LaterProblems />
          </PanelBoundary>
        </div>
      )}
      {/* Where both do not fit beside each other, the bar moves out of the way of the form; where there is no room, the form ends above it. */}
      <div className="pointer-events-none @container absolute inset-0 z-10">
        <StepFormPlace className="absolute inset-3 z-10 flex w-auto items-end @max-[74rem]:bottom-18 sm:left-auto sm:w-90 sm:items-start [&>*]:pointer-events-auto">
          <PanelBoundary name="inspector" waiting={<PanelWaiting />}>
            <LaterInspector />
          </PanelBoundary>
        </StepFormPlace>
        <BarPlace />
      </div>
      <PanelBoundary name="palette">
        <LaterPalette />
      </PanelBoundary>
      <PanelBoundary>
        <LaterCanvasMenu />
      </PanelBoundary>
    </section>
  );
}

function BarPlace() {
  const isSettings = usePanel(({ settings }) => settings);
  const hasForm = useDocumentState(({ selection }) => onlyNode(selection) !== undefined) || isSettings;
  return (
    <div
      className={`absolute inset-x-0 bottom-3 flex flex-col items-center gap-2 ${hasForm ? '@min-[74rem]:@max-[84rem]:right-93' : ''}`}
    >
      <PanelBoundary name="bar">
        <PanelBoundary>
          <LaterSelectionBar />
        </PanelBoundary>
        <CanvasBar />
      </PanelBoundary>
    </div>
  );
}

function EmptyCanvas() {
  const { store, view, isReadOnly } = useEditor();
  const t = useMessages(editorMessages);
  const names = useKindNames();
  const entry = [...store.kinds.values()].find((kind) => kind.entry);
  // Asked of the cards: counting the keys of thousands of steps at each edit costs more than the edit.
  const isEmpty = useStore(view.state, ({ nodes }) => nodes.length === 0);
  if (!isEmpty) return null;
  return (
    <div className="pointer-events-none absolute inset-0 z-[5] grid place-items-center">
      <div className="pointer-events-auto flex flex-col items-center gap-1 text-center">
        <h2 className="text-md font-semibold">{t.canvas.empty}</h2>
        <p className="text-base text-muted">{t.canvas.emptyText}</p>
        {!isReadOnly && entry && (
          <Button
            className="mt-4"
            variant="primary"
            icon={<Phone />}
            onPress={() => store.run(addStep, { kind: entry.id, position: { x: 0, y: 0 } })}
          >
            {names.kind(entry.id)}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Leaving must not cost a keystroke: the page may be frozen or thrown away once it is hidden. */
function useFlushWhenLeaving(autosave: Autosave): void {
  useEffect(() => {
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') autosave.leave();
      else {
        autosave.retry();
        autosave.pull();
      }
    };
    window.addEventListener('pagehide', autosave.leave);
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('online', autosave.retry);
    return () => {
      window.removeEventListener('pagehide', autosave.leave);
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('online', autosave.retry);
    };
  }, [autosave]);
}
