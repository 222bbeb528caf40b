/** The step that the talk is at; from here to its card. */
import { useStore } from 'zustand';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import type { Talk } from '../../talk/talk.ts';
import { classNames } from '../../ui/class-names.ts';
import { centreOn } from '../canvas/viewport.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { talkMessages } from './messages.ts';
import type { Refusal } from './open-line.ts';

export function CurrentStep({ talk }: { readonly talk: Talk<Refusal> }) {
  const editor = useEditor();
  const t = useMessages(talkMessages);
  const names = useKindNames();
  const position = useStore(talk.state, (state) => state.position);
  const node = useDocumentState(({ document }) => (position ? document.nodes[position.node] : undefined));
  if (!position || !node) return null;
  const isInferred = position.confidence === 'inferred';
  return (
    <p className="flex min-w-0 items-baseline gap-1.5 px-4 pb-2 text-sm text-muted">
      <span className="shrink-0">{t.now}</span>
      <button
        type="button"
        onClick={() => centreOn(editor, node.id)}
        className={classNames(
          'press-motion min-w-0 cursor-pointer truncate rounded-md border px-1.5 py-0.5 text-ink hover:bg-hover',
          isInferred ? 'border-dashed border-edge' : 'border-line',
        )}
      >
        {names.step(node)}
      </button>
      {isInferred && <span className="min-w-0 truncate">{t.inferred}</span>}
    </p>
  );
}
