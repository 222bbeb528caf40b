/** What a page shows when its data did not come, and when it does not exist. */
import { CloudOff, Compass } from 'lucide-react';
import { failureOf } from '../data/failure.ts';
import { useFailureText } from '../i18n/failures/failure-text.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { messages } from './messages.ts';

export interface PageFailureProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

export function PageFailure({ error, onRetry }: PageFailureProps) {
  const t = useMessages(messages);
  const say = useFailureText();
  const failure = failureOf(error);
  if (failure.code === 'not-found') return <NotFound />;
  return (
    <div role="alert">
      <EmptyState
        icon={<CloudOff />}
        title={t.failedTitle}
        action={
          <Button variant="primary" onPress={onRetry}>
            {t.tryAgain}
          </Button>
        }
      >
        {say(failure.code)}
      </EmptyState>
    </div>
  );
}

export function NotFound() {
  const t = useMessages(messages);
  return (
    <>
      <title>{`${t.notFoundTitle} · AlloKoli`}</title>
      <EmptyState
        isPage
        icon={<Compass />}
        title={t.notFoundTitle}
        action={<ButtonLink href="/flows">{t.toFlows}</ButtonLink>}
      >
        {t.notFoundText}
      </EmptyState>
    </>
  );
}
