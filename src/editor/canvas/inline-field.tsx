/**
 * Writing on the card itself: the title, or the words that the kind names. Kept as it is typed; Escape takes all of it back, Enter or
 * leaving keeps it, and it is one entry of the history. Knows no kind.
 */
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { FlowNode } from '../../flow/document.ts';
import { useLanguageState } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames, wordsOf } from '../../kinds/kind-words.ts';
import { SentenceField } from '../../kinds/sentence-field.tsx';
import { viewOf } from '../../kinds/views.tsx';
import { editStep } from '../commands/edit-step.ts';
import { readField } from '../commands/field-path.ts';
import { renameStep } from '../commands/rename-step.ts';
import { type Editor, useEditor } from '../editor-context.ts';
import { useKindForm } from '../inspector/kind-form.ts';
import { editorMessages } from '../messages.ts';
import { isAbove } from '../shortcuts.ts';
import type { InlineEdit } from '../store/panels.ts';
import { centreOn } from './viewport.ts';

const LONGEST_TITLE = 120;
const LEGIBLE = 0.7;
const COMFORTABLE = 0.9;

/** Whether a card shows words of its own beside its title. */
export function hasWords({ kind }: FlowNode): boolean {
  const view = viewOf(kind);
  return view?.onCard !== undefined && view.Card === undefined;
}

/** Begins to write on a card: the words where its kind names some, and where there is no title but them; else the title. */
export function writeOnCard(editor: Editor, node: FlowNode, wish: InlineEdit['part']): void {
  const view = viewOf(node.kind);
  if (editor.isReadOnly) return;
  const isWords = view?.onCard !== undefined && (wish === 'words' || view.Card !== undefined);
  // Too small to be read, it is too small to be written.
  if ((editor.canvas.current?.getZoom() ?? 1) < LEGIBLE) void centreOn(editor, node.id, COMFORTABLE);
  editor.panels.setState({ palette: null, inline: { node: node.id, part: isWords ? 'words' : 'title' } });
}

export function InlineTitle({ node }: { readonly node: FlowNode }) {
  const { store } = useEditor();
  const t = useMessages(editorMessages);
  const names = useKindNames();
  const { go, ...frame } = useInline();
  return (
    <InlineFrame {...frame} className="min-w-0 flex-1">
      <input
        aria-label={t.inspector.title}
        className="step-title nokey w-full rounded-sm bg-sunken px-1 outline-offset-1"
        placeholder={names.kind(node.kind)}
        value={node.title ?? ''}
        maxLength={LONGEST_TITLE}
        onChange={(event) => store.run(renameStep, { node: node.id, title: event.target.value, go })}
      />
    </InlineFrame>
  );
}

export function InlineWords({ node }: { readonly node: FlowNode }) {
  const { store } = useEditor();
  const state = useLanguageState();
  const form = useKindForm(node.id);
  const { go, ...frame } = useInline();
  const { path, plain } = viewOf(node.kind)?.onCard ?? { path: '' };
  const value = readField(node.data, path);
  const word = wordsOf(node.kind, state)?.[`field.${path}`];
  const label = typeof word === 'string' ? word : path;
  if (typeof value !== 'string') return null;
  const write = (text: string) =>
    store.run(editStep, { node: node.id, changes: [{ path, value: text }], typing: path, go });
  return (
    <InlineFrame {...frame} className="inline-words">
      {plain ? (
        <textarea
          aria-label={label}
          rows={3}
          className="nokey field-sizing-content block max-h-60 w-full resize-none rounded-lg border border-line bg-card px-3 py-2 text-sm"
          value={value}
          onChange={(event) => write(event.target.value)}
        />
      ) : (
        <SentenceField
          form={{
            ...form,
            type: (_, text) => write(text),
            edit: (edit) => store.run(editStep, { node: node.id, ...edit, typing: path, go }),
          }}
          path={path}
          value={value}
          label={label}
          labelHidden
        />
      )}
    </InlineFrame>
  );
}

/** One writing: its name in the history, and how it ends. */
function useInline() {
  const { store, panels } = useEditor();
  const [go] = useState(() => crypto.randomUUID().slice(0, 8));
  const close = () => panels.setState({ inline: null });
  return {
    go,
    onKeep: close,
    onCancel() {
      // Written letter by letter so that nothing is lost; taken back as one.
      if (store.state.getState().history.past.at(-1)?.mergeKey?.endsWith(`:${go}`)) store.undo();
      close();
    },
  };
}

interface InlineFrameProps {
  readonly onKeep: () => void;
  readonly onCancel: () => void;
  readonly className: string;
  readonly children: ReactNode;
}

function InlineFrame({ onKeep, onCancel, className, children }: InlineFrameProps) {
  const box = useRef<HTMLDivElement>(null);
  const keep = useRef(onKeep);
  keep.current = onKeep;
  useEffect(() => {
    const field = box.current?.querySelector<HTMLElement>('input, textarea, [contenteditable]');
    field?.focus({ preventScroll: true });
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
    // The canvas takes no focus: a press on it is heard here.
    const onPointerDown = ({ target }: PointerEvent) => {
      if (!box.current?.contains(target as Node) && !isAbove(target)) keep.current();
    };
    window.addEventListener('pointerdown', onPointerDown, true);
    return () => window.removeEventListener('pointerdown', onPointerDown, true);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof Element && isAbove(event.target)) return;
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) onKeep();
    else return;
    event.preventDefault();
    event.stopPropagation();
    const card = box.current?.closest<HTMLElement>('.react-flow__node');
    card?.focus({ preventScroll: true });
  };
  const onBlur = (event: FocusEvent) => {
    const to = event.relatedTarget;
    // The list of information floats above, and gives the focus back.
    if (to instanceof Element && !box.current?.contains(to) && !isAbove(to)) onKeep();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field inside are heard on their way to the canvas
    <div
      ref={box}
      className={`nodrag nopan nowheel nokey ${className}`}
      onKeyDownCapture={onKeyDown}
      onKeyDown={(event) => event.stopPropagation()}
      onBlur={onBlur}
    >
      {children}
    </div>
  );
}
