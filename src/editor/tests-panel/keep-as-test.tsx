/** Keeps what was said in a rehearsal as a test, in one click. Nothing while nobody has said anything, or for whoever may only look. */
import { BookmarkPlus } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Pretence } from '../../flow/compile/pretend.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { keepConversation, lastDrawn } from '../../rehearsals/keep.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { notify } from '../../ui/toast.tsx';
import { type Editor, useEditor } from '../editor-context.ts';
import type { Rehearsal, RehearsalState } from '../rehearse-panel/rehearsal.ts';
import { testsMessages } from './messages.ts';
import { testsOf } from './tests-of.ts';
import { freeName } from './way-name.ts';

/** What a test is made of. */
export type Heard = Pick<RehearsalState, 'turns' | 'path' | 'information' | 'end' | 'sandbox' | 'pretence'>;

export function conversationOf({ turns, path, information, end, sandbox, pretence }: Heard) {
  return {
    turns,
    path,
    information,
    end,
    isSandbox: sandbox,
    pretence: pretence as Pretence,
  };
}

interface KeepAsTestProps {
  readonly rehearsal: Rehearsal;
  /** A small square one, for a row of tools. */
  readonly isIcon?: boolean;
}

export function KeepAsTest({ rehearsal, isIcon = false }: KeepAsTestProps) {
  const editor = useEditor();
  const t = useMessages(testsMessages);
  const keep = useKeeping(rehearsal);
  const hasSpoken = useStore(rehearsal.state, ({ turns }) => turns.some(({ who }) => who === 'caller'));
  const isAnswered = useStore(rehearsal.state, ({ status }) => status === 'listening' || status === 'ended');
  // What began at a step, or went on with another value, cannot be said again from its beginning.
  const isInTheMiddle = useStore(rehearsal.state, ({ pretence }) => pretence.from !== undefined);
  const [isKeeping, setKeeping] = useState(false);
  if (!hasSpoken || isInTheMiddle || editor.isReadOnly) return null;
  const onPress = () => {
    setKeeping(true);
    void keep().finally(() => setKeeping(false));
  };
  return isIcon ? (
    <IconButton
      label={t.keep}
      icon={<BookmarkPlus />}
      size="small"
      placement="bottom"
      isDisabled={!isAnswered || isKeeping}
      onPress={onPress}
    />
  ) : (
    <Button
      size="small"
      icon={<BookmarkPlus />}
      isDisabled={!isAnswered}
      isPending={isKeeping}
      onPress={onPress}
    >
      {t.keep}
    </Button>
  );
}

function useKeeping(rehearsal: Rehearsal): () => Promise<void> {
  const editor = useEditor();
  const t = useMessages(testsMessages);
  const names = useKindNames();
  return async () => {
    const tests = testsOf(editor);
    const { document } = editor.store.state.getState();
    const conversation = conversationOf(rehearsal.state.getState());
    const { visited } = keepConversation('', conversation, document).recorded;
    const last = lastDrawn(document, visited);
    const name = last ? t.conversationName(names.step(document.nodes[last]!)) : t.conversation;
    const kept = await tests.keepConversation(
      freeName(name, namesOf(tests.state.getState().tests)),
      conversation,
    );
    const show = () => showTest(editor, kept?.id ?? null);
    if (kept)
      notify({ text: t.keptNews(kept.test.name), tone: 'success', action: { label: t.show, onPress: show } });
    else show();
  };
}

export function namesOf(tests: readonly { readonly test: { readonly name: string } }[]): Set<string> {
  return new Set(tests.map(({ test }) => test.name));
}

/** Opens the tests at one of them. */
export function showTest(editor: Editor, id: string | null): void {
  testsOf(editor).choose(id);
  editor.panels.setState({ rehearsal: true, rehearsalTab: 'tests', publication: false });
}
