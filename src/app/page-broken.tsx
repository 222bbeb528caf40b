/** What stands in place of a page that has thrown: a programmer's mistake, or code that could not be loaded. */
import { Wrench } from 'lucide-react';
import { useRouteError } from 'react-router';
import { useMessages } from '../i18n/use-messages.ts';
import { messages } from '../pages/messages.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

export function PageBroken() {
  const t = useMessages(messages);
  const error = useRouteError();
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
        <Disclosure title={t.details} className="mt-4 text-left">
          <pre className="overflow-auto rounded-md bg-sunken p-3 text-xs whitespace-pre-wrap">
            {String(error)}
          </pre>
        </Disclosure>
      </EmptyState>
    </div>
  );
}
