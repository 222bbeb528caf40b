/** The words of a card, written on the card itself. Knows no kind. */
import type { FlowNode } from '../../flow/document.ts';
import { useLanguageState } from '../../i18n/language.ts';
import { SentenceField } from '../../kinds/sentence-field.tsx';
import { viewOf } from '../../kinds/views.tsx';
import { wordsOf } from '../../kinds/whole-words.ts';
import { editStep } from '../commands/edit-step.ts';
import { readField } from '../commands/field-path.ts';
import { useEditor } from '../editor-context.ts';
import { useKindForm } from '../inspector/kind-form.ts';
import { InlineFrame, useInline } from './inline-frame.tsx';

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
