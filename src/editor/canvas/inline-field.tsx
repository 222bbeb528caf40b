/**
 * Writing on the card itself: the title, or the words that the kind names. Kept as it is typed; Escape takes all of it back, Enter or
 * leaving keeps it, and it is one entry of the history. Knows no kind.
 */
import type { FlowNode } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { viewOf } from '../../kinds/views.tsx';
import { later, laterComponent } from '../../ui/later.ts';
import { renameStep } from '../commands/rename-step.ts';
import { type Editor, useEditor } from '../editor-context.ts';
import { editorMessages } from '../messages.ts';
import type { InlineEdit } from '../store/panels.ts';
import { InlineFrame, useInline } from './inline-frame.tsx';
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

/** Comes when words are written on a card for the first time, or in idle time. */
export const InlineWords = laterComponent(
  later(async () => (await import('./inline-words.tsx')).InlineWords),
);
