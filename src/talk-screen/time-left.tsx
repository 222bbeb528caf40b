/** How long a talk may still last, told every second. */
import { useEffect, useState } from 'react';
import { useFormat } from '../i18n/format.ts';

export interface TimeLeftProps {
  /** Milliseconds since the epoch. */
  readonly endsAt: number;
  readonly say: (time: string) => string;
}

export function TimeLeft({ endsAt, say }: TimeLeftProps) {
  const format = useFormat();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className="shrink-0 text-muted tabular-nums">{say(format.clock(Math.max(0, endsAt - now)))}</span>
  );
}
