/** A turning ring for short waits; says what it waits for to screen readers. */
import { LoaderCircle } from 'lucide-react';
import { useMessages } from '../i18n/use-messages.ts';
import { classNames } from './class-names.ts';
import { messages } from './messages.ts';

export interface SpinnerProps {
  /** What is being waited for; without it, "Loading". */
  readonly label?: string;
  readonly className?: string;
}

export function Spinner({ label, className }: SpinnerProps) {
  const t = useMessages(messages);
  return (
    <span
      role="status"
      aria-label={label ?? t.loading}
      className={classNames('inline-flex text-muted', className)}
    >
      <LoaderCircle aria-hidden className="size-4 animate-spin" />
    </span>
  );
}
