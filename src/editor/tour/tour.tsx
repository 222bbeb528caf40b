/**
 * Four short stops through the editor. Nothing behind it is held up: whoever does what a stop speaks of goes on to the next, and it
 * can be skipped at any moment. Once done or skipped it does not come back by itself.
 */
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { keepTourDone } from '../../data/tour.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { type Editor, useEditor, usePanel } from '../editor-context.ts';
import { isTyping } from '../shortcuts.ts';
import { onlyNode } from '../store/selection.ts';
import { useIsNarrow } from '../views.ts';
import { tourMessages } from './messages.ts';
import { prepareStop, type StopId, stopsFor } from './stops.ts';
import { useBeside } from './use-beside.ts';

export function Tour() {
  const editor = useEditor();
  const at = usePanel(({ tour }) => tour) ?? 0;
  const stops = stopsFor(editor);
  const stop = stops[Math.min(at, stops.length - 1)] ?? 'drawing';
  return <Stop at={stops.indexOf(stop)} stop={stop} of={stops.length} />;
}

interface StopProps {
  /** From 0. */
  readonly at: number;
  readonly stop: StopId;
  readonly of: number;
}

function Stop({ at, stop, of }: StopProps) {
  const editor = useEditor();
  const t = useMessages(tourMessages);
  const isNarrow = useIsNarrow();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const ring = useRef<HTMLDivElement>(null);
  const isLast = at === of - 1;
  useEffect(() => prepareStop(editor, stop, isNarrow), [editor, stop, isNarrow]);
  useBeside(editor, { stop, isNarrow, box, ring });
  useFocus(box);
  useGoingAlong(editor, at);
  const end = () => endTour(editor);
  const next = () => (isLast ? end() : goTo(editor, at + 1));
  const back = () => at > 0 && goTo(editor, at - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') end();
    else if (event.key === 'ArrowRight') next();
    else if (event.key === 'ArrowLeft') back();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const { title, text } = t.stops[wordsOf(stop, isNarrow)];
  return (
    <>
      <div
        ref={ring}
        aria-hidden
        className="pointer-events-none invisible fixed top-0 left-0 z-45 rounded-lg border-2 border-accent"
      />
      <div
        ref={box}
        data-tour-window
        role="dialog"
        aria-modal="false"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        onKeyDown={onKeyDown}
        className="fixed top-0 left-0 z-45 w-84 opacity-0 max-w-[calc(100vw-24px)] rounded-panel border border-line bg-card p-4 shadow-overlay"
      >
        <div aria-live="polite">
          <p className="text-xs text-muted">{t.stop(at + 1, of)}</p>
          <h2 id={`${id}-title`} className="mt-0.5 text-md font-semibold">
            {title}
          </h2>
          <p id={`${id}-text`} className="mt-1 text-base text-pretty">
            {text}
          </p>
        </div>
        <div className="mt-3 flex items-center gap-2">
          {!isLast && (
            <Button variant="ghost" size="small" className="-ml-2" onPress={end}>
              {t.skip}
            </Button>
          )}
          <span className="flex-1" />
          {at > 0 && (
            <Button size="small" onPress={back}>
              {t.back}
            </Button>
          )}
          <Button data-tour-next variant="primary" size="small" onPress={next}>
            {isLast ? t.done : t.next}
          </Button>
        </div>
      </div>
    </>
  );
}

function wordsOf(stop: StopId, isNarrow: boolean) {
  if (!isNarrow || stop === 'hear' || stop === 'publish') return stop;
  return stop === 'drawing' ? 'drawingPhone' : 'stepPhone';
}

function goTo({ panels }: Editor, tour: number): void {
  panels.setState({ tour });
}

function endTour({ panels, person }: Editor): void {
  keepTourDone(person);
  panels.setState({ tour: null });
}

/** Keys lead on from where the tour is; whoever is writing is left alone. Afterwards the focus is where it was. */
function useFocus(box: { readonly current: HTMLElement | null }): void {
  const [before] = useState(() => document.activeElement);
  useLayoutEffect(() => {
    const own = box.current;
    if (!isTyping(before))
      own?.querySelector<HTMLElement>('[data-tour-next]')?.focus({ preventScroll: true });
    return () => {
      const isInside = own?.contains(document.activeElement) || document.activeElement === document.body;
      if (isInside && before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    };
  }, [box, before]);
}

/** Whoever does by themselves what comes next needs not be told. */
function useGoingAlong(editor: Editor, at: number): void {
  useEffect(() => {
    const stops = stopsFor(editor);
    const leaveSelection = editor.store.state.subscribe(({ selection }, before) => {
      if (selection === before.selection || onlyNode(selection) === undefined) return;
      if (stops[at] === 'drawing') goTo(editor, stops.indexOf('step'));
    });
    const leavePanels = editor.panels.subscribe((now, before) => {
      if (now.publication && !before.publication) endTour(editor);
      else if (now.rehearsal && !before.rehearsal) {
        const publish = stops.indexOf('publish');
        if (publish < 0) endTour(editor);
        else if (at < publish) goTo(editor, publish);
      }
    });
    return () => {
      leaveSelection();
      leavePanels();
    };
  }, [editor, at]);
}
