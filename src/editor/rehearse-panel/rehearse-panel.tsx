/** Talk to the flow as it is drawn: conversation, suggestions, what was collected. Lights the current step on the canvas. */
import { LocateFixed, RotateCcw, X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { rehearse } from '../../data/api.ts';
import type { NodeId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { keepInView } from '../canvas/viewport.ts';
import { type Editor, useEditor } from '../editor-context.ts';
import { Collected } from './collected.tsx';
import { Conversation } from './conversation.tsx';
import { rehearseMessages } from './messages.ts';
import { createRehearsal, type Rehearsal } from './rehearsal.ts';
import { SayForm } from './say-form.tsx';

export function RehearsePanel() {
  const editor = useEditor();
  const t = useMessages(rehearseMessages);
  const rehearsal = useMemo(() => rehearsalOf(editor), [editor]);
  const [isFollowing, setFollowing] = useState(true);
  const sandbox = useStore(rehearsal.state, (state) => state.sandbox);
  useEffect(() => {
    void rehearsal.start();
    return rehearsal.stop;
  }, [rehearsal]);
  useLiveStep(editor, rehearsal, isFollowing);
  return (
    <aside
      aria-label={t.title}
      className="animate-slide-in flex w-full shrink-0 flex-col border-l border-line bg-card max-lg:absolute max-lg:inset-y-0 max-lg:right-0 max-lg:z-20 max-lg:shadow-overlay sm:w-100"
    >
      <header className="flex h-12 shrink-0 items-center gap-1 border-b border-line pr-2 pl-4">
        <h2 className="text-base font-semibold">{t.title}</h2>
        {sandbox && (
          <span className="ml-1.5" title={t.sandboxHint}>
            <Badge tone="warning">{t.sandbox}</Badge>
          </span>
        )}
        <span className="flex-1" />
        <IconButton
          label={t.follow}
          icon={<LocateFixed />}
          size="small"
          placement="bottom"
          isActive={isFollowing}
          onPress={() => setFollowing(!isFollowing)}
        />
        <IconButton
          label={t.restart}
          icon={<RotateCcw />}
          size="small"
          placement="bottom"
          onPress={() => void rehearsal.start()}
        />
        <IconButton
          label={t.close}
          icon={<X />}
          size="small"
          placement="bottom"
          onPress={() => editor.panels.setState({ rehearsal: false })}
        />
      </header>
      <Conversation rehearsal={rehearsal} />
      <Collected rehearsal={rehearsal} />
      <SayForm rehearsal={rehearsal} />
    </aside>
  );
}

function rehearsalOf({ flowId, autosave }: Editor): Rehearsal {
  return createRehearsal(flowId, {
    save: async () => (await autosave.flush()).ok,
    converse: rehearse,
  });
}

/** The current step is lit while the panel is open, and kept in view when wished. */
function useLiveStep(editor: Editor, rehearsal: Rehearsal, isFollowing: boolean): void {
  const current = useStore(rehearsal.state, (state) => state.current);
  useEffect(() => {
    const live = current === null ? undefined : (current as NodeId);
    editor.panels.setState({ live });
    if (live && isFollowing) keepInView(editor, [live]);
  }, [editor, current, isFollowing]);
  useEffect(() => () => editor.panels.setState({ live: undefined }), [editor]);
}
