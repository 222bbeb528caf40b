/** The panel beside the canvas in which a flow is heard and tried: one conversation, which stays while another tab is looked at. */
import { X } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { HELLO } from '../../callers/replies.ts';
import { samplesBefore } from '../../callers/suggestions.ts';
import { rehearse } from '../../data/api.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { later, laterComponent } from '../../ui/later.ts';
import { type TabItem, Tabs } from '../../ui/tabs.tsx';
import { type Editor, useEditor, usePanel } from '../editor-context.ts';
import { PanelBoundary } from '../panel-boundary.tsx';
import { PanelWaiting } from '../panel-waiting.tsx';
import type { RehearsalTab } from '../store/panels.ts';
import { LaterTests } from '../tests-panel/later-tests.tsx';
import { useStopUnless } from '../tests-panel/tests-of.ts';
import { rehearseMessages } from './messages.ts';
import { createRehearsal, type Rehearsal } from './rehearsal.ts';
import { TalkTab } from './talk-tab.tsx';

const Listen = laterComponent(later(async () => (await import('../listen/listen-tab.tsx')).ListenTab));

function LaterListen() {
  return (
    <PanelBoundary waiting={<PanelWaiting />}>
      <Listen />
    </PanelBoundary>
  );
}

export function RehearsePanel() {
  const editor = useEditor();
  const t = useMessages(rehearseMessages);
  const rehearsal = useMemo(() => rehearsalOf(editor), [editor]);
  const tab = usePanel(({ rehearsalTab }) => rehearsalTab);
  const sandbox = useStore(rehearsal.state, (state) => state.sandbox);
  useStopUnless(editor, ({ publication }) => publication);
  useBeginning(editor, rehearsal);
  const items: readonly TabItem<RehearsalTab>[] = [
    { id: 'talk', label: t.tabs.talk, content: <TalkTab rehearsal={rehearsal} /> },
    {
      id: 'tests',
      label: t.tabs.tests,
      content: (
        <PanelBoundary name="rehearse">
          <LaterTests rehearsal={rehearsal} />
        </PanelBoundary>
      ),
    },
    { id: 'listen', label: t.tabs.listen, content: <LaterListen /> },
  ];
  return (
    <aside
      aria-label={t.title}
      className="animate-slide-in flex w-full shrink-0 flex-col border-l border-line bg-card max-lg:absolute max-lg:inset-y-0 max-lg:right-0 max-lg:z-20 max-lg:shadow-overlay sm:w-100"
    >
      <header className="flex h-12 shrink-0 items-center gap-1 pr-2 pl-4">
        <h2 className="text-base font-semibold">{t.title}</h2>
        {sandbox && (
          <span className="ml-1.5" title={t.sandboxHint}>
            <Badge tone="warning">{t.sandbox}</Badge>
          </span>
        )}
        <span className="flex-1" />
        <IconButton
          label={t.close}
          icon={<X />}
          size="small"
          placement="bottom"
          onPress={() => editor.panels.setState({ rehearsal: false })}
        />
      </header>
      <Tabs
        label={t.title}
        items={items}
        selected={tab}
        onSelect={(rehearsalTab) => editor.panels.setState({ rehearsalTab })}
        className="flex-1"
        listClassName="px-4"
        panelClassName="relative flex flex-col"
      />
    </aside>
  );
}

/** From the beginning, or from the step that was asked for before or meanwhile. */
function useBeginning(editor: Editor, rehearsal: Rehearsal): void {
  useEffect(() => {
    const { panels, store } = editor;
    const startAtWish = (): boolean => {
      const { rehearseFrom: wish } = panels.getState();
      if (!wish) return false;
      panels.setState({ rehearseFrom: null });
      const { document } = store.state.getState();
      void rehearsal.startAt(wish.node, samplesBefore(document, wish.node, Date.now()));
      return true;
    };
    if (!startAtWish()) void rehearsal.start();
    const leave = panels.subscribe(() => void startAtWish());
    return () => {
      leave();
      rehearsal.stop();
    };
  }, [editor, rehearsal]);
}

function rehearsalOf({ flowId, autosave, store }: Editor): Rehearsal {
  return createRehearsal(flowId, {
    save: async () => (await autosave.flush()).ok,
    drawing: () => {
      const { document } = store.state.getState();
      const entry = Object.values(document.nodes).find(({ kind }) => store.kinds.get(kind)?.entry);
      return { entry: entry?.id ?? null, hello: HELLO[document.language] };
    },
    converse: rehearse,
  });
}
