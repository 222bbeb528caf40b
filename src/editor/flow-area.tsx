/** The drawing, its outline, or both; where only the outline is shown, what floats over the canvas elsewhere stands beside it, or fills the screen of a phone. */
import { Plus, Search } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { AnytimeLane } from './anytime-lane/anytime-lane.tsx';
import { laneMessages } from './anytime-lane/messages.ts';
import { offerAnyStep } from './canvas/offer-step.ts';
import { useDocumentState, useEditor, usePanel } from './editor-context.ts';
import { keyNames } from './key-names.ts';
import { LaterInspector, LaterOutline, LaterPalette, LaterProblems } from './later-parts.tsx';
import { editorMessages } from './messages.ts';
import { PanelBoundary } from './panel-boundary.tsx';
import { PanelWaiting } from './panel-waiting.tsx';
import { panelMessages } from './problems-panel/messages.ts';
import { StepFormPlace } from './step-form-place.tsx';
import { NOTHING_SELECTED, onlyNode } from './store/selection.ts';
import { UndoButton } from './top-bar/undo-redo.tsx';
import { ViewSwitch } from './view-switch.tsx';
import { useIsNarrow, useShownView } from './views.ts';

export function FlowArea({ canvas }: { readonly canvas: ReactNode }) {
  const view = useShownView();
  const isNarrow = useIsNarrow();
  const isAlone = view === 'outline';
  return (
    <div className="relative flex min-h-0 min-w-0 flex-1 overflow-hidden bg-canvas">
      {isAlone && (isNarrow ? <Sheets /> : <LeftColumn />)}
      {view !== 'canvas' && (
        <div
          key="outline"
          className={
            isAlone
              ? 'relative flex min-w-0 flex-1 flex-col'
              : 'w-100 shrink-0 border-r border-line max-lg:w-80'
          }
        >
          <div className={isAlone ? 'mx-auto min-h-0 w-full max-w-3xl flex-1' : 'h-full'}>
            <PanelBoundary waiting={<PanelWaiting />}>
              <LaterOutline {...(isAlone ? { bar: <OutlineBar /> } : { tools: <ViewSwitch /> })} />
            </PanelBoundary>
          </div>
        </div>
      )}
      {isAlone && !isNarrow && <FormColumn />}
      {isAlone ? (
        <PanelBoundary>
          <LaterPalette />
        </PanelBoundary>
      ) : (
        <div key="canvas" className="flex min-w-0 flex-1">
          <ForgetCanvas />
          {canvas}
        </div>
      )}
    </div>
  );
}

/** Nothing moves a canvas that is no longer drawn. */
function ForgetCanvas() {
  const { canvas } = useEditor();
  useEffect(
    () => () => {
      canvas.current = null;
    },
    [canvas],
  );
  return null;
}

function FormColumn() {
  const isOpen = useDocumentState(({ selection }) => onlyNode(selection) !== undefined);
  return (
    <StepFormPlace className={`flex w-90 shrink-0 items-start py-3 pr-3 ${isOpen ? '' : 'max-lg:hidden'}`}>
      <PanelBoundary waiting={<PanelWaiting />}>
        <LaterInspector />
      </PanelBoundary>
    </StepFormPlace>
  );
}

function LeftColumn() {
  const hasProblems = usePanel(({ problems }) => problems);
  const hasLane = usePanel(({ lane }) => lane);
  if (!hasProblems && !hasLane) return null;
  return (
    <div className="flex w-80 shrink-0 flex-col gap-3 overflow-hidden py-3 pl-3">
      {hasLane && (
        <PanelBoundary>
          <AnytimeLane />
        </PanelBoundary>
      )}
      {hasProblems && (
        <PanelBoundary waiting={<PanelWaiting />}>
          <LaterProblems />
        </PanelBoundary>
      )}
    </div>
  );
}

/** On a phone each of them has the screen for itself. */
function Sheets() {
  const { panels, store, outline } = useEditor();
  const t = useMessages(editorMessages);
  const { title: problemsTitle } = useMessages(panelMessages);
  const { title: laneTitle } = useMessages(laneMessages);
  const hasForm = usePanel(({ form }) => form);
  const hasProblems = usePanel(({ problems }) => problems);
  const hasLane = usePanel(({ lane }) => lane);
  const selected = useDocumentState(({ selection }) => onlyNode(selection));
  // Without a step to show, it was closed by its own button, or its step is gone.
  useEffect(() => {
    if (selected === undefined) panels.setState({ form: false });
  }, [panels, selected]);
  // Closed together with the step whose row would get the focus back.
  useEffect(() => {
    if (!hasForm) return undefined;
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) outline.current?.focusLast();
      });
    };
  }, [outline, hasForm]);
  // Chosen in the list of problems, a step is shown with them.
  useEffect(() => {
    if (!hasProblems) return undefined;
    // So that the one that was selected can be chosen too.
    store.select(NOTHING_SELECTED);
    return store.state.subscribe(({ selection }, before) => {
      if (selection !== before.selection && onlyNode(selection) !== undefined)
        panels.setState({ problems: false, form: true });
    });
  }, [store, panels, hasProblems]);
  return (
    <>
      <Sheet
        isOpen={hasForm && selected !== undefined}
        onClose={() => panels.setState({ form: false })}
        label={t.inspector.label}
      >
        <div data-step-form className="flex *:h-full *:max-h-none *:rounded-none *:border-0">
          <PanelBoundary waiting={<PanelWaiting />}>
            <LaterInspector />
          </PanelBoundary>
        </div>
      </Sheet>
      <Sheet isOpen={hasProblems} onClose={() => panels.setState({ problems: false })} label={problemsTitle}>
        <PanelBoundary waiting={<PanelWaiting />}>
          <LaterProblems />
        </PanelBoundary>
      </Sheet>
      <Sheet
        isOpen={hasLane}
        onClose={() => panels.setState({ lane: false, laneRule: null })}
        label={laneTitle}
      >
        <PanelBoundary>
          <AnytimeLane />
        </PanelBoundary>
      </Sheet>
    </>
  );
}

/** Where thumbs are. */
function OutlineBar() {
  const editor = useEditor();
  const t = useMessages(editorMessages);
  return (
    <div
      role="toolbar"
      aria-label={t.bar.label}
      className="mx-auto my-3 flex items-center gap-1 rounded-panel border border-line bg-card p-1 shadow-raised max-md:my-0 max-md:w-full max-md:justify-between max-md:rounded-none max-md:border-x-0 max-md:border-b-0 max-md:px-3 max-md:pb-[max(4px,env(safe-area-inset-bottom))]"
    >
      <ViewSwitch />
      <span className="flex items-center gap-1">
        {!editor.isReadOnly && <UndoButton className="sm:hidden" />}
        <IconButton
          label={t.find}
          keys={keyNames('mod+k')}
          icon={<Search />}
          onPress={() => editor.panels.setState({ dialog: 'find' })}
        />
        {!editor.isReadOnly && (
          <IconButton
            label={t.addStep}
            keys={keyNames('a')}
            icon={<Plus />}
            variant="primary"
            onPress={() => offerAnyStep(editor)}
          />
        )}
      </span>
    </div>
  );
}
