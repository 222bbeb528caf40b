/** What became of a message. */
import type { MessageState } from '../data/sent-messages.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Badge, type Tone } from '../ui/badge.tsx';
import { messages } from './messages.ts';

const TONES: Record<MessageState, Tone> = {
  queued: 'warning',
  sending: 'accent',
  sent: 'success',
  caught: 'neutral',
  rehearsed: 'neutral',
  failed: 'danger',
};

export function MessageBadge({ state }: { readonly state: MessageState }) {
  const t = useMessages(messages);
  return <Badge tone={TONES[state]}>{t.messageStates[state]}</Badge>;
}
