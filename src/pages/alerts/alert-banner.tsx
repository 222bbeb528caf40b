/** The line above every page while something is not as it should be. Silent when that cannot be asked: the page says why. */
import { useQuery } from '@tanstack/react-query';
import { BellRing } from 'lucide-react';
import { messages as alertWords } from '../../alerts/messages.ts';
import { alertsOnQuery } from '../../data/alert-queries.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Link } from '../../ui/link.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';

const LATER = 60_000;

export function AlertBanner() {
  const t = useMessages(messages);
  const words = useMessages(alertWords);
  const { workspace } = useWorkspace();
  const { data: on = [] } = useQuery({ ...alertsOnQuery(workspace.id), refetchInterval: LATER });
  const [first] = on;
  if (first === undefined) return null;
  return (
    <p
      role="status"
      className="flex min-h-7 shrink-0 flex-wrap items-center justify-center gap-x-2 border-b border-line bg-danger-soft px-4 py-1 text-xs font-medium text-danger"
    >
      <BellRing aria-hidden className="size-3.5 shrink-0" />
      {on.length === 1 ? words.kinds[first.kind] : t.several(on.length)}
      <Link href="/settings/alerts" className="min-h-6 content-center text-danger">
        {t.openSettings}
      </Link>
    </p>
  );
}
