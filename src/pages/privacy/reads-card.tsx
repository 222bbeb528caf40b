/** The way to who read what was said on calls. */
import { useMessages } from '../../i18n/use-messages.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';
import { messages } from './messages.ts';

export function ReadsCard() {
  const t = useMessages(messages);
  return (
    <Card title={t.reads}>
      <p className="mb-4 max-w-140 text-sm text-pretty text-muted">{t.readsHint}</p>
      <ButtonLink href="/settings/activity?show=reads">{t.readsOpen}</ButtonLink>
    </Card>
  );
}
