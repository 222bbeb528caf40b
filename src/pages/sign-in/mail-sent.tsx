/** Says that a mail is under way. */
import { MailCheck } from 'lucide-react';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { messages } from './messages.ts';

export interface MailSentProps {
  readonly text: string;
  readonly onBack: () => void;
}

export function MailSent({ text, onBack }: MailSentProps) {
  const t = useMessages(messages);
  return (
    <div role="status" className="flex flex-col items-center text-center">
      <span className="mb-4 flex size-11 items-center justify-center rounded-full bg-success-soft text-success">
        <MailCheck aria-hidden className="size-5" />
      </span>
      <h1 className="text-md font-semibold">{t.linkSentTitle}</h1>
      <p className="mt-1.5 text-base text-pretty text-muted">{text}</p>
      <Button variant="ghost" className="mt-5" onPress={onBack}>
        {t.backToSignIn}
      </Button>
    </div>
  );
}
