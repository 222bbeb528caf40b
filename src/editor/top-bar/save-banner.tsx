/** What must be decided about the work: it was changed elsewhere, or cannot be saved. A banner, never a dialog. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { useMessages } from '../../i18n/use-messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { useEditor } from '../editor-context.ts';
import { editorMessages } from '../messages.ts';

export function SaveBanner() {
  const { autosave, isReadOnly, isLookedAt } = useEditor();
  const t = useMessages(editorMessages);
  const { status } = useStore(autosave.state);
  if (isLookedAt) return <Banner className="!rounded-none">{t.onlyLook}</Banner>;
  if (isReadOnly) return <Banner className="!rounded-none">{t.readOnly}</Banner>;
  if (status === 'conflict') return <ConflictBanner />;
  if (status === 'refused')
    return (
      <Banner tone="danger" className="!rounded-none">
        {t.refused}
      </Banner>
    );
  if (status !== 'signed-out') return null;
  return (
    <Banner
      tone="warning"
      className="!rounded-none"
      action={
        <ButtonLink href="/" size="small">
          {t.signIn}
        </ButtonLink>
      }
    >
      {t.signedOut}
    </Banner>
  );
}

function ConflictBanner() {
  const { autosave, store } = useEditor();
  const t = useMessages(editorMessages);
  const [copy, setCopy] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [pending, setPending] = useState<'load' | 'copy' | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const keepMine = async () => {
    setPending('copy');
    const { document } = store.state.getState();
    const name = t.conflict.copyName(document.name);
    const answer = await autosave.keepAsCopy({ ...document, name });
    setPending(null);
    setFailed(!answer.ok);
    if (answer.ok) setCopy({ id: answer.value.flowId, name });
  };
  const loadOther = async () => {
    setPending('load');
    const loaded = await autosave.loadOther();
    setPending(null);
    setAsking(false);
    setFailed(!loaded);
  };
  return (
    <Banner
      tone="warning"
      className="!rounded-none"
      action={
        <span className="flex flex-wrap justify-end gap-2">
          <Button
            size="small"
            isPending={pending === 'load'}
            onPress={() => (copy ? void loadOther() : setAsking(true))}
          >
            {t.conflict.loadOther}
          </Button>
          {copy ? (
            <ButtonLink size="small" variant="primary" href={`/flows/${copy.id}`}>
              {t.conflict.openCopy}
            </ButtonLink>
          ) : (
            <Button
              size="small"
              variant="primary"
              isPending={pending === 'copy'}
              onPress={() => void keepMine()}
            >
              {t.conflict.keepMine}
            </Button>
          )}
        </span>
      }
    >
      {copy ? t.conflict.copied(copy.name) : t.conflict.text} {hasFailed && t.conflict.failed}
      <Confirm
        isOpen={isAsking}
        title={t.conflict.sureTitle}
        confirmLabel={t.conflict.sureYes}
        isDanger
        isPending={pending === 'load'}
        onConfirm={() => void loadOther()}
        onClose={() => setAsking(false)}
      >
        {t.conflict.sureText}
      </Confirm>
    </Banner>
  );
}
