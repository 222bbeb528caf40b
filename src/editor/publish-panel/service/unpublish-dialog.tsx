/** The window that takes a flow out of service: it asks for the words that callers hear instead. */
import { useState } from 'react';
import { useMessages } from '../../../i18n/use-messages.ts';
import { usualWords } from '../../../templates/out-of-service/speech.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { useDocumentState } from '../../editor-context.ts';
import { publishMessages } from '../messages.ts';
import { serviceMessages } from './messages.ts';

export interface UnpublishDialogProps {
  /** As it is written on screen. */
  readonly number: string;
  readonly onConfirm: (words: string) => void;
  readonly onClose: () => void;
}

export function UnpublishDialog({ number, onConfirm, onClose }: UnpublishDialogProps) {
  const t = useMessages(serviceMessages);
  const { cancel } = useMessages(publishMessages);
  const language = useDocumentState(({ document }) => document.language);
  const [words, setWords] = useState(() => usualWords(language));
  const fault = words.trim() === '' ? t.wordsNeeded : /[{}]/.test(words) ? t.wordsBraces : undefined;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t.unpublishTitle}
      lead={t.unpublishLead(number)}
      footer={
        <>
          <Button variant="ghost" onPress={onClose}>
            {cancel}
          </Button>
          <Button variant="primary" isDisabled={fault !== undefined} onPress={() => onConfirm(words.trim())}>
            {t.confirm}
          </Button>
        </>
      }
    >
      <TextArea
        label={t.words}
        hint={t.wordsHint}
        value={words}
        onChange={setWords}
        maxLength={500}
        autoFocus
        {...(fault === undefined ? {} : { error: fault })}
      />
    </Dialog>
  );
}
