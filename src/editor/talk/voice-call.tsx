/** A talk that goes on: what is said, who speaks, how loud, how long, and the buttons of any telephone. */
import { Mic, MicOff, PhoneOff } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useStore } from 'zustand';
import { useMessages } from '../../i18n/use-messages.ts';
import type { TalkState } from '../../talk/talk.ts';
import { LineNotices } from '../../talk-screen/line-notices.tsx';
import { SaidLog } from '../../talk-screen/said-log.tsx';
import { TimeLeft } from '../../talk-screen/time-left.tsx';
import { classNames } from '../../ui/class-names.ts';
import { CurrentStep } from './current-step.tsx';
import { DeviceChoice } from './device-choice.tsx';
import { LevelMeter } from './level-meter.tsx';
import { talkMessages } from './messages.ts';
import type { Refusal } from './open-line.ts';

import type { VoiceCall as Call } from './use-voice-call.ts';

const ROUND =
  'press-motion flex size-14 cursor-pointer items-center justify-center rounded-full forced-colors:border data-pressed:scale-95 [&_svg]:size-6';

export function VoiceCall({ call }: { readonly call: Call }) {
  const { talk, line } = call;
  const t = useMessages(talkMessages);
  const state = useStore(talk.state);
  const isVapi = line?.line === 'vapi';
  const devices = talk.devices();
  return (
    <>
      <SaidLog talk={talk} words={t} className="min-h-0 flex-1 px-4 py-4" />
      <CurrentStep talk={talk} />
      <div className="flex shrink-0 flex-col gap-3 border-t border-line p-4">
        <LineNotices talk={talk} state={state} words={t} />
        <div className="flex items-baseline gap-2 text-sm">
          <span role="status" className="min-w-0 flex-1 truncate font-medium">
            {t[activityOf(state)]}
          </span>
          {state.endsAt !== null && <TimeLeft endsAt={state.endsAt} say={t.left} />}
        </div>
        <div className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-2 text-xs text-muted">
          <span>{t.you}</span>
          <LevelMeter levels={talk.levels} who="caller" label={t.loudness.you} />
          {isVapi && (
            <>
              <span>{t.assistant}</span>
              <LevelMeter levels={talk.levels} who="assistant" label={t.loudness.assistant} />
            </>
          )}
        </div>
        <div className="flex items-center justify-center gap-6 pt-1">
          <AriaButton
            aria-label={state.isMuted ? t.unmute : t.mute}
            aria-pressed={state.isMuted}
            isDisabled={state.phase !== 'talking'}
            onPress={() => talk.setMuted(!state.isMuted)}
            className={classNames(
              ROUND,
              'data-disabled:opacity-50',
              state.isMuted ? 'bg-ink text-card' : 'bg-fill data-hovered:bg-press',
            )}
          >
            {state.isMuted ? <MicOff aria-hidden /> : <Mic aria-hidden />}
          </AriaButton>
          <AriaButton
            aria-label={t.hangUp}
            onPress={() => void talk.hangUp()}
            className={classNames(ROUND, 'bg-danger text-on-danger data-hovered:bg-danger-strong')}
          >
            <PhoneOff aria-hidden />
          </AriaButton>
        </div>
        {isVapi && <p className="text-xs text-pretty text-muted">{t.vapi.transfers}</p>}
        {devices && (
          <DeviceChoice
            devices={devices}
            microphone={call.microphone}
            onMicrophone={(id) => void call.chooseMicrophone(id)}
          />
        )}
      </div>
    </>
  );
}

function activityOf({ phase, isMuted, speaking }: TalkState<Refusal>) {
  if (phase === 'connecting') return 'connecting';
  if (speaking === 'assistant') return 'speaking';
  if (isMuted) return 'muted';
  return speaking === 'caller' ? 'listening' : 'thinking';
}
