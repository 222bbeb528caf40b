/** The end: deleting the workspace, for its owners, and one's own account. */
import { useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { closeAccount, closeWorkspace } from '../../data/closing.ts';
import { signOut } from '../../data/session.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useNavigate } from '../../router/router.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { CloseDialog } from './close-dialog.tsx';
import { messages } from './messages.ts';

export function EndCard() {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { workspace, person } = useWorkspace();
  const [isOpen, setOpen] = useState<'workspace' | 'account' | null>(null);
  const close = () => setOpen(null);
  return (
    <Card title={t.end}>
      <div className="flex flex-col gap-4">
        {workspace.role === 'owner' && (
          <EndRow text={t.closeWorkspaceHint} label={t.closeWorkspace} onPress={() => setOpen('workspace')} />
        )}
        <EndRow text={t.closeAccountHint} label={t.closeAccount} onPress={() => setOpen('account')} />
      </div>
      <CloseDialog
        isOpen={isOpen === 'workspace'}
        title={t.closeWorkspaceTitle(workspace.name)}
        what={Object.values(t.closeWorkspaceWhat)}
        typed={workspace.name}
        label={t.typeName(workspace.name)}
        confirmLabel={t.closeWorkspace}
        send={(typed) => closeWorkspace(workspace.id, typed)}
        onDone={() => {
          close();
          notify({ tone: 'success', text: t.workspaceClosed(workspace.name) });
          void navigate('/flows');
          void queries.invalidateQueries();
        }}
        onClose={close}
      />
      <CloseDialog
        isOpen={isOpen === 'account'}
        title={t.closeAccountTitle}
        what={Object.values(t.closeAccountWhat)}
        typed={person.email}
        label={t.typeEmail(person.email)}
        confirmLabel={t.closeAccount}
        send={closeAccount}
        onDone={() => void signOut()}
        onClose={close}
      />
    </Card>
  );
}

interface EndRowProps {
  readonly text: string;
  readonly label: string;
  readonly onPress: () => void;
}

function EndRow({ text, label, onPress }: EndRowProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <p className="min-w-60 flex-1 text-sm text-pretty text-muted">{text}</p>
      <Button icon={<Trash2 aria-hidden />} onPress={onPress}>
        {label}
      </Button>
    </div>
  );
}
