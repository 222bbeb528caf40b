/** The outline on screen: the flow as rows to read and to work in, beside the canvas or in its place. */
import { ListCollapse, ListTree, Phone } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useLanguageState } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { TreeHandle } from '../../ui/tree-focus.tsx';
import { addStep } from '../commands/add-step.ts';
import { type Editor, useDocumentState, useEditor } from '../editor-context.ts';
import { editorMessages } from '../messages.ts';
import type { Timers } from '../store/save-port.ts';
import { ConnectDialog } from './connect-dialog.tsx';
import { outlineMessages } from './messages.ts';
import { createAsked, OutlineProvider, type OutlineView, useOutlineView } from './outline-context.ts';
import { outlineNamesIn } from './outline-names.ts';
import { createOutlineStore } from './outline-store.ts';
import { OutlineTree, rowFor, unfoldTo } from './outline-tree.tsx';

const TIMERS: Timers = {
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

export interface OutlinePaneProps {
  /** What else belongs into the line above the rows. */
  readonly tools?: ReactNode;
  /** Below the rows, where thumbs are. */
  readonly bar?: ReactNode;
}

export function OutlinePane({ tools, bar }: OutlinePaneProps) {
  const editor = useEditor();
  const pane = useRef<HTMLElement>(null);
  const view = useView(editor);
  const t = useMessages(outlineMessages);
  useHandle(editor, view, pane);
  const isEmpty = useDocumentState(({ document }) => Object.keys(document.nodes).length === 0);
  return (
    <OutlineProvider value={view}>
      <section ref={pane} aria-label={t.label} className="flex h-full min-h-0 flex-col bg-card">
        <Head tools={tools} />
        {isEmpty ? <Empty /> : <OutlineTree />}
        {bar}
        <ConnectDialog />
      </section>
    </OutlineProvider>
  );
}

function useView(editor: Editor): OutlineView {
  const language = useLanguageState();
  const [view] = useState<OutlineView>(() => ({
    outline: createOutlineStore(editor.store, outlineNamesIn(language), TIMERS),
    asked: createAsked(),
    tree: { current: null as TreeHandle | null },
  }));
  useEffect(() => view.outline.follow(), [view]);
  useEffect(() => view.outline.rename(outlineNamesIn(language)), [view, language]);
  return view;
}

/** What others may ask, while it is shown. */
function useHandle(editor: Editor, view: OutlineView, pane: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let isHome = false;
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      if (pane.current?.contains(target)) isHome = true;
      else if (target.closest('[data-canvas]')) isHome = false;
    };
    document.addEventListener('focusin', onFocus);
    const { outline } = editor;
    outline.current = {
      focus(node) {
        const row = rowFor(view, node);
        unfoldTo(view, row);
        view.tree.current?.focus(row);
      },
      focusLast: () => view.tree.current?.focusLast(),
      isHome: () => isHome || document.querySelector('[data-canvas]') === null,
    };
    return () => {
      document.removeEventListener('focusin', onFocus);
      outline.current = null;
    };
  }, [editor, view, pane]);
}

function Head({ tools }: Pick<OutlinePaneProps, 'tools'>) {
  const { asked, outline } = useOutlineView();
  const t = useMessages(outlineMessages);
  const views = t.views;
  const isFolded = useStore(asked, ({ collapsed }) => collapsed.size > 0);
  const fold = () => {
    const steps = outline.state
      .getState()
      .rows.flatMap((row) => (row.type === 'step' ? [row] : row.children))
      .filter(({ children }) => children.length > 0);
    asked.setState({ collapsed: new Set(isFolded ? [] : steps.map(({ id }) => id)) });
  };
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
      <h2 className="flex-1 text-base font-semibold">{views.outline}</h2>
      <IconButton
        label={isFolded ? t.expand : t.collapse}
        icon={isFolded ? <ListTree /> : <ListCollapse />}
        size="small"
        placement="bottom"
        onPress={fold}
      />
      {tools}
    </header>
  );
}

function Empty() {
  const { store, isReadOnly } = useEditor();
  const t = useMessages(editorMessages);
  const names = useKindNames();
  const entry = [...store.kinds.values()].find((kind) => kind.entry);
  return (
    <EmptyState
      icon={<Phone />}
      title={t.canvas.empty}
      action={
        !isReadOnly &&
        entry && (
          <Button
            variant="primary"
            icon={<Phone />}
            onPress={() => store.run(addStep, { kind: entry.id, position: { x: 0, y: 0 } })}
          >
            {names.kind(entry.id)}
          </Button>
        )
      }
    >
      {t.canvas.emptyText}
    </EmptyState>
  );
}
