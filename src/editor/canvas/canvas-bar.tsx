/** The small bar below the canvas: add, tools, zoom, tidy. */
import { type ReactFlowState, useReactFlow, useStore } from '@xyflow/react';
import {
  Hand,
  LoaderCircle,
  Maximize,
  Minus,
  MousePointer2,
  Plus,
  Search,
  Wand2,
  ZoomIn,
} from 'lucide-react';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useDocumentState, useEditor, usePanel } from '../editor-context.ts';
import { keyNames } from '../key-names.ts';
import { editorMessages } from '../messages.ts';
import { isEmpty } from '../store/selection.ts';
import { stopTidying, tidyUp } from '../tidy/tidy-up.ts';
import { UndoButton } from '../top-bar/undo-redo.tsx';
import { ViewSwitch } from '../view-switch.tsx';
import { useShownView } from '../views.ts';
import { offerAnyStep } from './offer-step.ts';
import { fitAll, fitSelection } from './viewport.ts';

const percentOf = (state: ReactFlowState) => Math.round(state.transform[2] * 100);

export function CanvasBar() {
  const editor = useEditor();
  const { panels, isReadOnly } = editor;
  const t = useMessages(editorMessages);
  const tool = usePanel((state) => state.tool);
  const view = useShownView();
  return (
    <div
      role="toolbar"
      aria-label={t.bar.label}
      className="pointer-events-auto flex items-center gap-0.5 rounded-panel border border-line bg-card p-1 shadow-raised"
    >
      {!isReadOnly && (
        <>
          <IconButton
            label={t.addStep}
            keys={keyNames('a')}
            icon={<Plus />}
            variant="primary"
            onPress={() => offerAnyStep(editor)}
          />
          <Divider />
        </>
      )}
      <IconButton
        label={t.bar.pan}
        keys={keyNames('h')}
        icon={<Hand />}
        isActive={tool === 'pan'}
        className="max-sm:hidden"
        onPress={() => panels.setState({ tool: 'pan' })}
      />
      <IconButton
        label={t.bar.select}
        keys={keyNames('v')}
        icon={<MousePointer2 />}
        isActive={tool === 'select'}
        className="max-sm:hidden"
        onPress={() => panels.setState({ tool: 'select' })}
      />
      {!isReadOnly && <UndoButton className="sm:hidden" />}
      <IconButton
        label={t.find}
        keys={keyNames('mod+k')}
        icon={<Search />}
        onPress={() => panels.setState({ dialog: 'find' })}
      />
      <Divider />
      <Zoom />
      <IconButton label={t.bar.fit} keys={keyNames('f')} icon={<Maximize />} onPress={() => fitAll(editor)} />
      <ShowSelection />
      {!isReadOnly && <Tidy />}
      {view === 'canvas' && (
        <>
          <Divider />
          <ViewSwitch />
        </>
      )}
    </div>
  );
}

function ShowSelection() {
  const editor = useEditor();
  const t = useMessages(editorMessages);
  const hasNothing = useDocumentState(({ selection }) => isEmpty(selection));
  return (
    <IconButton
      label={t.bar.fitSelection}
      keys={keyNames('z')}
      icon={<ZoomIn />}
      isDisabled={hasNothing}
      className="max-sm:hidden"
      onPress={() => fitSelection(editor)}
    />
  );
}

/** While a large drawing is laid out, the same button stops it. */
function Tidy() {
  const editor = useEditor();
  const t = useMessages(editorMessages);
  const isTidying = usePanel(({ tidying }) => tidying !== null);
  return (
    <>
      <IconButton
        label={isTidying ? t.bar.stopTidying : t.bar.tidy}
        keys={keyNames('shift+t')}
        icon={isTidying ? <LoaderCircle className="motion-safe:animate-spin" /> : <Wand2 />}
        onPress={() => (isTidying ? stopTidying(editor) : void tidyUp(editor))}
      />
      <span role="status" className="sr-only">
        {isTidying && t.bar.tidying}
      </span>
    </>
  );
}

function Divider() {
  return <span aria-hidden className="mx-1 h-5 w-px bg-line" />;
}

function Zoom() {
  const t = useMessages(editorMessages);
  const format = useFormat();
  const percent = format.percent(useStore(percentOf) / 100);
  const { zoomIn, zoomOut, zoomTo } = useReactFlow();
  return (
    <>
      <IconButton
        label={t.bar.zoomOut}
        icon={<Minus />}
        className="max-sm:hidden"
        onPress={() => void zoomOut({ duration: 120 })}
      />
      <Button
        variant="ghost"
        aria-label={`${t.bar.actualSize}, ${percent}`}
        className="w-14 !px-0 text-sm tabular-nums max-sm:hidden"
        onPress={() => void zoomTo(1, { duration: 120 })}
      >
        {percent}
      </Button>
      <IconButton
        label={t.bar.zoomIn}
        icon={<Plus />}
        className="max-sm:hidden"
        onPress={() => void zoomIn({ duration: 120 })}
      />
    </>
  );
}
