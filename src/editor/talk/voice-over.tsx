/** A talk that is over, or did not begin: why, what it took, and what to do now. */
import { Mic } from 'lucide-react';
import { useStore } from 'zustand';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { SaidLog } from '../../talk-screen/said-log.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { talkMessages } from './messages.ts';
import type { VoiceCall } from './use-voice-call.ts';

export interface VoiceOverProps {
  readonly call: VoiceCall;
  readonly onClose: () => void;
}

export function VoiceOver({ call, onClose }: VoiceOverProps) {
  const t = useMessages(talkMessages);
  const { end, failure, turns } = useStore(call.talk.state);
  return (
    <>
      {turns.length > 0 && <SaidLog talk={call.talk} words={t} className="min-h-0 flex-1 px-4 py-4" />}
      <div
        className={classNames('flex shrink-0 flex-col gap-3 p-4', turns.length > 0 && 'border-t border-line')}
      >
        {failure === null ? (
          <p role="status" className="text-sm">
            {t.ends[end ?? 'other']}
          </p>
        ) : (
          <Trouble code={failure} />
        )}
        {call.line?.line === 'vapi' && turns.length > 0 && <Bill call={call} />}
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" icon={<Mic />} onPress={() => void call.begin()}>
            {failure === null ? t.again : t.retry}
          </Button>
          <Button onPress={onClose}>{t.back}</Button>
        </div>
      </div>
    </>
  );
}

function Trouble({ code }: { readonly code: string }) {
  const t = useMessages(talkMessages);
  const say = useFailureText();
  const known: Readonly<Record<string, { readonly what: string; readonly todo: string }>> = t.trouble;
  const trouble = Object.hasOwn(known, code) ? known[code] : undefined;
  return (
    <Banner tone="danger">
      {trouble ? (
        <>
          <strong className="block font-medium">{trouble.what}</strong>
          {trouble.todo}
        </>
      ) : (
        say(code)
      )}
    </Banner>
  );
}

function Bill({ call: { settled } }: { readonly call: VoiceCall }) {
  const t = useMessages(talkMessages);
  const format = useFormat();
  if (settled?.state !== 'settled') return <p className="text-sm text-muted">{t.settling}</p>;
  const lasted = t.lasted(format.clock((settled.seconds ?? 0) * 1000));
  return (
    <p className="text-sm text-muted">
      {settled.cost === null ? `${lasted}.` : `${lasted} ${t.cost(format.money(settled.cost, 'USD'))}`}{' '}
      {t.leftToday(Math.floor(settled.secondsLeft / 60))}
    </p>
  );
}
