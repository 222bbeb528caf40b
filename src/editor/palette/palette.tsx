/** The list of steps to add: by pointer, by keyboard, or dragged onto the canvas. */
import { CircleHelp, Search, X } from 'lucide-react';
import { type DragEvent, Fragment, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { KindTile } from '../canvas/card-frame.tsx';
import { carryItem } from '../canvas/palette-drag.ts';
import { useDocumentState, useEditor, usePanel } from '../editor-context.ts';
import { focusStep } from '../focus-step.ts';
import { editorMessages } from '../messages.ts';
import type { PaletteRequest } from '../store/panels.ts';
import { useHasRuntime } from '../use-has-runtime.ts';
import { useIsNarrow } from '../views.ts';
import { addAndShow } from './add-item.ts';
import { BlockTile } from './block-tile.tsx';
import { useBlockWords } from './block-words.ts';
import { goesOn, type PaletteEntry, paletteEntries } from './palette-entries.ts';

const WIDTH = 380;
const HEIGHT = 400;
const MARGIN = 12;
/** The part of the canvas that it takes at most when it lies below. */
const BELOW = 0.45;

export function Palette() {
  const request = usePanel(({ palette }) => palette);
  return request && <OpenPalette key={`${request.at.x} ${request.at.y}`} request={request} />;
}

function OpenPalette({ request }: { readonly request: PaletteRequest }) {
  const editor = useEditor();
  const { store, panels } = editor;
  const t = useMessages(editorMessages);
  const names = { ...useKindNames(), block: useBlockWords() };
  const document = useDocumentState((state) => state.document);
  const hasRuntime = useHasRuntime();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const all = paletteEntries(store.kinds, document, request.from !== undefined, names, query, hasRuntime);
  const entries = request.edge ? all.filter((entry) => goesOn(store.kinds, entry)) : all;
  const close = () => panels.setState({ palette: null });
  // What is read above it, its help, is not beside it.
  const closeUncovered = () => panels.getState().dialog === null && close();
  const isNarrow = useIsNarrow();
  const [cameFrom] = useState(() => globalThis.document.activeElement);
  // Pressed, a step becomes what comes next: the canvas hears it.
  useCloseOutside(box, closeUncovered, request.from ? '.react-flow__node' : undefined);
  const giveUp = () => {
    close();
    if (cameFrom instanceof HTMLElement) cameFrom.focus({ preventScroll: true });
  };
  const choose = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    close();
    addAndShow(editor, entry, { ...request, hasRuntime });
    const [added] = store.state.getState().selection.nodes;
    if (added) focusStep(editor, added);
    // Where the form does not stand beside the drawing, it comes by itself for what has just been added.
    if (added && isNarrow) panels.setState({ form: true });
  };
  const help = (entry: PaletteEntry | undefined) => {
    if (entry?.type === 'kind') panels.setState({ dialog: 'help', helpOn: { kind: entry.id } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = entries.length - 1;
    if (event.key === 'ArrowDown') setActive(active >= last ? 0 : active + 1);
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? last : active - 1);
    else if (event.key === 'Enter') choose(entries[active]);
    else if (event.key === 'Escape') giveUp();
    else if (event.key === 'F1') help(entries[active]);
    // The only thing here that can have the focus is the field.
    else if (event.key === 'Tab') event.preventDefault();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={box}
      role="dialog"
      aria-label={t.palette.title}
      className={`animate-rise-in flex flex-col overflow-hidden bg-card ${isNarrow ? 'fixed inset-0 z-40' : 'absolute z-30 rounded-panel border border-line shadow-overlay'}`}
      style={isNarrow ? {} : { width: WIDTH, maxHeight: HEIGHT, ...place(request, editor.flowId) }}
      onKeyDown={onKeyDown}
    >
      <label className="flex items-center gap-2.5 border-b border-line px-3.5">
        <Search aria-hidden className="size-4 shrink-0 text-muted" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the palette opens because the person asked for it, to type
          autoFocus={!isForFingers()}
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={entries[active] ? `${id}-${entries[active].id}` : undefined}
          aria-label={t.palette.search}
          aria-description={t.helpKey}
          placeholder={request.from ? t.palette.next : t.palette.search}
          className="h-11 min-w-0 flex-1 bg-transparent text-base outline-none"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
        />
        {isNarrow && <IconButton label={t.palette.close} icon={<X />} size="small" onPress={giveUp} />}
      </label>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t.palette.title}
        className={`min-h-0 overflow-y-auto p-1.5 ${entries.length === 0 ? '' : 'flex-1'}`}
      >
        {entries.map((entry, index) => (
          <Fragment key={entry.id}>
            {entry.group !== 'steps' && entry.group !== entries[index - 1]?.group && (
              <p role="presentation" className="px-2 pt-2.5 pb-1 text-xs font-medium text-muted">
                {t.palette.groups[entry.group]}
              </p>
            )}
            <Row
              id={`${id}-${entry.id}`}
              entry={entry}
              isActive={index === active}
              onPoint={() => setActive(index)}
              onChoose={() => choose(entry)}
              {...(entry.type === 'kind' ? { onHelp: () => help(entry) } : {})}
            />
          </Fragment>
        ))}
      </div>
      {entries.length === 0 && <p className="px-4 pt-1.5 pb-4 text-sm text-muted">{t.palette.nothing}</p>}
      {!isNarrow && (
        <p className="flex justify-between gap-4 border-t border-line px-3.5 py-2 text-xs text-muted">
          <span>{request.from ? t.palette.orPress : t.palette.drag}</span>
          <span className="shrink-0">{t.helpKey}</span>
        </p>
      )}
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
  /** Absent where there is nothing to explain. */
  readonly onHelp?: () => void;
}

function Row({ id, entry, isActive, onPoint, onChoose, onHelp }: RowProps) {
  const t = useMessages(editorMessages);
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the search field, which keeps the focus
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      draggable
      onDragStart={(event: DragEvent) => {
        carryItem(event.dataTransfer, entry);
      }}
      onPointerMove={onPoint}
      onClick={onChoose}
      className={`flex cursor-pointer items-center gap-3 rounded-lg px-2 py-2 outline-none select-none pointer-coarse:min-h-12 ${isActive ? 'bg-hover' : ''}`}
    >
      {entry.type === 'kind' ? <KindTile kind={entry.id} /> : <BlockTile block={entry.id} />}
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-medium">{entry.name}</span>
        <span className="block truncate text-xs text-muted">{entry.hint}</span>
      </span>
      {onHelp && (
        // By keyboard it is F1: nothing in a list of choices has the focus by itself.
        <span
          aria-hidden
          title={t.helpOn(entry.name)}
          onClick={(event) => {
            event.stopPropagation();
            onHelp();
          }}
          className={`grid size-8 shrink-0 place-items-center rounded-md text-muted hover:bg-press hover:text-ink pointer-coarse:size-11 [&_svg]:size-4 ${isActive ? '' : 'pointer-fine:invisible'}`}
        >
          <CircleHelp />
        </span>
      )}
    </div>
  );
}

/** Fingers: the keyboard on screen would cover what is to be chosen. */
function isForFingers(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}

/**
 * Beside the anchor, inside the canvas; without one above the bar. Fingers find it below the canvas, where it leaves in view what may
 * be pressed instead.
 */
function place({ anchor }: PaletteRequest, flowId: string) {
  const frame = document.querySelector(`[data-canvas="${flowId}"]`)?.getBoundingClientRect();
  if (!frame || !anchor) return { width: WIDTH, left: '50%', bottom: 72, marginLeft: -WIDTH / 2 };
  if (isForFingers())
    return { left: MARGIN, right: MARGIN, bottom: MARGIN, maxHeight: Math.min(HEIGHT, frame.height * BELOW) };
  const clamp = (value: number, room: number) => Math.max(MARGIN, Math.min(value, room - MARGIN));
  return {
    width: WIDTH,
    left: clamp(anchor.x, frame.width - WIDTH),
    top: clamp(anchor.y - 24, frame.height - HEIGHT),
  };
}

/** React Flow swallows pointer events of the pane before they bubble, so they are heard on their way down. */
function useCloseOutside(
  box: { readonly current: HTMLElement | null },
  close: () => void,
  except?: string,
): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    const onPointerDown = (event: PointerEvent) => {
      const target = event.target as Element;
      if (!box.current?.contains(target) && !(except && target.closest(except))) latest.current();
    };
    window.addEventListener('pointerdown', onPointerDown, true);
    return () => window.removeEventListener('pointerdown', onPointerDown, true);
  }, [box, except]);
}
