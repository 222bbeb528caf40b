/** What is watched, in one sentence each, and what cannot be. */
import { ALERT_KINDS } from '../../alerts/alert.ts';
import { messages as alertWords } from '../../alerts/messages.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { messages } from './messages.ts';

export function WatchedCard() {
  const t = useMessages(messages);
  const words = useMessages(alertWords);
  return (
    <Card title={t.watched}>
      <p className="mb-4 max-w-160 text-sm text-pretty text-muted">{t.watchedHint}</p>
      <dl className="flex max-w-160 flex-col gap-4">
        {ALERT_KINDS.map((kind) => (
          <div key={kind}>
            <dt className="text-base font-medium">{words.kinds[kind]}</dt>
            <dd className="mt-0.5 text-sm text-pretty text-muted">{t.watches[kind]}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-5 max-w-160 border-t border-line pt-4 text-sm text-pretty text-muted">
        {t.cannotRing} <Link href="/calls">{t.watchCalls}</Link>
      </p>
    </Card>
  );
}
