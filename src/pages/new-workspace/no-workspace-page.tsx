/** For whoever left, or was removed from, every workspace they belonged to. */
import { signOut } from '../../data/session.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Door } from '../door.tsx';
import { messages } from './messages.ts';
import { NewWorkspaceForm, type NewWorkspaceFormProps } from './new-workspace-form.tsx';

export function NoWorkspacePage({ onMade }: NewWorkspaceFormProps) {
  const t = useMessages(messages);
  return (
    <Door title={t.noneTitle}>
      <h1 className="text-lg font-semibold text-balance">{t.noneTitle}</h1>
      <p className="mt-1.5 mb-5 text-base text-pretty text-muted">{t.noneText}</p>
      <NewWorkspaceForm onMade={onMade} />
      <Button variant="ghost" className="mt-3 w-full" onPress={() => void signOut()}>
        {t.signOut}
      </Button>
    </Door>
  );
}
