/** Talk to the flow as it is drawn: what is pretended, conversation, suggestions, what was collected. Lights the current step on the canvas. */
import { LocateFixed, RotateCcw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { NodeId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { keepInView } from '../canvas/viewport.ts';
import { type Editor, useEditor } from '../editor-context.ts';
import { KeepAsTest } from '../tests-panel/keep-as-test.tsx';
import { Collected } from './collected.tsx';
import { Conversation } from './conversation.tsx';
import { rehearseMessages } from './messages.ts';
import { PretendPart } from './pretend-part.tsx';
import type { Rehearsal } from './rehearsal.ts';
import type { RehearsalState } from './rehearsal-state.ts';
import { SayForm } from './say-form.tsx';

/** Where there is little height, beside the names of the tabs. */
const BESIDE_TABS = 'compact:absolute compact:right-0 compact:bottom-full compact:min-h-9 compact:pl-0';

export function TalkTab({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const editor = useEditor();
  const t = useMessages(rehearseMessages);
  const [isFollowing, setFollowing] = useState(true);
  const isInTheMiddle = useStore(rehearsal.state, ({ pretence }) => pretence.from !== undefined);
  useLiveStep(editor, rehearsal, isFollowing);
  return (
    // In a low window all of it is scrolled.
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div
        className={`flex min-h-10 shrink-0 flex-wrap items-center justify-end gap-1 pr-2 pl-4 ${isInTheMiddle ? '' : BESIDE_TABS}`}
      >
        {isInTheMiddle && (
          <Button size="small" variant="ghost" onPress={() => void rehearsal.startAt(null)}>
            {t.fromBeginning}
          </Button>
        )}
        <span className="flex-1" />
        <KeepAsTest rehearsal={rehearsal} isIcon />
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
      </div>
      <PretendPart rehearsal={rehearsal} />
      <Conversation rehearsal={rehearsal} />
      <Collected rehearsal={rehearsal} />
      <SayForm rehearsal={rehearsal} />
    </div>
  );
}

const isConcluded = ({ path, current }: RehearsalState) =>
  path.findLast(({ node }) => node === current)?.confidence === 'inferred';

/** The current step is lit while one talks, and kept in view when wished. */
function useLiveStep(editor: Editor, rehearsal: Rehearsal, isFollowing: boolean): void {
  const current = useStore(rehearsal.state, (state) => state.current);
  const isLiveInferred = useStore(rehearsal.state, isConcluded);
  useEffect(() => {
    const live = current === null ? undefined : (current as NodeId);
    editor.panels.setState({ live });
    if (live && isFollowing) keepInView(editor, [live]);
  }, [editor, current, isFollowing]);
  useEffect(() => editor.panels.setState({ isLiveInferred }), [editor, isLiveInferred]);
  useEffect(() => () => editor.panels.setState({ live: undefined, isLiveInferred: false }), [editor]);
}
