/** What stands in place of a page that has thrown: a programmer's mistake. */
import { Wrench } from 'lucide-react';
import { useMessages } from '../i18n/use-messages.ts';
import { messages } from '../pages/messages.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

export function PageBroken({ error }: { readonly error: unknown }) {
  const t = useMessages(messages);
  return (
    <div role="alert">
      <EmptyState
        isPage
        icon={<Wrench />}
        title={t.brokenTitle}
        action={
          <Button variant="primary" onPress={() => location.reload()}>
            {t.reload}
          </Button>
        }
      >
        <p>{t.brokenText}</p>
        <details className="mt-4 text-left text-sm text-muted">
          <summary className="cursor-pointer">{t.details}</summary>
          <pre className="overflow-auto rounded-md bg-sunken p-3 text-xs whitespace-pre-wrap">
            {String(error)}
          </pre>
        </details>
      </EmptyState>
    </div>
  );
}
