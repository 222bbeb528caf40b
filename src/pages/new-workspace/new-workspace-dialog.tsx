/** Making one more workspace, from wherever workspaces are chosen. */
import { useMessages } from '../../i18n/use-messages.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from './messages.ts';
import { NewWorkspaceForm, type NewWorkspaceFormProps } from './new-workspace-form.tsx';

export interface NewWorkspaceDialogProps extends NewWorkspaceFormProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function NewWorkspaceDialog({ isOpen, onClose, onMade }: NewWorkspaceDialogProps) {
  const t = useMessages(messages);
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t.title} lead={t.lead} size="small">
      <NewWorkspaceForm onMade={onMade} />
    </Dialog>
  );
}
