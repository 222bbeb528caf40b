/** What is wrong with the work, and what can be done: damaged, changed by two people, not to be saved, not kept here. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { limitOf } from '../../flow/limits.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { DamageBanner } from '../damage/damage-banner.tsx';
import { useLimitText } from '../damage/limit-text.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { editorMessages } from '../messages.ts';
import { savingMessages } from '../saving/messages.ts';

export function RareBanners() {
  const { autosave, damage, blocked, panels } = useEditor();
  const t = useMessages(editorMessages);
  const words = useMessages(savingMessages);
  const state = useStore(autosave.state);
  const isBlocked = useStore(blocked);
  if (damage) return <DamageBanner damage={damage} />;
  if (state.status === 'refused') return <RefusedBanner />;
  return (
    <>
      {state.status === 'conflict' && (
        <Banner
          tone="warning"
          className="!rounded-none"
          action={
            <Button size="small" variant="primary" onPress={() => panels.setState({ dialog: 'conflict' })}>
              {words.conflict.open}
            </Button>
          }
        >
          {words.conflict.banner(state.conflicts.length)}
        </Banner>
      )}
      {state.status === 'signed-out' && (
        <Banner
          tone="warning"
          className="!rounded-none"
          action={
            <Button size="small" onPress={autosave.retry}>
              {t.signIn}
            </Button>
          }
        >
          {t.signedOut}
        </Banner>
      )}
      {isBlocked && (
        <Banner tone="warning" className="!rounded-none">
          {words.blocked}
        </Banner>
      )}
    </>
  );
}

/** Too large is something that the person can mend: it is told apart. */
function RefusedBanner() {
  const sayLimit = useLimitText();
  const limit = limitOf(useDocumentState(({ document }) => document));
  const { autosave, store } = useEditor();
  const t = useMessages(savingMessages).refused;
  const [copy, setCopy] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [isPending, setPending] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const keep = async () => {
    setPending(true);
    const { document } = store.state.getState();
    const name = t.copyName(document.name).slice(0, 120);
    const answer = await autosave.keepAsCopy({ ...document, name });
    setPending(false);
    setFailed(!answer.ok);
    if (answer.ok) setCopy({ id: answer.value.flowId, name });
  };
  return (
    <Banner
      tone="danger"
      className="!rounded-none"
      action={
        copy ? (
          <ButtonLink size="small" variant="primary" href={`/flows/${copy.id}`}>
            {t.open}
          </ButtonLink>
        ) : (
          <Button size="small" isPending={isPending} onPress={() => void keep()}>
            {t.copy}
          </Button>
        )
      }
    >
      {copy ? t.copied(copy.name) : limit ? sayLimit.whileEditing(limit) : t.text} {hasFailed && t.failed}
    </Banner>
  );
}
