/** The window that pauses a link: it asks for the words that visitors read instead of talking. */
import { useState } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { MOST_PAUSED_WORDS } from '../publish/browser-link-wire.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { messages } from './messages.ts';

export interface PauseDialogProps {
  readonly flow: string;
  readonly onConfirm: (words: string) => void;
  readonly onClose: () => void;
}

export function PauseDialog({ flow, onConfirm, onClose }: PauseDialogProps) {
  const t = useMessages(messages);
  const [words, setWords] = useState<string>(t.usualWords);
  const isEmpty = words.trim() === '';
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t.pauseTitle(flow)}
      lead={t.pauseLead}
      footer={
        <>
          <Button variant="ghost" onPress={onClose}>
            {t.cancel}
          </Button>
          <Button variant="primary" isDisabled={isEmpty} onPress={() => onConfirm(words.trim())}>
            {t.pause}
          </Button>
        </>
      }
    >
      <TextArea
        label={t.words}
        value={words}
        onChange={setWords}
        maxLength={MOST_PAUSED_WORDS}
        autoFocus
        {...(isEmpty ? { error: t.wordsNeeded } : {})}
      />
    </Dialog>
  );
}
