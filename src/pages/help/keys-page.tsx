/** All shortcuts of the editor. */
import { ShortcutTable } from '../../editor/find/shortcut-table.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageFrame } from '../page-frame.tsx';
import { messages } from './messages.ts';

export function KeysPage() {
  const t = useMessages(messages);
  return (
    <PageFrame title={t.keys} narrow>
      <PageHeader
        title={t.keys}
        lead={t.keysLead}
        back={
          <Link href="/help" quiet>
            {t.back}
          </Link>
        }
      />
      <Card>
        <ShortcutTable level={2} />
      </Card>
    </PageFrame>
  );
}
