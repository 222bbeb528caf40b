/** A call that goes on: what is said, a field to write in, and the buttons of any telephone. */
import { Mic, MicOff, PhoneOff, SendHorizontal } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useStore } from 'zustand';
import { useMessages } from '../../i18n/use-messages.ts';
import type { Talk, TalkState } from '../../talk/talk.ts';
import { LineNotices } from '../../talk-screen/line-notices.tsx';
import { SaidLog } from '../../talk-screen/said-log.tsx';
import { TimeLeft } from '../../talk-screen/time-left.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { messages } from './messages.ts';
import type { Refusal } from './open-call.ts';

export interface CallProps {
  readonly talk: Talk<Refusal>;
  /** With the microphone; otherwise all is written. */
  readonly speaks: boolean;
}

export function Call({ talk, speaks }: CallProps) {
  const t = useMessages(messages);
  const state = useStore(talk.state);
  return (
    <>
      <div className="flex items-baseline gap-2 text-sm">
        <h1 role="status" className="min-w-0 flex-1 text-md font-semibold">
          {t[activityOf(state, speaks)]}
        </h1>
        {state.endsAt !== null && <TimeLeft endsAt={state.endsAt} say={t.left} />}
      </div>
      <SaidLog talk={talk} words={t} className="my-4 h-64" />
      <div className="flex flex-col gap-3">
        <LineNotices talk={talk} state={state} words={t} />
        <Writing isReady={state.phase === 'talking'} onSend={(text) => talk.write(text)} />
        <div className="flex gap-2">
          {speaks && (
            <Button
              className="flex-1"
              icon={state.isMuted ? <MicOff aria-hidden /> : <Mic aria-hidden />}
              isDisabled={state.phase !== 'talking'}
              onPress={() => talk.setMuted(!state.isMuted)}
            >
              {state.isMuted ? t.unmute : t.mute}
            </Button>
          )}
          <Button
            variant="danger"
            className="flex-1"
            icon={<PhoneOff aria-hidden />}
            onPress={() => void talk.hangUp()}
          >
            {t.hangUp}
          </Button>
        </div>
      </div>
    </>
  );
}

function activityOf({ phase, isMuted, speaking }: TalkState<Refusal>, speaks: boolean) {
  if (phase === 'connecting') return 'connecting';
  if (speaking === 'assistant') return 'speaking';
  if (isMuted && speaks) return 'muted';
  if (speaking !== 'caller') return speaks ? 'thinking' : 'yourTurn';
  return speaks ? 'listening' : 'yourTurn';
}

interface WritingProps {
  readonly isReady: boolean;
  readonly onSend: (text: string) => void;
}

/** As long as Vapi takes a message to be. */
const LONGEST = 1000;

function Writing({ isReady, onSend }: WritingProps) {
  const t = useMessages(messages);
  const [text, setText] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '' || !isReady) return;
    onSend(text.trim());
    setText('');
  };
  return (
    <form onSubmit={send} className="flex items-end gap-2">
      <TextField
        label={t.write}
        labelHidden
        placeholder={t.write}
        value={text}
        onChange={setText}
        maxLength={LONGEST}
        autoComplete="off"
        className="min-w-0 flex-1"
      />
      <IconButton label={t.send} type="submit" icon={<SendHorizontal />} isDisabled={!isReady} />
    </form>
  );
}
