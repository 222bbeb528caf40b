/** The link of an invitation that nobody carried: for whoever invites to pass on. It is known this once. */
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { messages } from './messages.ts';

export interface Unsent {
  readonly email: string;
  readonly link: string;
  readonly why: 'caught' | 'none' | 'failed';
}

export interface InvitationLinkProps {
  readonly unsent: Unsent | null;
  readonly onClose: () => void;
}

export function InvitationLink({ unsent, onClose }: InvitationLinkProps) {
  const t = useMessages(messages);
  if (unsent === null) return null;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t.linkTitle(unsent.email)}
      lead={t.linkTexts[unsent.why]}
      footer={
        <>
          <CopyButton text={unsent.link} label={t.copy} copied={t.copied} notCopied={t.notCopied} />
          <Button variant="primary" onPress={onClose}>
            {t.done}
          </Button>
        </>
      }
    >
      <TextField
        label={t.link}
        value={unsent.link}
        isReadOnly
        onFocus={(event) => event.currentTarget instanceof HTMLInputElement && event.currentTarget.select()}
      />
    </Dialog>
  );
}
