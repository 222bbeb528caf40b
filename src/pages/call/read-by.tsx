/** For owners: the way to who read this call, in the activity log. */
import { useMessages } from '../../i18n/use-messages.ts';
import { Link } from '../../ui/link.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';

export function ReadBy({ callId }: { readonly callId: string }) {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  if (workspace.role !== 'owner') return null;
  return (
    <Link href={`/settings/activity?call=${encodeURIComponent(callId)}`} className="text-sm">
      {t.readBy}
    </Link>
  );
}
