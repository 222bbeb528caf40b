/** What is shown this once, to be copied: the secret of a webhook, or the link of an e-mail that was caught on this machine. */
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { messages } from './messages.ts';

export interface ShownOnce {
  readonly what: 'secret' | 'link';
  readonly text: string;
  /** Whom the channel reaches. */
  readonly to: string;
}

export interface ShownOnceDialogProps {
  readonly shown: ShownOnce | null;
  readonly onClose: () => void;
}

export function ShownOnceDialog({ shown, onClose }: ShownOnceDialogProps) {
  const t = useMessages(messages);
  if (shown === null) return null;
  const { what, text, to } = shown;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      // Nobody loses a secret by a click beside it.
      isDismissable={false}
      title={what === 'secret' ? t.secretTitle : t.linkTitle(to)}
      lead={what === 'secret' ? t.secretLead : t.linkLead}
      footer={
        <>
          <CopyButton text={text} label={t.copy} copied={t.copied} notCopied={t.notCopied} />
          <Button variant="primary" onPress={onClose}>
            {t.done}
          </Button>
        </>
      }
    >
      <TextField
        label={t[what]}
        value={text}
        isReadOnly
        onFocus={(event) => event.currentTarget instanceof HTMLInputElement && event.currentTarget.select()}
      />
    </Dialog>
  );
}
