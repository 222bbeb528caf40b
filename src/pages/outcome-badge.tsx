/** How a call ended, or that it goes on. */

import type { Outcome } from '../data/calls.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Badge, type Tone } from '../ui/badge.tsx';
import { messages } from './messages.ts';

const TONES: Record<Outcome, Tone> = {
  completed: 'success',
  transferred: 'accent',
  'caller-hung-up': 'neutral',
  silence: 'neutral',
  'too-long': 'warning',
  failed: 'danger',
};

export interface OutcomeBadgeProps {
  readonly outcome: Outcome | null;
  readonly isRunning: boolean;
}

export function OutcomeBadge({ outcome, isRunning }: OutcomeBadgeProps) {
  const t = useMessages(messages);
  if (isRunning) {
    return (
      <Badge tone="accent">
        <span aria-hidden className="animate-shimmer size-1.5 rounded-full bg-current" />
        {t.running}
      </Badge>
    );
  }
  if (outcome === null) return <Badge>{t.none}</Badge>;
  return <Badge tone={TONES[outcome]}>{t.outcomes[outcome]}</Badge>;
}
